import { CommandType, ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { SheetsSortService, SortType } from '@univerjs/sheets-sort';
import type { WordId } from '../../core/kernel/pane-words';
import type { DrawnSheet } from './drawn-sheet';
import { UNIT } from './snapshot';

export const sortCommands = { ascending: 'ims.command.sort-ascending', descending: 'ims.command.sort-descending' };

/** Sorts the rows of data by the column of the selected cell; headings and the rows above them stay. */
export function offerSorting(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
  tell: (id: WordId) => void,
): void {
  const sort = (type: SortType): boolean => {
    const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
    const column = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary.actualColumn;
    if (sheet === undefined || column === undefined) return false;
    if (sheet.view.filter === undefined) {
      tell('grid-refused-sort');
      return false;
    }
    const range = {
      startRow: sheet.view.dataRow,
      endRow: sheet.rows() - 1,
      startColumn: 0,
      endColumn: Math.max(sheet.columns(), sheet.view.columns.length) - 1,
    };
    if (range.endRow <= range.startRow) return false;
    injector
      .get(SheetsSortService)
      .applySort({ range, orderRules: [{ type, colIndex: column }], hasTitle: false }, UNIT, sheet.id);
    return true;
  };
  const commands = injector.get(ICommandService);
  commands.registerCommand({
    id: sortCommands.ascending,
    type: CommandType.COMMAND,
    handler: () => sort(SortType.ASC),
  });
  commands.registerCommand({
    id: sortCommands.descending,
    type: CommandType.COMMAND,
    handler: () => sort(SortType.DESC),
  });
}
