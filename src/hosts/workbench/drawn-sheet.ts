import { ICommandService, type ICellData, type Injector, type Nullable, type Worksheet } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetWorksheetRowCountMutation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import type { SheetView } from '../../core/book-view';
import { cellOf, contentOf, formulaOf, valueOf, writtenOf } from './univer-cells';
import type { Ours } from './ours';
import type { SheetCells } from './sheet-cells';
import { SPARE_ROWS, UNIT } from './snapshot';
import { touchedRows } from './touched-rows';

/** A sheet that Univer draws, with what it was opened with. */
export interface DrawnSheet extends SheetCells {
  readonly id: string;
  readonly view: Omit<SheetView, 'cells'>;
  readonly worksheet: Worksheet;
  /** `row,column` to formula; Univer's engine does not know them, it would calculate and move them */
  readonly formulas: ReadonlyMap<string, string>;
  /** what the user types with `=` in front becomes a formula: on his own sheets */
  readonly takesFormulas: boolean;
  /** hears of each change of cells, or of all at once, so that what is known of them is of now */
  follow(cellValue: ISetRangeValuesMutationParams['cellValue']): void;
  raw(row: number, column: number): Nullable<ICellData>;
}

export function drawnSheet(
  view: SheetView,
  worksheet: Worksheet,
  injector: Injector,
  ours: Ours,
  takesFormulas: boolean,
): DrawnSheet {
  const commands = injector.get(ICommandService);
  const matrix = worksheet.getCellMatrix();
  const id = worksheet.getSheetId();
  const formulas = new Map(view.formulas);
  // Whoever names the view below keeps all its cells in memory.
  const { dataRow } = view;
  const raw = (row: number, column: number): Nullable<ICellData> => matrix.getValue(row, column);
  /** columns up to the last filled one of a row, or `least` where there are no more */
  const filled = (row: number, least: number): number => {
    const cells = matrix.getRow(row);
    if (cells === undefined || cells === null) return least;
    let columns = worksheet.getColumnCount();
    while (columns > least && isBlank(cells[columns - 1])) columns -= 1;
    return columns;
  };
  const rows = (): number => {
    let count = worksheet.getRowCount();
    while (count > 0 && filled(count - 1, 0) === 0) count -= 1;
    return count;
  };
  /** columns that were counted last; undefined after a change that may make them more or fewer */
  let width: number | undefined;
  const columns = (): number => {
    let count = 0;
    for (let row = worksheet.getRowCount() - 1; row >= 0; row -= 1) count = filled(row, count);
    return count;
  };
  return {
    id,
    name: view.name,
    // The grid has the cells, which need not lie in memory twice.
    view: withoutCells(view),
    worksheet,
    formulas,
    takesFormulas,
    follow: (cellValue) => {
      if (cellValue === undefined) width = undefined;
      for (const row in cellValue) {
        const line = cellValue[Number(row)];
        for (const column in line) {
          const data = line[Number(column)];
          if (width === Number(column) + 1 && isBlank(data)) width = undefined;
          else if (width !== undefined && !isBlank(data)) width = Math.max(width, Number(column) + 1);
          const formula = formulaOf(data);
          if (formula !== undefined) formulas.set(`${row},${column}`, formula);
          else if (data?.custom !== undefined || data === null) formulas.delete(`${row},${column}`);
        }
      }
    },
    rows,
    columns: () => (width ??= columns()),
    hasFormulas: () => formulas.size > 0,
    touched: touchedRows(),
    raw,
    content: (row, column) => contentOf(raw(row, column)),
    value: (row, column) => valueOf(raw(row, column)),
    write: (block) => {
      const last = rows();
      // Records that come below nothing but headings have the looks of their columns.
      const hasAbove = last > dataRow;
      const cellValue: Record<number, Record<number, ICellData>> = {};
      let deepest = 0;
      for (const [row, line] of block) {
        deepest = Math.max(deepest, row);
        const cells: Record<number, ICellData> = (cellValue[row] = {});
        for (const [column, { value, formula }] of line) {
          const look = hasAbove && row >= last ? raw(last - 1, column)?.s : undefined;
          const written = writtenOf(value, formula);
          cells[column] = look === undefined ? written : { ...written, s: look };
        }
      }
      ours.run(() => {
        if (deepest >= worksheet.getRowCount()) {
          commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, {
            unitId: UNIT,
            subUnitId: id,
            rowCount: deepest + 1 + SPARE_ROWS,
          });
        }
        commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId: UNIT, subUnitId: id, cellValue });
      });
    },
  };
}

function withoutCells(view: SheetView): Omit<SheetView, 'cells'> {
  const empty: SheetView = { ...view, cells: [] };
  return empty;
}

/** A formula fills its cell before it has a result. */
function isBlank(data: Nullable<ICellData>): boolean {
  return cellOf(data) === '' && formulaOf(data) === undefined;
}
