import type { Cell } from '../../core/kernel/cell';

/**
 * Bytes of cells in one request. Excel on the web takes 5 MB; the library builds and copies each request on the pane's
 * own thread, so smaller blocks keep the pane smooth (docs/benchmarks.md).
 */
export const BLOCK_BYTES = 320 * 1024;

/** What goes into `range.values`; null leaves the cell as it is. */
export type Sent = Cell | null;

/** Bytes of a cell in the JSON of a request, with the comma behind it; never less than it takes. */
export function bytesOf(cell: Sent): number {
  if (cell === null) return 5;
  if (typeof cell !== 'string') return String(cell).length + 1;
  let bytes = cell.length + 3;
  for (let index = 0; index < cell.length; index += 1) {
    const code = cell.charCodeAt(index);
    if (code > 0x7e) bytes += 2;
    else if (code < 0x20) bytes += 5;
    else if (code === 0x22 || code === 0x5c) bytes += 1;
  }
  return bytes;
}

function rowBytes(row: readonly Sent[]): number {
  let bytes = 3;
  for (const cell of row) bytes += bytesOf(cell);
  return bytes;
}

/** Where to cut rows so that no block is above the limit; a row alone may be. `[from, to)`, in order. */
export function* cutRows(
  rows: readonly (readonly Sent[])[],
  limit = BLOCK_BYTES,
): Generator<readonly [number, number]> {
  let [from, bytes] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const own = rowBytes(row);
    if (index > from && bytes + own > limit) {
      yield [from, index];
      [from, bytes] = [index, 0];
    }
    bytes += own;
  }
  if (from < rows.length) yield [from, rows.length];
}
