import { BooleanNumber } from '@univerjs/core';
import { rawCellOf, type RawCell, type RawSheet } from '../../core/kernel/raw-sheet';
import type { Look } from '../../core/look';
import type { Progress } from '../../core/workbook';
import type { DrawnSheet } from './drawn-sheet';
import { createPauses } from './pauses';
import { lookOf } from './snapshot';

export function isShown({ worksheet }: DrawnSheet): boolean {
  return worksheet.isSheetHidden() === BooleanNumber.FALSE;
}

/** A sheet of the user's own, as the port describes it; the page draws in between. */
export async function readRaw(
  looks: readonly Look[],
  sheet: DrawnSheet,
  progress: Progress | undefined,
): Promise<RawSheet> {
  const [end, columns] = [sheet.rows(), sheet.columns()];
  const ofColumns = sheet.view.columns.map(({ look }) => look);
  const rows: RawCell[][] = [];
  const pauses = createPauses();
  for (let row = 0; row < end; row += 1) {
    const line: RawCell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const look = lookOf(sheet.raw(row, column)?.s) ?? ofColumns[column];
      line.push(rawCellOf(sheet.value(row, column), look === undefined ? undefined : looks[look]?.format));
    }
    rows.push(line);
    if ((row & 31) === 0 && pauses.due()) {
      progress?.(row, end);
      await pauses.take();
    }
  }
  progress?.(end, end);
  const merges = sheet.worksheet.getMergeData().map(({ startRow, startColumn, endRow, endColumn }) => ({
    top: startRow,
    left: startColumn,
    bottom: endRow,
    right: endColumn,
  }));
  return { name: sheet.name, rows, merges };
}
