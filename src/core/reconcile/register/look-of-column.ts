import { isGstin, normaliseGstin } from '../../kernel/gstin';
import { isDateCell, rawText, type RawCell } from '../../kernel/raw-sheet';
import { readAmount } from './read-amount';
import { readWrittenDate } from './read-date';

/** What the cells of a column look like, as shares of those that hold something. */
export interface ColumnLook {
  /** share of rows that hold something */
  readonly filled: number;
  readonly gstins: number;
  readonly dates: number;
  readonly amounts: number;
  /** share of different texts */
  readonly variety: number;
}

/** A thousand rows spread over the sheet tell what a column holds. */
const SAMPLE = 1000;

/** Rows to judge columns by, those in which little stands (titles, totals, blanks) left out. */
export function sampleRows(rows: readonly (readonly RawCell[])[], from: number): (readonly RawCell[])[] {
  const step = Math.max(1, Math.floor((rows.length - from) / SAMPLE));
  const taken: (readonly RawCell[])[] = [];
  for (let at = from; at < rows.length; at += step) {
    const row = rows[at] ?? [];
    if (row.filter((cell) => rawText(cell) !== '').length > 2) taken.push(row);
  }
  return taken;
}

export function lookOfColumn(sample: readonly (readonly RawCell[])[], column: number): ColumnLook {
  const texts = new Set<string>();
  let [filled, gstins, dates, amounts] = [0, 0, 0, 0];
  for (const row of sample) {
    const cell = row[column];
    const text = rawText(cell);
    if (text === '') continue;
    filled += 1;
    texts.add(text);
    if (isGstin(normaliseGstin(text))) gstins += 1;
    if (isDateCell(cell) || looksLikeDate(cell)) dates += 1;
    if (readAmount(cell).kind !== 'unreadable') amounts += 1;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled: sample.length === 0 ? 0 : filled / sample.length,
    gstins: share(gstins),
    dates: share(dates),
    amounts: share(amounts),
    variety: share(texts.size),
  };
}

function looksLikeDate(cell: RawCell | undefined): boolean {
  const { kind } = readWrittenDate(cell);
  return kind === 'day' || kind === 'either';
}
