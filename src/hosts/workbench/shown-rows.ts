import type { RowSpan } from '../../core/workbook';

/** Rows that are not hidden, as spans. */
export function shownRows(rows: number, hidden: ReadonlySet<number>): RowSpan[] {
  const spans: RowSpan[] = [];
  let start: number | undefined;
  for (let row = 0; row <= rows; row += 1) {
    const isShown = row < rows && !hidden.has(row);
    if (isShown) start ??= row;
    else if (start !== undefined) {
      spans.push({ row: start, rows: row - start });
      start = undefined;
    }
  }
  return spans;
}

/** Overlapping spans of several selected areas count once; none reaches below the last row. */
export function joinedRows(spans: readonly RowSpan[], rows: number): RowSpan[] {
  const joined: RowSpan[] = [];
  for (const { row, rows: count } of [...spans].sort((a, b) => a.row - b.row)) {
    const end = Math.min(row + count, rows);
    const last = joined.at(-1);
    if (end <= row) continue;
    if (last !== undefined && row <= last.row + last.rows) {
      joined.splice(-1, 1, { row: last.row, rows: Math.max(last.rows, end - last.row) });
    } else {
      joined.push({ row, rows: end - row });
    }
  }
  return joined;
}
