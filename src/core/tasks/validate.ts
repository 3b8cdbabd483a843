import type { Finding } from '../kernel/finding';
import { countBySeverity } from '../kernel/finding';
import { done, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Cell } from '../kernel/cell';
import type { ColumnEdit, SheetEdit } from '../workbook';
import { checkBook, type CheckedBook } from './check-book';
import type { Desk } from './desk';
import { openBook, type Book, type BookSheet } from './open-book';
import type { ToolColumn } from './headings';
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
  const { findings } = checked;
  return done({ edits: [...findingEdits(book.value, findings), homeChecked(book.value, checked, desk)], findings });
}

function homeChecked(book: Book, checked: CheckedBook, desk: Desk): SheetEdit {
  const { errors, warnings } = countBySeverity(checked.findings);
  const placed = checked.answered.map(({ sheet, record, answered }) => ({
    sheet,
    row: record.row,
    status: answered.status,
  }));
  return homeEdits(book, placed, {
    checked: sentence('checked', { at: `${desk.today} ${desk.time}`, errors, warnings }),
  });
}

/** What stands in the error column of a row, and which of its cells are marked. */
interface RowMarks {
  readonly texts: string[];
  marks: string;
}

/** Excel holds 32,767 characters in a cell; a row with more to say shows the beginning. */
const LONGEST_TEXT = 8_000;

/** Writes texts and marks where they differ from what stands there; marks of an earlier check go. */
function findingEdits(book: Book, findings: readonly Finding[]): SheetEdit[] {
  const bySheet = new Map<string, Map<number, RowMarks>>();
  for (const finding of findings) {
    if (finding.row === null) continue;
    let rows = bySheet.get(finding.sheet);
    if (rows === undefined) bySheet.set(finding.sheet, (rows = new Map<number, RowMarks>()));
    let entry = rows.get(finding.row - 1);
    if (entry === undefined) rows.set(finding.row - 1, (entry = { texts: [], marks: '|' }));
    entry.texts.push(`${finding.severity === 'error' ? 'Error' : 'Warning'}: ${finding.message}`);
    if (finding.column !== null) entry.marks += `${finding.severity === 'error' ? 'E' : 'W'}:${finding.column}|`;
  }
  return book.sheets.flatMap((sheet) => {
    const rows = bySheet.get(sheet.name);
    const columns = [
      columnEdit(sheet, 'sheetErrors', (row) => textsOf(rows?.get(row))),
      columnEdit(sheet, 'marks', (row) => rows?.get(row)?.marks ?? ''),
    ].filter((edit) => edit !== undefined);
    return columns.length === 0 ? [] : [{ sheet: sheet.name, columns }];
  });
}

function textsOf(entry: RowMarks | undefined): string {
  if (entry === undefined) return '';
  const text = entry.texts.join(' | ');
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** The cells of a tool column that must change to show `value`. */
export function columnEdit(sheet: BookSheet, tool: ToolColumn, value: (row: number) => Cell): ColumnEdit | undefined {
  const column = sheet.tools.get(tool);
  if (column === undefined) return undefined;
  const values = new Map<number, Cell>();
  for (let row = sheet.headingRow + 1; row < sheet.cells.length; row += 1) {
    const wanted = value(row);
    if ((sheet.cells[row]?.[column] ?? '') !== wanted) values.set(row, wanted);
  }
  return values.size === 0 ? undefined : { column, values };
}
