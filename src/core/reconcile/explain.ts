import { sayBecause, sayMatch } from '../kernel/match-words';
import { inRupees, type Paise } from '../kernel/money';
import { compared, headsApart } from './compared';
import type { TaxDocument } from './document';
import type { Matching } from './match';

type Pair = Matching['pairs'][number];

/** Why the documents of a pair are the same, in one or two sentences. */
export function becauseOf(pair: Pair, ims: readonly TaxDocument[], books: readonly TaxDocument[]): string {
  const [ours, theirs] = [documentsOf(pair.ims, ims), documentsOf(pair.books, books)];
  const [one, other] = [ours[0], theirs[0]];
  if (one === undefined || other === undefined) return '';
  const says = sayBecause(pair.rung, {
    ims: one.number,
    books: other.number,
    booksGstin: other.gstin,
    booksDate: other.date,
    parts: Math.max(ours.length, theirs.length),
  });
  if (ours.length > 1 || theirs.length > 1) return says;
  const apart = headsApart(compared(one, 'ims', 0), compared(other, 'books', 0));
  if (apart === 0 || Number.isNaN(apart) || pair.category === 'Value mismatch') return says;
  return `${says} ${sayMatch('within-tolerance', { difference: inRupees(apart) })}`;
}

function documentsOf(places: readonly number[], documents: readonly TaxDocument[]): TaxDocument[] {
  return places.flatMap((at) => documents[at] ?? []);
}

export const heads = ['taxable', 'igst', 'cgst', 'sgst', 'cess'] as const;

export type Head = (typeof heads)[number];

/** By how much the books have more (or less, below 0) than IMS; only what differs and what both sides tell. */
export function amountsApart(
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
): readonly { readonly head: Head; readonly paise: Paise }[] {
  const ours = totals(ims);
  const theirs = totals(books);
  return heads.flatMap((head) => {
    const [one, other] = [ours.get(head), theirs.get(head)];
    return one === undefined || other === undefined || one === other ? [] : [{ head, paise: other - one }];
  });
}

/** Sums by head; credit notes beside invoices are taken off. A head that a document does not tell is not told. */
export function totals(documents: readonly TaxDocument[]): Map<Head, Paise> {
  const isNetted = new Set(documents.map(({ kind }) => kind === 'credit-note')).size > 1;
  const sums = new Map<Head, Paise>();
  for (const head of heads) {
    const amounts = documents.map((document) => {
      const amount = document[head];
      return isNetted && document.kind === 'credit-note' && amount !== undefined ? -amount : amount;
    });
    if (amounts.every((amount) => amount !== undefined))
      sums.set(
        head,
        amounts.reduce((sum, amount) => sum + amount, 0),
      );
  }
  return sums;
}
