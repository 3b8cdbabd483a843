import type { Cell } from '../kernel/cell';
import { rupees } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import type { RegisterDocument } from '../reconcile/register/reading';
import type { Suggestion } from '../reconcile/suggest';
import type { SheetEdit } from '../workbook';
import { columnEdit, guardOf } from './column-edit';
import { moreInBooks, type Comparison, type Outcome } from './compare-books';
import { matchColumns, type MatchColumn } from './headings';
import type { BookSheet } from './open-book';
import { spokenRows } from './spoken-rows';

/**
 * What the comparison says of each record, in the columns beside Status. They come out of hiding when they are filled for
 * the first time; a column that the user took away stays away.
 */
export function matchEdits(sheets: readonly BookSheet[], { outcomes }: Comparison): SheetEdit[] {
  const bySheet = new Map<BookSheet, Map<number, Outcome>>();
  for (const outcome of outcomes) {
    if (outcome.claimed === undefined) continue;
    const { sheet, row } = outcome.claimed;
    let own = bySheet.get(sheet);
    if (own === undefined) bySheet.set(sheet, (own = new Map<number, Outcome>()));
    own.set(row, outcome);
  }
  return sheets.flatMap((sheet) => {
    const own = bySheet.get(sheet);
    const columns = matchColumns.flatMap((name) => {
      const edit = columnEdit(sheet, name, (row) => cellOf(name, own?.get(row)));
      return edit === undefined ? [] : [edit];
    });
    if (columns.length === 0) return [];
    const show = isFirst(sheet) ? matchColumns.flatMap((name) => sheet.tools.get(name) ?? []) : [];
    return [{ sheet: sheet.name, columns, show, ...guardOf(sheet, columns) }];
  });
}

/** Columns that the user hid after an earlier comparison stay hidden. */
function isFirst({ tools, cells, headingRow }: BookSheet): boolean {
  const match = tools.get('match');
  return match === undefined || !cells.some((row, index) => index > headingRow && (row[match] ?? '') !== '');
}

function cellOf(name: MatchColumn, outcome: Outcome | undefined): Cell {
  if (outcome === undefined) return '';
  switch (name) {
    case 'match':
      return outcome.category;
    case 'why':
      return whyAndAdvice(outcome);
    case 'booksDocument':
      return outcome.books.map(spokenDocument).join('; ');
    case 'difference':
      return differenceOf(outcome);
    case 'suggestion':
      return spokenSuggestion(outcome.suggestion);
  }
}

/** Why the two sides are one document or not, and what to look at. */
function whyAndAdvice({ why, advice }: Outcome): string {
  return advice === '' ? why : `${why} ${advice}`;
}

/** `INV-12 of 05-06-2026 (row 7)` */
export function spokenDocument(entry: RegisterDocument): string {
  const { number, date } = entry.document;
  return sentence('books-document', { number, date, place: spokenRows(entry) });
}

export function spokenSuggestion(suggestion: Suggestion): string {
  return suggestion === 'look' ? sentence('suggestion-look') : suggestion;
}

/** In rupees, what the books have more; blank where there is nothing to compare. */
function differenceOf({ together, books }: Outcome): Cell {
  if (books.length === 0) return '';
  return rupees(moreInBooks(together, books) ?? 0);
}
