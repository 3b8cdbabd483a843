import type { Finding } from '../kernel/finding';
import { countBySeverity } from '../kernel/finding';
import { done, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { SheetEdit } from '../workbook';
import { checkBook, type CheckedBook } from './check-book';
import type { Desk } from './desk';
import { findingEdits } from './mark-findings';
import { openBook, type Book } from './open-book';
import { homeEdits } from './refresh-home';

export interface ValidateReport {
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Finding[];
}

export function reportOf(findings: readonly Finding[]): ValidateReport {
  return { ...countBySeverity(findings), findings };
}

/** Checks the book and shows the findings in it: texts in their column, tinted cells, figures on Home. */
export async function validate(desk: Desk): Promise<Result<ValidateReport>> {
  const inspected = await inspect(desk);
  if (!inspected.ok) return inspected;
  const { edits, findings } = inspected.value;
  await desk.workbook.change(edits, desk.progress);
  return done(reportOf(findings));
}

/** A function of its own, so that the cells of a large book are gone before it is changed. */
async function inspect(desk: Desk): Promise<Result<{ edits: readonly SheetEdit[]; findings: readonly Finding[] }>> {
  const book = await openBook(desk);
  if (!book.ok) return book;
  const checked = checkBook(book.value, desk.today);
  return done({ edits: validationEdits(book.value, checked, desk), findings: checked.findings });
}

/** What must change so that the book shows the findings; with a sheet, only what it shows. */
export function validationEdits(
  book: Book,
  checked: CheckedBook,
  { today, time }: Pick<Desk, 'today' | 'time'>,
  only?: string,
): SheetEdit[] {
  const sheets = only === undefined ? book.sheets : book.sheets.filter(({ name }) => name === only);
  const { errors, warnings } = countBySeverity(checked.findings);
  const said = sentence('checked', { at: `${today} ${time}`, errors, warnings });
  return [...findingEdits(sheets, checked.findings), homeEdits(book, placedRows(checked), { checked: said })];
}

/** The rows of a book as they count on Home. */
function placedRows({ answered }: CheckedBook): Parameters<typeof homeEdits>[1] {
  return answered.map(({ sheet, record, answered: { status } }) => ({ sheet, row: record.row, status }));
}
