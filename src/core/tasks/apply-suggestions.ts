import { note as sentence } from '../kernel/sentences';
import { amountsApart } from '../reconcile/explain';
import { itcMayBeAnswered } from '../language/answer';
import { reductionOf, taxHeads, userColumns, type Answers } from '../language/row';
import type { SheetEdit } from '../workbook';
import type { Outcome } from './compare-books';
import { planDecision, type Around, type DecisionPlan, type LeftOut } from './decide';
import { joinEdits } from './join-edits';

export interface Applied {
  readonly edits: readonly SheetEdit[];
  readonly rows: DecisionPlan['rows'];
  /** the outcomes that were applied have these answers */
  readonly records: number;
  readonly leftOut: readonly LeftOut[];
}

/** Writes what is suggested for these records, where they still have No Action; the rules leave out what would be an error. */
export function applySuggestions(around: Around, outcomes: readonly Outcome[]): Applied {
  const byAnswers = new Map<string, { answers: Partial<Answers>; rows: DecisionPlan['rows'][number][] }>();
  const leftOut = new Map<string, number>();
  const leave = (reason: string, records: number): void => {
    leftOut.set(reason, (leftOut.get(reason) ?? 0) + records);
  };
  for (const outcome of outcomes) {
    const { claimed } = outcome;
    if (claimed === undefined || !isOpen(outcome)) continue;
    const answers = answersFor(outcome);
    if (answers === undefined) {
      leave(sentence('left-to-look-at'), 1);
      continue;
    }
    const key = JSON.stringify(answers);
    const same = byAnswers.get(key);
    if (same === undefined) byAnswers.set(key, { answers, rows: [claimed] });
    else same.rows.push(claimed);
  }
  const plans = [...byAnswers.values()].map(({ rows, answers }) =>
    planDecision(around, rows, { answers, alsoDecided: false }),
  );
  for (const { reason, records } of plans.flatMap(({ preview }) => preview.leftOut)) leave(reason, records);
  const rows = plans.flatMap((plan) => plan.rows);
  return {
    edits: joinEdits(plans.flatMap(({ edits }) => edits)),
    rows,
    records: rows.length,
    leftOut: [...leftOut].map(([reason, records]) => ({ reason, records })),
  };
}

/** Nobody has decided, and nothing stands in its cells that cannot be read. */
function isOpen({ claimed }: Outcome): boolean {
  if (claimed === undefined) return false;
  const { answers, unreadable } = claimed.reading;
  return (answers.status === 'No Action' || answers.status === '') && !userColumns.some((name) => unreadable.has(name));
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
  const reduced = reductionByBooks(outcome);
  return reduced === undefined ? undefined : { status: 'Accepted', itcAnswer: 'Yes', ...reduced };
}

/**
 * Nothing where the reduction is full. Where the books have a lower amount, no more credit was taken than that, so the
 * reduction is what they have, head by head; undefined where a group of documents leaves it open whose amount is lower.
 */
function reductionByBooks({ books: entries, together, document, claimed }: Outcome): Partial<Answers> | undefined {
  const books = entries.map((entry) => entry.document);
  const lower = new Map(amountsApart(together, books).flatMap(({ head, paise }) => (paise < 0 ? [[head, paise]] : [])));
  if (!taxHeads.some((head) => lower.has(head))) return {};
  if (together.length > 1 || books.some(({ kind }) => kind !== 'credit-note')) return undefined;
  const answers: Partial<Answers> = {};
  for (const head of taxHeads) answers[reductionOf[head]] = (document[head] ?? 0) + (lower.get(head) ?? 0);
  const remarks = claimed?.reading.answers.remarks ?? '';
  return remarks.trim() === '' ? { ...answers, remarks: sentence('remark-as-in-books') } : answers;
}
