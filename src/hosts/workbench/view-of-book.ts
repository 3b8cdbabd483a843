import type { IRange } from '@univerjs/core';
import { SheetsFilterService } from '@univerjs/sheets-filter';
import type { Area, BookView, ColumnView, SheetView } from '../../core/book-view';
import type { Cell } from '../../core/kernel/cell';
import type { DrawnSheet } from './drawn-sheet';
import { criteriaOf } from './filter-criteria';
import { hiddenRowsIn } from './hidden-rows';
import type { OpenBook } from './open-book';
import { createPauses } from './pauses';
import type { KeptSheet } from './sheet-cells';
import { lookOf, UNIT } from './snapshot';
import { charactersOf, pixelsOf, pixelsOfPoints, pointsOf } from './styles';

/**
 * What is on the screen now, to be saved; sheets keep what nobody can change here. The page draws in between: what is
 * typed meanwhile may be in it or not, but rows that move make it begin anew.
 */
export async function viewOfBook(book: OpenBook): Promise<BookView> {
  for (;;) {
    const before = book.reshapes();
    const sheets: SheetView[] = [];
    for (const sheet of book.sheets) {
      sheets.push('worksheet' in sheet ? await drawnView(book, sheet as DrawnSheet) : keptView(sheet as KeptSheet));
    }
    const active = book.workbook.getActiveSheet().getName();
    if (book.reshapes() === before) return { looks: book.looks, active, sheets };
  }
}

function keptView({ view, cells }: KeptSheet): SheetView {
  return { ...view, cells: cells.map((row) => [...row]) };
}

async function drawnView(book: OpenBook, sheet: DrawnSheet): Promise<SheetView> {
  const { filter, ...view } = sheet.view;
  const model = book.injector.get(SheetsFilterService).getFilterModel(UNIT, sheet.id);
  return {
    ...view,
    ...(await cellsOf(sheet)),
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

async function cellsOf(sheet: DrawnSheet): Promise<Pick<SheetView, 'cells' | 'formulas' | 'cellLooks'>> {
  const [rows, columns] = [sheet.worksheet.getRowCount(), sheet.worksheet.getColumnCount()];
  const filled = sheet.rows();
  const cells: Cell[][] = [];
  const formulas = new Map<string, string>();
  const cellLooks = new Map<number, Map<number, number>>();
  const pauses = createPauses();
  for (let row = 0; row < rows; row += 1) {
    const line: Cell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const { value, formula } = sheet.content(row, column);
      if (row < filled && value !== '') {
        while (line.length < column) line.push('');
        line.push(value);
      }
      if (formula !== undefined) formulas.set(`${String(row)},${String(column)}`, formula);
      const look = lookOf(sheet.raw(row, column)?.s);
      if (look !== undefined) {
        const own = cellLooks.get(row);
        if (own === undefined) cellLooks.set(row, new Map([[column, look]]));
        else own.set(column, look);
      }
    }
    if (row < filled) cells.push(line);
    if ((row & 31) === 0 && pauses.due()) await pauses.take();
  }
  return { cells, formulas, cellLooks };
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
