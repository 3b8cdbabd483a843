import type { PairCategory } from '../../../src/core/reconcile/category';
import type { TaxDocument } from '../../../src/core/reconcile/document';

/** Documents of both sides that may come out as one pair, and the categories a careful accountant would call it. */
export interface Link {
  readonly ims: readonly TaxDocument[];
  readonly books: readonly TaxDocument[];
  readonly categories: readonly PairCategory[];
}

/**
 * One of the links is right, and no second one beside it. `must`: whoever looks at the two sides can find it; without it
 * the data cannot tell, and a pair is neither demanded nor held against the matcher.
 */
export interface Label {
  readonly links: readonly Link[];
  readonly must: boolean;
}

/** The same document more than once on one side: all but one of them are duplicates. */
export interface Twins {
  readonly side: 'ims' | 'books';
  readonly documents: readonly TaxDocument[];
}

/** Documents that belong together, with what is true of them. Those that no label names have no partner. */
export interface Case {
  readonly ims: readonly TaxDocument[];
  readonly books: readonly TaxDocument[];
  readonly labels: readonly Label[];
  readonly twins?: readonly Twins[];
}

export interface NamedCase extends Case {
  /** the defect or the trap */
  readonly name: string;
  readonly sort: 'clean' | 'alone' | 'defect' | 'trap';
}

export function must(ims: TaxDocument | readonly TaxDocument[], books: Link['books'], categories: Link['categories']) {
  return label(true, ims, books, categories);
}

export function may(ims: TaxDocument | readonly TaxDocument[], books: Link['books'], categories: Link['categories']) {
  return label(false, ims, books, categories);
}

function label(
  must: boolean,
  ims: TaxDocument | readonly TaxDocument[],
  books: Link['books'],
  categories: Link['categories'],
): Label {
  return { must, links: [{ ims: 'gstin' in ims ? [ims] : ims, books, categories }] };
}

/** Documents that are clean on both sides, and others that only one side has. */
export function caseOf(
  pairs: readonly (readonly [ims: TaxDocument, books: TaxDocument])[],
  onlyIms: readonly TaxDocument[] = [],
  onlyBooks: readonly TaxDocument[] = [],
  others: readonly Label[] = [],
): Case {
  return {
    ims: [...pairs.map(([ims]) => ims), ...onlyIms],
    books: [...pairs.map(([, books]) => books), ...onlyBooks],
    labels: [...pairs.map(([ims, books]) => must(ims, [books], ['Matched'])), ...others],
  };
}
