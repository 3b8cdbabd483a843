import type { SheetView } from '../../../core/book-view';
import type { Cell } from '../../../core/kernel/cell';
import { LISTS_SHEET } from '../../../core/sheet-rules';
import type { Progress, SheetPlan } from '../../../core/workbook';
import type { Criteria, EditedCells, LayoutEdit, PatchEdit } from '../patch/edited-cells';
import { patchWorkbook } from '../patch/patch-workbook';
import { putSheets } from '../put-sheets';
import { changedCells, rowsOfOtherLook } from './changed-cells';
import { changedStyles } from './changed-styles';
import { compareBook, type ComparedBook } from './compare-book';
import type { ReadBook } from './read-book-view';
import type { ShownBook, ShownSheet } from './shown-book';

/** The parts of the work that are told of: reading and writing take about as long, a half each. */
const SHARES = 100;

/**
 * The file with what the window changed in it: cells, formulas, looks that moved with their records, widths of columns,
 * hidden rows, criteria of filters, the tab in front. Everything else stays as it is; where nothing changed, the same bytes
 * come back. Throws as `patchWorkbook` does, also for a sheet that the file does not have.
 */
export async function saveView(base: Uint8Array, shown: ShownBook, progress?: Progress): Promise<Uint8Array> {
  const names = shown.sheets.map(({ name }) => name);
  const comparison = await compareBook(base, names, progress && half(progress, 0));
  for (const [sheet, { cells }] of shown.sheets.entries()) await comparison.add({ sheet, rows: cells });
  const { edits, active } = await editsOfView(await comparison.end(), shown);
  return patchWorkbook(base, edits, progress && half(progress, 1), active);
}

type ShownHead = Omit<ShownBook, 'sheets'> & { readonly sheets: readonly Omit<ShownSheet, 'cells'>[] };

/** What `patchWorkbook` is to do so that the file is as the window. */
export interface ViewEdits {
  readonly edits: readonly PatchEdit[];
  /** the tab to bring in front; undefined where it is */
  readonly active: number | undefined;
}

/** For a file that was compared with the window: of its sheets only the rows that differ are needed. */
export async function editsOfView(compared: ComparedBook, shown: ShownHead): Promise<ViewEdits> {
  const { base, differing, again } = compared;
  const edits: PatchEdit[] = [];
  for (const head of shown.sheets) {
    // The window has it as it was opened; sheets that came since may have added lists to that of the file.
    if (head.name === LISTS_SHEET) continue;
    const old = base.head.sheets.find(({ name }) => name === head.name);
    const rows = differing.get(head.name);
    if (old === undefined || rows === undefined) throw new Error(`There is no sheet named ${head.name}.`);
    const now = { ...head, cells: rows.now };
    const before = { ...old, cells: rows.before };
    const stylesOf = changedStyles(before, now, shown.looks ?? base.head.looks, base.styles);
    const others = rowsOfOtherLook(before, now, stylesOf);
    const values = others.size === 0 ? new Map<number, readonly Cell[]>() : await again(head.name, others);
    edits.push(...editOf(before, now, changedCells(before, now, stylesOf, values), shown.active, base));
  }
  const active = shown.active === base.head.active ? undefined : base.tabs.get(shown.active ?? '');
  return { edits, active };
}

/** Tells of the first or the second half of the work. */
export function half(progress: Progress, which: 0 | 1): Progress {
  return (done, of) => progress(Math.round(((which + done / Math.max(of, 1)) * SHARES) / 2), SHARES);
}

/**
 * The file with sheets that were only planned so far, or a new one of them alone: all of it but the rows, which `saveView`
 * puts in. Throws as `putSheets` does.
 */
export async function authorView(plans: readonly SheetPlan[], base?: Uint8Array): Promise<Uint8Array> {
  // A blank row keeps the looks of the columns.
  const empty = plans.map((plan) => ({ ...plan, rows: plan.rows.slice(0, 1).map(() => []) }));
  return putSheets(empty, base);
}

function editOf(
  before: SheetView,
  now: ShownSheet,
  cells: EditedCells,
  active: string | undefined,
  { head, selected, ends }: ReadBook,
): PatchEdit[] {
  const layout: LayoutEdit = {
    hidden: changedHiding(before, now),
    columns: changedColumns(before, now),
    ...changedCriteria(before, now),
    // Tabs that are selected together take every edit together.
    unselected: selected.has(now.name) && ![undefined, head.active, now.name].includes(active),
  };
  const isShownOtherwise =
    layout.hidden.size > 0 || layout.columns.size > 0 || layout.criteria !== undefined || layout.unselected;
  return cells.rows.length > 0 || isShownOtherwise
    ? [{ sheet: now.name, columns: [], cells, layout, ends: ends.get(now.name) }]
    : [];
}

function changedHiding(before: SheetView, { hiddenRows = before.hiddenRows }: ShownSheet): LayoutEdit['hidden'] {
  const hidden = new Map<number, boolean>();
  for (const row of before.hiddenRows) if (!hiddenRows.has(row)) hidden.set(row, false);
  for (const row of hiddenRows) if (!before.hiddenRows.has(row)) hidden.set(row, true);
  return hidden;
}

function changedColumns(before: SheetView, { columns = before.columns }: ShownSheet): LayoutEdit['columns'] {
  const changed = new Map<number, { width: number; hidden: boolean }>();
  for (const [column, { width, hidden }] of columns.slice(0, before.columns.length).entries()) {
    const old = before.columns[column];
    if (old !== undefined && (old.width !== width || old.hidden !== hidden)) changed.set(column, { width, hidden });
  }
  return changed;
}

function changedCriteria(
  { filterColumns: old }: SheetView,
  { filterColumns: now }: ShownSheet,
): { criteria?: Criteria } {
  const textOf = (criteria: Criteria): string =>
    JSON.stringify(
      [...criteria].map(([column, texts]) => [column, texts === 'other' ? texts : [...texts].sort()]).sort(),
    );
  return now === undefined || old === undefined || textOf(now) === textOf(old) ? {} : { criteria: now };
}
