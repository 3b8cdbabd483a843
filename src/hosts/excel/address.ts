import { columnAt, columnLetters } from '../../core/language/address';
import type { RowSpan } from '../../core/workbook';

/** A1 notation as a rectangle, from 0. Whole columns (`A:C`) and rows (`7:9`) are open at one side. */
export interface Rectangle extends RowSpan {
  readonly column: number;
  readonly columns: number;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;
const PART = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/;

/** A rectangle as an address, `A7:C9`. */
export function cellsAddress(row: number, column: number, rows: number, columns: number): string {
  return `${columnLetters(column)}${String(row + 1)}:${columnLetters(column + columns - 1)}${String(row + rows)}`;
}

/** The rectangles of an address such as `'B2B'!A7:C9,'B2B'!A12`; parts that are none are left out. */
export function rectanglesOf(address: string): Rectangle[] {
  // A sheet's name may hold a comma, so names in apostrophes go first.
  const bare = address.replace(/'(?:[^']|'')*'!/g, '');
  return bare.split(',').flatMap((part) => rectangleOf(part.slice(part.lastIndexOf('!') + 1).trim()) ?? []);
}

function rectangleOf(part: string): Rectangle | undefined {
  const found = PART.exec(part);
  if (found === null || part === '') return undefined;
  const [, fromColumn, fromRow, toColumn, toRow] = found;
  const single = !part.includes(':');
  const column = fromColumn === undefined ? 0 : columnAt(fromColumn, 0, fromColumn.length);
  const row = fromRow === undefined ? 0 : Number(fromRow) - 1;
  const lastColumn = toColumn === undefined ? (single ? column : COLUMNS - 1) : columnAt(toColumn, 0, toColumn.length);
  const lastRow = toRow === undefined ? (single ? row : ROWS - 1) : Number(toRow) - 1;
  return { row, rows: lastRow - row + 1, column, columns: lastColumn - column + 1 };
}
