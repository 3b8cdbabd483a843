import type { IRange } from '@univerjs/core';
import { SheetsFilterService } from '@univerjs/sheets-filter';
import type { Area, BookHead, BookView, ColumnView, SheetView, ShownBlock } from '../../core/book-view';
import type { Cell } from '../../core/kernel/cell';
import type { DrawnSheet } from './drawn-sheet';
import { criteriaOf } from './filter-criteria';
import { hiddenRowsIn } from './hidden-rows';
import type { OpenBook } from './open-book';
import { createPauses } from './pauses';
import type { KeptSheet, SheetCells } from './sheet-cells';
import { lookOf, UNIT } from './snapshot';
import { formulaOf, valueOf } from './univer-cells';
import { charactersOf, pixelsOf, pixelsOfPoints, pointsOf } from './styles';

/** Whether the file already has a row as it is now. */
type IsKnown = (sheet: SheetCells, row: number) => boolean;

/** What is on the screen now; sheets keep what nobody can change here. Rows that move make it begin anew. */
export async function viewOfBook(book: OpenBook): Promise<BookView> {
  for (;;) {
    const cells: (readonly Cell[])[][] = book.sheets.map(() => []);
    const blocks = blocksOfBook(book, () => false);
    for (let block = await blocks.next(); ; block = await blocks.next()) {
      if (block.done !== true) {
        for (const row of block.value.rows) cells[block.value.sheet]?.push(row ?? []);
        continue;
      }
      const head = block.value;
      if (head === undefined) break;
      return { ...head, sheets: head.sheets.map((sheet, index) => ({ ...sheet, cells: cells[index] ?? [] })) };
    }
  }
}

/**
 * The same in blocks of rows, with the head behind them; undefined where rows moved meanwhile. Rows that are known are null.
 * The page draws in between: what is typed meanwhile may be in it or not.
 */
export async function* blocksOfBook(
  book: OpenBook,
  isKnown: IsKnown,
): AsyncGenerator<ShownBlock, BookHead | undefined> {
  const before = book.reshapes();
  const sheets: BookHead['sheets'][number][] = [];
  for (const [number, sheet] of book.sheets.entries()) {
    if ('worksheet' in sheet) {
      sheets.push(yield* drawnBlocks(book, sheet as DrawnSheet, number, isKnown));
    } else {
      const { view, cells } = sheet as KeptSheet;
      yield { sheet: number, rows: cells.map((cells, row) => (isKnown(sheet, row) ? null : [...cells])) };
      sheets.push({ ...view, ...NO_CELLS });
    }
    if (book.reshapes() !== before) return undefined;
  }
  return { looks: book.looks, active: book.workbook.getActiveSheet().getName(), sheets };
}

async function* drawnBlocks(
  book: OpenBook,
  sheet: DrawnSheet,
  number: number,
  isKnown: IsKnown,
): AsyncGenerator<ShownBlock, Omit<SheetView, 'cells'>> {
  const { filter, ...view } = sheet.view;
  const model = book.injector.get(SheetsFilterService).getFilterModel(UNIT, sheet.id);
  return {
    ...view,
    ...(yield* cellsOf(sheet, number, isKnown)),
    columns: columnsOf(sheet),
    rowHeights: rowHeightsOf(sheet),
    hiddenRows: hiddenRowsIn(book.injector, sheet),
    merges: sheet.worksheet.getMergeData().map(areaOf),
    ...(model
      ? {
          filter: areaOf(model.getRange()),
          filterColumns: criteriaOf(model, sheet.worksheet, sheet.view.filterColumns),
        }
      : {}),
  };
}

/** The cells of a sheet are not said twice. */
const NO_CELLS = { cells: [] };

/** Rows of a block. */
const BLOCK = 400;

async function* cellsOf(
  sheet: DrawnSheet,
  number: number,
  isKnown: IsKnown,
): AsyncGenerator<ShownBlock, Pick<SheetView, 'formulas' | 'cellLooks'>> {
  const [rows, columns] = [sheet.worksheet.getRowCount(), sheet.worksheet.getColumnCount()];
  const filled = sheet.rows();
  let cells: (Cell[] | null)[] = [];
  const formulas = new Map<string, string>();
  const cellLooks = new Map<number, Map<number, number>>();
  const pauses = createPauses();
  for (let row = 0; row < rows; row += 1) {
    const line: Cell[] | null = row < filled && !isKnown(sheet, row) ? [] : null;
    for (let column = 0; column < columns; column += 1) {
      const data = sheet.raw(row, column);
      if (data === undefined || data === null) continue;
      if (line !== null) put(line, column, valueOf(data));
      const formula = formulaOf(data);
      if (formula !== undefined) formulas.set(`${String(row)},${String(column)}`, formula);
      const look = lookOf(data.s);
      if (look !== undefined) {
        const own = cellLooks.get(row);
        if (own === undefined) cellLooks.set(row, new Map([[column, look]]));
        else own.set(column, look);
      }
    }
    if (row < filled) cells.push(line);
    if (cells.length >= BLOCK) {
      yield { sheet: number, rows: cells };
      cells = [];
    }
    if ((row & 31) === 0 && pauses.due()) await pauses.take();
  }
  yield { sheet: number, rows: cells };
  return { formulas, cellLooks };
}

/** Blank cells at the end of a line are left out. */
function put(line: Cell[], column: number, value: Cell): void {
  if (value === '') return;
  while (line.length < column) line.push('');
  line.push(value);
}

/** A width that nobody touched stays as it was, without the loss of counting in pixels. */
function columnsOf({ view, worksheet }: DrawnSheet): ColumnView[] {
  return view.columns.map((column, index) => {
    const width = worksheet.getColumnWidth(index);
    return {
      ...column,
      width: width === pixelsOf(column.width) ? column.width : charactersOf(width),
      hidden: !worksheet.getColVisible(index),
    };
  });
}

function rowHeightsOf({ view, worksheet }: DrawnSheet): Map<number, number> {
  const heights = new Map<number, number>();
  const rows = worksheet.getConfig().rowData;
  for (const key in rows) {
    const row = Number(key);
    const height = rows[row]?.h;
    if (height === undefined) continue;
    const before = view.rowHeights.get(row);
    heights.set(row, before !== undefined && pixelsOfPoints(before) === height ? before : pointsOf(height));
  }
  return heights;
}

function areaOf({ startRow, endRow, startColumn, endColumn }: IRange): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
