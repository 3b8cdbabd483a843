import { refOf, ROWS, spanning } from './address';
import { damaged } from '../zip';
import { type EditedCells, editedCells, type LayoutEdit, type PatchEdit } from './edited-cells';
import { patchCriteria, setFilterMode } from './filter-criteria';
import { LostHeads } from './formulas';
import { insertColumns, patchColumns } from './patch-columns';
import { setAttribute } from './set-attribute';
import { type SharedStrings } from './shared-strings';
import { isWritten, type OpenSheet, patchRow } from './patch-row';
import { PastRows, type StyledColumn } from './past-rows';
import { outlineSheet, type SheetOutline } from './sheet-outline';
import { Splice } from './splice';
import { TagReader } from './tag-reader';
import { writeRow } from './write-cell';

/** Characters that are put out at a time. Larger blocks are slower: their pieces outlive V8's young generation. */
const BLOCK = 1 << 18;

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

/** Puts out the text of a worksheet with the edit in it, block by block, in one pass over the rows. */
export function* patchSheet(text: string, edit: PatchEdit, shared?: SharedStrings): Generator<string, SheetOutcome> {
  const edited = editedCells(edit);
  const outline = outlineSheet(text);
  const replaceAll = edit.replaceAll === true;
  const out = new Splice(text);
  const sheet: OpenSheet = {
    reader: new TagReader(text),
    out,
    past: new PastRows(text, outline.columnStyle, replaceAll ? -1 : (outline.autoFilter?.range.top ?? -1)),
    keepFormulas: edit.keepFormulas === true,
    shared,
    lostHeads: new LostHeads(),
    formulaLost: false,
  };
  const { layout } = edit;
  if (layout?.criteria !== undefined) patchFilterMode(sheet, outline, layout.criteria);
  growDimension(outline, edited, replaceAll, out);
  if (layout !== undefined) patchLayout(sheet, outline, layout);
  sheet.reader.moveTo(outline.cells);
  sheet.reader.next();
  yield* patchRows(sheet, edited, replaceAll, layout?.hidden ?? new Map());
  const grownFilter = replaceAll ? undefined : growFilter(sheet, outline, edited);
  if (layout?.criteria !== undefined && outline.autoFilter !== undefined) {
    standAt(sheet, outline, 'autoFilter');
    patchCriteria(sheet.reader, out, outline.autoFilter.range.left, layout.criteria);
  }
  yield out.take();
  const isCalculationDue = replaceAll || edited.rows.length > 0;
  return { isChanged: out.isChanged, isCalculationDue, formulaLost: sheet.formulaLost, grownFilter };
}

/** Puts the reader at an element of the sheet, where it has one. */
function standAt({ reader }: OpenSheet, { starts }: SheetOutline, name: string): boolean {
  const start = starts.get(name);
  if (start === undefined) return false;
  reader.moveTo(start);
  return reader.next();
}

function patchFilterMode(sheet: OpenSheet, outline: SheetOutline, criteria: NonNullable<LayoutEdit['criteria']>): void {
  if (standAt(sheet, outline, 'sheetPr')) setFilterMode(sheet.reader, sheet.out, criteria.size > 0);
}

/** What stands before the cells: which tabs are selected, and the columns. */
function patchLayout(sheet: OpenSheet, outline: SheetOutline, { unselected, columns }: LayoutEdit): void {
  const { reader, out } = sheet;
  if (unselected && standAt(sheet, outline, 'sheetViews'))
    reader.children(() => {
      if (reader.isOn('tabSelected')) setAttribute(reader, out, 'tabSelected', '0');
    });
  if (columns.size === 0) return;
  if (standAt(sheet, outline, 'cols')) {
    patchColumns(reader, out, columns);
    return;
  }
  reader.moveTo(outline.cells);
  reader.next();
  insertColumns(reader.prefix, reader.start, out, columns);
}

function* patchRows(
  sheet: OpenSheet,
  edited: EditedCells,
  replaceAll: boolean,
  hidden: LayoutEdit['hidden'],
): Generator<string> {
  const { reader, out, past, shared } = sheet;
  const { name, prefix, end: inside } = reader;
  const isEmpty = reader.kind === 'empty';
  if (isEmpty) out.replace(reader.end - 2, reader.end, '>');
  if (replaceAll && !isEmpty) {
    reader.leave(name);
    sheet.formulaLost = /<(?:[\w.-]+:)?f[\s/>]/.test(reader.text.slice(inside, reader.start));
    out.replace(inside, reader.start, '');
  }
  const rows = rowsOf(edited, hidden);
  let next = 0;
  const wanted = (): number => rows[next] ?? Number.POSITIVE_INFINITY;
  const addRow = (at: number, pattern: readonly StyledColumn[]): void => {
    const row = wanted();
    const cells = edited.inRow(row).filter(isWritten);
    const isHidden = hidden.get(row) === true;
    next += 1;
    if (cells.length === 0 && !isHidden) return;
    const styleFor = (column: number): string | undefined => past.styleFor(row, column);
    const looks = cells.length === 0 ? [] : pattern;
    out.insert(at, writeRow(prefix, row, isHidden ? ' hidden="1"' : '', cells, looks, styleFor, shared));
  };
  while (!replaceAll && !isEmpty && reader.next()) {
    if (!reader.is('row')) {
      reader.skip();
      continue;
    }
    const { start } = reader;
    const here = reader.find('r') ? Number(reader.text.slice(reader.from, reader.to)) - 1 : past.last + 1;
    if (!(here > past.last)) throw damaged('the rows of a sheet are out of order');
    while (wanted() < here) addRow(start, []);
    if (wanted() === here) {
      patchRow(sheet, here, edited.inRow(here), hidden.get(here));
      next += 1;
    } else if (sheet.lostHeads.reach(here)) {
      patchRow(sheet, here, []);
    } else {
      reader.skipFlat();
    }
    past.add(here, start);
    if (out.waiting(reader.end) > BLOCK) yield out.take(reader.end);
  }
  const end = isEmpty ? reader.end : reader.start;
  const pattern = past.pattern();
  while (wanted() < ROWS) {
    addRow(end, pattern);
    if (out.waiting(end) > BLOCK) yield out.take(end);
  }
  if (isEmpty) out.insert(end, `</${name}>`);
}

/** All rows that something is written in, in their order. */
function rowsOf({ rows }: EditedCells, hidden: LayoutEdit['hidden']): ArrayLike<number> {
  return hidden.size === 0 ? rows : Uint32Array.from(new Set([...Array.from(rows), ...hidden.keys()])).sort();
}

function growDimension({ dimension }: SheetOutline, { filled }: EditedCells, replaceAll: boolean, out: Splice): void {
  if (dimension === undefined || (filled === undefined && !replaceAll)) return;
  const start = { top: 0, left: 0, bottom: 0, right: 0 };
  const range = replaceAll ? (filled ?? start) : spanning(dimension.range, filled ?? dimension.range);
  out.replace(dimension.from, dimension.to, refOf(range));
}

/** An autofilter that reached the last row with anything in it, or below, reaches it again. */
function growFilter(sheet: OpenSheet, outline: SheetOutline, { filled }: EditedCells): GrownFilter | undefined {
  const { autoFilter } = outline;
  if (autoFilter === undefined || filled === undefined || filled.bottom <= autoFilter.range.bottom) return undefined;
  const from = autoFilter.range.bottom;
  if (sheet.past.lastFilled(sheet.reader.start) > from) return undefined;
  sheet.out.replace(autoFilter.from, autoFilter.to, refOf({ ...autoFilter.range, bottom: filled.bottom }));
  return { from, to: filled.bottom };
}
