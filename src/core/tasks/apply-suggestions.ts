import type { Paise } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { itcMayBeAnswered } from '../language/answer';
import { reductionOf, taxHeads, userColumns, type Answers } from '../language/row';
import type { Outcome } from './compare-books';
import { planDecision, type Around, type BulkPreview, type DecisionPlan } from './decide';
import { joinEdits } from './join-edits';
import { reductionByBooks } from './reduction-by-books';
import type { ClaimedRow } from './resolve-rows';
import { withoutContradictions } from './without-contradictions';

/** What an applied suggestion answers: Accepted with or without a reduction of ITC, or Pending. */
export type AppliedAnswer = 'plain' | 'full' | 'partial' | 'nil' | 'Pending';

export interface AppliedSum {
  readonly answer: AppliedAnswer;
  readonly records: number;
  /** credit notes are taken off */
  readonly taxable: Paise;
  readonly tax: Paise;
}

export interface Applied extends DecisionPlan {
  /** the records that change, by what is answered */
  readonly answers: readonly AppliedSum[];
}

/**
 * Writes what is suggested for the records that are wanted, where they still have No Action. What the rules would object to
 * is left out: in the row by itself, beside a twin, or before the original that it amends.
 */
export function applySuggestions(
  around: Around,
  outcomes: readonly Outcome[],
  isWanted: (outcome: Outcome) => boolean,
): Applied {
  const byAnswers = new Map<string, { answers: Partial<Answers>; rows: ClaimedRow[] }>();
  const leftOut = new Map<string, number>();
  const leave = (reason: string, records: number): void => {
    leftOut.set(reason, (leftOut.get(reason) ?? 0) + records);
  };
  const suggested = new Map<Outcome, Partial<Answers>>();
  for (const outcome of outcomes) {
    if (!isWanted(outcome)) continue;
    const why = whyClosed(outcome);
    const answers = why === undefined ? answersFor(outcome) : undefined;
    if (answers === undefined) leave(why ?? outcome.advice, 1);
    else suggested.set(outcome, answers);
  }
  const kept = withoutContradictions(outcomes, suggested, (reason) => leave(reason, 1));
  for (const [{ claimed }, answers] of kept) {
    if (claimed === undefined) continue;
    const key = JSON.stringify(answers);
    const same = byAnswers.get(key);
    if (same === undefined) byAnswers.set(key, { answers, rows: [claimed] });
    else same.rows.push(claimed);
  }
  const plans = [...byAnswers.values()].map(({ rows, answers }) => ({
    answers,
    plan: planDecision(around, rows, { answers, alsoDecided: false, unlessDoubted: true }),
  }));
  for (const { plan } of plans) for (const { reason, records } of plan.preview.leftOut) leave(reason, records);
  const sum = (of: (preview: BulkPreview) => number): number =>
    plans.reduce((total, { plan }) => total + of(plan.preview), 0);
  return {
    preview: {
      sheet: '',
      records: sum(({ records }) => records),
      taxable: sum(({ taxable }) => taxable),
      tax: sum(({ tax }) => tax),
      same: sum(({ same }) => same),
      leftOut: [...leftOut].map(([reason, records]) => ({ reason, records })),
      ids: plans.flatMap(({ plan }) => plan.preview.ids),
    },
    edits: joinEdits(plans.flatMap(({ plan }) => plan.edits)),
    cells: plans.flatMap(({ plan }) => plan.cells),
    rows: plans.flatMap(({ plan }) => plan.rows),
    answers: sumsByAnswer(plans),
  };
}

function sumsByAnswer(
  plans: readonly { readonly answers: Partial<Answers>; readonly plan: DecisionPlan }[],
): AppliedSum[] {
  const sums = new Map<AppliedAnswer, AppliedSum>();
  for (const { answers, plan } of plans) {
    const { records, taxable, tax } = plan.preview;
    if (records === 0) continue;
    const answer = answerOf(answers);
    const known = sums.get(answer) ?? { records: 0, taxable: 0, tax: 0 };
    sums.set(answer, {
      answer,
      records: known.records + records,
      taxable: known.taxable + taxable,
      tax: known.tax + tax,
    });
  }
  return [...sums.values()];
}

function answerOf({ status, itcAnswer, ...answers }: Partial<Answers>): AppliedAnswer {
  if (status === 'Pending') return 'Pending';
  if (itcAnswer === undefined || itcAnswer === '') return 'plain';
  if (itcAnswer === 'No') return 'nil';
  return taxHeads.some((head) => answers[reductionOf[head]] !== undefined) ? 'partial' : 'full';
}

/** Nobody has decided, and nothing stands in its cells that cannot be read. */
export function isOpen(outcome: Outcome): boolean {
  return whyClosed(outcome) === undefined;
}

function whyClosed({ claimed }: Outcome): string | undefined {
  if (claimed === undefined) return sentence('left-row-deleted');
  const { answers, unreadable } = claimed.reading;
  if (userColumns.some((name) => unreadable.has(name))) return sentence('left-unreadable');
  const isDecided = answers.status !== 'No Action' && answers.status !== '';
  return isDecided ? sentence('left-decided-by-you') : undefined;
}

/** What to write for a record; undefined where a person has to look. An ITC answer that the user gave already stays. */
function answersFor(outcome: Outcome): Partial<Answers> | undefined {
  const { suggestion, record, claimed } = outcome;
  if (suggestion === 'look') return undefined;
  if (suggestion === 'Pending') return { status: 'Pending' };
  const { type, row } = record;
  const isAnswered = claimed?.reading.answers.itcAnswer !== '';
  if (type.kind !== 'credit note' || isAnswered || !itcMayBeAnswered(type.itcQuestion, row.itcBlocked))
    return { status: 'Accepted' };
  return { status: 'Accepted', ...reductionByBooks(outcome) };
}
