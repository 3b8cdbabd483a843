import { ICommandService, type Injector, type ISelection, type Nullable, type Workbook } from '@univerjs/core';
import { SetRangeValuesMutation, SheetsSelectionsService } from '@univerjs/sheets';
import { say } from '../../core/kernel/pane-words';
import { columnLetters } from '../../core/language/address';
import type { DrawnSheet } from './drawn-sheet';
import { offeredList } from './offered-list';

/** Seen by nobody, read out by screen readers. */
const UNSEEN: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Tells screen readers, as one goes through the cells, where one is and what stands there: the canvas cannot. */
export function tellCells(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
  place: HTMLElement,
): { close(): void } {
  const region = document.createElement('div');
  region.setAttribute('aria-live', 'polite');
  region.dataset['part'] = 'told-cell';
  Object.assign(region.style, UNSEEN);
  place.append(region);
  let [front, told]: (string | undefined)[] = [];
  const tell = (selections: Nullable<readonly ISelection[]>): void => {
    const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
    const selection = selections?.at(-1);
    if (sheet === undefined || !selection) return;
    const cell = selectionText(sheet, selection);
    if (sheet.id === front && cell === told) return;
    // A text is set as text: it is a stranger's in part.
    region.textContent = sheet.id === front ? cell : say('grid-sheet', { sheet: sheet.name, cell });
    front = sheet.id;
    told = cell;
  };
  const selections = injector.get(SheetsSelectionsService);
  const again = (): void => tell(selections.getCurrentSelections());
  const subscriptions = [
    selections.selectionMoveEnd$.subscribe(tell),
    selections.selectionSet$.subscribe(tell),
    workbook.activeSheet$.subscribe(() => queueMicrotask(again)),
  ];
  const writing = injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetRangeValuesMutation.id) queueMicrotask(again);
  });
  return {
    close: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      writing.dispose();
      region.remove();
    },
  };
}

function selectionText(sheet: DrawnSheet, { range, primary }: ISelection): string {
  const { startRow, endRow, startColumn, endColumn } = range;
  const isOne = startRow === endRow && startColumn === endColumn;
  if (isOne || primary?.isMerged === true) return cellText(sheet, startRow, startColumn);
  const last = sheet.worksheet;
  // Whole rows and columns have no end of their own.
  const rows = (Number.isNaN(endRow) ? last.getRowCount() - 1 : endRow) - (startRow || 0) + 1;
  const columns = (Number.isNaN(endColumn) ? last.getColumnCount() - 1 : endColumn) - (startColumn || 0) + 1;
  const corner = addressOf((startRow || 0) + rows - 1, (startColumn || 0) + columns - 1);
  return say('grid-cells-selected', {
    range: `${addressOf(startRow || 0, startColumn || 0)}:${corner}`,
    rows,
    columns,
  });
}

/** `G7, Status: No Action, has a list` */
function cellText(sheet: DrawnSheet, row: number, column: number): string {
  const { dataRow } = sheet.view;
  const drawn = sheet.worksheet.getCell(row, column)?.v;
  const values = {
    place: addressOf(row, column),
    heading: row >= dataRow ? String(sheet.value(dataRow - 1, column)) : '',
    text: drawn === undefined || drawn === null || drawn === '' ? say('grid-cell-blank') : String(drawn),
  };
  const cell = say(values.heading === '' ? 'grid-cell-alone' : 'grid-cell', values);
  const items = offeredList(sheet, row, column)?.items ?? [];
  return items.length === 0 ? cell : say('grid-cell-list', { cell });
}

function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}
