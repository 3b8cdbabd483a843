import {
  BooleanNumber,
  LocaleType,
  type IColumnData,
  type IObjectArrayPrimitiveType,
  type IObjectMatrixPrimitiveType,
  type ICellData,
  type IRange,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { Area, BookView, SheetView } from '../../core/book-view';
import { univerCriteria } from './filter-criteria';
import { dataOf } from './univer-cells';
import { sharedCells } from './shared-cells';
import { createPauses } from './pauses';
import { pixelsOf, pixelsOfPoints, standardStyle, styleOf } from './styles';

export const UNIT = 'book';
const FILTERS = 'SHEET_FILTER_PLUGIN';

/** Excel's row of 15 points, and its column of 8.43 characters. */
const ROW_HEIGHT = 20;
const COLUMN_WIDTH = 64;
/** Blank rows and columns behind the last filled ones, to type into. */
export const SPARE_ROWS = 200;
const SPARE_COLUMNS = 12;

const styleId = (look: number): string => `look-${String(look)}`;
export const sheetId = (index: number): string => `sheet-${String(index)}`;

/** The number of a look that a cell has of its own. */
export function lookOf(style: ICellData['s']): number | undefined {
  return typeof style === 'string' && style.startsWith('look-') ? Number(style.slice(5)) : undefined;
}

/** What Univer draws of a view; its very hidden sheets are not among them. The page draws in between. */
export async function snapshotOf(
  view: BookView,
  sheets: readonly (readonly [string, SheetView])[],
): Promise<IWorkbookData> {
  const drawn: Record<string, Partial<IWorksheetData>> = {};
  for (const [id, sheet] of sheets) drawn[id] = await worksheetOf(id, sheet);
  const filters = Object.fromEntries(
    sheets.flatMap(([id, { filter, filterColumns, hiddenRows }]) => {
      if (filter === undefined) return [];
      const cachedFilteredOut = [...hiddenRows].filter((row) => isBelowHead(filter, row));
      return [[id, { ref: rangeOf(filter), cachedFilteredOut, filterColumns: univerCriteria(filterColumns) }]];
    }),
  );
  return {
    id: UNIT,
    name: '',
    appVersion: '',
    locale: LocaleType.EN_US,
    styles: Object.fromEntries(view.looks.map((look, index) => [styleId(index), styleOf(look)])),
    defaultStyle: standardStyle,
    sheetOrder: sheets.map(([id]) => id),
    sheets: drawn,
    resources: [{ name: FILTERS, data: JSON.stringify(filters) }],
  };
}

async function worksheetOf(id: string, sheet: SheetView): Promise<Partial<IWorksheetData>> {
  const columns = Math.max(sheet.columns.length, widthOf(sheet));
  const { freeze } = sheet;
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(sheet.tabColour === undefined ? {} : { tabColor: `#${sheet.tabColour}` }),
    showGridlines: sheet.hasGridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.cells.length + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    defaultRowHeight: ROW_HEIGHT,
    defaultColumnWidth: COLUMN_WIDTH,
    cellData: await cellsOf(sheet),
    rowData: rowsOf(sheet),
    columnData: columnsOf(sheet),
    mergeData: sheet.merges.map(rangeOf),
    freeze: {
      xSplit: freeze?.columns ?? 0,
      ySplit: freeze?.rows ?? 0,
      startColumn: freeze?.columns ?? -1,
      startRow: freeze?.rows ?? -1,
    },
  };
}

async function cellsOf(sheet: SheetView): Promise<IObjectMatrixPrimitiveType<ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  const shared = sharedCells();
  const pauses = createPauses();
  for (const [index, cells] of sheet.cells.entries()) {
    const row: Record<number, ICellData> = {};
    for (const [column, cell] of cells.entries()) if (cell !== '') row[column] = shared(column, cell);
    matrix[index] = row;
    if ((index & 63) === 0 && pauses.due()) await pauses.take();
  }
  for (const [place, formula] of sheet.formulas) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = (matrix[row] ??= {});
    cells[column] = dataOf(sheet.cells[row]?.[column] ?? '', formula);
  }
  for (const [row, looks] of sheet.cellLooks) {
    const cells = (matrix[row] ??= {});
    for (const [column, look] of looks) cells[column] = { ...cells[column], s: styleId(look) };
  }
  return matrix;
}

function rowsOf({ rowHeights, hiddenRows, filter }: SheetView): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of rowHeights) rows[row] = { h: pixelsOfPoints(height), ia: BooleanNumber.FALSE };
  for (const row of hiddenRows) {
    if (filter === undefined || !isBelowHead(filter, row)) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  }
  return rows;
}

function columnsOf({ columns }: SheetView): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  return Object.fromEntries(
    columns.map(({ width, hidden, look }, index) => [
      index,
      {
        w: pixelsOf(width),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
        ...(look === undefined ? {} : { s: styleId(look) }),
      },
    ]),
  );
}

function widthOf({ cells }: SheetView): number {
  let width = 0;
  for (const row of cells) width = Math.max(width, row.length);
  return width;
}

/** Rows that the filter of an area may hide. */
function isBelowHead({ row, rows }: Area, at: number): boolean {
  return at > row && at < row + rows;
}

function rangeOf({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}
