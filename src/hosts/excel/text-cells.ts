import type { Cell } from '../../core/kernel/cell';

/** Excel takes a text that begins so for a formula, whatever the format of its cell; an apostrophe in front keeps it text. */
const LIKE_A_FORMULA = /^[=+\-@']/;

/** The value to send so that a cell formatted as text shows exactly this. */
export function sendable(cell: Cell): Cell {
  return typeof cell === 'string' && LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The value to send so that any cell shows exactly this: `Apr 2026` would become a date in a cell of the standard format. */
export function asText(cell: Cell): Cell {
  return typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;
}

export function isMarkedText(cell: Cell | null): cell is string {
  return typeof cell === 'string' && cell.startsWith("'");
}
