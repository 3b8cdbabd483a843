import { addressOf, cellName, parseOneArea } from './model/area';
import { sheetOf, type Book } from './model/book';
import { contentAt, formatIdAt, usedArea } from './model/grid';
import type { Format } from './model/format';
import { valueAt } from './model/calculate';
import { shownAt, type Shown } from './model/shown';
import type { Sheet } from './model/sheet';
import { plainValue } from './desk';

/** The workbook as tests look at it, past the library. */
export interface HostBook {
  /** the state itself, for what has no shorter way */
  readonly state: Book;
  readonly sheetNames: () => string[];
  readonly sheet: (name: string) => Sheet;
  readonly value: (sheet: string, address: string) => string | number | boolean;
  readonly values: (sheet: string, address?: string) => (string | number | boolean)[][];
  /** with `=`, or undefined where there is none */
  readonly formula: (sheet: string, address: string) => string | undefined;
  readonly format: (sheet: string, address: string) => Format;
  /** A cell as a person sees it, conditional formats included. */
  readonly shown: (sheet: string, address: string) => Shown;
  /** address of the block around all contents, or undefined */
  readonly used: (sheet: string) => string | undefined;
  /** addresses of the cells that show a formula error, in the whole workbook */
  readonly errors: () => string[];
}

export function createHostBook(book: Book): HostBook {
  const at = (name: string, address: string): { sheet: Sheet; row: number; column: number } => {
    const { row, column } = parseOneArea(address);
    return { sheet: sheetOf(book, name), row, column };
  };
  return {
    state: book,
    sheetNames: () => book.sheets.map(({ name }) => name),
    sheet: (name) => sheetOf(book, name),
    value: (name, address) => {
      const { sheet, row, column } = at(name, address);
      return plainValue(valueAt(book, sheet, row, column));
    },
    values: (name, address) => {
      const sheet = sheetOf(book, name);
      const of = address === undefined ? usedArea(sheet.grid, true) : parseOneArea(address);
      if (of === undefined) return [];
      return Array.from({ length: of.rows }, (_, row) =>
        Array.from({ length: of.columns }, (_cell, column) =>
          plainValue(valueAt(book, sheet, of.row + row, of.column + column)),
        ),
      );
    },
    formula: (name, address) => {
      const { sheet, row, column } = at(name, address);
      const content = contentAt(sheet.grid, row, column);
      return typeof content === 'object' ? content.formula : undefined;
    },
    format: (name, address) => {
      const { sheet, row, column } = at(name, address);
      return book.formats.at(formatIdAt(sheet.grid, row, column));
    },
    shown: (name, address) => {
      const { sheet, row, column } = at(name, address);
      return shownAt(book, sheet, row, column);
    },
    used: (name) => {
      const of = usedArea(sheetOf(book, name).grid, true);
      return of === undefined ? undefined : addressOf(of);
    },
    errors: () =>
      book.sheets.flatMap((sheet) =>
        sheet.grid.lines.flatMap((line, row) =>
          (line?.cells ?? []).flatMap((content, column) => {
            if (typeof content !== 'object') return [];
            const value = valueAt(book, sheet, row, column);
            return typeof value === 'object' ? [`${sheet.name}!${cellName(row, column)} ${value.error}`] : [];
          }),
        ),
      ),
  };
}
