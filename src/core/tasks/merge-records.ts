import { isolated } from '../kernel/isolate';
import { formatRupees } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { cellOf } from '../language/column';
import type { RecordType } from '../language/record';
import { answersOf, type Answers, type ColumnName } from '../language/row';
import type { Download, Downloaded } from '../engine/download';
import type { ImsRecord } from '../engine/ledger';
import { isChanged, sameAnswers } from '../language/answer';
import { newRecord } from './import-new';
import type { Book } from './open-book';
import { compared, pairUp } from './pair-records';
import { changeWords } from './plan-sheet';
import type { ClaimedRow, ResolvedRows } from './resolve-rows';

/** What a later download says about one record of the workbook, or about a new one. */
export interface Merged {
  readonly record: ImsRecord;
  readonly kind: 'new' | 'changed' | 'withdrawn' | 'unchanged' | 'uncovered';
  /** what the user's cells shall hold afterwards */
  readonly answers: Answers;
  /** true where the user's cells stay exactly as they are, even if they cannot be read */
  readonly keepCells: boolean;
}

/** What the download says about every record of the workbook, and its new ones; `details` takes the lines for the history. */
export function mergeRecords(book: Book, rows: ResolvedRows, download: Download, details: string[]): Merged[] {
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

/** What a change before this one said about the user's answer, while there is no newer one. */
function earlierAnswer({ standing, change }: ImsRecord): string {
  const begins = sentence('change-your-answer', { answer: '' }).replace(/\W*$/, '');
  const at = standing === 'changed' ? change.indexOf(begins) : -1;
  return at < 0 ? '' : change.slice(at);
}
