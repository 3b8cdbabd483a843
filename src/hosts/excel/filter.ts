/// <reference types="office-js" />
import type { SheetEdit } from '../../core/workbook';
import { quietly, runExcel, type ExcelPlace } from './excel-run';

/** Rows added right below the filtered ones belong to the filter too; what the user filters by stays. */
export async function growFilter(place: ExcelPlace, { sheet: name, columns, replaceAll }: SheetEdit): Promise<void> {
  if (replaceAll === true) return;
  let last = 0;
  for (const { values } of columns) for (const row of values.keys()) last = Math.max(last, row);
  await runExcel(place, name, async (context) => {
    const { autoFilter } = context.workbook.worksheets.getItem(name);
    const range = autoFilter.getRangeOrNullObject();
    range.load({ rowIndex: true, rowCount: true, columnIndex: true, columnCount: true });
    autoFilter.load({ criteria: true, isDataFiltered: true });
    await context.sync();
    if (range.isNullObject || last < range.rowIndex + range.rowCount) return;
    const grown = context.workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(range.rowIndex, range.columnIndex, last - range.rowIndex + 1, range.columnCount);
    const criteria = autoFilter.isDataFiltered ? autoFilter.criteria : [];
    quietly(context, () => {
      autoFilter.apply(grown);
      for (const [column, wanted] of criteria.entries()) {
        if (isSet(wanted)) autoFilter.apply(grown, column, wanted);
      }
    });
    await context.sync();
  });
}

/** A column that is not filtered by has criteria without content, whatever the types say. */
function isSet(criteria: Partial<Excel.FilterCriteria>): criteria is Excel.FilterCriteria {
  return criteria.filterOn !== undefined;
}
