import { textOf } from '../kernel/cell';
import { done, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Row, UserColumn } from '../language/row';
import type { ActionLine } from '../engine/action-line';
import type { SheetEdit } from '../workbook';
import type { Desk } from './desk';
import { createDrafts } from './drafts';
import { openBook, type Book } from './open-book';
import { homeEdits } from './refresh-home';
import { resolveRows, type ClaimedRow } from './resolve-rows';

export interface ActReport {
  readonly changed: number;
  readonly unmatched: readonly { readonly line: number; readonly reason: string }[];
}

/** Sets the user's columns from a list. Rows are found by sheet, GSTIN, number and date; a line that fits none or several is reported and left. */
export async function act(desk: Desk, lines: readonly ActionLine[]): Promise<Result<ActReport>> {
  const planned = await planAnswers(desk, lines);
  if (!planned.ok) return planned;
  const { edits, report } = planned.value;
  if (report.changed > 0) await desk.workbook.change(edits, desk.progress);
  return done(report);
}

async function planAnswers(
  desk: Desk,
  lines: readonly ActionLine[],
): Promise<Result<{ edits: readonly SheetEdit[]; report: ActReport }>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const { claimed } = resolveRows(book);
  const index = new Map<string, ClaimedRow[]>();
  for (const entry of claimed) {
    const key = squeeze(entry.record.row.number);
    const same = index.get(key);
    if (same === undefined) index.set(key, [entry]);
    else same.push(entry);
  }
  const unmatched: { line: number; reason: string }[] = [];
  const drafts = createDrafts();
  const said = new Map<ClaimedRow, ActionLine>();
  const statusOf = new Map<ClaimedRow, Row['status']>();
  const changed = new Set<ClaimedRow>();
  for (const line of lines) {
    const found = findRows(index, line, book);
    const [row] = found;
    const reason =
      row === undefined
        ? (unknownSheet(line, book) ?? sentence('act-none'))
        : found.length > 1
          ? sentence('act-several', { records: found.length })
          : (impossible(row, line) ?? contradiction(said.get(row), line));
    if (row === undefined || reason !== undefined) {
      unmatched.push({ line: line.line, reason: reason ?? '' });
      continue;
    }
    said.set(row, line);
    if (drafts.set(row, line.answers)) changed.add(row);
    if (line.answers.status !== undefined) statusOf.set(row, line.answers.status);
  }
  const placed = claimed.map((row) => ({
    sheet: row.sheet,
    row: row.record.row,
    status: statusOf.get(row) ?? row.reading.answers.status,
  }));
  return done({
    edits: [...drafts.edits(), homeEdits(book, placed, { checked: sentence('checked-before') })],
    report: { changed: changed.size, unmatched },
  });
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

function unknownSheet({ sheet }: ActionLine, { sheets }: Book): string | undefined {
  const isKnown = sheets.some(({ name, type }) =>
    [name, type.sheet].some((known) => squeeze(known) === squeeze(sheet)),
  );
  return sheet === '' || isKnown ? undefined : sentence('act-no-sheet', { sheet });
}

function findRows(index: ReadonlyMap<string, ClaimedRow[]>, line: ActionLine, book: Book): ClaimedRow[] {
  const wantedSheet = line.sheet === '' ? undefined : squeeze(line.sheet);
  const names = new Set(
    book.sheets
      .filter(({ name, type }) => wantedSheet === squeeze(name) || wantedSheet === squeeze(type.sheet))
      .map(({ name }) => name),
  );
  return (index.get(squeeze(line.number)) ?? []).filter(
    ({ record: { row }, sheet }) =>
      (wantedSheet === undefined || names.has(sheet.name)) &&
      (line.gstin === '' || squeeze(line.gstin) === squeeze(row.supplierGstin)) &&
      (line.date === '' || textOf(line.date) === row.date),
  );
}

/** Of two lines that answer one record otherwise, the first counts and the second is reported. */
function contradiction(earlier: ActionLine | undefined, { answers }: ActionLine): string | undefined {
  if (earlier === undefined) return undefined;
  const differs = (Object.entries(answers) as [UserColumn, string | number][]).some(
    ([name, value]) => earlier.answers[name] !== undefined && earlier.answers[name] !== value,
  );
  return differs ? sentence('act-twice', { line: String(earlier.line) }) : undefined;
}

function impossible({ record }: ClaimedRow, line: ActionLine): string | undefined {
  if (record.standing === 'withdrawn') return sentence('act-withdrawn');
  const name = (Object.keys(line.answers) as UserColumn[]).find((column) => record.type.columns[column] === undefined);
  return name === undefined ? undefined : sentence('act-no-column', { sheet: record.type.sheet });
}
