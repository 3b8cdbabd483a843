import { ICommandService } from '@univerjs/core';
import { SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';
import type { View } from '../../core/workbook';
import { hiddenRowsIn } from './hidden-rows';
import type { OpenBook } from './open-book';
import { joinedRows, shownRows } from './shown-rows';
import { UNIT } from './snapshot';

/** Shows a cell to the user: its sheet in front, scrolled to it, and selected. */
export async function lookAt(book: OpenBook, name: string, row: number, column: number): Promise<void> {
  const sheet = book.drawn.find((drawn) => drawn.name === name);
  if (sheet === undefined) return;
  const commands = book.injector.get(ICommandService);
  const place = { unitId: UNIT, subUnitId: sheet.id };
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  await commands.executeCommand(SetWorksheetActiveOperation.id, place);
  await commands.executeCommand(SetSelectionsOperation.id, {
    ...place,
    selections: [
      {
        range,
        primary: { ...range, actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false },
        style: null,
      },
    ],
  });
  await commands.executeCommand(ScrollToRangeOperation.id, { range });
}

/** Where the user is and, if asked, which rows the filters leave. */
export function viewOf(book: OpenBook, asksShown: boolean): View {
  const worksheet = book.workbook.getActiveSheet();
  const sheet = book.drawn.find(({ id }) => id === worksheet.getSheetId());
  if (sheet === undefined) return { sheet: '', selected: [] };
  const rows = sheet.rows();
  const selections = book.injector.get(SheetsSelectionsService).getCurrentSelections();
  const spans = selections.map(({ range }) => {
    // Whole columns have no rows of their own.
    const first = Number.isNaN(range.startRow) ? 0 : range.startRow;
    const last = Number.isNaN(range.endRow) ? rows - 1 : range.endRow;
    return { row: first, rows: last - first + 1 };
  });
  const selected = joinedRows(spans, rows);
  const view = { sheet: sheet.name, selected };
  return asksShown ? { ...view, shown: shownRows(rows, hiddenRowsIn(book.injector, sheet)) } : view;
}
