import { BLANK, textOf, type Cell } from '../kernel/cell';

/** The cell to the right of a label on Home; blank where the label is gone. */
export function besideLabel(
  home: readonly (readonly Cell[])[],
  label: string,
): { row: number; column: number; cell: Cell } | undefined {
  for (const [row, cells] of home.entries()) {
    const column = cells.findIndex((cell) => typeof cell === 'string' && textOf(cell) === label);
    if (column >= 0) return { row, column: column + 1, cell: cells[column + 1] ?? BLANK };
  }
  return undefined;
}
