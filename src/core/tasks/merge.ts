import { textOf, type Cell } from '../kernel/cell';
import { isolated } from '../kernel/isolate';
import { formatRupees } from '../kernel/money';
import { periodKey } from '../kernel/period';
import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import { cellOf } from '../language/column';
import type { RecordType } from '../language/record';
import { answersOf, type Answers, type ColumnName, type Row } from '../language/row';
import type { Download, Downloaded } from '../engine/download';
import type { HistoryEntry, ImsRecord, Ledger } from '../engine/ledger';
import { isChanged, sameAnswers } from '../language/answer';
import { records as recordTypes } from '../records/index';
import { STORE_SHEET } from '../engine/store';
import { type ColumnEdit, type SheetEdit } from '../workbook';
import type { Desk } from './desk';
import { guardOf } from './column-edit';
import { FIRST_DATA_ROW, sheetName, shownColumns } from './headings';
import { agreeOnGstin, checkUsable, newRecord, type ImportReport, type SheetCounts } from './import-new';
import { openBook, type Book, type BookSheet } from './open-book';
import { importedText } from './plan-home';
import { changeWords, periodNames, periodsOf, sheetRow } from './plan-sheet';
import { homeEdits, type PlacedRow } from './refresh-home';
import { resolveRows, type ClaimedRow, type ResolvedRows } from './resolve-rows';

/** What a later download says about one record of the workbook, or about a new one. */
interface Merged {
  readonly record: ImsRecord;
  readonly kind: 'new' | 'changed' | 'withdrawn' | 'unchanged' | 'uncovered';
  /** what the user's cells shall hold afterwards */
  readonly answers: Answers;
  /** true where the user's cells stay exactly as they are, even if they cannot be read */
  readonly keepCells: boolean;
}

/** Merges a later download into existing work [contract, reading 11]. Nobody's work is lost: it stays in its cells, or in the history.
 * Unless the user is `sure`, a download that has none of the workbook's records is refused: it may be another client's. */
export async function mergeDownload(
  desk: Desk,
  download: Download,
  askedGstin: string,
  sure = true,
): Promise<Result<ImportReport>> {
  const planned = await planMerge(desk, download, askedGstin, sure);
  if (!planned.ok) return planned;
  await desk.workbook.change(planned.value.edits, desk.progress);
  return done(planned.value.report);
}

async function planMerge(
  desk: Desk,
  download: Download,
  askedGstin: string,
  sure: boolean,
): Promise<Result<{ edits: readonly SheetEdit[]; report: ImportReport }>> {
  const usable = checkUsable(download);
  if (!usable.ok) return usable;
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const where = download.files.join(', ');
  const offered = agreeOnGstin(download.gstin, askedGstin, where);
  if (!offered.ok) return offered;
  if (offered.value !== '' && book.gstin !== '' && offered.value !== book.gstin) {
    const blamed = download.gstin === '' ? '--gstin' : where;
    return refuse('gstin-differs', blamed, { found: offered.value, expected: book.gstin });
  }
  const rows = resolveRows(book);
  const at = `${desk.today} ${desk.time}`;
  const details: string[] = [];
  const merged = mergeRecords(book, rows, download, details);
  const known = merged.filter(({ kind }) => kind !== 'new');
  if (!sure && known.length > 0 && known.every(({ kind }) => kind === 'withdrawn')) {
    return refuse('merge-withdraws', where, { records: known.length });
  }
  const gstin = book.gstin === '' ? offered.value : book.gstin;
  const history: HistoryEntry = { at, event: sentence('history-merge', { files: where }), details };
  const ledger: Ledger = {
    gstin: book.ledger.gstin === '' ? download.gstin : book.ledger.gstin,
    importedAt: at,
    files: download.files,
    records: merged.map(({ record }) => record),
    kept: { ...book.ledger.kept, ...download.kept },
    history: [...book.ledger.history, history],
    nextId: book.ledger.nextId + merged.filter(({ kind }) => kind === 'new').length,
  };
  const room = roomFor(book, rows, merged, desk.workbook.rowLimit);
  if (!room.ok) return { ok: false, refusal: { ...room.refusal, where } };
  const pieces = await desk.store.pack(ledger);
  const storeEdit: SheetEdit = {
    sheet: STORE_SHEET,
    replaceAll: true,
    columns: [{ column: 0, values: new Map(pieces.map((piece, row) => [row, piece])) }],
  };
  const { edits, placed } = rowEdits(book, rows, merged, ledger, gstin);
  const facts = {
    imported: importedText(ledger),
    checked: sentence('checked-before'),
    periods: periodNames(ledger.records),
    ...(gstin === '' ? {} : { gstin }),
  };
  const report = {
    gstin,
    sheets: countSheets(merged),
    notHandled: download.notHandled,
    warnings: [...download.warnings, ...uncovered(merged, download), ...emptied(merged)],
  };
  return done({ edits: [...edits, homeEdits(book, placed, facts), storeEdit], report });
}

