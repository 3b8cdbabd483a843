import { isBlank, textOf, type Cell } from '../kernel/cell';
import { readMoney } from '../kernel/money';
import { cellOf, cellShows } from '../language/column';
import type { RecordType } from '../language/record';
import type { ColumnName } from '../language/row';
import { readAnswers, type AnswerReading } from '../engine/cells';
import type { ImsRecord } from '../engine/ledger';
import type { Book, BookSheet } from './open-book';

/** A row of a sheet that belongs to a record. */
export interface ClaimedRow {
  readonly record: ImsRecord;
  readonly sheet: BookSheet;
  /** from 0 */
  readonly row: number;
  readonly reading: AnswerReading;
  /** portal columns whose cell does not show what the portal sent */
  readonly edited: readonly ColumnName[];
}

export interface CopiedRow {
  readonly record: ImsRecord;
  readonly sheet: BookSheet;
  readonly row: number;
}

export interface ResolvedRows {
  readonly claimed: readonly ClaimedRow[];
  readonly byId: ReadonlyMap<string, ClaimedRow>;
  readonly copies: readonly CopiedRow[];
  /** rows with something in them that belong to no record */
  readonly strangers: readonly { readonly sheet: BookSheet; readonly row: number }[];
  /** records without a row; `row` is where an emptied row still has the record's key */
  readonly missing: readonly { readonly record: ImsRecord; readonly sheet: BookSheet | undefined; readonly row: number | undefined }[];
}

/** Columns that tell documents apart, by what the user sees [contract, reading 6]. */
const seenIdentity: readonly ColumnName[] = ['supplierGstin', 'number', 'date', 'originalNumber', 'originalDate', 'value', 'taxable', 'igst', 'cgst', 'sgst', 'cess', 'period'];

/**
 * Finds the record of every row. The record key in the helper column and the visible identity must agree; where they do
 * not (rows pasted over others, a part of the columns sorted), what the user sees counts, and only a row whose identity
 * is unknown falls back on its key. A record is claimed once; a second row of it is a copy.
 */
export function resolveRows(book: Book): ResolvedRows {
  const claimed: ClaimedRow[] = [];
  const byId = new Map<string, ClaimedRow>();
  const copies: CopiedRow[] = [];
  const strangers: { sheet: BookSheet; row: number }[] = [];
  const emptied = new Map<string, { sheet: BookSheet; row: number }>();
  const records = new Map(book.ledger.records.map((record) => [record.id, record]));
  const undecided: { sheet: BookSheet; row: number; keyed: ImsRecord | undefined }[] = [];
  const claim = (record: ImsRecord, sheet: BookSheet, row: number): void => {
    const entry = readRow(record, sheet, row);
    claimed.push(entry);
    byId.set(record.id, entry);
  };

  for (const sheet of book.sheets) {
    for (let row = sheet.headingRow + 1; row < sheet.cells.length; row += 1) {
      const cells = sheet.cells[row] ?? [];
      const keyed = keyedRecord(sheet, cells, records);
      if (isEmptyRow(sheet, cells)) {
        if (keyed !== undefined) emptied.set(keyed.id, { sheet, row });
      } else if (keyed !== undefined && !byId.has(keyed.id) && showsIdentity(keyed, sheet, cells)) {
        claim(keyed, sheet, row);
      } else {
        undecided.push({ sheet, row, keyed });
      }
    }
  }

  const free = undecided.length === 0 ? new Map<string, ImsRecord[]>() : freeRecords(book.ledger.records, byId);
  const byLook = undecided.length === 0 ? new Map<string, ImsRecord>() : new Map(book.ledger.records.map((record) => [lookOfRecord(record), record]));
  const leftOver: typeof undecided = [];
  for (const candidate of undecided) {
    const { sheet, row } = candidate;
    const look = lookOfRow(sheet, sheet.cells[row] ?? []);
    const match = free.get(look)?.shift();
    const twin = byLook.get(look);
    if (match !== undefined) claim(match, sheet, row);
    else if (twin !== undefined) copies.push({ record: twin, sheet, row });
    else leftOver.push(candidate);
  }
  for (const { sheet, row, keyed } of leftOver) {
    if (keyed !== undefined && !byId.has(keyed.id)) claim(keyed, sheet, row);
    else strangers.push({ sheet, row });
  }

  const missing = book.ledger.records
    .filter(({ id }) => !byId.has(id))
    .map((record) => ({ record, sheet: emptied.get(record.id)?.sheet, row: emptied.get(record.id)?.row }));
  return { claimed, byId, copies, strangers, missing };
}

function keyedRecord(sheet: BookSheet, cells: readonly Cell[], records: ReadonlyMap<string, ImsRecord>): ImsRecord | undefined {
  const at = sheet.tools.get('key');
  const record = at === undefined ? undefined : records.get(textOf(cells[at] ?? ''));
  return record?.type === sheet.type ? record : undefined;
}

/** A row counts as empty when nothing is left in the columns of the record type; helpers and the user's own columns do not count. */
function isEmptyRow(sheet: BookSheet, cells: readonly Cell[]): boolean {
  for (const column of sheet.columns.values()) if (!isBlank(cells[column])) return false;
  return true;
}

function showsIdentity(record: ImsRecord, sheet: BookSheet, cells: readonly Cell[]): boolean {
  for (const name of seenIdentity) {
    const at = sheet.columns.get(name);
    const column = sheet.type.columns[name];
    if (at !== undefined && column !== undefined && !cellShows(column, cells[at] ?? '', record.row[name])) return false;
  }
  return true;
}

function freeRecords(all: readonly ImsRecord[], taken: ReadonlyMap<string, ClaimedRow>): Map<string, ImsRecord[]> {
  const free = new Map<string, ImsRecord[]>();
  for (const record of all) {
    if (taken.has(record.id)) continue;
    const look = lookOfRecord(record);
    const same = free.get(look);
    if (same === undefined) free.set(look, [record]);
    else same.push(record);
  }
  return free;
}

function lookOfRecord({ type, row }: ImsRecord): string {
  return look(type, (name) => {
    const column = type.columns[name];
    return column === undefined ? '' : cellOf(column, row[name]);
  });
}

function lookOfRow(sheet: BookSheet, cells: readonly Cell[]): string {
  return look(sheet.type, (name) => cells[sheet.columns.get(name) ?? -1] ?? '');
}

/** The visible identity as one text; amounts in paise, so that 100 and "100.00" are the same. */
function look(type: RecordType, cellFor: (name: ColumnName) => Cell): string {
  const parts = seenIdentity.map((name) => {
    const cell = cellFor(name);
    if (type.columns[name]?.kind !== 'money') return textOf(cell);
    const money = readMoney(cell);
    return money.kind === 'amount' ? String(money.paise) : textOf(cell);
  });
  return `${type.section}\u0001${parts.join('\u0001')}`;
}

function readRow(record: ImsRecord, sheet: BookSheet, row: number): ClaimedRow {
  const cells = sheet.cells[row] ?? [];
  const reading = readAnswers(record.type, (name) => cells[sheet.columns.get(name) ?? -1]);
  let edited: ColumnName[] | undefined;
  for (const [name, at] of sheet.columns) {
    const column = record.type.columns[name];
    if (column?.edit !== 'portal' || cellShows(column, cells[at] ?? '', record.row[name])) continue;
    (edited ??= []).push(name);
  }
  return { record, sheet, row, reading, edited: edited ?? [] };
}
