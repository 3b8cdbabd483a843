import { textOf, type Cell } from '../core/kernel/cell';
import { toolHeadings } from '../core/tasks/headings';
import { reasonsOf } from '../core/tasks/mark-findings';

/** Headings are looked for in this corner: rows above them and columns before them may be the user's own. */
const ROWS = 30;
const COLUMNS = 80;

/** What the last check says about a marked cell; undefined where it is not marked, or on a sheet of no records. */
export function reasonOfCell(
  row: number,
  column: number,
  cellAt: (row: number, column: number) => Cell,
): string | undefined {
  for (let top = 0; top < Math.min(row, ROWS); top += 1) {
    const at = { marks: -1, sheetErrors: -1 };
    for (let across = 0; across < COLUMNS; across += 1) {
      const heading = cellAt(top, across);
      if (heading === toolHeadings.marks) at.marks = across;
      if (heading === toolHeadings.sheetErrors) at.sheetErrors = across;
    }
    if (at.marks < 0 || at.sheetErrors < 0) continue;
    return reasonsOf(textOf(cellAt(row, at.marks)), textOf(cellAt(top, column)), textOf(cellAt(row, at.sheetErrors)));
  }
  return undefined;
}
