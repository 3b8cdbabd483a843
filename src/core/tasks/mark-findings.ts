import type { Finding } from '../kernel/finding';
import type { SheetEdit } from '../workbook';
import { columnEdit, guardOf } from './column-edit';
import type { BookSheet } from './open-book';

/** What stands in the error column of a row, and which of its cells are marked. */
interface RowMarks {
  readonly texts: string[];
  marks: string;
}

/** Excel holds 32,767 characters in a cell; a row with more to say shows the beginning. */
const LONGEST_TEXT = 8_000;

/** Findings of a row stand in one cell. */
const BETWEEN_TEXTS = ' | ';

/**
 * What must change on these sheets so that they show the findings: texts in their column, marks in the hidden one; those
 * of an earlier check go. With rows, only in those.
 */
export function findingEdits(
  sheets: readonly BookSheet[],
  findings: readonly Finding[],
  rows?: readonly number[],
): SheetEdit[] {
  const bySheet = new Map<string, Map<number, RowMarks>>();
  for (const finding of findings) {
    if (finding.row === null) continue;
    let own = bySheet.get(finding.sheet);
    if (own === undefined) bySheet.set(finding.sheet, (own = new Map<number, RowMarks>()));
    let entry = own.get(finding.row - 1);
    if (entry === undefined) own.set(finding.row - 1, (entry = { texts: [], marks: '|' }));
    entry.texts.push(`${finding.severity === 'error' ? 'Error' : 'Warning'}: ${finding.message}`);
    if (finding.column !== null) entry.marks += `${finding.severity === 'error' ? 'E' : 'W'}:${finding.column}|`;
  }
  return sheets.flatMap((sheet) => {
    const own = bySheet.get(sheet.name);
    const columns = [
      columnEdit(sheet, 'sheetErrors', (row) => textsOf(own?.get(row)), rows),
      columnEdit(sheet, 'marks', (row) => own?.get(row)?.marks ?? '', rows),
    ].filter((edit) => edit !== undefined);
    return columns.length === 0 ? [] : [{ sheet: sheet.name, columns, isDerived: true, ...guardOf(sheet, columns) }];
  });
}

/** The findings of a row as lines, where the cell under this heading is marked by one of them. */
export function reasonsOf(marks: string, heading: string, texts: string): string | undefined {
  return [`|E:${heading}|`, `|W:${heading}|`].some((mark) => marks.includes(mark))
    ? texts.split(BETWEEN_TEXTS).join('\n')
    : undefined;
}

function textsOf(entry: RowMarks | undefined): string {
  if (entry === undefined) return '';
  const text = entry.texts.join(BETWEEN_TEXTS);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
