import { readXlsx, type MergeRange, type Sheet } from 'hucre/xlsx';
import { NO_RESULT } from '../../core/kernel/cell';
import type { Merge, RawCell, RawSheet } from '../../core/kernel/raw-sheet';
import { dayText } from './cells/day-text';
import { readTabs } from './patch/read-tabs';

/** Somebody else's workbook: the sheets that are not hidden, dates told from numbers, with their merged cells. */
export async function readRawSheets(bytes: Uint8Array): Promise<RawSheet[]> {
  const sheets = await readSheets(bytes);
  const shown = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
  return shown.map(({ name, rows, merges = [] }) => ({
    name,
    rows: rows.map(toRawCells),
    merges: merges.map(toMerge),
  }));
}

/** The sheets as the library reads them. */
async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const tabs = await readTabs(bytes);
  // The library gives up at the tab of a chart, which has no cells; so it is told which tabs are worksheets.
  const { sheets } = await readXlsx(bytes, {
    sheets: tabs.filter(({ isWorksheet }) => isWorksheet).map(({ name }) => name),
  });
  for (const sheet of sheets) markUncalculated(sheet);
  return sheets;
}

/** A formula without a result must not look like a blank cell. */
function markUncalculated({ rows, cells }: Sheet): void {
  for (const [place, { type, value }] of cells ?? []) {
    if (type !== 'formula' || value !== null) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const line = rows[row];
    if (line !== undefined) line[column] = NO_RESULT;
  }
}

/** In place, since a workbook has millions of cells: null becomes blank, a date stays one. */
function toRawCells(row: (string | number | boolean | Date | null)[]): RawCell[] {
  const cells: (RawCell | Date | null)[] = row;
  for (let index = 0; index < cells.length; index += 1) {
    const value = cells[index];
    if (value === null || value === undefined) cells[index] = '';
    else if (value instanceof Date) cells[index] = { date: dayText(value) };
  }
  return cells as RawCell[];
}

function toMerge({ startRow, startCol, endRow, endCol }: MergeRange): Merge {
  return { top: startRow, left: startCol, bottom: endRow, right: endCol };
}
