import { rawText, type RawCell } from '../../kernel/raw-sheet';
import { isOtherEntry } from './document-words';
import { normaliseWord } from './normalise-word';
import type { Columns } from './layout';
import { readWrittenDate } from './read-date';
import { cellOf } from './read-columns';
import { heads, mainAmount, readSignedAmounts, type Head } from './signed-amounts';

/** Rows above and below zero. */
export interface SignCount {
  positive: number;
  negative: number;
}

export interface WordEvidence extends SignCount {
  /** as first written */
  readonly word: string;
  rows: number;
}

/** What whole columns tell, gathered in one pass. */
export interface Evidence {
  /** dates in numbers whose first number can only be the day, whose second can only be it, and those that fit both */
  readonly dates: { dayFirst: number; monthFirst: number; either: number };
  /** dates that the sheet keeps as such, and months of those that are text and sure, as yyyymm */
  readonly kept: { cells: string[]; latestDay: number; textMonths: Set<string> };
  readonly words: ReadonlyMap<string, WordEvidence>;
  readonly wordless: SignCount;
  bySide: boolean;
  /** rows in which a head has the sign of the main amount, and the opposite one */
  readonly heads: Readonly<Record<Head, { same: number; opposite: number }>>;
}

/** More different words than this, and the column tells no types. */
const MOST_WORDS = 200;

export function gatherEvidence(rows: readonly (readonly RawCell[])[], columns: Readonly<Columns>): Evidence {
  const words = new Map<string, WordEvidence>();
  const evidence: Evidence = {
    dates: { dayFirst: 0, monthFirst: 0, either: 0 },
    kept: { cells: [], latestDay: 0, textMonths: new Set() },
    words,
    wordless: { positive: 0, negative: 0 },
    bySide: false,
    heads: {
      value: { same: 0, opposite: 0 },
      taxable: { same: 0, opposite: 0 },
      igst: { same: 0, opposite: 0 },
      cgst: { same: 0, opposite: 0 },
      sgst: { same: 0, opposite: 0 },
      cess: { same: 0, opposite: 0 },
      tax: { same: 0, opposite: 0 },
    },
  };
  const typeField = columns.kind === undefined ? 'supplyType' : 'kind';
  for (const row of rows) {
    // Totals, headings and blank rows have no number.
    if (columns.number !== undefined && rawText(cellOf(row, columns, 'number')) === '') continue;
    noteDate(evidence, cellOf(row, columns, 'date'));
    const written = rawText(cellOf(row, columns, typeField));
    if (!isOtherEntry(written)) noteSigns(evidence, row, columns, wordEvidence(words, written));
  }
  return evidence;
}

function wordEvidence(words: Map<string, WordEvidence>, written: string): WordEvidence | undefined {
  const word = normaliseWord(written);
  if (word === '') return undefined;
  let seen = words.get(word);
  if (seen === undefined) {
    if (words.size >= MOST_WORDS) return undefined;
    seen = { word: written, rows: 0, positive: 0, negative: 0 };
    words.set(word, seen);
  }
  seen.rows += 1;
  return seen;
}

function noteSigns(
  evidence: Evidence,
  row: readonly RawCell[],
  columns: Readonly<Columns>,
  word: WordEvidence | undefined,
): void {
  const amounts = readSignedAmounts(row, columns);
  const main = mainAmount(amounts);
  if (main === 0) return;
  evidence.bySide ||= amounts.bySide;
  const count = word ?? evidence.wordless;
  if (main > 0) count.positive += 1;
  else count.negative += 1;
  for (const head of heads) {
    const amount = amounts[head] ?? 0;
    if (amount === 0) continue;
    if (amount > 0 === main > 0) evidence.heads[head].same += 1;
    else evidence.heads[head].opposite += 1;
  }
}

function noteDate({ dates, kept }: Evidence, cell: RawCell | undefined): void {
  const written = readWrittenDate(cell);
  if (written.kind === 'day') {
    const [day = '', month = '', year = ''] = written.day.split('-');
    if (!written.cell) kept.textMonths.add(`${year}${month}`);
    else {
      kept.cells.push(written.day);
      kept.latestDay = Math.max(kept.latestDay, Number(day));
    }
  }
  if (written.kind !== 'either') return;
  const { first, second, year } = written;
  if (first > 12 && second <= 12) {
    dates.dayFirst += 1;
    kept.textMonths.add(`${String(year)}${String(second).padStart(2, '0')}`);
  } else if (second > 12 && first <= 12) dates.monthFirst += 1;
  else if (first <= 12) dates.either += 1;
}
