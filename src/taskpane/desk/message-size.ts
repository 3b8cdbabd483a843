/** Cells in one message between the page and a Worker: as many as cross in a few milliseconds, so that the page stays smooth. */
export const MESSAGE_CELLS = 12_000;

/** Rows of so many cells in one message; one at least. */
export function rowsInMessage(width: number): number {
  return Math.max(1, Math.floor(MESSAGE_CELLS / Math.max(1, width)));
}
