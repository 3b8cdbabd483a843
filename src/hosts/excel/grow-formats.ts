/// <reference types="office-js" />
import { hostFault, type SheetEdit } from '../../core/workbook';
import { quietly, runExcel, type ExcelPlace } from './excel-run';

/** Where the rows of a sheet end. */
export interface Bottom {
  /** the row whose formats rows below take, counted from 0 */
  readonly pattern: number;
  /** the first row that has none of its own */
  readonly below: number;
  /** columns that are filled */
  readonly width: number;
}

/** Where the rows of the sheets end that are to be changed, by name; sheets without anything are left out. Throws where one is missing. */
export async function bottomsOf(place: ExcelPlace, edits: readonly SheetEdit[]): Promise<ReadonlyMap<string, Bottom>> {
  const names = [...new Set(edits.map(({ sheet }) => sheet))];
  return runExcel(place, '', async (context) => {
    const looks = names.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      const used = sheet.getUsedRangeOrNullObject(true);
      const filter = sheet.autoFilter.getRangeOrNullObject();
      sheet.load({ name: true });
      used.load({ rowIndex: true, rowCount: true, columnIndex: true, columnCount: true });
      filter.load({ rowIndex: true, rowCount: true });
      return { name, sheet, used, filter };
    });
    await context.sync();
    const missing = looks.find(({ sheet }) => sheet.isNullObject)?.name;
    if (missing !== undefined) throw hostFault('sheet-missing', missing, { sheet: missing });
    const bottoms = new Map<string, Bottom>();
    for (const { name, used, filter } of looks) {
      if (used.isNullObject) continue;
      const filled = used.rowIndex + used.rowCount - 1;
      // What the user wrote below the records is no record, and headings are none.
      const pattern = filter.isNullObject ? filled : filter.rowIndex + Math.max(1, filter.rowCount - 1);
      bottoms.set(name, {
        pattern,
        below: Math.max(filled, pattern) + 1,
        width: used.columnIndex + used.columnCount,
      });
    }
    return bottoms;
  });
}

/**
 * Gives rows that come below the last one the formats of the rows above, before anything is written there: in a sheet out of
 * a file the columns may have none, and `0045` would become a number.
 */
export async function growFormats(place: ExcelPlace, edit: SheetEdit, bottom: Bottom | undefined): Promise<void> {
  // On Home every text is sent as one.
  if (bottom === undefined || edit.keepFormulas === true) return;
  const { pattern, below, width } = bottom;
  let last = 0;
  for (const { values } of edit.columns) for (const row of values.keys()) if (row > last) last = row;
  if (last < below) return;
  await runExcel(place, edit.sheet, async (context) => {
    const sheet = context.workbook.worksheets.getItem(edit.sheet);
    const above = sheet.getRangeByIndexes(pattern, 0, 1, width);
    const first = sheet.getRangeByIndexes(below, 0, 1, width);
    above.load({ numberFormat: true });
    first.load({ numberFormat: true });
    await context.sync();
    if (String(above.numberFormat) === String(first.numberFormat)) return;
    quietly(context, () => sheet.getRangeByIndexes(below, 0, last - below + 1, width).copyFrom(above, 'Formats'));
    await context.sync();
  });
}