function mergeRecords(book: Book, rows: ResolvedRows, download: Download, details: string[]): Merged[] {
  const pairs = pairUp(book.ledger.records, download.records);
  const merged = book.ledger.records.map((record) =>
    mergeOne(record, pairs.of.get(record), rows.byId.get(record.id), download, details),
  );
  let id = book.ledger.nextId;
  for (const downloaded of pairs.unpaired) {
    const record = newRecord(downloaded, id, 'new', changeWords.new);
    merged.push({ record, kind: 'new', answers: answersOf(record.row), keepCells: false });
    id += 1;
  }
  return merged;
}

/** Same section, GSTIN, number and period. Of several with one key, those with equal values are paired first. */
function pairUp(
  known: readonly ImsRecord[],
  downloaded: readonly Downloaded[],
): { of: Map<ImsRecord, Downloaded>; unpaired: Downloaded[] } {
  const of = new Map<ImsRecord, Downloaded>();
  const paired = new Set<Downloaded>();
  for (const keyOf of [fullKey, looseKey]) {
    const waiting = new Map<string, Downloaded[]>();
    for (const record of downloaded) {
      if (paired.has(record)) continue;
      const key = keyOf(record.type, record.row);
      const same = waiting.get(key);
      if (same === undefined) waiting.set(key, [record]);
      else same.push(record);
    }
    for (const record of known) {
      if (of.has(record)) continue;
      const match = waiting.get(keyOf(record.type, record.row))?.shift();
      if (match === undefined) continue;
      of.set(record, match);
      paired.add(match);
    }
  }
  return { of, unpaired: downloaded.filter((record) => !paired.has(record)) };
}

/** Values of which a difference makes a record changed; flags, filing and the portal's action are not among them. */
const compared: readonly ColumnName[] = [
  'date',
  'originalNumber',
  'originalDate',
  'documentType',
  'value',
  'place',
  'taxable',
  'igst',
  'cgst',
  'sgst',
  'cess',
];

function looseKey(type: RecordType, row: Row): string {
  return [
    type.section,
    row.supplierGstin.toUpperCase(),
    row.number.trim().toUpperCase(),
    periodKey(row.period, row.date),
  ].join('\u0001');
}

function fullKey(type: RecordType, row: Row): string {
  return [looseKey(type, row), ...compared.map((name) => String(row[name]))].join('\u0001');
}

function mergeOne(
  record: ImsRecord,
  now: Downloaded | undefined,
  claimed: ClaimedRow | undefined,
  download: Download,
  details: string[],
): Merged {
  const mine = claimed?.reading.answers ?? answersOf(record.row);
  const unread = (claimed?.reading.unreadable.size ?? 0) > 0;
  if (now === undefined) {
    if (!download.covers.has(record.type.sheet)) return { record, kind: 'uncovered', answers: mine, keepCells: true };
    const change = `${changeWords.withdrawn}: ${sentence('change-withdrawn')}`;
    if (record.standing !== 'withdrawn') details.push(`${record.id} withdrawn; ${spokenAnswers(mine, record.type)}`);
    return { record: { ...record, standing: 'withdrawn', change }, kind: 'withdrawn', answers: mine, keepCells: true };
  }
  const differences = compared.filter((name) => record.row[name] !== now.row[name]);
  if (differences.length > 0) {
    const spoken = differences.map((name) => spokenDifference(record, now, name)).join('; ');
    const answered =
      isChanged(mine, record.row, record.type.itcQuestion) || unread
        ? sentence('change-your-answer', { answer: spokenAnswers(mine, record.type) })
        : earlierAnswer(record);
    details.push(`${record.id} changed: ${spoken}; ${spokenAnswers(mine, record.type)}`);
    const change = `${changeWords.changed} by the supplier: ${spoken}. ${answered}`.trim();
    return {
      record: { id: record.id, ...now, standing: 'changed', change },
      kind: 'changed',
      answers: answersOf(now.row),
      keepCells: false,
    };
  }
  const unsent = unread || !sameAnswers(mine, record.row);
  const stillFlagged = record.standing === 'changed' && !unsent;
  const merged: ImsRecord = {
    id: record.id,
    ...now,
    standing: stillFlagged ? 'changed' : 'current',
    change: stillFlagged ? record.change : spokenUpdate(record, now),
  };
  return { record: merged, kind: 'unchanged', answers: unsent ? mine : answersOf(now.row), keepCells: unsent };
}

