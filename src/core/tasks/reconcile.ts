import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Category } from '../reconcile/category';
import type { RegisterReading } from '../reconcile/register/reading';
import { readRegister } from '../reconcile/register/read-register';
import { whyNone } from '../reconcile/register/why-none';
import type { RecognisedSheet } from '../reconcile/register/recognise-sheets';
import type { SheetEdit } from '../workbook';
import { applySuggestions } from './apply-suggestions';
import { checkBook } from './check-book';
import { compareBooks } from './compare-books';
import { reportComparison, type ComparisonReport } from './comparison-report';
import type { LeftOut } from './decide';
import type { Desk } from './desk';
import { lastingOf } from './lasting';
import { openBook } from './open-book';
import { homeEdits } from './refresh-home';

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
 * Compares the records of the workbook with a register, and writes what is suggested for those of the categories named.
 * Only records that still have No Action are touched.
 */
export async function reconcile(
  desk: Desk,
  register: RegisterSheet,
  apply: readonly Category[],
): Promise<Result<ReconcileReport>> {
  const planned = await planReconciliation(desk, register, apply);
  if (!planned.ok) return planned;
  const { edits, report } = planned.value;
  if (report.applied > 0) await desk.workbook.change(edits, desk.progress);
  return done(report);
}

/** A function of its own, so that the cells of a large book are gone before it is changed. */
async function planReconciliation(
  desk: Desk,
  { file, sheet, layout }: RegisterSheet,
  apply: readonly Category[],
): Promise<Result<{ edits: readonly SheetEdit[]; report: ReconcileReport }>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const reading = readRegister(sheet, layout, book.gstin);
  if (reading.documents.length === 0) return refuse('register-no-documents', file, { why: whyNone(reading) });
  const { rows, findings } = checkBook(book, desk.today);
  const comparison = compareBooks(
    book,
    rows,
    reading.documents.map(({ document }) => document),
    desk.progress,
  );
  const around = { book, today: desk.today, lasting: lastingOf(findings) };
  const applied = applySuggestions(
    around,
    comparison.outcomes.filter(({ category }) => apply.includes(category)),
  );
  const answered = new Map(
    comparison.outcomes.map(({ record, suggestion }) => [record.id, suggestion === 'look' ? undefined : suggestion]),
  );
  const touched = new Set(applied.rows);
  const placed = rows.claimed.map((row) => ({
    sheet: row.sheet,
    row: row.record.row,
    status: (touched.has(row) ? answered.get(row.record.id) : undefined) ?? row.reading.answers.status,
  }));
  return done({
    edits: [...applied.edits, homeEdits(book, placed, { checked: sentence('checked-before') })],
    report: {
      ...reportComparison(comparison, reading.documents),
      applied: applied.records,
      leftOut: applied.leftOut,
      reading,
    },
  });
}
