import { isolated } from '../kernel/isolate';
import { formatRupees } from '../kernel/money';
import { note as sentence, notes } from '../kernel/sentences';
import { cellOf } from '../language/column';
import type { RecordType } from '../language/record';
import { answersOf, type Answers, type ColumnName } from '../language/row';
import type { Download, Downloaded, LeftOut } from '../engine/download';
import type { ImsRecord } from '../engine/ledger';
import { isChanged, sameAnswers } from '../language/answer';
import { newRecord } from './import-new';
import type { Book } from './open-book';
import { compared, pairLeftOut, pairUp } from './pair-records';
import { changeWords } from './plan-sheet';
import type { ClaimedRow, ResolvedRows } from './resolve-rows';

/** What a later download says about one record of the workbook, or about a new one. */
export interface Merged {
  readonly record: ImsRecord;
  readonly kind: 'new' | 'changed' | 'withdrawn' | 'unchanged' | 'unusable' | 'uncovered';
  /** what the user's cells shall hold afterwards */
  readonly answers: Answers;
  /** true where the user's cells stay exactly as they are, even if they cannot be read */
  readonly keepCells: boolean;
}

/** What the download says about every record of the workbook, and its new ones; `details` takes the lines for the history. */
export function mergeRecords(book: Book, rows: ResolvedRows, download: Download, details: string[]): Merged[] {
  const pairs = pairUp(book.ledger.records, download.records);
  const waiting = book.ledger.records.filter((record) => !pairs.of.has(record));
  const leftOut = pairLeftOut(waiting, download.leftOut?.read ?? []);
  const merged = book.ledger.records.map((record) => {
    const claimed = rows.byId.get(record.id);
    const version = leftOut.get(record);
    return version === undefined
      ? mergeOne(record, pairs.of.get(record), claimed, download, details)
      : keepOne(record, version, claimed, details);
  });
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
    change: stillFlagged ? withoutUnusable(record.change) : spokenUpdate(record, now),
  };
  return { record: merged, kind: 'unchanged', answers: unsent ? mine : answersOf(now.row), keepCells: unsent };
}

/** The download has this record too, in a version that cannot be used: so it stays as it was. */
function keepOne(record: ImsRecord, { why }: LeftOut, claimed: ClaimedRow | undefined, details: string[]): Merged {
  const answers = claimed?.reading.answers ?? answersOf(record.row);
  const isFlagged = record.standing === 'changed';
  details.push(`${record.id} not usable: ${why}; ${spokenAnswers(answers, record.type)}`);
  const kept = sentence('change-unusable', { why });
  return {
    record: {
      ...record,
      standing: isFlagged ? 'changed' : 'current',
      change: isFlagged ? `${withoutUnusable(record.change)} ${kept}` : kept,
    },
    kind: 'unusable',
    answers,
    keepCells: claimed !== undefined,
  };
}

/** What was said of a record before a version of it could not be used. */
function withoutUnusable(change: string): string {
  const at = change.indexOf(beginOf('change-unusable'));
  return at < 0 ? change : change.slice(0, at).trim();
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
  const said = withoutUnusable(change);
  const at = standing === 'changed' ? said.indexOf(beginOf('change-your-answer')) : -1;
  return at < 0 ? '' : said.slice(at);
}

/** A sentence up to its first value. */
function beginOf(id: 'change-your-answer' | 'change-unusable'): string {
  return notes[id].slice(0, notes[id].indexOf('{')).trimEnd();
}
