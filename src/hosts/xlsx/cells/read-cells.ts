import { BLANK, type Cell } from '../../../core/kernel/cell';
import { cutSheet, eachChild } from '../patch/cut-sheet';
import { openParts, type OpenBook } from '../patch/open-parts';
import type { SheetPlace } from '../patch/patch-book';
import { damaged } from '../damaged';
import { readValues, type ValueOf } from './cell-values';
import { RowReader } from './row-reader';

/** One cell in the last corner would make as many blank ones of a small file. */
const MOST_CELLS = 20_000_000;

/** The values of all tabs, or of those with one of these names; the rows of a sheet are as wide as its widest. A chart of its own has no cells. */
export async function readCells(
  bytes: Uint8Array,
  only?: readonly string[],
): Promise<{ name: string; cells: Cell[][] }[]> {
  const book = await openParts(bytes);
  const valueOf = await readValues(book);
  const parts = new Map(worksheets(book).map(({ place, part }) => [place.tab, part]));
  const sheets: { name: string; cells: Cell[][] }[] = [];
  for (const { name, tab } of book.places) {
    if (only?.includes(name) === false) continue;
    const part = parts.get(tab);
    sheets.push({ name, cells: part === undefined ? [] : await sheetCells(name, book.parts.chunks(part), valueOf) });
  }
  return sheets;
}

/** The tabs that are worksheets, with their parts. */
export function worksheets({ places, relations, parts }: OpenBook): { place: SheetPlace; part: string }[] {
  return places.flatMap((place) => {
    const relation = relations.find(({ id }) => id === place.relation);
    if (relation?.type !== 'worksheet') return [];
    if (!parts.has(relation.part)) throw damaged(`the sheet ${place.name} is missing in it`);
    return [{ place, part: relation.part }];
  });
}

async function sheetCells(name: string, chunks: AsyncIterable<string>, valueOf: ValueOf): Promise<Cell[][]> {
  const reader = new RowReader(valueOf);
  const rows: Cell[][] = [];
  let width = 0;
  for await (const piece of cutSheet(chunks)) {
    // A sheet that is cut off behind its rows is no better.
    if (piece.kind !== 'items') eachChild(piece, () => undefined);
    else
      for (const { row, cells } of reader.read(piece.text)) {
        width = Math.max(width, cells.length);
        if ((row + 1) * width > MOST_CELLS)
          throw damaged(`the sheet ${name} has more than ${String(MOST_CELLS / 1e6)} million cells`);
        while (rows.length < row) rows.push([]);
        rows.push(cells);
      }
  }
  for (const row of rows) while (row.length < width) row.push(BLANK);
  return rows;
}
