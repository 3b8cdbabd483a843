import { type Area, contains, lastColumn, lastRow, addressOf } from './area';
import type { Book } from './book';
import { contentAt, distinctFormats, formatIdAt, putContent, putFormatId, storedRows, type Content } from './grid';
import { MAX_TEXT, readEntry } from './input';
import { accessDenied, invalidArgument } from './refusal';
import type { Sheet } from './sheet';

export type Given = string | number | boolean | null;

/** Protection stops the add-in as it stops the person: no cell that is locked may change. */
export function checkUnlocked(sheet: Sheet, of: readonly Area[], what: string): void {
  if (sheet.protection !== undefined && of.some((one) => holdsLocked(sheet, one)))
    throw accessDenied(`${what} ${of.map(addressOf).join(',')} of the protected sheet ${sheet.name}`);
}

export function holdsLocked(sheet: Sheet, of: Area): boolean {
  for (const id of distinctFormats(sheet.grid, of)) if (sheet.grid.formats.at(id).locked) return true;
  return false;
}

/** Puts one value into one cell as Excel reads it, with the number format that it may bring. */
function enter(book: Book, sheet: Sheet, row: number, column: number, value: string | number | boolean): void {
  const id = formatIdAt(sheet.grid, row, column);
  const { numberFormat } = book.formats.at(id);
  const entry = readEntry(value, numberFormat, book.dateOrder, book.thisYear);
  if (entry === undefined) throw invalidArgument(`the formula ${String(value)}`);
  if (typeof entry.content === 'string' && entry.content.length > MAX_TEXT)
    throw invalidArgument(`a text of ${entry.content.length} characters`);
  putContent(sheet.grid, row, column, entry.content);
  if (entry.numberFormat !== undefined && numberFormat === 'General')
    putFormatId(sheet.grid, row, column, book.formats.patched(id, { numberFormat: entry.numberFormat }));
}

/** A block of values; null leaves its cell alone. Cells below the corner of a merge take nothing. */
export function enterAll(book: Book, sheet: Sheet, of: Area, given: (row: number, column: number) => Given): void {
  for (let row = of.row; row <= lastRow(of); row += 1)
    for (let column = of.column; column <= lastColumn(of); column += 1) {
      const value = given(row - of.row, column - of.column);
      if (value !== null && !isCovered(sheet, row, column)) enter(book, sheet, row, column, value);
    }
  book.changes += 1;
}

function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => contains(merge, row, column) && (merge.row !== row || merge.column !== column));
}

export function clearContents(book: Book, sheet: Sheet, of: Area): void {
  for (const [, { cells }] of storedRows(sheet.grid, of))
    for (let column = of.column; column <= Math.min(lastColumn(of), cells.length - 1); column += 1)
      cells[column] = undefined;
  book.changes += 1;
}

/** What stands in the cell as the person would edit it: a formula with `=`, else the value. */
function asTyped(content: Content): string | number | boolean {
  return content === undefined ? '' : typeof content === 'object' ? content.formula : content;
}

export function typedAt(sheet: Sheet, row: number, column: number): string | number | boolean {
  return asTyped(contentAt(sheet.grid, row, column));
}
