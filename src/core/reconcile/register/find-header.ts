import { rawText, type Merge, type RawCell, type RawSheet } from '../../kernel/raw-sheet';
import { readHeading } from './heading';
import { readAmount } from './read-amount';
import { readWrittenDate } from './read-date';

/** Where the headings are: indexes of rows from 0, both inside; `last` is -1 where there are none. */
export interface HeaderPlace {
  readonly first: number;
  readonly last: number;
}

/** Titles, addresses and periods above the headings take fewer rows than this. */
const SEARCHED = 200;
const MOST_ROWS = 3;
/** A rate or a year may stand among the headings. */
const MOSTLY = 0.8;

/** Finds the one to three rows in which the most fields are named. */
export function findHeader(sheet: RawSheet): HeaderPlace {
  const rows = fillMerges(sheet.rows.slice(0, SEARCHED + MOST_ROWS), sheet.merges ?? [], () => true);
  let best = { place: { first: 0, last: -1 }, score: 0 };
  for (let first = 0; first < Math.min(rows.length, SEARCHED); first += 1) {
    if (!isHeadingRow(rows[first], MOSTLY)) continue;
    for (let last = first; last < Math.min(first + MOST_ROWS, rows.length); last += 1) {
      if (last > first && !isHeadingRow(rows[last], 1)) break;
      // A title above the headings names nothing, so of two places the one with fewer rows is right.
      const score = 10 * scoreOf(headingsOf(rows, { first, last })) - (last - first);
      if (score > best.score) best = { place: { first, last }, score };
    }
  }
  return best.place;
}

/** Headings hold words: no amount, no date, and nothing that only data has. `share` of them must. */
function isHeadingRow(row: readonly RawCell[] | undefined, share: number): boolean {
  const filled = (row ?? []).filter((cell) => rawText(cell) !== '');
  return filled.length > 1 && filled.filter(isHeading).length >= share * filled.length;
}

function isHeading(cell: RawCell): boolean {
  if (typeof cell !== 'string') return false;
  if (readAmount(cell).kind === 'amount') return false;
  return /\p{L}/u.test(cell) ? !['day', 'either'].includes(readWrittenDate(cell).kind) : cell.length < 4;
}

/** Fields that are named, a sure name counting twice; nothing where neither a number nor a GSTIN is among them. */
function scoreOf(headings: readonly (readonly string[])[]): number {
  const fields = new Map<string, number>();
  for (const parts of headings) {
    const [reading] = readHeading(parts);
    if (reading === undefined) continue;
    fields.set(reading.field, Math.max(fields.get(reading.field) ?? 0, reading.sure ? 2 : 1));
  }
  if (fields.size < 2 || !(fields.has('number') || fields.has('gstin'))) return 0;
  return [...fields.values()].reduce((sum, points) => sum + points, 0);
}

/** The heading of each column, from the top; a group's heading stands for the columns right of it that have none. */
export function headingsOf(rows: readonly (readonly RawCell[])[], { first, last }: HeaderPlace): string[][] {
  const width = Math.max(0, ...rows.slice(first, last + 1).map((row) => row.length));
  const headings: string[][] = Array.from({ length: width }, () => []);
  for (let at = first; at <= last; at += 1) {
    let group = '';
    for (let column = 0; column < width; column += 1) {
      const own = rawText(rows[at]?.[column]);
      const below = at < last && rawText(rows[at + 1]?.[column]) !== '';
      group = own !== '' ? own : below ? group : '';
      headings[column]?.push(own !== '' ? own : at < last ? group : '');
    }
  }
  return headings;
}

/** Rows in which merged cells hold what their first one holds; `canFill` says for which columns. Other rows are the same arrays. */
export function fillMerges(
  rows: readonly (readonly RawCell[])[],
  merges: readonly Merge[],
  canFill: (column: number) => boolean,
): readonly (readonly RawCell[])[] {
  if (merges.length === 0) return rows;
  const filled = new Map<number, RawCell[]>();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (const { top, left, bottom, right } of merges) {
    const cell = rows[top]?.[left];
    if (cell === undefined || rawText(cell) === '') continue;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const cells = filled.get(row) ?? [...(rows[row] ?? [])];
      for (let column = left; column <= Math.min(right, width - 1); column += 1) {
        if (!canFill(column)) continue;
        while (cells.length <= column) cells.push('');
        cells[column] = cell;
      }
      filled.set(row, cells);
    }
  }
  return rows.map((row, index) => filled.get(index) ?? row);
}
