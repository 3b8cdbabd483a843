import { invalidArgument } from './refusal';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Longer addresses are cut by Excel, which then cannot read them. */
const MAX_ADDRESS = 8_192;

/** A block of cells, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
export const wholeSheet = area(0, 0, MAX_ROWS, MAX_COLUMNS);
export const lastRow = (of: Area): number => of.row + of.rows - 1;
export const lastColumn = (of: Area): number => of.column + of.columns - 1;
export const cellCount = (of: Area): number => of.rows * of.columns;
export const isWholeColumns = (of: Area): boolean => of.row === 0 && of.rows === MAX_ROWS;
export const isWholeRows = (of: Area): boolean => of.column === 0 && of.columns === MAX_COLUMNS;
export const isUnbounded = (of: Area): boolean => isWholeColumns(of) || isWholeRows(of);

export const contains = (of: Area, row: number, column: number): boolean =>
  row >= of.row && row <= lastRow(of) && column >= of.column && column <= lastColumn(of);

export const sameArea = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;

export function between(top: number, left: number, bottom: number, right: number): Area {
  return area(top, left, bottom - top + 1, right - left + 1);
}

export function intersection(one: Area, other: Area): Area | undefined {
  const top = Math.max(one.row, other.row);
  const left = Math.max(one.column, other.column);
  const bottom = Math.min(lastRow(one), lastRow(other));
  const right = Math.min(lastColumn(one), lastColumn(other));
  return top <= bottom && left <= right ? between(top, left, bottom, right) : undefined;
}

export function bounding(one: Area, other: Area): Area {
  return between(
    Math.min(one.row, other.row),
    Math.min(one.column, other.column),
    Math.max(lastRow(one), lastRow(other)),
    Math.max(lastColumn(one), lastColumn(other)),
  );
}

/** What is left of `whole` outside `hole`, in at most four blocks. */
function without(whole: Area, hole: Area): Area[] {
  const cut = intersection(whole, hole);
  if (cut === undefined) return [whole];
  const left: Area[] = [];
  if (cut.row > whole.row) left.push(between(whole.row, whole.column, cut.row - 1, lastColumn(whole)));
  if (lastRow(cut) < lastRow(whole))
    left.push(between(lastRow(cut) + 1, whole.column, lastRow(whole), lastColumn(whole)));
  if (cut.column > whole.column) left.push(between(cut.row, whole.column, lastRow(cut), cut.column - 1));
  if (lastColumn(cut) < lastColumn(whole))
    left.push(between(cut.row, lastColumn(cut) + 1, lastRow(cut), lastColumn(whole)));
  return left;
}

export const withoutAll = (from: readonly Area[], hole: Area): Area[] => from.flatMap((whole) => without(whole, hole));

export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** `B2`, `A1:C3`, `A:C`, `1:3`: as Excel writes an address, without the sheet. */
export function addressOf(of: Area): string {
  if (isWholeColumns(of)) return `${columnName(of.column)}:${columnName(lastColumn(of))}`;
  if (isWholeRows(of)) return `${of.row + 1}:${lastRow(of) + 1}`;
  const first = cellName(of.row, of.column);
  return cellCount(of) === 1 ? first : `${first}:${cellName(lastRow(of), lastColumn(of))}`;
}

export function quotedSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

export const fullAddress = (sheet: string, of: Area): string => `${quotedSheet(sheet)}!${addressOf(of)}`;

/** Splits `'My sheet'!A1:B2` in its sheet, if it names one, and the rest. */
export function splitSheet(address: string): { sheet: string | undefined; rest: string } {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address);
  if (found === null) return { sheet: undefined, rest: address };
  return { sheet: found[1]?.replaceAll("''", "'") ?? found[2], rest: found[3] ?? '' };
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function spanning(rows: readonly [number, number], columns: readonly [number, number]): Area | undefined {
  const of = between(Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns));
  const fits = of.row >= 0 && of.column >= 0 && lastRow(of) < MAX_ROWS && lastColumn(of) < MAX_COLUMNS;
  return fits ? of : undefined;
}

/** The block that an address without a sheet names; undefined where it names none. */
export function parseArea(address: string): Area | undefined {
  const cell = CELL.exec(address);
  if (cell !== null) {
    const [row, column] = [Number(cell[2]) - 1, columnNumber(cell[1] ?? '')];
    return spanning([row, row], [column, column]);
  }
  const cells = CELLS.exec(address);
  if (cells !== null)
    return spanning(
      [Number(cells[2]) - 1, Number(cells[4]) - 1],
      [columnNumber(cells[1] ?? ''), columnNumber(cells[3] ?? '')],
    );
  const columns = COLUMNS.exec(address);
  if (columns !== null)
    return spanning([0, MAX_ROWS - 1], [columnNumber(columns[1] ?? ''), columnNumber(columns[2] ?? '')]);
  const rows = ROWS.exec(address);
  if (rows !== null) return spanning([Number(rows[1]) - 1, Number(rows[2]) - 1], [0, MAX_COLUMNS - 1]);
  return undefined;
}

/** Blocks of an address list such as `A7:B9,A12`; sheet names in it are dropped. */
export function parseAreas(address: string): Area[] {
  if (address.length > MAX_ADDRESS) throw invalidArgument(`an address of ${address.length} characters`);
  return address.split(/[,;]/).map((part) => {
    const found = parseArea(splitSheet(part.trim()).rest);
    if (found === undefined) throw invalidArgument(`the address ${part}`);
    return found;
  });
}

export function parseOneArea(address: string): Area {
  const [first, second] = parseAreas(address);
  if (first === undefined || second !== undefined) throw invalidArgument(`the address ${address}`);
  return first;
}
