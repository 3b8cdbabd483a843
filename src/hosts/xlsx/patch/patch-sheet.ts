import { refOf, spanning } from './address';
import { cutSheet } from './cut-sheet';
import { type EditedCells, editedCells, type LayoutEdit, type PatchEdit } from './edited-cells';
import { patchCriteria, setFilterMode } from './filter-criteria';
import { insertColumns, patchColumns } from './patch-columns';
import { patchRows, type PatchedRows } from './patch-rows';
import { setAttribute } from './set-attribute';
import { type SharedStrings } from './shared-strings';
import { endsOfSheet, outlineSheet, type SheetOutline } from './sheet-outline';
import { Splice } from './splice';
import { TagReader } from './tag-reader';

/** Last row of an autofilter before and after, counted from 0. */
export interface GrownFilter {
  readonly from: number;
  readonly to: number;
}

/** What the rest of the workbook has to know of a changed sheet. */
export interface SheetOutcome {
  readonly isChanged: boolean;
  /** cells are others now, so that formulas may be */
  readonly isCalculationDue: boolean;
  readonly formulaLost: boolean;
  readonly grownFilter: GrownFilter | undefined;
}

/**
 * Puts out the text of a worksheet with the edit in it, piece by piece. What stands behind the rows must be known before
 * them: where the edit does not say it, the text is read twice. `chunks` gives it anew each time.
 */
export async function* patchSheet(
  chunks: () => AsyncIterable<string>,
  edit: PatchEdit,
  shared?: SharedStrings,
): AsyncGenerator<string, SheetOutcome> {
  const edited = editedCells(edit);
  const outline = outlineSheet(edit.ends ?? (await endsOfSheet(chunks())));
  const { layout, replaceAll = false } = edit;
  const head = patchHead(outline, edited, replaceAll, layout);
  yield head.take();
  const rows = yield* patchRows(cutSheet(chunks()), outline, edit, edited, shared);
  const { text, grownFilter, isChanged } = patchTail(outline, edited, rows, edit);
  yield text;
  return {
    isChanged: head.isChanged || rows.isChanged || isChanged,
    isCalculationDue: replaceAll || edited.rows.length > 0,
    formulaLost: rows.formulaLost,
    grownFilter,
  };
}

/** What stands before the cells. */
function patchHead(
  outline: SheetOutline,
  edited: EditedCells,
  replaceAll: boolean,
  layout: LayoutEdit | undefined,
): Splice {
  const out = new Splice(outline.head.text);
  const reader = new TagReader(outline.head.text);
  const standAt = (name: string): boolean => isAt(reader, outline.inHead.get(name));
  if (layout?.criteria !== undefined && standAt('sheetPr')) setFilterMode(reader, out, layout.criteria.size > 0);
  growDimension(outline, edited, replaceAll, out);
  if (layout?.unselected === true && standAt('sheetViews'))
    reader.children(() => {
      if (reader.isOn('tabSelected')) setAttribute(reader, out, 'tabSelected', '0');
    });
  if (layout !== undefined && layout.columns.size > 0) {
    if (standAt('cols')) patchColumns(reader, out, layout.columns);
    else insertColumns(outline.cells.prefix, outline.cells.start, out, layout.columns);
  }
  if (outline.cells.isEmpty) out.replace(outline.cells.end - 2, outline.cells.end, '>');
  return out;
}

/** What stands behind them: the autofilter. */
function patchTail(
  outline: SheetOutline,
  edited: EditedCells,
  rows: PatchedRows,
  { layout, replaceAll }: PatchEdit,
): { text: string; grownFilter: GrownFilter | undefined; isChanged: boolean } {
  const { tail, autoFilter, inTail, cells } = outline;
  const out = new Splice(tail.text);
  const reader = new TagReader(tail.text);
  if (cells.isEmpty) out.insert(0, `</${cells.name}>`);
  const grownFilter = replaceAll === true ? undefined : growFilter(outline, edited, rows.lastFilled, out);
  if (layout?.criteria !== undefined && autoFilter !== undefined && isAt(reader, inTail.get('autoFilter')))
    patchCriteria(reader, out, autoFilter.range.left, layout.criteria);
  return { text: out.take(), grownFilter, isChanged: out.isChanged };
}

/** Puts the reader at an element, where there is one. */
function isAt(reader: TagReader, start: number | undefined): boolean {
  if (start === undefined) return false;
  reader.moveTo(start);
  return reader.next();
}

function growDimension({ dimension }: SheetOutline, { filled }: EditedCells, replaceAll: boolean, out: Splice): void {
  if (dimension === undefined || (filled === undefined && !replaceAll)) return;
  const start = { top: 0, left: 0, bottom: 0, right: 0 };
  const range = replaceAll ? (filled ?? start) : spanning(dimension.range, filled ?? dimension.range);
  out.replace(dimension.from, dimension.to, refOf(range));
}

/** An autofilter that reached the last row with anything in it, or below, reaches it again. */
function growFilter(
  { autoFilter }: SheetOutline,
  { filled }: EditedCells,
  lastFilled: number,
  out: Splice,
): GrownFilter | undefined {
  if (autoFilter === undefined || filled === undefined || filled.bottom <= autoFilter.range.bottom) return undefined;
  const from = autoFilter.range.bottom;
  if (lastFilled > from) return undefined;
  out.replace(autoFilter.from, autoFilter.to, refOf({ ...autoFilter.range, bottom: filled.bottom }));
  return { from, to: filled.bottom };
}
