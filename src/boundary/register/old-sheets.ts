import { CFB, read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { dayNumber, makeDay } from '../../core/kernel/day';
import type { RawCell, RawSheet } from '../../core/kernel/raw-sheet';

/** What a sheet holds at most [Excel]. A file may say more, and is cut there. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * The sheets of what is named .xls: Excel's binary form, or the text of an XML spreadsheet or of a web page with tables.
 * Throws the library's error where it cannot be read; its message names the password where there is one.
 */
export function readOldSheets(source: Uint8Array | string): RawSheet[] {
  const book = read(typeof source === 'string' ? source : withoutProperties(source), {
    type: typeof source === 'string' ? 'string' : 'array',
    // Cells of a web page stay the text that they are: the library would read 05/07/2026 as 7 May.
    raw: true,
    dense: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    bookVBA: false,
  });
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet === undefined || isHidden ? [] : [toRawSheet(name, sheet, countsFrom1904(book))];
  });
}

const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
const PROPERTIES = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'];

/**
 * The file without its title, author and the like, of which we need nothing: the library believes their count, and a
 * damaged one makes it fill the memory.
 */
function withoutProperties(bytes: Uint8Array): Uint8Array {
  if (CONTAINER.some((byte, at) => bytes[at] !== byte)) return bytes;
  const container = containers.read(bytes, { type: 'array' });
  const held = PROPERTIES.filter((name) => containers.find(container, name) !== null);
  if (held.length === 0) return bytes;
  for (const name of held) containers.utils.cfb_del(container, `/${name}`);
  return new Uint8Array(containers.write(container, { type: 'array' }));
}

/** What we use of the library's containers, which it leaves without types. */
const containers = CFB as {
  read(bytes: Uint8Array, options: { type: 'array' }): object;
  find(container: object, name: string): object | null;
  write(container: object, options: { type: 'array' }): ArrayLike<number>;
  readonly utils: { cfb_del(container: object, path: string): boolean };
};

function countsFrom1904(book: WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}

function toRawSheet(name: string, sheet: WorkSheet, date1904: boolean): RawSheet {
  const lines: (CellObject | null)[][] = sheet['!data'] ?? [];
  const rows: RawCell[][] = [];
  for (let at = 0; at < Math.min(lines.length, MOST_ROWS); at += 1) rows.push(toCells(lines[at] ?? [], date1904));
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, rows, merges };
}

function toCells(line: (CellObject | null)[], date1904: boolean): RawCell[] {
  const row: RawCell[] = [];
  for (let column = 0; column < Math.min(line.length, MOST_COLUMNS); column += 1)
    row.push(toCell(line[column] ?? undefined, date1904));
  return row;
}

function toCell(cell: CellObject | undefined, date1904: boolean): RawCell {
  if (cell === undefined || cell.t === 'z') return '';
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.t === 'n' && typeof cell.v === 'number') return isDate(cell) ? dateOf(cell.v, date1904) : cell.v;
  return typeof cell.v === 'string' || typeof cell.v === 'boolean' ? cell.v : '';
}

/** What we use of the library's reading of number formats, which it leaves without types. */
const formats = SSF as {
  is_date(format: string): boolean;
  parse_date_code(serial: number, options: { date1904: boolean }): { d: number; m: number; y: number } | null;
};

function isDate({ z }: CellObject): boolean {
  return typeof z === 'string' && formats.is_date(z);
}

/** A time of day alone, or a number below all days, stays a number. */
function dateOf(serial: number, date1904: boolean): RawCell {
  const parts = formats.parse_date_code(serial, { date1904 });
  const date = parts === null ? '' : makeDay(parts.d, parts.m, parts.y);
  return dayNumber(date) === undefined ? serial : { date };
}
