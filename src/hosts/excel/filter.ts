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

/** Leaves only rows with one of these texts in a column; the filter's other criteria go. Without texts it leaves all. */
export async function filterBy(
  place: ExcelPlace,
  name: string,
  headingRow: number,
  column: number,
  texts: readonly string[],
): Promise<void> {
  await runExcel(place, name, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const { autoFilter } = sheet;
    const range = autoFilter.getRangeOrNullObject();
    range.load({ rowIndex: true, columnIndex: true, columnCount: true });
    autoFilter.load({ isDataFiltered: true });
    const used = sheet.getUsedRange(true);
    used.load({ rowIndex: true, rowCount: true, columnIndex: true, columnCount: true });
    await context.sync();
    const isThere =
      !range.isNullObject && range.columnIndex <= column && column < range.columnIndex + range.columnCount;
    const bottom = used.rowIndex + used.rowCount;
    const whole = sheet.getRangeByIndexes(headingRow, 0, bottom - headingRow, used.columnIndex + used.columnCount);
    const filtered = isThere ? range : whole;
    const first = isThere ? range.columnIndex : 0;
    quietly(context, () => {
      if (isThere && autoFilter.isDataFiltered) autoFilter.clearCriteria();
      if (texts.length > 0) autoFilter.apply(filtered, column - first, { filterOn: 'Values', values: [...texts] });
    });
    await context.sync();
  });
}

/** A column that is not filtered by has criteria without content, whatever the types say. */
function isSet(criteria: Partial<Excel.FilterCriteria>): criteria is Excel.FilterCriteria {
  return criteria.filterOn !== undefined;
}
