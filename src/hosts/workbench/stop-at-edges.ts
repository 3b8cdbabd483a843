import {
  CustomCommandExecutionError,
  Direction,
  ICommandService,
  Rectangle,
  type IRange,
  type Injector,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { MoveSelectionCommand, MoveSelectionEnterAndTabCommand } from '@univerjs/sheets-ui';
import { selectCells } from './select-cells';

const moving: ReadonlySet<string> = new Set([MoveSelectionCommand.id, MoveSelectionEnterAndTabCommand.id]);

/** Keys stop at the edges of a sheet, as in Excel; Univer would go on at the other side. */
export function stopAtEdges(injector: Injector, workbook: Workbook): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (!moving.has(id)) return;
    const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (!selection?.primary) return;
    const { range, primary } = selection;
    // Within selected cells, Enter and Tab go round.
    if (id === MoveSelectionEnterAndTabCommand.id && !Rectangle.equals(range, primary)) return;
    const { direction, extra } = params as { readonly direction: Direction; readonly extra?: string };
    const worksheet = workbook.getActiveSheet();
    if (extra !== undefined || !isLast(worksheet, range, direction)) return;
    // Of cells that reach to the edge, the active one is left.
    const active = { row: primary.actualRow, column: primary.actualColumn };
    if (!Rectangle.equals(range, primary)) void selectCells(injector, worksheet.getSheetId(), active, active);
    throw new CustomCommandExecutionError(`${id} ends at the edge of the sheet`);
  });
}

/** Whether nothing is shown beyond these cells. */
function isLast(worksheet: Worksheet, { startRow, endRow, startColumn, endColumn }: IRange, way: Direction): boolean {
  const isRow = way === Direction.UP || way === Direction.DOWN;
  const step = way === Direction.UP || way === Direction.LEFT ? -1 : 1;
  const count = isRow ? worksheet.getRowCount() : worksheet.getColumnCount();
  const [first, last] = isRow ? [startRow, endRow] : [startColumn, endColumn];
  for (let at = (step < 0 ? first : last) + step; at >= 0 && at < count; at += step) {
    if (isRow ? worksheet.getRowVisible(at) : worksheet.getColVisible(at)) return false;
  }
  return true;
}
