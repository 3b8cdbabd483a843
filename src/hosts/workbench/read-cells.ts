import type { Cell } from '../../core/kernel/cell';
import type { Progress, RowSpan } from '../../core/workbook';
import { createPauses } from './pauses';
import type { SheetCells } from './sheet-cells';

/** Copies the cells of a sheet; the page draws in between. */
export async function readCells(
  sheet: SheetCells,
  span: RowSpan | undefined,
  progress: Progress | undefined,
): Promise<Cell[][]> {
  const rows = sheet.rows();
  const columns = sheet.columns();
  const first = span?.row ?? 0;
  const end = span === undefined ? rows : Math.min(rows, span.row + span.rows);
  const cells: Cell[][] = [];
  const pauses = createPauses();
  for (let row = first; row < end; row += 1) {
    cells.push(lineOf(sheet, row, columns));
    if ((row & 31) === 0 && pauses.due()) {
      progress?.(row - first, end - first);
      await pauses.take();
    }
  }
  progress?.(end - first, end - first);
  return cells;
}

export function lineOf(sheet: SheetCells, row: number, columns: number): Cell[] {
  const line: Cell[] = [];
  for (let column = 0; column < columns; column += 1) line.push(sheet.value(row, column));
  return line;
}
