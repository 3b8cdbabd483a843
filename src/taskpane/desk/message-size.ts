import type { RawCell } from '../../core/kernel/raw-sheet';

/**
 * What one message between the page and a Worker holds: so many short cells cross in a few milliseconds, and the page stays
 * smooth.
 */
export const MESSAGE_WEIGHT = 12_000;

/** Characters that take as long as one more cell. */
const CHARACTERS = 32;

/** How much of a message a cell takes: 1, and more where its text is long, as in the record store. */
export function weightOf(cell: RawCell): number {
  return typeof cell === 'string' ? 1 + Math.floor(cell.length / CHARACTERS) : 1;
}

/** How many of these rows, from one of them on, go in one message; one at least. */
export function rowsInMessage(rows: readonly (readonly RawCell[] | null)[], from: number): number {
  let weight = 0;
  let count = 0;
  for (let row = from; row < rows.length; row += 1) {
    // A row without cells takes room too.
    weight = (rows[row] ?? []).reduce((sum: number, cell) => sum + weightOf(cell), weight + 1);
    if (count > 0 && weight > MESSAGE_WEIGHT) break;
    count += 1;
  }
  return Math.max(1, count);
}
