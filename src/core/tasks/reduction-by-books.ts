import type { Paise } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { reductionOf, taxHeads, type Answers, type TaxHead } from '../language/row';
import type { Outcome } from './compare-books';

/**
 * The ITC answer of a credit note that is accepted, as the books have it [rule book 3.4]: the full reduction, unless the
 * register tells that less credit was availed on the document; then a part head by head, or none. Amounts that differ
 * say nothing of the credit that was availed: within the tolerance they are rounding, beyond it a person looks.
 */
export function reductionByBooks(outcome: Outcome): Partial<Answers> {
  const { document, claimed } = outcome;
  const reduced = reducedByAvailed(outcome);
  if (reduced === undefined || taxHeads.every((head) => reduced[head] === (document[head] ?? 0)))
    return { itcAnswer: 'Yes' };
  const remarks = claimed?.reading.answers.remarks ?? '';
  const isNil = taxHeads.every((head) => reduced[head] === 0);
  const said = sentence(isNil ? 'remark-not-availed' : 'remark-availed-in-part');
  const why = remarks.trim() === '' ? { remarks: said } : {};
  if (isNil) return { itcAnswer: 'No', ...why };
  const answers: Partial<Answers> = { itcAnswer: 'Yes', ...why };
  for (const head of taxHeads) answers[reductionOf[head]] = reduced[head];
  return answers;
}

/** One note of IMS with one of the books, which tells the credit availed for every head that the note has tax of. */
function reducedByAvailed({ books, together, document }: Outcome): Readonly<Record<TaxHead, Paise>> | undefined {
  const [entry] = books;
  if (entry?.availed === undefined || books.length > 1 || together.length > 1) return undefined;
  const { availed } = entry;
  if (entry.document.kind !== 'credit-note') return undefined;
  if (taxHeads.some((head) => (document[head] ?? 0) !== 0 && availed[head] === undefined)) return undefined;
  const reduced = (head: TaxHead): Paise => Math.min(document[head] ?? 0, availed[head] ?? 0);
  return { igst: reduced('igst'), cgst: reduced('cgst'), sgst: reduced('sgst'), cess: reduced('cess') };
}
