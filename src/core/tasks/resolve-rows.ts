import { isBlank, textOf, type Cell } from '../kernel/cell';
import { readMoney } from '../kernel/money';
import { cellOf, cellShows, type Column } from '../language/column';
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
  readonly missing: readonly {
    readonly record: ImsRecord;
    readonly sheet: BookSheet | undefined;
    readonly row: number | undefined;
  }[];
}

/** Columns that tell documents apart, by what the user sees [contract, reading 6]. */
const seenIdentity: readonly ColumnName[] = [
  'supplierGstin',
  'number',
  'date',
  'originalNumber',
  'originalDate',
  'value',
  'taxable',
  'igst',
  'cgst',
  'sgst',
  'cess',
  'period',
];

/**
 * Finds the record of every row. The record key in the helper column and the visible identity must agree; where they do
 * not (rows pasted over others, a part of the columns sorted), what the user sees counts: a row with edited cells is that
 * of which it shows most, and only a row that is like none falls back on its key. On a sheet where keys were left behind
 * (only the visible columns were sorted) a key proves nothing: there such a row is nobody's, so that no answer goes to
 * another document. A record is claimed once; a second row of it is a copy.
 */
export function resolveRows(book: Book): ResolvedRows {
  const claimed: ClaimedRow[] = [];
  const byId = new Map<string, ClaimedRow>();
  const copies: CopiedRow[] = [];
  const strangers: { sheet: BookSheet; row: number }[] = [];
  const emptied = new Map<string, { sheet: BookSheet; row: number }>();
  const records = new Map(book.ledger.records.map((record) => [record.id, record]));
  const undecided: { sheet: BookSheet; row: number; keyed: ImsRecord | undefined }[] = [];
  const claim = (record: ImsRecord, sheet: BookSheet, row: number, edited: readonly ColumnName[]): void => {
    const entry = readRow(record, sheet, row, edited);
    claimed.push(entry);
    byId.set(record.id, entry);
  };

  for (const sheet of book.sheets) {
    const locked = lockedCells(sheet);
    for (let row = sheet.headingRow + 1; row < sheet.cells.length; row += 1) {
      const cells = sheet.cells[row] ?? [];
      const keyed = keyedRecord(sheet, cells, records);
      const edited = keyed === undefined || byId.has(keyed.id) ? undefined : editedColumns(keyed, locked, cells);
      if (keyed !== undefined && edited !== undefined && !edited.some(isIdentity)) {
        claim(keyed, sheet, row, edited);
      } else if (isEmptyRow(sheet, cells)) {
        if (keyed !== undefined) emptied.set(keyed.id, { sheet, row });
      } else {
        undecided.push({ sheet, row, keyed });
      }
    }
  }

  const free = undecided.length === 0 ? new Map<string, ImsRecord[]>() : freeRecords(book.ledger.records, byId);
  const byLook =
    undecided.length === 0
      ? new Map<string, ImsRecord>()
      : new Map(book.ledger.records.map((record) => [lookOfRecord(record), record]));
  const leftOver: typeof undecided = [];
  const keysMoved = new Set<BookSheet>();
  for (const candidate of undecided) {
    const { sheet, row, keyed } = candidate;
    const cells = sheet.cells[row] ?? [];
    const look = lookOfRow(sheet, cells);
    const match = free.get(look)?.shift();
    const twin = byLook.get(look);
    if (match !== undefined) {
      if (keyed !== undefined && keyed !== match) keysMoved.add(sheet);
      claim(match, sheet, row, editedColumns(match, lockedCells(sheet), cells));
    } else if (twin !== undefined) {
      copies.push({ record: twin, sheet, row });
    } else {
      leftOver.push(candidate);
    }
  }
  const index = leftOver.length === 0 ? new Map<string, ImsRecord[]>() : indexTraces(book.ledger.records);
  const unlike: typeof undecided = [];
  for (const candidate of leftOver) {
    const { sheet, row, keyed } = candidate;
    const record = keyed === undefined ? undefined : mostAlike(keyed, sheet, sheet.cells[row] ?? [], index);
    if (record !== undefined && record !== keyed) keysMoved.add(sheet);
    if (record === undefined) unlike.push(candidate);
    else if (byId.has(record.id)) strangers.push({ sheet, row });
    else claim(record, sheet, row, editedColumns(record, lockedCells(sheet), sheet.cells[row] ?? []));
  }
  for (const { sheet, row, keyed } of unlike) {
    if (keyed !== undefined && !byId.has(keyed.id) && !keysMoved.has(sheet)) {
      claim(keyed, sheet, row, editedColumns(keyed, lockedCells(sheet), sheet.cells[row] ?? []));
    } else {
      strangers.push({ sheet, row });
    }
  }

  const missing = book.ledger.records
    .filter(({ id }) => !byId.has(id))
    .map((record) => ({ record, sheet: emptied.get(record.id)?.sheet, row: emptied.get(record.id)?.row }));
  return { claimed, byId, copies, strangers, missing };
}

/** What an edited row may still show of its record. No column is in two of them, so that two edits leave one as it was. */
const traces: readonly (readonly ColumnName[])[] = [['number'], ['supplierGstin', 'value'], ['date', 'taxable']];

/** Documents of one supplier and month agree in half of their identity anyway. */
const ALIKE = 0.7;

/** A trace that more documents share than this tells nothing, and looking at all of them would take a square of the rows. */
const MOST_SHARING = 50;

