import { IUndoRedoService, type Injector } from '@univerjs/core';
import type { SheetEdit, WorkbookEvent } from '../../core/workbook';
import { UNIT } from './snapshot';

/**
 * The user's steps of undo stay while we write into other columns, as marks after each edit. Once we wrote into a column
 * that a step is about, the steps go: they would half undo what we did. What follows from other cells is written anew then.
 */
export function createSteps(injector: Injector): {
  edited(event: Extract<WorkbookEvent, { kind: 'edited' }>): void;
  written(edits: readonly SheetEdit[]): void;
} {
  const about = new Set<string>();
  const place = (sheet: string, column: number): string => `${sheet}!${String(column)}`;
  return {
    edited: ({ sheet, column, columns }) => {
      for (let at = column; at < column + columns; at += 1) about.add(place(sheet, at));
    },
    written: (edits) => {
      const isOver = edits.some(
        ({ sheet, columns, isDerived = false }) =>
          !isDerived && columns.some(({ column, values }) => values.size > 0 && about.has(place(sheet, column))),
      );
      if (!isOver) return;
      injector.get(IUndoRedoService).clearUndoRedo(UNIT);
      about.clear();
    },
  };
}
