import { textOf, type Cell } from '../kernel/cell';
import type { Day } from '../kernel/day';
import type { Finding } from '../kernel/finding';
import type { Paise } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { readAnswers } from '../engine/cells';
import { itcMayBeAnswered, sameAnswers } from '../language/answer';
import type { RecordType } from '../language/record';
import { taxOf, type Answers, type Row } from '../language/row';
import { doubtsOfAnswer } from '../records/rules';
import type { SheetEdit } from '../workbook';
import { answerRow } from './answer-row';
import { signed } from './credit-of';
import { createDrafts, type DraftedCell } from './drafts';
import { findingEdits } from './mark-findings';
import type { Book } from './open-book';
import type { ClaimedRow } from './resolve-rows';

/** One answer for many rows. */
export interface BulkAsk {
  /** what to write; columns left out stay as they are */
  readonly answers: Partial<Answers>;
  /** also records whose status is set already */
  readonly alsoDecided: boolean;
  /** nobody looks at each record: what a rule has doubts about stays as it is too */
  readonly unlessDoubted?: true;
}

export interface LeftOut {
  /** one sentence: why these records stay as they are */
  readonly reason: string;
  readonly records: number;
}

/** What a bulk action would do, before it does. */
export interface BulkPreview {
  readonly sheet: string;
  /** records that would change */
  readonly records: number;
  /** credit notes are taken off */
  readonly taxable: Paise;
  readonly tax: Paise;
  /** records that have these answers already */
  readonly same: number;
  readonly leftOut: readonly LeftOut[];
  /** of the records looked at, so that what is done is what was seen, wherever their rows are by then */
  readonly ids: readonly string[];
}

/** What was done. */
export interface Decided {
  readonly records: number;
  readonly leftOut: readonly LeftOut[];
}

/** Cells that were written for the user, so that they can be taken back. */
export interface DecisionPlan {
  readonly preview: BulkPreview;
  readonly edits: readonly SheetEdit[];
  readonly cells: readonly DraftedCell[];
  readonly rows: readonly ClaimedRow[];
}

/** What single rows need of the book around them. */
export interface Around {
  readonly book: Book;
  readonly today: Day;
  /** findings about a row together with others, which a look at the row alone cannot renew */
  readonly lasting: (sheet: string, row: number) => readonly Finding[];
}

/**
 * Works out one answer for many rows of one sheet. A row is left out, with the reason, where it is withdrawn or decided
 * already, or where a rule finds something wrong that was not there before: the rules decide what goes, not this code.
 */
export function planDecision(around: Around, rows: readonly ClaimedRow[], ask: BulkAsk): DecisionPlan {
  const drafts = createDrafts();
  const leftOut = new Map<string, { reason: string; records: number }>();
  const leave = (key: string, reason: string): void => {
    const entry = leftOut.get(key);
    if (entry === undefined) leftOut.set(key, { reason, records: 1 });
    else entry.records += 1;
  };
  const total = { records: 0, taxable: 0, tax: 0, same: 0 };
  const findings: Finding[] = [];
  const touched: ClaimedRow[] = [];
  for (const claimed of rows) {
    const { record, reading } = claimed;
    const wanted = completed(record.type, record.row, reading.answers, ask.answers);
    if (record.standing === 'withdrawn') {
      leave('withdrawn', sentence('left-withdrawn'));
      continue;
    }
    if (reading.faults.length === 0 && sameAnswers(wanted, reading.answers)) {
      total.same += 1;
      continue;
    }
    if (isDecided(reading.answers, ask)) {
      leave('decided', sentence('left-decided'));
      continue;
    }
    const after = findingsAfter(around, claimed, wanted);
    const trouble = newTrouble(findingsNow(around, claimed), after, ask);
    if (trouble !== undefined) {
      leave(trouble.rule, trouble.message);
      continue;
    }
    drafts.set(claimed, wanted);
    touched.push(claimed);
    findings.push(...after, ...around.lasting(claimed.sheet.name, claimed.row));
    total.records += 1;
    total.taxable += signed(record.type.kind, record.row.taxable === '' ? 0 : record.row.taxable);
    total.tax += signed(record.type.kind, taxOf(record.row));
  }
  return {
    preview: {
      sheet: rows[0]?.sheet.name ?? '',
      ...total,
      leftOut: [...leftOut.values()],
      ids: rows.map(({ record }) => record.id),
    },
    edits: [...drafts.edits(), ...markEdits(touched, findings)],
    cells: drafts.cells(),
    rows: touched,
  };
}

