import type { BookView, SheetView } from '../core/book-view';
import type { Cell } from '../core/kernel/cell';
import { rowsInMessage } from '../taskpane/desk/message-size';

/** A workbook without the cells of its sheets, which follow in blocks of rows. */
export interface BookHead extends Omit<BookView, 'sheets'> {
  readonly sheets: readonly Omit<SheetView, 'cells'>[];
}

export interface RowBlock {
  readonly sheet: number;
  readonly rows: readonly (readonly Cell[])[];
}

export function headOf(view: BookView): BookHead {
  return { ...view, sheets: view.sheets.map((sheet) => ({ ...sheet, cells: [] })) };
}

/** The rows of all sheets in their order, each block small enough for one message. */
export function* blocksOf({ sheets }: BookView): Generator<RowBlock> {
  for (const [sheet, { cells }] of sheets.entries()) {
    for (let from = 0; from < cells.length;) {
      const count = rowsInMessage(cells[from]?.length ?? 1);
      yield { sheet, rows: cells.slice(from, from + count) };
      from += count;
    }
  }
}

/** Puts a workbook together again from its head and the blocks that follow. */
export function joinBook(head: BookHead): { readonly add: (block: RowBlock) => void; readonly view: BookView } {
  const cells: (readonly Cell[])[][] = head.sheets.map(() => []);
  const view = { ...head, sheets: head.sheets.map((sheet, index) => ({ ...sheet, cells: cells[index] ?? [] })) };
  return {
    add: ({ sheet, rows }) => {
      for (const row of rows) cells[sheet]?.push(row);
    },
    view,
  };
}
