import { textOf } from '../kernel/cell';
import type { Finding } from '../kernel/finding';
import type { Day } from '../kernel/day';
import { periodKey } from '../kernel/period';
import type { RecordType } from '../language/record';
import type { ColumnName, Row } from '../language/row';
import { findingOf } from '../engine/check';
import { wideRules } from '../engine/wide-rules';
import { decisionOf, sameDecision, type Decision } from '../language/answer';
import type { ImsRecord } from '../engine/ledger';
import { answerRow, type AnsweredRow } from './answer-row';
import type { Book } from './open-book';
import { resolveRows, type ClaimedRow, type ResolvedRows } from './resolve-rows';

export interface CheckedBook {
  readonly rows: ResolvedRows;
  readonly answered: readonly AnsweredRow[];
  /** in the order of sheets and rows */
  readonly findings: readonly Finding[];
  /** records that go into the upload, once each, in the order of sheets and rows */
  readonly toSend: readonly { readonly record: ImsRecord; readonly decision: Decision }[];
}

/** Checks every row of a book. Changes nothing. */
export function checkBook(book: Book, today: Day): CheckedBook {
  const rows = resolveRows(book);
  const findings: Finding[] = [];
  const answered = rows.claimed.map((claimed) => answerRow(claimed, book, today, findings));
  findings.push(
    ...mixedRows(book, rows),
    ...copiedRows(rows),
    ...strangeRows(rows),
    ...missingRows(rows),
    ...amendedRows(answered),
  );
  const twins = twinRows(answered);
  findings.push(...twins.findings);
  const toSend = answered
    .filter(({ changed, record }) => changed && !twins.sentElsewhere.has(record.id))
    .sort(byPlace(book))
    .map(({ record, answered: row }) => ({ record, decision: decisionOf(row, record.row, record.type.itcQuestion) }));
  return { rows, answered, findings: inOrder(findings, book), toSend };
}

/** Rows with edited identity whose number belongs to another record of the sheet's type: two documents in one row. */
function mixedRows(book: Book, { claimed }: ResolvedRows): Finding[] {
  const suspects = claimed.filter(({ edited }) => edited.length > 0);
  if (suspects.length === 0) return [];
  const keyOf = ({ sheet }: RecordType, gstin: string, number: string): string =>
    `${sheet}\u0001${gstin}\u0001${number}`.toUpperCase();
  const known = new Map(
    book.ledger.records.map((record) => [keyOf(record.type, record.row.supplierGstin, record.row.number), record]),
  );
  const keys = new Map(book.ledger.records.map((record) => [record.id, record]));
  return suspects.flatMap(({ record, sheet, row, edited }) => {
    const cellText = (at: number | undefined): string => textOf(sheet.cells[row]?.[at ?? -1] ?? '');
    const shown = known.get(
      keyOf(record.type, cellText(sheet.columns.get('supplierGstin')), cellText(sheet.columns.get('number'))),
    );
    const keyed = keys.get(cellText(sheet.tools.get('key')));
    const other = [shown, keyed].find(
      (candidate) => candidate !== undefined && candidate !== record && !sameNumber(candidate, record),
    );
    if (other === undefined || (other === keyed && edited.length <= 1)) return [];
    const values = { number: record.row.number, other: other.row.number };
    return [
      findingOf(
        { ...wideRules['row-mixes-documents'], marks: 'number' },
        record.type,
        record.row,
        { sheet: sheet.name, row: row + 1 },
        values,
      ),
    ];
  });
}

function sameNumber(a: ImsRecord, b: ImsRecord): boolean {
  return a.row.supplierGstin === b.row.supplierGstin && a.row.number === b.row.number;
}

function copiedRows({ copies, byId }: ResolvedRows): Finding[] {
  return copies.map(({ record, sheet, row }) => {
    const first = byId.get(record.id);
    const values = { row: String((first?.row ?? 0) + 1), sheet: first?.sheet.name ?? '' };
    return findingOf(
      { ...wideRules['row-is-copied'], marks: 'number' },
      record.type,
      record.row,
      { sheet: sheet.name, row: row + 1 },
      values,
    );
  });
}

function strangeRows({ strangers }: ResolvedRows): Finding[] {
  return strangers.map(({ sheet, row }) => {
    const cellText = (name: ColumnName): string => textOf(sheet.cells[row]?.[sheet.columns.get(name) ?? -1] ?? '');
    const { id, severity, says } = wideRules['row-is-not-from-the-download'];
    const document = { gstin: cellText('supplierGstin'), number: cellText('number'), date: cellText('date') };
    return { rule: id, severity, sheet: sheet.name, row: row + 1, column: null, document, message: says };
  });
}

function missingRows({ missing }: ResolvedRows): Finding[] {
  return missing
    .filter(({ record }) => record.standing !== 'withdrawn')
    .map(({ record, sheet, row }) => {
      const spot = { sheet: sheet?.name ?? record.type.sheet, row: row === undefined ? null : row + 1 };
      return findingOf(wideRules['row-is-deleted'], record.type, record.row, spot);
    });
}

