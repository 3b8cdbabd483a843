import { sayBecause, sayMatch, type Because } from '../kernel/match-words';
import { formatRupees, type Paise } from '../kernel/money';
import { compared, formsOf, headsApart, type Compared, type Side } from './compared';
import type { TaxDocument } from './document';
import { missed, pairRungs, type Field, type Rung } from './ladder';
import type { Matching } from './match';
import { isTypedWrong } from './slips';
import { standardSettings, type MatchSettings } from './ways';

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
  return `${says} ${sayMatch('within-tolerance', { difference: formatRupees(apart) })}`;
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
function totals(documents: readonly TaxDocument[]): Map<Head, Paise> {
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

/** A document of the other side that came near, and by what it missed. */
export interface Near {
  readonly at: number;
  /** the rung that it came nearest to */
  readonly rung: Because;
  readonly missed: readonly Field[];
}

const NEAREST = 5;

/** The documents of the other side that come nearest to one, the nearest first, and what keeps each from being its pair. */
export function nearestTo(
  document: TaxDocument,
  side: Side,
  others: readonly TaxDocument[],
  settings: MatchSettings = standardSettings,
): Near[] {
  const one = compared(document, side, 0);
  const found: { readonly near: Near; readonly order: readonly number[] }[] = [];
  for (const [at, other] of others.entries()) {
    if (!isAlike(document, other)) continue;
    const candidate = compared(other, side === 'ims' ? 'books' : 'ims', at);
    const near = nearestRung(one, candidate, settings);
    found.push({ near: { at, ...near }, order: [near.missed.length, ...apart(one, candidate)] });
  }
  return found
    .sort((a, b) => compareAll(a.order, b.order))
    .slice(0, NEAREST)
    .map(({ near }) => near);
}

/** Something must lead from one to the other: supplier, PAN, number or amount. */
function isAlike(a: TaxDocument, b: TaxDocument): boolean {
  if (a.gstin !== '' && (a.gstin === b.gstin || a.gstin.slice(2, 12) === b.gstin.slice(2, 12))) return true;
  return (
    (a.number !== '' && a.number === b.number) ||
    (a.taxable !== undefined && a.taxable !== 0 && a.taxable === b.taxable)
  );
}

function nearestRung(a: Compared, b: Compared, settings: MatchSettings): { rung: Because; missed: readonly Field[] } {
  let best: { rung: Rung; missed: readonly Field[] } | undefined;
  for (const rung of pairRungs) {
    const fields = missed(rung, a, b, settings);
    if (best === undefined || fields.length < best.missed.length) best = { rung, missed: fields };
    if (fields.length === 0) break;
  }
  return { rung: best?.rung.id ?? 'same', missed: best?.missed ?? [] };
}

function apart(a: Compared, b: Compared): number[] {
  const [one, other] = [formsOf(a).clear, formsOf(b).clear];
  const numbers = one === other ? 0 : isTypedWrong(one, other) ? 1 : 2;
  return [a.gstin === b.gstin ? 0 : 1, numbers, headsApart(a, b), Math.abs(a.day - b.day)].map((distance) =>
    Number.isNaN(distance) ? Number.MAX_VALUE : distance,
  );
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  for (const [at, one] of a.entries()) {
    const by = one - (b[at] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}
