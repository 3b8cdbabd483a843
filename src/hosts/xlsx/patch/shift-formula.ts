import { columnAt, columnLetters } from '../../../core/language/address';
import { COLUMNS, ROWS } from './address';

/**
 * Texts, quoted sheet names, brackets of tables and other books, whole columns, whole rows, and words with the bracket or
 * exclamation mark that makes them a function or a sheet. A word is always taken whole.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\w.(!$])|\$?\d+:\$?\d+(?![\w.(!$])|[\w$.\\?\u0080-\uFFFF]+[(!]?/g;
const REFERENCE = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/;
const HALF = /^(\$?)([A-Z]{1,3}|\d{1,7})$/;

/**
 * The formula as Excel would fill it that many rows down and columns to the right: cells without `$` move along, and
 * around the edges of the sheet as in shared formulas (ECMA-376 part 1, 18.3.1.40). Takes the text without XML escapes.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const moved = (fixed: string, name: string): string => {
    if (fixed !== '') return fixed + name;
    if (/\d/.test(name)) return String(around(Number(name) - 1 + rows, ROWS) + 1);
    return columnLetters(around(columnAt(name, 0, name.length) + columns, COLUMNS));
  };
  return formula.replace(TOKEN, (token) => {
    const cell = REFERENCE.exec(token);
    if (cell !== null) {
      const [, fixedColumn = '', column = '', fixedRow = '', row = ''] = cell;
      // XFE1 and A1048577 lie outside of the sheet, so they are names.
      if (columnAt(column, 0, column.length) >= COLUMNS || Number(row) > ROWS || Number(row) === 0) return token;
      return moved(fixedColumn, column) + moved(fixedRow, row);
    }
    const halves = token.split(':').map((half) => HALF.exec(half));
    if (halves.length !== 2 || /^["'[]/.test(token)) return token;
    return halves.map((half) => (half === null ? '' : moved(half[1] ?? '', half[2] ?? ''))).join(':');
  });
}

function around(place: number, size: number): number {
  return (place + size) % size;
}
