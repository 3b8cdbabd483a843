import { ICommandService, type IDisposable, type Injector } from '@univerjs/core';
import {
  InsertRowMutation,
  MoveRowsMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import type { WorkbookEvent } from '../../core/workbook';
import type { DrawnSheet } from './drawn-sheet';
import type { Ours } from './ours';

/** After these the rows of a sheet have other places. */
export const reshaping: ReadonlySet<string> = new Set([
  InsertRowMutation.id,
  RemoveRowMutation.id,
  MoveRowsMutation.id,
  ReorderRangeMutation.id,
]);

const looking: ReadonlySet<string> = new Set([SetSelectionsOperation.id, SetWorksheetActiveOperation.id]);

/** Tells of what the user does, in order, each a moment after it happened. */
export function tellEvents(
  injector: Injector,
  sheetOf: (id: string) => DrawnSheet | undefined,
  ours: Ours,
  tell: (event: WorkbookEvent) => void,
): IDisposable {
  let looked = false;
  const later = (event: WorkbookEvent): void => queueMicrotask(() => tell(event));
  return injector.get(ICommandService).onCommandExecuted((command) => {
    if (looking.has(command.id)) {
      if (looked) return;
      looked = true;
      queueMicrotask(() => {
        looked = false;
        tell({ kind: 'looked' });
      });
      return;
    }
    if (ours.running) return;
    const sheet = sheetOf((command.params as { subUnitId?: string } | undefined)?.subUnitId ?? '');
    if (sheet === undefined) return;
    if (reshaping.has(command.id)) {
      later({ kind: 'reshaped', sheet: sheet.name });
    } else if (command.id === SetRangeValuesMutation.id) {
      const event = editOf(command.params as ISetRangeValuesMutationParams, sheet.name);
      if (event !== undefined) later(event);
    }
  });
}

/** The rectangle around the cells that a mutation wrote. */
function editOf({ cellValue }: ISetRangeValuesMutationParams, sheet: string): WorkbookEvent | undefined {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  for (const key in cellValue) {
    const row = Number(key);
    for (const inner in cellValue[row]) {
      const column = Number(inner);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  if (bottom < 0) return undefined;
  return {
    kind: 'edited',
    sheet,
    span: { row: top, rows: bottom - top + 1 },
    column: left,
    columns: right - left + 1,
  };
}
