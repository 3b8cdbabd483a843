import type { SheetView } from '../../../core/book-view';
import type { RowPattern } from './scan-rows';
import type { ScannedSheet } from './scan-sheet';

export interface PlacedLooks {
  /** number of the look by column */
  readonly columns: readonly number[];
  readonly cells: SheetView['cellLooks'];
}

const NO_CELLS: RowPattern = { styles: new Int32Array(), rest: -1 };

/**
 * The looks of a sheet's columns, and of the cells that differ from them. Files of ours say no look for a column: there it
 * is the one that most records have, so that a record added below looks as they do. `height` is how many rows have values.
 */
export function placeLooks(
  { patterns, runs }: ScannedSheet,
  lookOf: (style: number) => number,
  size: { readonly width: number; readonly height: number; readonly dataRow: number },
): PlacedLooks {
  const said = new Int32Array(size.width);
  for (const { first, last, style } of runs) said.fill(style, first, last + 1);
  const usual = size.dataRow === 0 ? said : usualStyles(patterns, said, size.dataRow);
  const columns = Array.from(usual, lookOf);
  const found = new Map<RowPattern, ReadonlyMap<number, number>>();
  const looksOf = (pattern: RowPattern): ReadonlyMap<number, number> => {
    const known = found.get(pattern);
    if (known !== undefined) return known;
    const looks = new Map<number, number>();
    for (const [column, usualLook] of columns.entries()) {
      const look = lookOf(styleIn(pattern, column, said[column] ?? 0));
      if (look !== usualLook) looks.set(column, look);
    }
    found.set(pattern, looks);
    return looks;
  };
  const cells = new Map<number, ReadonlyMap<number, number>>();
  for (let row = 0; row < Math.max(patterns.length, size.height); row += 1) {
    const pattern = patterns[row] ?? (row < size.height ? NO_CELLS : undefined);
    const looks = pattern && looksOf(pattern);
    if (looks !== undefined && looks.size > 0) cells.set(row, looks);
  }
  return { columns, cells };
}

function styleIn({ styles, rest }: RowPattern, column: number, said: number): number {
  const own = styles[column] ?? -1;
  return own >= 0 ? own : rest >= 0 ? rest : said;
}

/** The style that most cells from a row on have, for the columns of which the file says none. */
function usualStyles(patterns: ScannedSheet['patterns'], said: Int32Array, from: number): Int32Array {
  const rows = new Map<RowPattern, number>();
  for (let row = from; row < patterns.length; row += 1) {
    const pattern = patterns[row];
    if (pattern !== undefined) rows.set(pattern, (rows.get(pattern) ?? 0) + 1);
  }
  return said.map((style, column) => (style > 0 ? style : mostCommon(rows, column)));
}

function mostCommon(rows: ReadonlyMap<RowPattern, number>, column: number): number {
  const counts = new Map<number, number>();
  let [most, best] = [0, 0];
  for (const [{ styles }, count] of rows) {
    const style = styles[column] ?? -1;
    if (style < 0) continue;
    const now = (counts.get(style) ?? 0) + count;
    counts.set(style, now);
    if (now > most) [most, best] = [now, style];
  }
  return best;
}
