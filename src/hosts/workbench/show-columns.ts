import { ICommandService } from '@univerjs/core';
import { SetColVisibleMutation } from '@univerjs/sheets';
import type { SheetEdit } from '../../core/workbook';
import type { OpenBook } from './open-book';
import { UNIT } from './snapshot';

/** Brings columns of edits out of hiding. */
export function showColumns({ injector, drawn, ours }: OpenBook, edits: readonly SheetEdit[]): void {
  for (const { sheet: name, show = [] } of edits) {
    const sheet = drawn.find((other) => other.name === name);
    if (sheet === undefined || show.length === 0) continue;
    const ranges = show.map((column) => ({
      startRow: 0,
      endRow: sheet.worksheet.getRowCount() - 1,
      startColumn: column,
      endColumn: column,
    }));
    ours.run(() =>
      injector.get(ICommandService).syncExecuteCommand(SetColVisibleMutation.id, {
        unitId: UNIT,
        subUnitId: sheet.id,
        ranges,
      }),
    );
  }
}
