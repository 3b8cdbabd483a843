import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { HoverManagerService, SetScrollOperation } from '@univerjs/sheets-ui';
import { SheetsSelectionsService } from '@univerjs/sheets';
import type { Cell } from '../../core/kernel/cell';
import { cellPlace } from './cell-place';
import type { DrawnSheet } from './drawn-sheet';

/** Why a cell is marked, in words; undefined where it is not. `cellAt` gives the cells of its sheet. */
export type ReasonOf = (
  row: number,
  column: number,
  cellAt: (row: number, column: number) => Cell,
) => string | undefined;

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
  const hide = (): void => {
    note.style.display = 'none';
    note.textContent = '';
  };
  const show = (row: number, column: number): void => {
    const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
    const reason = sheet && reasonOf(row, column, (at, across) => sheet.content(at, across).value);
    const place = reason === undefined || reason === '' ? undefined : cellPlace(injector, workbook, row, column);
    if (reason === undefined || place === undefined) {
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
  /** The keys scroll with every step: the selected cell has a new place once that is drawn. */
  const showSelected = (): void => {
    const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    if (cell) show(cell.actualRow, cell.actualColumn);
  };
  const scrolls = injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id !== SetScrollOperation.id) return;
    hide();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(showSelected);
  });
  return {
    close: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      scrolls.dispose();
      cancelAnimationFrame(frame);
      note.remove();
    },
  };
}
