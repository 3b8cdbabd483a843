import type { BookView, SheetView } from '../core/book-view';
import type { Cell } from '../core/kernel/cell';
import { sharedTexts } from '../core/kernel/shared-texts';
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
      const count = rowsInMessage(cells, from);
      yield { sheet, rows: cells.slice(from, from + count) };
      from += count;
    }
  }
}

/**
 * Puts a workbook together again from its head and the blocks that follow. Rows that `known` has at the same place are
 * taken from there, so that they are in memory once.
 */
export function joinBook(
  head: BookHead,
  known?: BookView,
): { readonly add: (block: RowBlock) => void; readonly view: BookView } {
  const sheets = head.sheets.map(({ name }) => ({
    cells: [] as (readonly Cell[])[],
    known: known?.sheets.find((sheet) => sheet.name === name)?.cells ?? [],
    share: sharedTexts(),
  }));
  return {
    add: ({ sheet, rows }) => {
      const to = sheets[sheet];
      if (to === undefined) return;
      for (const row of rows) {
        const same = to.known[to.cells.length];
        // They came in a message: nobody else has them.
        to.cells.push(same !== undefined && areAlike(same, row) ? same : to.share(row as Cell[]));
      }
    },
    view: { ...head, sheets: head.sheets.map((sheet, index) => ({ ...sheet, cells: sheets[index]?.cells ?? [] })) },
  };
}

/** Blank cells at the end of a row count for nothing. */
function areAlike(a: readonly Cell[], b: readonly Cell[]): boolean {
  for (let column = Math.max(a.length, b.length) - 1; column >= 0; column -= 1) {
    if ((a[column] ?? '') !== (b[column] ?? '')) return false;
  }
  return true;
}
