import { isError, type Value } from './formula/evaluate';
import type { EventName, Events } from './events';
import {
  addressOf,
  area,
  cellCount,
  intersection,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from './model/area';
import { addSheet, checkLeavesOne, checkSheetName, neighbour, type Book } from './model/book';
import { holdsFormulas, valueAt } from './model/calculate';
import { usedArea } from './model/grid';
import { invalidOperation, refusal } from './model/refusal';
import { mapReferences } from './formula/tokens';
import { mapFormulas, shiftArea, shiftSheet } from './model/shift';
import type { Sheet, Visibility } from './model/sheet';
import type { Block } from './wire/block';

/** The workbook with its events: what happens to it, whoever does it, the person or the add-in. */
export interface Desk {
  readonly book: Book;
  readonly events: Events;
  /** ranges that the add-in keeps past a request; they move with their cells */
  readonly kept: Set<Block>;
  /** blocks that events told of, by the id that their arguments carry */
  readonly told: Map<string, { readonly sheet: Sheet; readonly area: Area }>;
}

export function valueTypeOf(value: Value): string {
  if (value === undefined) return 'Empty';
  if (isError(value)) return 'Error';
  return typeof value === 'string' ? 'String' : typeof value === 'boolean' ? 'Boolean' : 'Double';
}

export const plainValue = (value: Value): string | number | boolean =>
  value === undefined ? '' : isError(value) ? value.error : value;

/** Changes the contents of a block and tells of it, with values before and after where it is one cell. */
export function changing(desk: Desk, sheet: Sheet, of: Area, change: () => void): void {
  const { book } = desk;
  const isOne = cellCount(of) === 1;
  const before = isOne ? valueAt(book, sheet, of.row, of.column) : undefined;
  change();
  book.changes += 1;
  const after = isOne ? valueAt(book, sheet, of.row, of.column) : undefined;
  const details = {
    valueBefore: plainValue(before),
    valueAfter: plainValue(after),
    valueTypeBefore: valueTypeOf(before),
    valueTypeAfter: valueTypeOf(after),
  };
  tellChanged(desk, sheet, of, 'RangeEdited', 'None', isOne ? details : {});
  tellCalculated(desk);
}

function tellChanged(
  desk: Desk,
  sheet: Sheet,
  of: Area,
  changeType: string,
  shiftDirection: string,
  details: object,
): void {
  const referenceId = `event-${desk.told.size + 1}`;
  desk.told.set(referenceId, { sheet, area: of });
  desk.events.raise('changed', sheet, {
    type: 'WorksheetChanged',
    changeType,
    address: addressOf(of),
    triggerSource: desk.events.trigger,
    referenceId,
    shiftDirection,
    ...details,
  });
}

function tellCalculated(desk: Desk): void {
  if (desk.book.calculationMode !== 'Automatic' || !desk.events.isHeard('calculated')) return;
  for (const sheet of desk.book.sheets)
    if (holdsFormulas(sheet)) desk.events.raise('calculated', sheet, { type: 'WorksheetCalculated', address: '' });
}

function tellOf(desk: Desk, name: EventName, sheet: Sheet, args: Readonly<Record<string, unknown>> = {}): void {
  desk.events.raise(name, sheet, args);
}

export function addSheetOn(desk: Desk, name?: string): Sheet {
  const sheet = addSheet(desk.book, name);
  tellOf(desk, 'added', sheet);
  return sheet;
}

export function activate(desk: Desk, sheet: Sheet): void {
  const { book } = desk;
  if (sheet.visibility !== 'Visible') throw invalidOperation(`the worksheet ${sheet.name} is hidden`);
  if (book.active === sheet) return;
  const before = book.active;
  book.active = sheet;
  if (book.sheets.includes(before)) tellOf(desk, 'deactivated', before);
  tellOf(desk, 'activated', sheet);
}

export function select(desk: Desk, sheet: Sheet, areas: readonly Area[]): void {
  activate(desk, sheet);
  sheet.selection = [...areas];
  tellOf(desk, 'selectionChanged', sheet, { address: areas.map(addressOf).join(',') });
}

export function deleteSheet(desk: Desk, sheet: Sheet): void {
  const { book } = desk;
  if (sheet.visibility === 'VeryHidden') throw invalidOperation(`the worksheet ${sheet.name} is very hidden`);
  checkLeavesOne(book, sheet);
  const next = neighbour(book, sheet);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  const gone = (named: string | undefined): boolean => named?.toLowerCase() === sheet.name.toLowerCase();
  mapFormulas(book, (formula) =>
    mapReferences(formula, (reference) => (gone(reference.sheet) ? undefined : reference)),
  );
  book.changes += 1;
  if (book.active === sheet) activate(desk, next);
  tellOf(desk, 'deleted', sheet);
}

export function renameSheet(desk: Desk, sheet: Sheet, name: string): void {
  checkSheetName(desk.book, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  mapFormulas(desk.book, (formula) =>
    mapReferences(formula, (reference) =>
      reference.sheet?.toLowerCase() === before.toLowerCase() ? { ...reference, sheet: name } : reference,
    ),
  );
  desk.book.changes += 1;
  tellOf(desk, 'nameChanged', sheet, { nameBefore: before, nameAfter: name });
}

export function setVisibility(desk: Desk, sheet: Sheet, visibility: Visibility): void {
  const before = sheet.visibility;
  if (before === visibility) return;
  if (visibility !== 'Visible') checkLeavesOne(desk.book, sheet);
  sheet.visibility = visibility;
  if (desk.book.active === sheet) activate(desk, neighbour(desk.book, sheet));
  tellOf(desk, 'visibilityChanged', sheet, { visibilityBefore: before, visibilityAfter: visibility });
}

export type Direction = 'insert' | 'delete';

/** Inserts or deletes whole rows or columns at a block. */
export function shiftCells(desk: Desk, sheet: Sheet, axis: 'row' | 'column', of: Area, direction: Direction): void {
  const count = axis === 'row' ? of.rows : of.columns;
  const at = axis === 'row' ? of.row : of.column;
  if (direction === 'insert') checkRoom(sheet, axis, count);
  const strip = axis === 'row' ? area(at, 0, count, MAX_COLUMNS) : area(0, at, MAX_ROWS, count);
  if (direction === 'delete') dropTables(sheet, strip);
  const shift = { axis, at, count: direction === 'insert' ? count : -count };
  shiftSheet(desk.book, sheet, shift);
  for (const block of desk.kept)
    if (block.sheet === sheet) block.areas = block.areas.flatMap((area) => shiftArea(area, shift) ?? []);
  const word = direction === 'insert' ? 'Inserted' : 'Deleted';
  const changeType = `${axis === 'row' ? 'Row' : 'Column'}${word}`;
  tellChanged(desk, sheet, strip, changeType, 'None', {});
}

function checkRoom(sheet: Sheet, axis: 'row' | 'column', count: number): void {
  const used = usedArea(sheet.grid, true);
  if (used === undefined) return;
  const last = axis === 'row' ? lastRow(used) : lastColumn(used);
  if (last + count >= (axis === 'row' ? MAX_ROWS : MAX_COLUMNS))
    throw refusal('NonBlankCellOffSheet', 'Inserting would push cells that are not blank off the sheet.');
}

/** A table goes with its last row. */
function dropTables(sheet: Sheet, strip: Area): void {
  const stays = sheet.tables.filter(({ area: of }) => {
    const cut = intersection(of, strip);
    return cut === undefined || cut.rows < of.rows || cut.columns < of.columns;
  });
  sheet.tables.splice(0, sheet.tables.length, ...stays);
}
