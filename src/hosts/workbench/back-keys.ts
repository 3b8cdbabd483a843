import { Direction, ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/sheets';
import { MoveSelectionCommand } from '@univerjs/sheets-ui';
import { KeyCode, MetaKeys } from '@univerjs/ui';
import { keyAdder } from './keys';
import { primaryAt } from './select-cells';
import { UNIT } from './snapshot';

/**
 * Shift+Tab and Shift+Enter: a cell back, or within selected cells the active one back and round. Univer's own lose the
 * active cell where it is the first of the selected ones, so always where one cell is selected.
 */
export function addBackKeys(injector: Injector, workbook: Workbook): void {
  const add = keyAdder(injector);
  const commands = injector.get(ICommandService);
  const back = (direction: Direction.LEFT | Direction.UP): void => {
    const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (!selection?.primary) return;
    const { range, primary } = selection;
    const [rows, columns] = [range.endRow - range.startRow + 1, range.endColumn - range.startColumn + 1];
    const isRange = Number.isInteger(rows * columns) && rows * columns > 1 && !primary.isMerged;
    if (!isRange) {
      void commands.executeCommand(MoveSelectionCommand.id, { direction });
      return;
    }
    const [down, across] = [primary.actualRow - range.startRow, primary.actualColumn - range.startColumn];
    const count = rows * columns;
    const at = direction === Direction.LEFT ? down * columns + across : across * rows + down;
    const before = (at - 1 + count) % count;
    const [row, column] =
      direction === Direction.LEFT
        ? [Math.floor(before / columns), before % columns]
        : [before % rows, Math.floor(before / rows)];
    void commands.executeCommand(SetSelectionsOperation.id, {
      unitId: UNIT,
      subUnitId: workbook.getActiveSheet().getSheetId(),
      selections: [
        { ...selection, primary: primaryAt({ row: range.startRow + row, column: range.startColumn + column }) },
      ],
    });
  };
  add('back', [KeyCode.TAB | MetaKeys.SHIFT], () => back(Direction.LEFT));
  add('up', [KeyCode.ENTER | MetaKeys.SHIFT], () => back(Direction.UP));
}
