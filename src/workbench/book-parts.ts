import type { BookHead, BookView, RowBlock, ShownBlock } from '../core/book-view';
import type { Cell } from '../core/kernel/cell';
import { sharedTexts } from '../core/kernel/shared-texts';
import { rowsInMessage } from '../taskpane/desk/message-size';

/** Blocks of any size as blocks that are each small enough for one message; gives what comes behind the last. */
export async function* inMessages<B extends ShownBlock, T>(blocks: AsyncGenerator<B, T>): AsyncGenerator<B, T> {
  for (;;) {
    const block = await blocks.next();
    if (block.done === true) return block.value;
    const { sheet, rows } = block.value;
    for (let from = 0; from < rows.length;) {
      const count = rowsInMessage(rows, from);
      yield { sheet, rows: rows.slice(from, from + count) } as ShownBlock as B;
      from += count;
    }
  }
}

/** Puts a workbook together again from blocks of rows and the head that comes after them. */
export function joinBook(): {
  readonly add: (block: RowBlock) => void;
  readonly view: (head: BookHead) => BookView;
} {
  const sheets: { cells: (readonly Cell[])[]; share: (row: Cell[]) => Cell[] }[] = [];
  return {
    add: ({ sheet, rows }) => {
      const { cells, share } = (sheets[sheet] ??= { cells: [], share: sharedTexts<Cell>() });
      // They came in a message: nobody else has them.
      for (const row of rows) cells.push(share(row as Cell[]));
    },
    view: (head) => ({
      ...head,
      sheets: head.sheets.map((sheet, index) => ({ ...sheet, cells: sheets[index]?.cells ?? [] })),
    }),
  };
}
