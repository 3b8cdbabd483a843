import { sayMatching } from '../kernel/matching-words';
import { note as sentence } from '../kernel/sentences';
import { decisionOf, sameDecision, type Decision } from '../language/answer';
import type { Answers } from '../language/row';
import { areTwins, isOriginalOf } from './check-book';
import type { Outcome } from './compare-books';

type Suggested = ReadonlyMap<Outcome, Partial<Answers>>;

/**
 * The answers that do not contradict those of other rows: twins have one answer [rule book 3.13 V13], and an amendment goes
 * with its original [rule book 3.5]. `leave` hears why each of the others is left.
 */
export function withoutContradictions(
  outcomes: readonly Outcome[],
  suggested: Suggested,
  leave: (reason: string) => void,
): Suggested {
  const kept = new Map(suggested);
  const sameNumber = byNumber(outcomes, suggested);
  const numbered = (of: Outcome, number: string): readonly Outcome[] => sameNumber.get(keyOf(of, number)) ?? [];
  const drop = (outcome: Outcome, reason: string): void => {
    if (kept.delete(outcome)) leave(reason);
  };
  for (const outcome of suggested.keys()) {
    const { row } = outcome.record;
    const twins = numbered(outcome, row.number).filter(
      (other) => other.record.type === outcome.record.type && areTwins(other.record.row, row),
    );
    const decision = decisionAfter(outcome, suggested);
    if (twins.every((other) => sameDecision(decisionAfter(other, suggested), decision))) continue;
    drop(outcome, sayMatching('reason-twins-differ'));
  }
  for (const outcome of suggested.keys()) {
    const { type, row } = outcome.record;
    if (type.amends === undefined || row.originalNumber === '') continue;
    const original = numbered(outcome, row.originalNumber).find(
      ({ claimed }) => claimed !== undefined && isOriginalOf(claimed, outcome.record),
    );
    if (original === undefined || decisionAfter(original, kept).action === decisionAfter(outcome, kept).action)
      continue;
    drop(outcome, sentence('left-original-first'));
  }
  return kept;
}

/** Rows with a number that one of the suggested has, or amends: few, of many. */
function byNumber(outcomes: readonly Outcome[], suggested: Suggested): ReadonlyMap<string, readonly Outcome[]> {
  const rows = new Map<string, Outcome[]>();
  for (const outcome of suggested.keys()) {
    const { number, originalNumber } = outcome.record.row;
    for (const text of [number, originalNumber]) if (text !== '') rows.set(keyOf(outcome, text), []);
  }
  for (const outcome of outcomes)
    if (outcome.claimed !== undefined) rows.get(keyOf(outcome, outcome.record.row.number))?.push(outcome);
  return rows;
}

function keyOf({ record }: Outcome, number: string): string {
  return `${record.row.supplierGstin}\u0001${number}`.toUpperCase();
}

/** What would be sent for a row with what is suggested for it written. */
function decisionAfter(outcome: Outcome, suggested: Suggested): Decision {
  const { type, row } = outcome.record;
  const now = outcome.claimed?.reading.answers ?? row;
  return decisionOf({ ...now, ...suggested.get(outcome) }, row, type.itcQuestion);
}