/** What is asked for, over what stands there. A reduction goes with Accepted only, and only where the question is open. */
function completed(type: RecordType, row: Row, now: Answers, asked: Partial<Answers>): Answers {
  const answers = { ...now, ...asked };
  if (answers.status === '') answers.status = 'No Action';
  const open = itcMayBeAnswered(type.itcQuestion, row.itcBlocked);
  const kept = answers.status === 'Accepted' && (open || !('itcAnswer' in asked));
  return kept ? answers : { ...answers, itcAnswer: '', itcIgst: '', itcCgst: '', itcSgst: '', itcCess: '' };
}

function isDecided({ status }: Answers, { answers, alsoDecided }: BulkAsk): boolean {
  if (alsoDecided || answers.status === undefined) return false;
  return status !== '' && status !== 'No Action' && status !== answers.status;
}

function findingsNow({ book, today }: Around, claimed: ClaimedRow): Finding[] {
  const findings: Finding[] = [];
  answerRow(claimed, book, today, findings);
  return findings;
}

function findingsAfter({ book, today }: Around, claimed: ClaimedRow, answers: Answers): Finding[] {
  const findings: Finding[] = [];
  answerRow({ ...claimed, reading: { answers, faults: [], unreadable: new Set() } }, book, today, findings);
  return findings;
}

function newTrouble(
  before: readonly Finding[],
  after: readonly Finding[],
  { unlessDoubted }: BulkAsk,
): Finding | undefined {
  const isTrouble = ({ severity, rule }: Finding): boolean =>
    severity === 'error' || (unlessDoubted === true && doubtsOfAnswer.has(rule));
  const known = new Set(before.filter(isTrouble).map(({ rule }) => rule));
  return after.find((finding) => isTrouble(finding) && !known.has(finding.rule));
}

function markEdits(rows: readonly ClaimedRow[], findings: readonly Finding[]): SheetEdit[] {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) =>
    findingEdits(
      [sheet],
      findings.filter((finding) => finding.sheet === sheet.name),
      rows.filter((row) => row.sheet === sheet).map(({ row }) => row),
    ),
  );
}

/** Checks rows again by themselves, and says what must change so that they show what was found. */
export function planMarks(around: Around, rows: readonly ClaimedRow[]): { edits: SheetEdit[]; findings: Finding[] } {
  const findings = rows.flatMap((row) => [...findingsNow(around, row), ...around.lasting(row.sheet.name, row.row)]);
  return { edits: markEdits(rows, findings), findings };
}

/**
 * Takes written cells back where they still hold what was written; a cell that was changed since stays. Texts and marks of
 * the last check go and come with them, in the same edits.
 */
export function planUndo(
  around: Around,
  cells: readonly DraftedCell[],
  rowOf: (id: string) => ClaimedRow | undefined,
): DecisionPlan {
  const drafts = createDrafts();
  const touched = new Map<string, { claimed: ClaimedRow; line: Cell[] }>();
  let changedSince = 0;
  for (const { record, name, before, after } of [...cells].reverse()) {
    const claimed = rowOf(record.id);
    const at = claimed?.sheet.columns.get(name);
    const line =
      claimed === undefined ? [] : (touched.get(record.id)?.line ?? [...(claimed.sheet.cells[claimed.row] ?? [])]);
    if (claimed === undefined || at === undefined || textOf(line[at] ?? '') !== textOf(after)) {
      changedSince += 1;
      continue;
    }
    drafts.put(claimed, name, before);
    line[at] = before;
    touched.set(record.id, { claimed, line });
  }
  const rows = [...touched.values()];
  const findings = rows.flatMap(({ claimed, line }) => findingsNow(around, withLine(claimed, line)));
  const lasting = rows.flatMap(({ claimed }) => around.lasting(claimed.sheet.name, claimed.row));
  const claims = rows.map(({ claimed }) => claimed);
  const leftOut = changedSince === 0 ? [] : [{ reason: sentence('left-changed-since'), records: changedSince }];
  const sheet = claims[0]?.sheet.name ?? '';
  return {
    preview: { sheet, records: rows.length, taxable: 0, tax: 0, same: 0, leftOut, ids: [] },
    edits: [...drafts.edits(), ...markEdits(claims, [...findings, ...lasting])],
    cells: drafts.cells(),
    rows: claims,
  };
}

/** The row as it would be read with other cells. */
function withLine(claimed: ClaimedRow, line: readonly Cell[]): ClaimedRow {
  const { record, sheet } = claimed;
  return { ...claimed, reading: readAnswers(record.type, (name) => line[sheet.columns.get(name) ?? -1]) };
}