/** Things worth telling although the document is the same: the supplier filed, the record came back, the portal's action moved. */
function spokenUpdate(before: ImsRecord, now: Downloaded): string {
  const parts: string[] = [];
  if (before.standing === 'withdrawn') parts.push(sentence('change-back'));
  if (before.row.filing !== now.row.filing)
    parts.push(sentence('change-filing', { before: before.row.filing, now: now.row.filing }));
  if (before.row.status !== now.row.status)
    parts.push(sentence('change-action', { before: before.row.status, now: now.row.status }));
  return parts.join(' ');
}

function spokenDifference({ type, row }: ImsRecord, now: Downloaded, name: ColumnName): string {
  const column = type.columns[name];
  const spoken = (value: string | number): string => {
    if (value === '') return 'nothing';
    return typeof value === 'number'
      ? formatRupees(value)
      : column === undefined
        ? isolated(value)
        : isolated(String(cellOf(column, value)));
  };
  return `${column?.label ?? name} ${spoken(row[name])} is now ${spoken(now.row[name])}`;
}

function spokenAnswers(answers: Answers, type: RecordType): string {
  const parts: string[] = [answers.status === '' ? 'No Action' : answers.status];
  for (const name of ['itcAnswer', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess', 'remarks'] as const) {
    const value = answers[name];
    if (value !== '')
      parts.push(
        `${type.columns[name]?.label ?? name}: ${typeof value === 'number' ? formatRupees(value) : isolated(value)}`,
      );
  }
  return parts.join(', ');
}

/** Where each record's row is or comes: in place, or below the last row of the last sheet of its type with room. */
function roomFor(book: Book, rows: ResolvedRows, merged: readonly Merged[], rowLimit: number): Result<true> {
  for (const type of recordTypes) {
    const own = book.sheets.filter((sheet) => sheet.type === type);
    const more = merged.filter(
      ({ record, kind }) => record.type === type && (kind === 'new' || comesBack(kind, rows, record)),
    ).length;
    const last = own.at(-1);
    const free = rowLimit - (last?.cells.length ?? FIRST_DATA_ROW);
    if (more > free) return refuse('sheet-full', '', { sheet: sheetName(type, own.length - 1), more, free });
  }
  return done(true);
}

/** A record whose row was deleted comes back with the next download, so that it cannot be accepted by silence unseen. */
function comesBack(kind: Merged['kind'], rows: ResolvedRows, record: ImsRecord): boolean {
  return (kind === 'unchanged' || kind === 'changed') && !rows.byId.has(record.id);
}

function rowEdits(
  book: Book,
  rows: ResolvedRows,
  merged: readonly Merged[],
  ledger: Ledger,
  gstin: string,
): { edits: SheetEdit[]; placed: PlacedRow[] } {
  const drafts = new Map<BookSheet, Map<number, Map<number, Cell>>>(book.sheets.map((sheet) => [sheet, new Map()]));
  const nextRow = new Map(book.sheets.map((sheet) => [sheet, lastFilledRow(sheet) + 1]));
  const placed: PlacedRow[] = [];
  const put = (sheet: BookSheet, row: number, column: number, cell: Cell): void => {
    if ((sheet.cells[row]?.[column] ?? '') === cell) return;
    const columns = drafts.get(sheet);
    const values = columns?.get(column);
    if (values === undefined) columns?.set(column, new Map([[row, cell]]));
    else values.set(row, cell);
  };
  for (const entry of merged) {
    const { record } = entry;
    const claimed = rows.byId.get(record.id);
    if (claimed === undefined && (entry.kind === 'withdrawn' || entry.kind === 'uncovered')) continue;
    const sheet = claimed?.sheet ?? lastSheet(book, record.type);
    if (sheet === undefined) continue;
    const row = claimed?.row ?? nextRow.get(sheet) ?? FIRST_DATA_ROW;
    if (claimed === undefined) nextRow.set(sheet, row + 1);
    placed.push({ sheet, row: record.row, status: entry.answers.status });
    writeRow(entry, sheet, row, put);
  }
  for (const sheet of book.sheets) writeSubtitle(sheet, ledger, gstin, put);
  const edits = [...drafts].flatMap(([sheet, drafted]) => {
    const columns = [...drafted].map(([column, values]): ColumnEdit => ({ column, values }));
    return columns.length === 0 ? [] : [{ sheet: sheet.name, columns, ...guardOf(sheet, columns) }];
  });
  return { edits, placed };
}

function lastSheet(book: Book, type: RecordType): BookSheet | undefined {
  return book.sheets.filter((sheet) => sheet.type === type).at(-1);
}

/** Trailing rows that only hold formats or stray blanks are filled before new ones are added below. */
function lastFilledRow(sheet: BookSheet): number {
  for (let row = sheet.cells.length - 1; row > sheet.headingRow; row -= 1) {
    if (sheet.cells[row]?.some((cell) => textOf(cell) !== '') === true) return row;
  }
  return sheet.headingRow;
}

/** Texts and marks of the last validation go where something happened to the record: they spoke of it as it was. */
function writeRow(
  { record, answers, keepCells }: Merged,
  sheet: BookSheet,
  row: number,
  put: (sheet: BookSheet, row: number, column: number, cell: Cell) => void,
): void {
  const cells = sheetRow(record, answers);
  for (const [index, { name, column }] of shownColumns(record.type).entries()) {
    const at = sheet.columns.get(name);
    if (at === undefined || (column.edit === 'user' && keepCells)) continue;
    put(sheet, row, at, cells[index] ?? '');
  }
  const shown = shownColumns(record.type).length;
  for (const [tool, offset] of [
    ['sheetErrors', 0],
    ['changes', 2],
    ['key', 3],
    ['pendingAllowed', 4],
    ['itcQuestion', 5],
    ['marks', 6],
  ] as const) {
    const at = sheet.tools.get(tool);
    const isStale = (tool !== 'sheetErrors' && tool !== 'marks') || record.change !== '';
    if (at !== undefined && isStale) put(sheet, row, at, cells[shown + offset] ?? '');
  }
}

/** The line under the title names GSTIN, periods and the last import; it is renewed where it still stands. */
function writeSubtitle(
  sheet: BookSheet,
  ledger: Ledger,
  gstin: string,
  put: (sheet: BookSheet, row: number, column: number, cell: Cell) => void,
): void {
  const row = sheet.cells.findIndex(
    (cells, index) => index < sheet.headingRow && textOf(cells[0] ?? '').startsWith(`${sheet.type.sheet} · `),
  );
  if (row < 0) return;
  const own = ledger.records.filter(({ type }) => type === sheet.type);
  const parts = [gstin === '' ? '' : `GSTIN ${gstin}`, periodsOf(own), sentence('imported', { at: ledger.importedAt })];
  put(sheet, row + 1, 0, parts.filter((part) => part !== '').join(' · '));
}

function countSheets(merged: readonly Merged[]): Record<string, SheetCounts> {
  return Object.fromEntries(
    recordTypes.map((type) => {
      const own = merged.filter(({ record }) => record.type === type);
      const count = (...kinds: Merged['kind'][]): number => own.filter(({ kind }) => kinds.includes(kind)).length;
      return [
        type.sheet,
        {
          records: own.length,
          new: count('new'),
          changed: count('changed'),
          withdrawn: count('withdrawn'),
          unchanged: count('unchanged', 'uncovered'),
        },
      ];
    }),
  );
}

/** What a change before this one said about the user's answer, while there is no newer one. */
function earlierAnswer({ standing, change }: ImsRecord): string {
  const begins = sentence('change-your-answer', { answer: '' }).replace(/\W*$/, '');
  const at = standing === 'changed' ? change.indexOf(begins) : -1;
  return at < 0 ? '' : change.slice(at);
}

/** A download without one record of a sheet may be the wrong file: that must not go by unseen. */
function emptied(merged: readonly Merged[]): string[] {
  return recordTypes.flatMap((type) => {
    const known = merged.filter(({ record, kind }) => record.type === type && kind !== 'new');
    const all = known.length > 0 && known.every(({ kind }) => kind === 'withdrawn');
    return all ? [sentence('sheet-emptied', { sheet: type.sheet, records: known.length })] : [];
  });
}

function uncovered(merged: readonly Merged[], download: Download): string[] {
  return recordTypes.flatMap((type) => {
    const records = merged.filter(({ record, kind }) => record.type === type && kind === 'uncovered').length;
    return records === 0 || download.covers.has(type.sheet)
      ? []
      : [sentence('section-missing-partial', { section: type.section, sheet: type.sheet, records })];
  });
}
