import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Category } from '../reconcile/category';
import type { KeptBooks } from '../reconcile/kept';
import type { RegisterReading } from '../reconcile/register/reading';
import { readRegister } from '../reconcile/register/read-register';
import { whyNone } from '../reconcile/register/why-none';
import type { RecognisedSheet } from '../reconcile/register/recognise-sheets';
import { applySuggestions } from './apply-suggestions';
import { booksOf } from './books-of';
import { checkBook } from './check-book';
import { compareBooks, type Comparison } from './compare-books';
import { reportComparison, type ComparisonReport } from './comparison-report';
import { planComparison } from './comparison-sheets';
import type { LeftOut } from './decide';
import type { Desk } from './desk';
import { joinEdits } from './join-edits';
import { keepBooks, readMemory, writeAll } from './kept-books';
import { lastingOf } from './lasting';
import { matchEdits } from './match-cells';
import { openBook, type Book } from './open-book';
import { homeEdits } from './refresh-home';
import { writeReports, type SheetWriting } from './report-sheets';

export interface ReconcileReport extends ComparisonReport {
  /** records that were answered as suggested */
  readonly applied: number;
  readonly leftOut: readonly LeftOut[];
  readonly reading: RegisterReading;
}

/** A sheet of a register, and the name of its file. */
export interface RegisterSheet extends Pick<RecognisedSheet, 'sheet' | 'layout'> {
  readonly file: string;
}

/**
 * Compares the records of the workbook with a register, shows what it comes to on the sheets, keeps the register in the
 * workbook, and writes what is suggested for those of the categories named. Only records that still have No Action are
 * answered.
 */
export async function reconcile(
  desk: Desk,
  register: RegisterSheet,
  apply: readonly Category[],
): Promise<Result<ReconcileReport>> {
  const read = await readBooksOf(desk, register);
  if (!read.ok) return read;
  const { books, reading } = read.value;
  const planned = await planReconciliation(desk, books, apply);
  if (!planned.ok) return planned;
  const { comparison, writing, applied, leftOut } = planned.value;
  await writeAll(desk, [await keepBooks(desk, books), writing]);
  return done({ ...reportComparison(comparison), applied, leftOut, reading });
}

/** The documents of a register, as the workbook keeps them; refused where there are none. */
async function readBooksOf(
  desk: Desk,
  { file, sheet, layout }: RegisterSheet,
): Promise<Result<{ books: KeptBooks; reading: RegisterReading }>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const reading = readRegister(sheet, layout, opened.value.gstin);
  if (reading.documents.length === 0) return refuse('register-no-documents', file, { why: whyNone(reading) });
  return done({ books: booksOf(desk, file, [{ name: sheet.name, layout, documents: reading.documents }]), reading });
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
  books: KeptBooks,
  apply: readonly Category[],
): Promise<Result<PlannedReconciliation>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const memory = await readMemory(desk);
  if (!memory.ok) return memory;
  const { rows, findings } = checkBook(book, desk.today);
  const comparison = compareBooks(book, rows, books.documents, desk.today, memory.value, desk.progress);
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
