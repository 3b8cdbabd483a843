import type { SheetView } from '../../core/book-view';
import type { Cell } from '../../core/kernel/cell';
import { touchedRows, type TouchedRows } from './touched-rows';

/** What stands in a cell; a formula has no `=` in front. */
export interface Content {
  readonly value: Cell;
  readonly formula?: string;
}

/** Row to column to content. */
export type Block = ReadonlyMap<number, ReadonlyMap<number, Content>>;

/** The cells of a sheet, drawn or not. */
export interface SheetCells {
  readonly name: string;
  /** rows down to the last that has a filled cell */
  rows(): number;
  /** columns up to the last that has a filled cell */
  columns(): number;
  content(row: number, column: number): Content;
  /** the value of that, for who goes through many */
  value(row: number, column: number): Cell;
  hasFormulas(): boolean;
  /** the rows that changed since the sheet was shown */
  readonly touched: TouchedRows;
  /** without an entry of the user's undo; rows that are new take the looks of the row above */
  write(block: Block): void;
}

/** A very hidden sheet: it is kept here, as no window may show it. */
export interface KeptSheet extends SheetCells {
  readonly view: SheetView;
  readonly cells: readonly (readonly Cell[])[];
}

export function keepSheet(view: SheetView): KeptSheet {
  const cells = view.cells.map((row) => [...row]);
  const touched = touchedRows();
  return {
    name: view.name,
    view,
    cells,
    rows: () => {
      let rows = cells.length;
      while (rows > 0 && (cells[rows - 1] ?? []).every((cell) => cell === '')) rows -= 1;
      return rows;
    },
    columns: () => {
      let columns = 0;
      for (const row of cells) columns = Math.max(columns, filledOf(row));
      return columns;
    },
    content: (row, column) => ({ value: cells[row]?.[column] ?? '' }),
    value: (row, column) => cells[row]?.[column] ?? '',
    hasFormulas: () => false,
    touched,
    write: (block) => {
      for (const [row, line] of block) {
        while (cells.length <= row) cells.push([]);
        touched.add(row);
        const own = cells[row] ?? [];
        for (const [column, { value }] of line) {
          while (own.length < column) own.push('');
          own[column] = value;
        }
      }
    },
  };
}

function filledOf(row: readonly Cell[]): number {
  let columns = row.length;
  while (columns > 0 && row[columns - 1] === '') columns -= 1;
  return columns;
}
