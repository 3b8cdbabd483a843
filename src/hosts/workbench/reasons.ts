import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { HoverManagerService, SetScrollOperation } from '@univerjs/sheets-ui';
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { ReCalcSheetsFilterMutation, SetSheetsFilterCriteriaMutation } from '@univerjs/sheets-filter';
import type { Cell } from '../../core/kernel/cell';
import { cellPlace } from './cell-place';
import type { DrawnSheet } from './drawn-sheet';
import { reshaping } from './events';
import type { Place } from './select-cells';

/** Why a cell is marked, in words; undefined where it is not. `cellAt` gives the cells of its sheet. */
export type ReasonOf = (
  row: number,
  column: number,
  cellAt: (row: number, column: number) => Cell,
) => string | undefined;

/** After these another cell, or another record, is where one was. */
const moving: ReadonlySet<string> = new Set([
  SetScrollOperation.id,
  SetWorksheetActiveOperation.id,
  ...reshaping,
  SetRowHiddenMutation.id,
  SetRowVisibleMutation.id,
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetSheetsFilterCriteriaMutation.id,
  ReCalcSheetsFilterMutation.id,
]);

const STYLE: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  zIndex: '1070',
  maxWidth: '340px',
  padding: '7px 10px',
  background: '#fffbe8',
  color: '#2b2410',
  border: '1px solid #d8c98a',
  borderRadius: '4px',
  boxShadow: '0 3px 10px rgb(0 0 0 / 16%)',
  font: '13px/1.4 Calibri, Carlito, Arial, sans-serif',
  whiteSpace: 'pre-line',
  overflowWrap: 'anywhere',
  pointerEvents: 'none',
};

/**
 * Shows the reason beside the cell that the pointer is over, or else beside the selected one; it is told to screen readers
 * too. The text is a stranger's in part, so it is set as text.
 */
export function showReasons(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
  reasonOf: ReasonOf,
): { close(): void } {
  const note = document.createElement('div');
  note.setAttribute('role', 'status');
  Object.assign(note.style, STYLE, { display: 'none' });
  document.body.append(note);
  let at: Place | undefined;
  const hide = (): void => {
    at = undefined;
    note.style.display = 'none';
    note.textContent = '';
  };
  const show = (row: number, column: number): void => {
    at = { row, column };
    const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
    const reason = sheet && reasonOf(row, column, (at, across) => sheet.value(at, across));
    const place = reason === undefined || reason === '' ? undefined : cellPlace(injector, workbook, row, column);
    if (reason === undefined || place === undefined || place.height === 0) {
      hide();
      return;
    }
    note.textContent = reason;
    note.style.display = 'block';
    const { width, height } = note.getBoundingClientRect();
    const isRight = place.right + 8 + width <= innerWidth;
    note.style.left = `${String(isRight ? place.right + 8 : Math.max(4, place.left - 8 - width))}px`;
    note.style.top = `${String(Math.max(4, Math.min(place.top, innerHeight - height - 4)))}px`;
  };
  const subscriptions = [
    injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
      if (cell) show(cell.location.row, cell.location.col);
      else hide();
    }),
    injector.get(SheetsSelectionsService).selectionMoveEnd$.subscribe((selections) => {
      const cell = selections.at(-1)?.primary;
      if (cell) show(cell.actualRow, cell.actualColumn);
    }),
  ];
  let frame = 0;
  const askAgain = (): void => {
    const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    const place = at ?? (cell && { row: cell.actualRow, column: cell.actualColumn });
    if (place) show(place.row, place.column);
  };
  const changes = injector.get(ICommandService).onCommandExecuted(({ id }) => {
    // Another record may stand there, or another cell be where the pointer is: what was said goes at once.
    if (moving.has(id)) hide();
    else if (id !== SetRangeValuesMutation.id) return;
    cancelAnimationFrame(frame);
    // The selected cell has a new place once that is drawn.
    frame = requestAnimationFrame(askAgain);
  });
  return {
    close: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      changes.dispose();
      cancelAnimationFrame(frame);
      note.remove();
    },
  };
}
