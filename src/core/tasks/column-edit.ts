import type { Cell } from '../kernel/cell';
import type { ColumnEdit } from '../workbook';
import type { BookSheet } from './open-book';
import type { ToolColumn } from './headings';

/** The record keys of the rows that these columns change, so that no host writes them into other rows. */
export function guardOf({ tools, cells }: BookSheet, columns: readonly ColumnEdit[]): { guard?: ColumnEdit } {
  const column = tools.get('key');
  if (column === undefined) return {};
  const rows = new Set(columns.flatMap(({ values }) => [...values.keys()]));
  return { guard: { column, values: new Map([...rows].map((row) => [row, cells[row]?.[column] ?? ''])) } };
}

/** The cells of a tool column that must change to show `value`, in these rows or in all below the headings. */
export function columnEdit(
  sheet: BookSheet,
  tool: ToolColumn,
  value: (row: number) => Cell,
  rows?: readonly number[],
): ColumnEdit | undefined {
  const column = sheet.tools.get(tool);
  if (column === undefined) return undefined;
  const values = new Map<number, Cell>();
  const put = (row: number): void => {
    const wanted = value(row);
    if ((sheet.cells[row]?.[column] ?? '') !== wanted) values.set(row, wanted);
  };
  if (rows !== undefined) rows.forEach(put);
  else for (let row = sheet.headingRow + 1; row < sheet.cells.length; row += 1) put(row);
  return values.size === 0 ? undefined : { column, values };
}
