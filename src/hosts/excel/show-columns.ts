/// <reference types="office-js" />
import { columnLetters } from '../../core/language/address';
import type { SheetEdit } from '../../core/workbook';
import { quietly, runExcel, type ExcelPlace } from './excel-run';

/** Brings columns of an edit out of hiding. */
export async function showColumns(place: ExcelPlace, { sheet, show = [] }: SheetEdit): Promise<void> {
  if (show.length === 0) return;
  await runExcel(place, sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    quietly(context, () => {
      for (const column of show) {
        const letters = columnLetters(column);
        worksheet.getRange(`${letters}:${letters}`).columnHidden = false;
      }
    });
    await context.sync();
  });
}
