import type { SheetView } from '../../../core/book-view';
import { LISTS_SHEET } from '../../../core/sheet-rules';
import type { Progress, SheetPlan } from '../../../core/workbook';
import type { Criteria, LayoutEdit, PatchEdit } from '../patch/edited-cells';
import { patchWorkbook } from '../patch/patch-workbook';
import { putSheets } from '../put-sheets';
import { changedCells } from './changed-cells';
import { changedStyles } from './changed-styles';
import { readBook, type ReadBook } from './read-book-view';
import type { ShownBook, ShownSheet } from './shown-book';

/** The parts of the work that are told of: reading and writing take about as long, a half each. */
const SHARES = 100;

/**
 * The file with what the window changed in it: cells, formulas, looks that moved with their records, widths of columns,
 * hidden rows, criteria of filters, the tab in front. Everything else stays as it is; where nothing changed, the same bytes
 * come back. Throws as `patchWorkbook` does, also for a sheet that the file does not have.
 */
export async function saveView(base: Uint8Array, shown: ShownBook, progress?: Progress): Promise<Uint8Array> {
  const before = await readBook(base, progress && half(progress, 0));
  return patchView(base, before, shown, progress && half(progress, 1));
}

/** The same for a file that is read already. */
export function patchView(
  base: Uint8Array,
  before: ReadBook,
  shown: ShownBook,
  progress?: Progress,
): Promise<Uint8Array> {
  const edits = shown.sheets.flatMap((sheet) => editOf(sheet, shown, before));
  const active = shown.active === before.view.active ? undefined : before.tabs.get(shown.active ?? '');
  return patchWorkbook(base, edits, progress, active);
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

function editOf(now: ShownSheet, shown: ShownBook, { view, styles, selected }: ReadBook): PatchEdit[] {
  // The window has it as it was opened; sheets that came since may have added lists to that of the file.
  if (now.name === LISTS_SHEET) return [];
  const before = view.sheets.find(({ name }) => name === now.name);
  if (before === undefined) throw new Error(`There is no sheet named ${now.name}.`);
  const cells = changedCells(before, now, changedStyles(before, now, shown.looks ?? view.looks, styles));
  const layout: LayoutEdit = {
    hidden: changedHiding(before, now),
    columns: changedColumns(before, now),
    ...changedCriteria(before, now),
    // Tabs that are selected together take every edit together.
    unselected: selected.has(now.name) && ![undefined, view.active, now.name].includes(shown.active),
  };
  const isShownOtherwise =
    layout.hidden.size > 0 || layout.columns.size > 0 || layout.criteria !== undefined || layout.unselected;
  return cells.rows.length > 0 || isShownOtherwise ? [{ sheet: now.name, columns: [], cells, layout }] : [];
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