function tracesOf(type: RecordType, cellFor: (name: ColumnName) => Cell): string[] {
  return traces.map((names) => `${names.join()}\u0001${look(type, cellFor, names)}`);
}

function indexTraces(all: readonly ImsRecord[]): Map<string, ImsRecord[]> {
  const index = new Map<string, ImsRecord[]>();
  for (const record of all) {
    for (const trace of tracesOf(record.type, (name) => cellFor(record, name))) {
      const same = index.get(trace);
      if (same === undefined) index.set(trace, [record]);
      else same.push(record);
    }
  }
  return index;
}

/**
 * The record of which a row with edited cells shows the most, if that is enough. That is the one of its key, unless
 * keys were left behind by a sort of the visible columns: then an answer must not go to another document.
 */
function mostAlike(
  keyed: ImsRecord,
  sheet: BookSheet,
  cells: readonly Cell[],
  index: ReadonlyMap<string, readonly ImsRecord[]>,
): ImsRecord | undefined {
  const identity = lockedCells(sheet).filter(({ name }) => isIdentity(name));
  const candidates = tracesOf(sheet.type, (name) => cells[sheet.columns.get(name) ?? -1] ?? '').flatMap((trace) => {
    const sharing = index.get(trace) ?? [];
    return sharing.length > MOST_SHARING ? [] : sharing;
  });
  let best: ImsRecord | undefined;
  let most = Math.ceil(identity.length * ALIKE) - 1;
  for (const record of [keyed, ...candidates]) {
    const shown = identity.filter(({ name, at, column }) =>
      cellShows(column, cells[at] ?? '', record.row[name]),
    ).length;
    if (shown > most) [best, most] = [record, shown];
  }
  return best;
}

function keyedRecord(
  sheet: BookSheet,
  cells: readonly Cell[],
  records: ReadonlyMap<string, ImsRecord>,
): ImsRecord | undefined {
  const at = sheet.tools.get('key');
  const record = at === undefined ? undefined : records.get(textOf(cells[at] ?? ''));
  return record?.type === sheet.type ? record : undefined;
}

/** A row counts as empty when nothing is left in the columns of the record type; helpers and the user's own columns do not count. */
function isEmptyRow(sheet: BookSheet, cells: readonly Cell[]): boolean {
  for (const column of sheet.columns.values()) if (!isBlank(cells[column])) return false;
  return true;
}

interface LockedCell {
  readonly name: ColumnName;
  readonly at: number;
  readonly column: Column;
}

/** The portal's columns of a sheet, with where they stand now. */
function lockedCells({ columns, type }: BookSheet): LockedCell[] {
  return [...columns].flatMap(([name, at]) => {
    const column = type.columns[name];
    return column?.edit === 'portal' ? [{ name, at, column }] : [];
  });
}

const NONE_EDITED: readonly ColumnName[] = [];

/** Columns whose cell does not show what the portal sent. */
function editedColumns(
  { row }: ImsRecord,
  locked: readonly LockedCell[],
  cells: readonly Cell[],
): readonly ColumnName[] {
  let edited: ColumnName[] | undefined;
  for (const { name, at, column } of locked) {
    if (!cellShows(column, cells[at] ?? '', row[name])) (edited ??= []).push(name);
  }
  return edited ?? NONE_EDITED;
}

function isIdentity(name: ColumnName): boolean {
  return seenIdentity.includes(name);
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

function lookOfRecord(record: ImsRecord): string {
  return look(record.type, (name) => cellFor(record, name));
}

function cellFor({ type, row }: ImsRecord, name: ColumnName): Cell {
  const column = type.columns[name];
  return column === undefined ? '' : cellOf(column, row[name]);
}

function lookOfRow(sheet: BookSheet, cells: readonly Cell[]): string {
  return look(sheet.type, (name) => cells[sheet.columns.get(name) ?? -1] ?? '');
}

/** The visible identity as one text; amounts in paise, so that 100 and "100.00" are the same. */
function look(type: RecordType, cellFor: (name: ColumnName) => Cell, names = seenIdentity): string {
  const parts = names.map((name) => {
    const cell = cellFor(name);
    if (type.columns[name]?.kind !== 'money') return textOf(cell);
    const money = readMoney(cell);
    return money.kind === 'amount' ? String(money.paise) : textOf(cell);
  });
  return `${type.section}\u0001${parts.join('\u0001')}`;
}

/**
 * The record of one row by its key alone, for a quick look: undefined where the row shows too little of it to be it. Whole
 * sheets are for `resolveRows`, which also sees who else the row may belong to.
 */
export function claimRow(
  sheet: BookSheet,
  row: number,
  records: ReadonlyMap<string, ImsRecord>,
): ClaimedRow | undefined {
  const cells = sheet.cells[row] ?? [];
  const record = keyedRecord(sheet, cells, records);
  if (record === undefined) return undefined;
  const locked = lockedCells(sheet);
  const edited = editedColumns(record, locked, cells);
  const identity = locked.filter(({ name }) => isIdentity(name)).length;
  const shown = identity - edited.filter(isIdentity).length;
  return shown < Math.ceil(identity * ALIKE) ? undefined : readRow(record, sheet, row, edited);
}

function readRow(record: ImsRecord, sheet: BookSheet, row: number, edited: readonly ColumnName[]): ClaimedRow {
  const cells = sheet.cells[row] ?? [];
  const reading = readAnswers(record.type, (name) => cells[sheet.columns.get(name) ?? -1]);
  return { record, sheet, row, reading, edited };
}
