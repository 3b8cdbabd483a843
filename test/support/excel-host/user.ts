import { activate, changing, deleteSheet, renameSheet, select, shiftCells, type Desk } from './desk';
import { addressOf, area, contains, intersection, lastRow, parseAreas, parseOneArea, type Area } from './model/area';
import { sheetOf } from './model/book';
import { checkUnlocked, clearContents, enterAll, holdsLocked, typedAt } from './model/change-cells';
import { contentAt, formatIdAt, putContent, putFormatId, usedArea, type Content } from './model/grid';
import { accessDenied, isRefusal } from './model/refusal';
import type { Sheet } from './model/sheet';
import { isAllowedIn, validationAt } from './model/validate';
import { setFiltered } from './wire/auto-filter';
import { sortRows } from './wire/sort';

export type Typed = string | number | boolean;

/** What Excel's window answers to something that is typed. */
export interface TypeResult {
  readonly accepted: boolean;
  /** the box that Excel shows: the alert of a validation, or its own words */
  readonly alert?: { readonly style: string; readonly title: string; readonly message: string };
}

/** What a person does in the window. Everything raises the events that it raises in Excel. */
export interface User {
  /** Types into cells, one after the other; the first that is not accepted ends it. */
  readonly type: (sheet: string, address: string, values: Typed | readonly (readonly Typed[])[]) => TypeResult;
  /** Pastes values over an area: no validation is asked, and there is one change for all of it. */
  readonly paste: (sheet: string, address: string, values: readonly (readonly Typed[])[]) => TypeResult;
  readonly clear: (sheet: string, address: string) => TypeResult;
  readonly select: (sheet: string, address: string) => void;
  readonly activate: (sheet: string) => void;
  /** Hides the rows under the headings of the sheet's filter for which this is false; rows are counted from 0. */
  readonly filterRows: (sheet: string, isShown: (row: number) => boolean) => void;
  readonly sort: (sheet: string, address: string, column: number, ascending?: boolean) => TypeResult;
  readonly insertRows: (sheet: string, before: number, count?: number) => TypeResult;
  readonly deleteRows: (sheet: string, from: number, count?: number) => TypeResult;
  readonly insertColumns: (sheet: string, before: number, count?: number) => TypeResult;
  readonly deleteColumns: (sheet: string, from: number, count?: number) => TypeResult;
  readonly renameSheet: (sheet: string, name: string) => void;
  readonly deleteSheet: (sheet: string) => void;
  readonly editing: (on: boolean) => void;
}

const accepted: TypeResult = { accepted: true };
const refused = (message: string): TypeResult => ({
  accepted: false,
  alert: { style: 'Stop', title: 'Microsoft Excel', message },
});

export function createUser(desk: Desk, setEditing: (on: boolean) => void): User {
  const { book } = desk;
  const on = (name: string): Sheet => sheetOf(book, name);
  /** What Excel refuses in its window is a box, not an error. */
  const attempt = (act: () => void): TypeResult => {
    try {
      act();
      return accepted;
    } catch (error) {
      if (isRefusal(error)) return refused(error.message);
      throw error;
    }
  };
  const shift = (
    name: string,
    axis: 'row' | 'column',
    at: number,
    count: number,
    direction: 'insert' | 'delete',
  ): TypeResult =>
    attempt(() => {
      const sheet = on(name);
      const of = axis === 'row' ? area(at, 0, count, 16_384) : area(0, at, 1_048_576, count);
      const option = `allow${direction === 'insert' ? 'Insert' : 'Delete'}${axis === 'row' ? 'Rows' : 'Columns'}`;
      if (sheet.protection !== undefined && sheet.protection.options[option] !== true)
        throw accessDenied(`${direction} ${axis}s`);
      if (direction === 'delete') checkUnlocked(sheet, [of], 'delete');
      shiftCells(desk, sheet, axis, of, direction);
    });
  return {
    type: (name, address, values) => {
      const sheet = on(name);
      const start = parseOneArea(address);
      const grid: readonly (readonly Typed[])[] = typeof values === 'object' ? values : [[values]];
      for (const [down, line] of grid.entries())
        for (const [across, value] of line.entries()) {
          const result = typeOne(desk, sheet, start.row + down, start.column + across, value);
          if (!result.accepted) return result;
        }
      return accepted;
    },
    paste: (name, address, values) => {
      const sheet = on(name);
      const start = parseOneArea(address);
      const of = area(start.row, start.column, values.length, values[0]?.length ?? 0);
      if (sheet.protection !== undefined && holdsLocked(sheet, of)) return refused(PROTECTED);
      return attempt(() =>
        changing(desk, sheet, of, () => enterAll(book, sheet, of, (row, column) => values[row]?.[column] ?? '')),
      );
    },
    clear: (name, address) => {
      const sheet = on(name);
      const areas = parseAreas(address);
      if (sheet.protection !== undefined && areas.some((of) => holdsLocked(sheet, of))) return refused(PROTECTED);
      for (const of of areas) changing(desk, sheet, of, () => clearContents(book, sheet, of));
      return accepted;
    },
    select: (name, address) => select(desk, on(name), parseAreas(address)),
    activate: (name) => activate(desk, on(name)),
    filterRows: (name, isShown) => {
      const sheet = on(name);
      if (sheet.filter === undefined) throw new Error(`${name} has no filter to use.`);
      if (sheet.protection !== undefined && sheet.protection.options['allowAutoFilter'] !== true)
        throw accessDenied('filter');
      const { area: of } = sheet.filter;
      for (let row = of.row + 1; row <= lastRow(of); row += 1) setFiltered(sheet, row, !isShown(row));
      desk.events.raise('rowHiddenChanged', sheet, { changeType: 'Hidden', address: addressOf(of) });
    },
    sort: (name, address, column, ascending = true) =>
      attempt(() => {
        const sheet = on(name);
        const of = parseOneArea(address);
        if (sheet.protection !== undefined && sheet.protection.options['allowSort'] !== true)
          throw accessDenied('sort');
        checkUnlocked(sheet, [of], 'sort');
        sortRows(desk, sheet, of, [{ key: column - of.column, ascending }]);
      }),
    insertRows: (name, before, count = 1) => shift(name, 'row', before, count, 'insert'),
    deleteRows: (name, from, count = 1) => shift(name, 'row', from, count, 'delete'),
    insertColumns: (name, before, count = 1) => shift(name, 'column', before, count, 'insert'),
    deleteColumns: (name, from, count = 1) => shift(name, 'column', from, count, 'delete'),
    renameSheet: (name, to) => renameSheet(desk, on(name), to),
    deleteSheet: (name) => deleteSheet(desk, on(name)),
    editing: setEditing,
  };
}

