import { reductionOf, taxHeads, type Answers, type ItcQuestion, type Row, type TaxHead } from './row';
import type { Paise } from '../kernel/money';

/** What an answer means for the credit of a record [rule book 3.4]. */
export type Reduction =
  | { readonly kind: 'none' }
  | { readonly kind: 'full' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'partial'; readonly heads: Readonly<Record<TaxHead, Paise>> };

const NO_REDUCTION: Reduction = { kind: 'none' };
const FULL: Reduction = { kind: 'full' };
const NIL: Reduction = { kind: 'nil' };

/** True where the file leaves the ITC question open for this record, so that an answer may be given with Accepted. */
export function itcMayBeAnswered(question: ItcQuestion, blocked: Row['itcBlocked']): boolean {
  if (question === 'never') return false;
  return question === 'needed-unless-blocked' ? blocked !== 'Y' : blocked === 'N';
}

export function itcMustBeAnswered(question: ItcQuestion, blocked: Row['itcBlocked']): boolean {
  return question !== 'offered-if-open' && itcMayBeAnswered(question, blocked);
}

/** Yes with at least one amount is partial; a blank amount beside others counts as 0 [contract, reading 4]. */
export function reductionSaid(row: Answers): Reduction {
  if (row.itcAnswer === 'No') return NIL;
  if (row.itcAnswer !== 'Yes') return NO_REDUCTION;
  if (!hasReductionAmounts(row)) return FULL;
  const heads = { igst: 0, cgst: 0, sgst: 0, cess: 0 };
  for (const head of taxHeads) heads[head] = amountOf(row[reductionOf[head]]);
  return { kind: 'partial', heads };
}

export function hasReductionAmounts(row: Answers): boolean {
  return row.itcIgst !== '' || row.itcCgst !== '' || row.itcSgst !== '' || row.itcCess !== '';
}

function amountOf(value: number | ''): number {
  return value === '' ? 0 : value;
}

export const actionCodes = { Accepted: 'A', Rejected: 'R', Pending: 'P', 'No Action': 'N' } as const;
export type ActionCode = (typeof actionCodes)[keyof typeof actionCodes];

/** What would be sent to the portal for a row; the rest of its answers stays in the workbook. */
export interface Decision {
  readonly action: ActionCode;
  readonly reduction: Reduction;
  readonly remarks: string;
}

type Circumstances = Pick<Row, 'remarksBlocked' | 'itcBlocked'>;

/**
 * The part of the answers that is sent [contract, readings 2 to 4]: a reduction only on Accepted where the question is
 * open; remarks on Rejected, Pending and on Accepted with a partial or No answer, never where the portal blocks them.
 */
export function decisionOf(answers: Answers, row: Circumstances, question: ItcQuestion): Decision {
  const action = actionCodes[answers.status === '' ? 'No Action' : answers.status];
  const asked = action === 'A' && itcMayBeAnswered(question, row.itcBlocked);
  const reduction = asked ? reductionSaid(answers) : NO_REDUCTION;
  const explains =
    action === 'R' || action === 'P' || (action === 'A' && (reduction.kind === 'partial' || reduction.kind === 'nil'));
  return { action, reduction, remarks: explains && row.remarksBlocked !== 'Y' ? tidyRemarks(answers.remarks) : '' };
}

/** Trimmed, with white space and line breaks collapsed to one blank [rule book 3.3]. */
export function tidyRemarks(remarks: string): string {
  return remarks.trim().replace(/\s+/g, ' ');
}

export function sameDecision(a: Decision, b: Decision): boolean {
  if (a.action !== b.action || a.remarks !== b.remarks || a.reduction.kind !== b.reduction.kind) return false;
  if (a.reduction.kind !== 'partial' || b.reduction.kind !== 'partial') return true;
  const [mine, theirs] = [a.reduction.heads, b.reduction.heads];
  return taxHeads.every((head) => mine[head] === theirs[head]);
}

/** True where the user's answers would be sent because they differ from what the download says. */
export function isChanged(answers: Answers, portal: Row, question: ItcQuestion): boolean {
  if (sameAnswers(answers, portal)) return false;
  return !sameDecision(decisionOf(answers, portal, question), decisionOf(portal, portal, question));
}

/** Remarks are compared as they would be sent, since a cell loses blanks and line breaks that the portal's text has. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return (
    a.status === b.status &&
    a.itcAnswer === b.itcAnswer &&
    a.itcIgst === b.itcIgst &&
    a.itcCgst === b.itcCgst &&
    a.itcSgst === b.itcSgst &&
    a.itcCess === b.itcCess &&
    (a.remarks === b.remarks || tidyRemarks(a.remarks) === tidyRemarks(b.remarks))
  );
}
