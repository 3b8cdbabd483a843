import type { ListPlan } from '../../core/workbook';
import type { DrawnSheet } from './drawn-sheet';

/** The list of a cell and what of it this row may choose; undefined where the cell has no list. */
export function offeredList(
  sheet: DrawnSheet,
  row: number,
  column: number,
): { readonly list: ListPlan; readonly items: readonly string[] } | undefined {
  if (row < sheet.view.dataRow) return undefined;
  const list = sheet.view.lists.find((plan) => plan.column === column);
  if (list === undefined) return undefined;
  const flag = sheet.value(row, list.flagColumn);
  return { list, items: flag === list.flag ? list.whenFlagged : list.otherwise };
}