const PROTECTED = 'The cell or chart you are trying to change is on a protected sheet.';

function typeOne(desk: Desk, sheet: Sheet, row: number, column: number, value: Typed): TypeResult {
  const of = cornerOf(sheet, row, column);
  if (sheet.protection !== undefined && holdsLocked(sheet, of)) return refused(PROTECTED);
  const before = snapshot(sheet, of);
  try {
    enterAll(desk.book, sheet, of, () => value);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refused('There is a problem with this formula.');
  }
  const alert = alertAt(desk, sheet, of);
  if (alert !== undefined) {
    putBack(desk, sheet, of, before);
    return { accepted: false, alert };
  }
  const after = snapshot(sheet, of);
  putBack(desk, sheet, of, before);
  changing(desk, sheet, of, () => putBack(desk, sheet, of, after));
  growFilter(sheet, of);
  return accepted;
}

/** Typing into merged cells goes to their first. */
function cornerOf(sheet: Sheet, row: number, column: number): Area {
  const merge = sheet.merges.find((one) => contains(one, row, column));
  return merge === undefined ? area(row, column) : area(merge.row, merge.column);
}

interface Snapshot {
  readonly content: Content;
  readonly format: number;
}

const snapshot = ({ grid }: Sheet, { row, column }: Area): Snapshot => ({
  content: contentAt(grid, row, column),
  format: formatIdAt(grid, row, column),
});

function putBack({ book }: Desk, { grid }: Sheet, { row, column }: Area, { content, format }: Snapshot): void {
  putContent(grid, row, column, content);
  if (formatIdAt(grid, row, column) !== format) putFormatId(grid, row, column, format);
  book.changes += 1;
}

/** The box of the cell's validation; a warning or information is taken as answered with No or Cancel. */
function alertAt(desk: Desk, sheet: Sheet, { row, column }: Area): TypeResult['alert'] {
  const setting = validationAt(sheet, row, column)?.setting;
  const { showAlert, style, title, message } = setting?.errorAlert ?? {};
  if (setting === undefined || showAlert === false || isAllowedIn(desk.book, sheet, row, column)) return undefined;
  // A blank is never stopped when it is typed, whatever the rule says about blanks.
  if (typedAt(sheet, row, column) === '') return undefined;
  const said = (given: unknown, otherwise: string): string =>
    typeof given === 'string' && given !== '' ? given : otherwise;
  return {
    style: said(style, 'Stop'),
    title: said(title, 'Microsoft Excel'),
    message: said(message, "This value doesn't match the data validation restrictions defined for this cell."),
  };
}

/** A row typed right under a filter becomes part of it. */
function growFilter(sheet: Sheet, of: Area): void {
  const { filter } = sheet;
  if (filter === undefined || of.row !== lastRow(filter.area) + 1) return;
  if (intersection({ ...filter.area, rows: filter.area.rows + 1 }, of) === undefined) return;
  const used = usedArea(sheet.grid, true);
  if (used !== undefined && lastRow(used) >= of.row) filter.area = { ...filter.area, rows: filter.area.rows + 1 };
}
