import { isBlank, textOf, type Cell } from '../kernel/cell';

type Line = readonly Cell[];

/** A report that is to be written anew. */
export interface NewReport {
  readonly headings: Line;
  readonly rows: readonly Line[];
}

/** Every document in a report has this; a line without it is the user's. */
const ALWAYS = 'Document type';
/** What tells the documents of a report apart. A report that has none of them goes by its first column. */
const KEYS = ['Side', 'GSTIN of supplier', ALWAYS, 'Document number', 'Document date'];

/**
 * The rows of a report with what the user wrote on the sheet: what stands to the right of a row goes with it to its new
 * place. Below the last row come lines of the user's own, and rows with notes that are no longer in the report.
 */
export function withNotes({ headings, rows }: NewReport, before: readonly Line[]): Cell[][] {
  const width = headings.length;
  const keyOf = keyIn(headings);
  const always = headings.indexOf(ALWAYS);
  const isDocument = (line: Line): boolean => always >= 0 && !isBlank(line[always]);
  const reported = new Set(rows.map(keyOf));
  const notes = new Map<string, Line[]>();
  const own: Line[] = [];
  for (const line of before) {
    const [key, note] = [keyOf(line), line.slice(width)];
    if (key !== undefined && reported.has(key)) notes.set(key, [...(notes.get(key) ?? []), note]);
    else if (!(isDocument(line) ? note : line).every(isBlank)) own.push(line);
  }
  const noted = rows.map((row) => {
    const note = notes.get(keyOf(row) ?? '')?.shift() ?? [];
    if (note.every(isBlank)) return [...row];
    return [...Array.from({ length: width }, (_, column) => row[column] ?? ''), ...note];
  });
  return own.length === 0 ? noted : [...noted, [], ...own.map((line) => [...line])];
}

/** What tells a line of a report from others; undefined for a line that is none of its documents. */
function keyIn(headings: Line): (line: Line) => string | undefined {
  const columns = KEYS.map((key) => headings.indexOf(key)).filter((at) => at >= 0);
  if (columns.length === 0) return (line) => (isBlank(line[0]) ? undefined : textOf(line[0] ?? ''));
  const always = headings.indexOf(ALWAYS);
  return (line) => (isBlank(line[always]) ? undefined : JSON.stringify(columns.map((at) => textOf(line[at] ?? ''))));
}
