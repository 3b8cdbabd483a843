import { done, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Category } from '../reconcile/category';
import type { ClientMemory, KeptBooks } from '../reconcile/kept';
import { layoutsOf, withLayouts } from '../reconcile/memory';
import { takeRegister, type OpenedRegister, type TakenRegister } from '../reconcile/register/opened-register';
import { applySuggestions } from './apply-suggestions';
import { booksOf } from './books-of';
import { checkBook } from './check-book';
import { compareBooks, type Comparison } from './compare-books';
import { reportComparison, type ComparisonReport } from './comparison-report';
import { planComparison } from './comparison-sheets';
import type { LeftOut } from './decide';
import type { Desk } from './desk';
import { joinEdits } from './join-edits';
import { keepBooks, keepMemory, readMemory, writeAll } from './kept-books';
import { lastingOf } from './lasting';
import { matchEdits } from './match-cells';
import type { Book } from './open-book';
import { homeEdits } from './refresh-home';
import { writeReports, type SheetWriting } from './report-sheets';

export interface ReconcileReport extends ComparisonReport {
  /** records that were answered as suggested */
  readonly applied: number;
  readonly leftOut: readonly LeftOut[];
  readonly taken: TakenRegister;
  /** what the workbook remembers from now on */
  readonly memory: ClientMemory;
}

export interface ReconcileWish {
  /** opened for the GSTIN of the workbook, its sheets chosen */
  readonly register: OpenedRegister;
  /** what the workbook remembers, and what it is to remember besides */
  readonly memory: ClientMemory;
  /** categories whose records are answered as suggested */
  readonly apply: readonly Category[];
}

/**
 * Takes a register, compares the records of the workbook with it, shows what it comes to on the sheets, and writes what is
 * suggested for those of the categories named. The workbook keeps the register and what is remembered. Only records that
 * still have No Action are answered.
 */
export async function reconcile(
  desk: Desk,
  book: Book,
  { register, memory, apply }: ReconcileWish,
): Promise<Result<ReconcileReport>> {
  const read = takeRegister(register, layoutsOf(memory));
  if (!read.ok) return read;
  const { taken, remembered } = read.value;
  const books = booksOf(desk, taken.name, taken.sheets);
  const kept = withLayouts(memory, remembered);
  const planned = await planReconciliation(desk, book, books, kept, apply);
  if (!planned.ok) return planned;
  const { comparison, writing, applied, leftOut } = planned.value;
  const before = await readMemory(desk);
  if (!before.ok) return before;
  const isKnown = JSON.stringify(before.value) === JSON.stringify(kept);
  await writeAll(desk, [await keepBooks(desk, books), ...(isKnown ? [] : [await keepMemory(desk, kept)]), writing]);
  return done({ ...reportComparison(comparison), applied, leftOut, taken, memory: kept });
}

interface PlannedReconciliation {
  readonly comparison: Comparison;
  readonly writing: SheetWriting;
  readonly applied: number;
  readonly leftOut: readonly LeftOut[];
}

/** Everything that the comparison writes, planned and not yet written. */
async function planReconciliation(
  desk: Desk,
  book: Book,
  books: KeptBooks,
  memory: ClientMemory,
  apply: readonly Category[],
): Promise<Result<PlannedReconciliation>> {
  const { rows, findings } = checkBook(book, desk.today);
  const comparison = compareBooks(book, rows, books.documents, desk.today, memory, desk.progress);
  const shown = await showComparison(desk, book, books, comparison);
  if (!shown.ok) return shown;
  const around = { book, today: desk.today, lasting: lastingOf(findings) };
  const applied = applySuggestions(around, comparison.outcomes, ({ category }) => apply.includes(category));
  const answered = new Map(
    comparison.outcomes.map(({ record, suggestion }) => [record.id, suggestion === 'look' ? undefined : suggestion]),
  );
  const touched = new Set(applied.rows);
  const placed = rows.claimed.map((row) => ({
    sheet: row.sheet,
    row: row.record.row,
    status: (touched.has(row) ? answered.get(row.record.id) : undefined) ?? row.reading.answers.status,
  }));
  const { records, leftOut } = applied.preview;
  const home = records === 0 ? [] : [homeEdits(book, placed, { checked: sentence('checked-before') })];
  return done({
    comparison,
    writing: { plans: shown.value.plans, edits: [...joinEdits([...applied.edits, ...shown.value.edits]), ...home] },
    applied: records,
    leftOut,
  });
}

/** How the sheets come to show a comparison: columns beside Status, and the sheets of its own. */
export async function showComparison(
  desk: Desk,
  { sheets, gstin, settings: { tolerance } }: Book,
  books: KeptBooks,
  comparison: Comparison,
): Promise<Result<SheetWriting>> {
  const at = `${desk.today} ${desk.time}`;
  const reports = await writeReports(desk, planComparison({ comparison, books, gstin, tolerance, at }));
  if (!reports.ok) return reports;
  const { plans, edits } = reports.value;
  return done({ plans, edits: [...matchEdits(sheets, comparison), ...edits] });
}
