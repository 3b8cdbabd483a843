import type { Paise } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { reductionOf, taxHeads, type Answers, type TaxHead } from '../language/row';
import { amountsApart } from '../reconcile/explain';
import type { Outcome } from './compare-books';

type Reduction = Readonly<Record<TaxHead, Paise>>;

/**
 * The ITC answer of a credit note that is accepted, as the books have it [rule book 3.4]: the full reduction unless they
 * say otherwise, a part head by head, or none. No more is reduced than was availed, where the register tells that, and
 * else no more than the amounts of the books. Undefined where a group of documents leaves it open whose amount is lower.
 */
export function reductionByBooks(outcome: Outcome): Partial<Answers> | undefined {
  const { document, claimed } = outcome;
  const reduced = reducedByAvailed(outcome) ?? reducedByAmounts(outcome);
  if (reduced === 'unclear') return undefined;
  if (taxHeads.every((head) => reduced[head] === (document[head] ?? 0))) return FULL;
  const remarks = claimed?.reading.answers.remarks ?? '';
  const isNil = taxHeads.every((head) => reduced[head] === 0);
  const said = sentence(isNil ? 'remark-not-availed' : 'remark-as-in-books');
  const why = remarks.trim() === '' ? { remarks: said } : {};
  if (isNil) return { itcAnswer: 'No', ...why };
  const answers: Partial<Answers> = { itcAnswer: 'Yes', ...why };
  for (const head of taxHeads) answers[reductionOf[head]] = reduced[head];
  return answers;
}

const FULL: Partial<Answers> = { itcAnswer: 'Yes' };

/** One note of IMS with one of the books, which tells the credit availed for every head that the note has tax of. */
function reducedByAvailed({ books, together, document }: Outcome): Reduction | undefined {
  const [entry] = books;
  if (entry?.availed === undefined || books.length > 1 || together.length > 1) return undefined;
  const { availed } = entry;
  if (entry.document.kind !== 'credit-note') return undefined;
  if (taxHeads.some((head) => (document[head] ?? 0) !== 0 && availed[head] === undefined)) return undefined;
  return ofEachHead((head) => Math.min(document[head] ?? 0, availed[head] ?? 0));
}

/** Where the books have a lower amount, no more credit was taken than that. */
function reducedByAmounts({ books, together, document }: Outcome): Reduction | 'unclear' {
  const theirs = books.map((entry) => entry.document);
  const lower = new Map<string, Paise>();
  for (const { head, paise } of amountsApart(together, theirs)) if (paise < 0) lower.set(head, paise);
  const isLower = taxHeads.some((head) => lower.has(head));
  if (isLower && (together.length > 1 || theirs.some(({ kind }) => kind !== 'credit-note'))) return 'unclear';
  return ofEachHead((head) => (document[head] ?? 0) + (lower.get(head) ?? 0));
}

function ofEachHead(amount: (head: TaxHead) => Paise): Reduction {
  return { igst: amount('igst'), cgst: amount('cgst'), sgst: amount('sgst'), cess: amount('cess') };
}
