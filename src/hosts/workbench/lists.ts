import { CommandType, ICommandService, IUndoRedoService, ThemeService } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetsSelectionsService,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { SetScrollOperation, whenSheetEditorFocused } from '@univerjs/sheets-ui';
import { INotificationService, IShortcutService, KeyCode, MetaKeys } from '@univerjs/ui';
import type { Injector, Workbook } from '@univerjs/core';
import type { ListPlan } from '../../core/workbook';
import { writtenOf } from './univer-cells';
import { cellPlace } from './cell-place';
import type { DrawnSheet } from './drawn-sheet';
import { openFilter } from './filter-keys';
import { showListBox, type ListBox } from './list-box';
import { offeredList } from './offered-list';
import { UNIT } from './snapshot';

const OPEN = 'ims.operation.open-list';

/** The lists of cells: by their arrow, or by Alt and the down key. */
export interface Lists {
  open(sheet: DrawnSheet, row: number, column: number): void;
  /** tells why a typed value was not taken */
  refuse(list: ListPlan): void;
  close(): void;
}

export function createLists(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
  within: HTMLElement,
): Lists {
  const commands = injector.get(ICommandService);
  let shown: ListBox | undefined;
  const close = (): void => shown?.close();
  const open = (sheet: DrawnSheet, row: number, column: number): void => {
    close();
    const offered = offeredList(sheet, row, column);
    const place = cellPlace(injector, workbook, row, column);
    if (offered === undefined || offered.items.length === 0 || place === undefined) return;
    shown = showListBox({
      place,
      within,
      label: offered.list.promptTitle,
      items: offered.items,
      current: String(sheet.value(row, column)),
      dark: injector.get(ThemeService).darkMode,
      choose: (item) => enterCell(injector, sheet, row, column, item),
      closed: () => (shown = undefined),
    });
  };
  commands.registerCommand({
    id: OPEN,
    type: CommandType.OPERATION,
    handler: () => {
      const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
      const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
      if (!cell || sheet === undefined) return false;
      // The arrow of a heading opens its filter, as in Excel.
      if (cell.actualRow === sheet.view.dataRow - 1) openFilter(injector, sheet, cell.actualColumn);
      else open(sheet, cell.actualRow, cell.actualColumn);
      return true;
    },
  });
  injector
    .get(IShortcutService)
    .registerShortcut({ id: OPEN, binding: KeyCode.ARROW_DOWN | MetaKeys.ALT, preconditions: whenSheetEditorFocused });
  commands.onCommandExecuted(({ id }) => {
    if (id === SetScrollOperation.id) close();
  });
  return {
    open,
    close,
    refuse: ({ errorTitle, error }) => {
      injector.get(INotificationService).show({ type: 'error', title: errorTitle, content: error });
    },
  };
}

/** As if the user had typed it: told as an edit, and one step of undo. */
function enterCell(injector: Injector, { id }: DrawnSheet, row: number, column: number, text: string): void {
  const params: ISetRangeValuesMutationParams = {
    unitId: UNIT,
    subUnitId: id,
    cellValue: { [row]: { [column]: writtenOf(text) } },
  };
  enter(injector, params);
}

/** Writes for the user: one step of undo. */
export function enter(injector: Injector, params: ISetRangeValuesMutationParams): void {
  const undo = SetRangeValuesUndoMutationFactory(injector, params);
  if (!injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params)) return;
  injector.get(IUndoRedoService).pushUndoRedo({
    unitID: UNIT,
    undoMutations: [{ id: SetRangeValuesMutation.id, params: undo }],
    redoMutations: [{ id: SetRangeValuesMutation.id, params }],
  });
}
