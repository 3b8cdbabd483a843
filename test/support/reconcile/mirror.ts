import type { TaxDocument } from '../../../src/core/reconcile/document';
import type { Matching } from '../../../src/core/reconcile/match';

/** What a matching says, by the documents and not by their places, in an order that does not depend on them. */
export function wordsOf(matching: Matching, ims: readonly TaxDocument[], books: readonly TaxDocument[]): string[] {
  const textOf = (list: readonly TaxDocument[], places: readonly number[]) =>
    places
      .map((at) => JSON.stringify(list[at]))
      .sort()
      .join(' ');
  return [
    ...matching.pairs.map(
      (pair) => `${pair.rung} ${pair.category} ${pair.score}: ${textOf(ims, pair.ims)} = ${textOf(books, pair.books)}`,
    ),
    ...matching.onlyInIms.map((at) => `only in IMS: ${textOf(ims, [at])}`),
    ...matching.onlyInBooks.map((at) => `only in books: ${textOf(books, [at])}`),
    ...matching.copies.map(({ side, at, of }) => {
      const list = side === 'ims' ? ims : books;
      return `copy in ${side}: ${textOf(list, [at])} of ${textOf(list, [of])}`;
    }),
    ...matching.notInScope.map((at) => `not in scope: ${textOf(books, [at])}`),
  ].sort();
}

/** The same with the sides exchanged; only the books can have documents out of scope. */
export function mirrored(matching: Matching): Matching {
  return {
    pairs: matching.pairs.map((pair) => ({ ...pair, ims: pair.books, books: pair.ims })),
    onlyInIms: matching.onlyInBooks,
    onlyInBooks: matching.onlyInIms,
    copies: matching.copies.map((copy) => ({ ...copy, side: copy.side === 'ims' ? 'books' : 'ims' })),
    notInScope: [],
  };
}
