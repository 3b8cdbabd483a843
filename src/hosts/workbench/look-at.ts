import { SheetsSelectionsService } from '@univerjs/sheets';
import type { View } from '../../core/workbook';
import { hiddenRowsIn } from './hidden-rows';
import type { OpenBook } from './open-book';
import { selectCells, showSheet } from './select-cells';
import { joinedRows, shownRows } from './shown-rows';

/** Shows a cell to the user: its sheet in front, scrolled to it, and selected. */
export async function lookAt(book: OpenBook, name: string, row: number, column: number): Promise<void> {
  const sheet = book.drawn.find((drawn) => drawn.name === name);
  if (sheet === undefined) return;
  const place = { row, column };
  await showSheet(book.injector, sheet.id);
  await selectCells(book.injector, sheet.id, place, place);
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
