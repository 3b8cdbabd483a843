import type { ImsRecord } from '../../core/engine/ledger';
import { done, refuse, type Result } from '../../core/kernel/result';
import type { Cell } from '../../core/kernel/cell';
import type { Day } from '../../core/kernel/day';
import { answerRow, type AnsweredRow } from '../../core/tasks/answer-row';
import { isOriginalOf, type CheckedBook } from '../../core/tasks/check-book';
import type { Around } from '../../core/tasks/decide';
import { HOME } from '../../core/tasks/home-labels';
import { lastingOf } from '../../core/tasks/lasting';
import type { Book, BookSheet } from '../../core/tasks/open-book';
import { claimRow, type ClaimedRow } from '../../core/tasks/resolve-rows';
import type { RowSpan, SheetEdit } from '../../core/workbook';

/** The workbook as it stood at the last look, kept up with every edit told of since. */
export interface LiveBook {
  readonly book: Book;
  readonly around: Around;
  /** every record with a row, as answered now */
  readonly answered: ReadonlyMap<string, AnsweredRow>;
  readonly sheet: (name: string) => BookSheet | undefined;
  /** the records of rows, and how many rows hold something that is no record of their key */
  readonly rows: (
    sheet: BookSheet,
    spans: readonly RowSpan[],
  ) => { readonly claimed: ClaimedRow[]; readonly others: number };
  readonly rowOf: (id: string) => ClaimedRow | undefined;
  readonly originalOf: (claimed: ClaimedRow) => ClaimedRow | undefined;
  /** takes rows as they were read again */
  readonly replace: (sheet: BookSheet, row: number, cells: readonly Cell[][]) => void;
  /** follows what was written */
  readonly follow: (edits: readonly SheetEdit[]) => void;
}

export function createLiveBook(book: Book, checked: CheckedBook, today: Day): LiveBook {
  const records = new Map(book.ledger.records.map((record) => [record.id, record]));
  const answered = new Map(checked.answered.map((row) => [row.record.id, row]));
  const around: Around = { book, today, lasting: lastingOf(checked.findings) };
  let byNumber: Map<string, AnsweredRow[]> | undefined;
  const sheet = (name: string): BookSheet | undefined => book.sheets.find((candidate) => candidate.name === name);
  const renew = (claimed: ClaimedRow): void => {
    answered.set(claimed.record.id, answerRow(claimed, book, today, []));
  };
  const replace = (target: BookSheet, row: number, cells: readonly Cell[][]): void => {
    for (const [index, line] of cells.entries()) {
      while (target.cells.length <= row + index) target.cells.push([]);
      target.cells[row + index] = line;
      const claimed = claimRow(target, row + index, records);
      if (claimed !== undefined) renew(claimed);
    }
  };
  return {
    book,
    around,
    answered,
    sheet,
    rows: (target, spans) => claimRows(target, spans, records),
    rowOf: (id) => {
      const known = answered.get(id);
      const again = known === undefined ? undefined : claimRow(known.sheet, known.row, records);
      return again?.record.id === id ? again : undefined;
    },
    originalOf: (claimed) => {
      if (claimed.record.row.originalNumber === '') return undefined;
      byNumber ??= indexNumbers(answered.values());
      const same = byNumber.get(claimed.record.row.originalNumber.toUpperCase()) ?? [];
      return same.find((candidate) => isOriginalOf(candidate, claimed.record));
    },
    replace,
    follow: (edits) => {
      for (const edit of edits) {
        const target = sheet(edit.sheet);
        if (target !== undefined) followEdit(target, edit, replace);
        else if (edit.sheet === HOME) followCells(book.home, edit);
      }
    },
  };
}

/** The record sheet of that name, or that it is none. */
export function sheetOf(live: LiveBook, name: string): Result<BookSheet> {
  const sheet = live.sheet(name);
  return sheet === undefined ? refuse('not-a-record-sheet', name) : done(sheet);
}

function claimRows(
  sheet: BookSheet,
  spans: readonly RowSpan[],
  records: ReadonlyMap<string, ImsRecord>,
): { claimed: ClaimedRow[]; others: number } {
  const claimed: ClaimedRow[] = [];
  let others = 0;
  for (const { row: first, rows } of spans) {
    const end = Math.min(first + rows, sheet.cells.length);
    for (let row = Math.max(first, sheet.headingRow + 1); row < end; row += 1) {
      const found = claimRow(sheet, row, records);
      if (found !== undefined) claimed.push(found);
      else if ((sheet.cells[row] ?? []).some((cell) => cell !== '')) others += 1;
    }
  }
  return { claimed, others };
}

function indexNumbers(rows: Iterable<AnsweredRow>): Map<string, AnsweredRow[]> {
  const index = new Map<string, AnsweredRow[]>();
  for (const entry of rows) {
    const number = entry.record.row.number.toUpperCase();
    const same = index.get(number);
    if (same === undefined) index.set(number, [entry]);
    else same.push(entry);
  }
  return index;
}

function followEdit(sheet: BookSheet, edit: SheetEdit, replace: LiveBook['replace']): void {
  followCells(sheet.cells, edit);
  const rows = new Set(edit.columns.flatMap(({ values }) => [...values.keys()]));
  for (const row of rows) replace(sheet, row, [sheet.cells[row] ?? []]);
}

function followCells(cells: Cell[][], { columns }: SheetEdit): void {
  for (const { column, values } of columns) {
    for (const [row, cell] of values) {
      while (cells.length <= row) cells.push([]);
      const line = cells[row] ?? [];
      while (line.length < column) line.push('');
      line[column] = cell;
    }
  }
}
