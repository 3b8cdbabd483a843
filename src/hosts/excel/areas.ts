import type { Cell } from '../../core/kernel/cell';
import type { ColumnEdit } from '../../core/workbook';
import { BLOCK_BYTES, bytesOf, cutRows, type Sent } from './blocks';

/** A rectangle of cells to write; null leaves a cell as it is. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly values: Sent[][];
}

/** Untouched cells between two edits of a column that are cheaper to send as null than as another area. */
const GAP = 24;

interface Strip {
  readonly row: number;
  readonly end: number;
  readonly column: number;
  readonly values: ReadonlyMap<number, Cell>;
}

/** Scattered edits as few rectangles: runs of a column with small gaps, side by side where they cover the same rows. */
export function areasOf(columns: readonly ColumnEdit[], sent: (cell: Cell) => Cell): Area[] {
  const strips = columns.flatMap(stripsOf).sort((a, b) => a.row - b.row || a.end - b.end || a.column - b.column);
  const areas: Area[] = [];
  for (let index = 0; index < strips.length;) {
    const first = strips[index];
    if (first === undefined) break;
    let last = index + 1;
    while (last < strips.length && isBeside(first, strips[last], last - index)) last += 1;
    areas.push(...cut(areaOf(strips.slice(index, last), first, sent)));
    index = last;
  }
  return areas;
}

function isBeside(first: Strip, next: Strip | undefined, distance: number): boolean {
  return next?.row === first.row && next.end === first.end && next.column === first.column + distance;
}

function stripsOf({ column, values }: ColumnEdit): Strip[] {
  const rows = [...values.keys()].sort((a, b) => a - b);
  const strips: Strip[] = [];
  let start = rows[0];
  let before = start;
  for (const row of rows.slice(1)) {
    if (start === undefined || before === undefined) break;
    if (row - before > GAP) {
      strips.push({ row: start, end: before + 1, column, values });
      start = row;
    }
    before = row;
  }
  if (start !== undefined && before !== undefined) strips.push({ row: start, end: before + 1, column, values });
  return strips;
}

function areaOf(strips: readonly Strip[], { row, end, column }: Strip, sent: (cell: Cell) => Cell): Area {
  const values: Sent[][] = [];
  for (let at = row; at < end; at += 1) {
    values.push(
      strips.map((strip) => {
        const cell = strip.values.get(at);
        return cell === undefined ? null : sent(cell);
      }),
    );
  }
  return { row, column, values };
}

function cut({ row, column, values }: Area): Area[] {
  return [...cutRows(values)].map(([from, to]) => ({ row: row + from, column, values: values.slice(from, to) }));
}

/** What an area costs in a request besides its cells: a path, a load, a write. */
const AREA_BYTES = 400;

/** Areas put together to requests of at most a block each. */
export function* requestsOf<T extends Area>(areas: readonly T[], limit = BLOCK_BYTES): Generator<T[]> {
  let [request, bytes]: [T[], number] = [[], 0];
  for (const area of areas) {
    let own = AREA_BYTES;
    for (const line of area.values) for (const cell of line) own += bytesOf(cell);
    if (request.length > 0 && bytes + own > limit) {
      yield request;
      [request, bytes] = [[], 0];
    }
    request.push(area);
    bytes += own;
  }
  if (request.length > 0) yield request;
}