/** Rows with one supplier, number and period: equal in everything (twins of the portal) or with other values. */
function twinRows(answered: readonly AnsweredRow[]): { findings: Finding[]; sentElsewhere: ReadonlySet<string> } {
  const findings: Finding[] = [];
  const sentElsewhere = new Set<string>();
  const byDocument = new Map<RecordType, Map<string, AnsweredRow[]>>();
  for (const entry of answered) {
    if (entry.record.standing === 'withdrawn') continue;
    const { type, row } = entry.record;
    let documents = byDocument.get(type);
    if (documents === undefined) byDocument.set(type, (documents = new Map<string, AnsweredRow[]>()));
    const key = `${row.supplierGstin}\u0001${row.number}`.toUpperCase();
    const sameNumber = documents.get(key);
    if (sameNumber === undefined) {
      documents.set(key, [entry]);
      continue;
    }
    const group = sameNumber.filter((other) => samePeriod(other.record.row, row));
    const twin = group.find((other) => areTwins(other.record.row, row));
    const other = twin ?? group[0];
    if (twin === undefined) sameNumber.push(entry);
    if (other === undefined) continue;
    const values = { row: String(other.row + 1), sheet: other.sheet.name };
    const spot = { sheet: entry.sheet.name, row: entry.row + 1 };
    const rule =
      twin === undefined
        ? wideRules['number-is-used-twice']
        : sameAnswer(twin, entry)
          ? wideRules['records-are-twins']
          : wideRules['twins-are-answered-differently'];
    findings.push(findingOf({ ...rule, marks: 'number' }, entry.record.type, entry.record.row, spot, values));
    if (twin !== undefined) sentElsewhere.add(entry.record.id);
  }
  return { findings, sentElsewhere };
}

function samePeriod(a: Row, b: Row): boolean {
  return a.period === b.period || periodKey(a.period, a.date) === periodKey(b.period, b.date);
}

const documentColumns: readonly ColumnName[] = [
  'date',
  'originalNumber',
  'originalDate',
  'documentType',
  'value',
  'taxable',
  'igst',
  'cgst',
  'sgst',
  'cess',
  'place',
];

/** Two records of one type, supplier and number that the portal cannot tell apart: they have one answer. */
export function areTwins(a: Row, b: Row): boolean {
  return samePeriod(a, b) && documentColumns.every((name) => a[name] === b[name]);
}

function sameAnswer(a: AnsweredRow, b: AnsweredRow): boolean {
  const question = a.record.type.itcQuestion;
  return sameDecision(decisionOf(a.answered, a.record.row, question), decisionOf(b.answered, b.record.row, question));
}

/** An amendment is answered while its original in the same workbook is not, or is answered otherwise [rule book 3.5]. */
function amendedRows(answered: readonly AnsweredRow[]): Finding[] {
  const amendments = answered.filter(
    ({ record, changed, answered: row }) =>
      changed && record.type.amends !== undefined && record.row.originalNumber !== '' && row.status !== 'No Action',
  );
  const waiting = new Set(amendments.map(({ record }) => record.row.originalNumber.toUpperCase()));
  const originals = new Map<string, AnsweredRow[]>();
  for (const entry of waiting.size === 0 ? [] : answered) {
    const number = entry.record.row.number.toUpperCase();
    if (!waiting.has(number) || entry.record.standing === 'withdrawn') continue;
    const same = originals.get(number);
    if (same === undefined) originals.set(number, [entry]);
    else same.push(entry);
  }
  return amendments.flatMap((entry) => {
    const { record, answered: row } = entry;
    const original = originals
      .get(record.row.originalNumber.toUpperCase())
      ?.find((candidate) => isOriginalOf(candidate, record));
    if (original === undefined || original.answered.status === row.status) return [];
    const values = {
      number: original.record.row.number,
      row: String(original.row + 1),
      sheet: original.sheet.name,
      status: original.answered.status,
    };
    return [
      findingOf(
        { ...wideRules['amendment-before-original'], marks: 'status' },
        record.type,
        row,
        { sheet: entry.sheet.name, row: entry.row + 1 },
        values,
      ),
    ];
  });
}

/** True for the row of the record that an amendment names as its original. */
export function isOriginalOf({ record: { type, row } }: ClaimedRow, amendment: ImsRecord): boolean {
  return (
    type.sheet === amendment.type.amends &&
    row.date === amendment.row.originalDate &&
    row.supplierGstin.toUpperCase() === amendment.row.supplierGstin.toUpperCase()
  );
}

function byPlace(book: Book): (a: AnsweredRow, b: AnsweredRow) => number {
  const rank = new Map(book.sheets.map(({ name }, index) => [name, index]));
  return (a, b) => (rank.get(a.sheet.name) ?? 0) - (rank.get(b.sheet.name) ?? 0) || a.row - b.row;
}

function inOrder(findings: Finding[], book: Book): Finding[] {
  const rank = new Map(book.sheets.map(({ name }, index) => [name, index]));
  return findings.sort(
    (a, b) =>
      (rank.get(a.sheet) ?? 0) - (rank.get(b.sheet) ?? 0) ||
      (a.row ?? Infinity) - (b.row ?? Infinity) ||
      (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1),
  );
}
