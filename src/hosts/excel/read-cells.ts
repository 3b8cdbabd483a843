/// <reference types="office-js" />
import type { Cell } from '../../core/kernel/cell';
import { isHostFault, type Progress, type RowSpan } from '../../core/workbook';
import { bytesOf } from './blocks';
import { runExcel, type ExcelPlace } from './excel-run';

/** Bytes wanted in one answer: Excel on the web gives at most 5 MB, and each answer is parsed on the pane's own thread. */
const ANSWER_BYTES = 256 * 1024;
/** Rows asked for first: one of the record store alone holds 30,000 characters. */
const FIRST_ROWS = 16;

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** From A1 to the last filled cell; undefined where there is no such sheet. */
export async function extentOf(place: ExcelPlace, name: string): Promise<Extent | undefined> {
  return runExcel(place, name, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const used = sheet.getUsedRangeOrNullObject(true);
    sheet.load({ name: true });
    used.load({ rowIndex: true, rowCount: true, columnIndex: true, columnCount: true });
    await context.sync();
    if (sheet.isNullObject) return undefined;
    if (used.isNullObject) return { rows: 0, columns: 0 };
    return { rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount };
  });
}

/** Reads rows in blocks that grow or shrink with what the rows turn out to hold. */
export async function readCells(
  place: ExcelPlace,
  name: string,
  span: RowSpan | undefined,
  progress: Progress | undefined,
): Promise<Cell[][] | undefined> {
  const extent = await extentOf(place, name);
  if (extent === undefined) return undefined;
  const first = span?.row ?? 0;
  const end = span === undefined ? extent.rows : Math.min(extent.rows, span.row + span.rows);
  const cells: Cell[][] = [];
  await readBlocks(place, { name, first, end, columns: extent.columns }, false, progress, ({ values }) => {
    for (const line of values) cells.push(line);
  });
  return cells;
}

interface Rows {
  readonly name: string;
  readonly first: number;
  readonly end: number;
  readonly columns: number;
}

/** Rows as Excel has them; their formats only where they were asked for. */
export interface CellBlock {
  readonly values: Cell[][];
  readonly formats: readonly (readonly string[])[];
}

export async function readBlocks(
  place: ExcelPlace,
  { name, first, end, columns }: Rows,
  withFormats: boolean,
  progress: Progress | undefined,
  take: (block: CellBlock) => void,
): Promise<void> {
  let rows = FIRST_ROWS;
  for (let row = first; row < end;) {
    const count = Math.min(rows, end - row);
    const block = await readBlock(place, { name, first: row, end: row + count, columns }, withFormats);
    if (block === undefined) {
      rows = Math.ceil(count / 4);
      continue;
    }
    let bytes = 0;
    for (const line of [...block.values, ...block.formats]) for (const cell of line) bytes += bytesOf(cell);
    take(block);
    row += count;
    rows = Math.min(rows * 4, Math.max(1, Math.floor((ANSWER_BYTES / Math.max(1, bytes)) * count)));
    progress?.(row - first, end - first);
  }
}

/** Undefined where the answer would have been too large; one row alone always fits (32,767 characters a cell). */
async function readBlock(
  place: ExcelPlace,
  { name, first, end, columns }: Rows,
  withFormats: boolean,
): Promise<CellBlock | undefined> {
  try {
    return await runExcel(place, name, async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(first, 0, end - first, columns);
      range.load({ values: true });
      if (withFormats) range.load({ numberFormat: true });
      await context.sync();
      return { values: range.values as Cell[][], formats: withFormats ? (range.numberFormat as string[][]) : [] };
    });
  } catch (error) {
    if (end - first > 1 && isHostFault(error) && error.refusal.id === 'excel-too-much') return undefined;
    throw error;
  }
}
