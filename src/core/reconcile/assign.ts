import type { Tried } from './blocks';
import type { Candidate } from './candidates';
import { contentOf, orderOf, type Compared } from './compared';
import { order } from './near-pairs';

/**
 * Of all pairs that pass, those that hold: one to one, the better pair before the worse, whatever the order of the lists
 * and whichever side is first. With `alone`, a pair does not hold where another document is as near to one of its two.
 */
export function assign(candidates: readonly Candidate[], alone: boolean, tried: Tried): Candidate[] {
  if (candidates.length < 2) return [...candidates];
  const contested = contestedOf(candidates);
  const isContested = ({ ims, books }: Candidate): boolean => contested.has(ims) || contested.has(books);
  const free = candidates.filter((pair) => !isContested(pair));
  const sorted = candidates.filter(isContested).sort((a, b) => {
    tried(1);
    return compare(a, b) || compareDocuments(a, b);
  });
  return [...free, ...greedy(alone ? withoutRivals(sorted, tried) : sorted)];
}

/** By what their documents are, the same whichever side is first. */
function compareDocuments(a: Candidate, b: Candidate): number {
  const [one, other] = [inOrder(a), inOrder(b)];
  return order(one[0], other[0]) || order(one[1], other[1]);
}

function inOrder({ ims, books }: Candidate): readonly [string, string] {
  const [one, other] = [orderOf(ims), orderOf(books)];
  return one < other ? [one, other] : [other, one];
}

/** Documents that are in more than one pair. */
function contestedOf(candidates: readonly Candidate[]): Set<Compared> {
  const seen = new Set<Compared>();
  const contested = new Set<Compared>();
  for (const { ims, books } of candidates) {
    for (const document of [ims, books]) {
      if (seen.has(document)) contested.add(document);
      seen.add(document);
    }
  }
  return contested;
}

function compare({ apart: a }: Candidate, { apart: b }: Candidate): number {
  return difference(a[0], b[0]) || difference(a[1], b[1]) || difference(a[2], b[2]);
}

/** Of two infinite distances neither is larger. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function greedy(sorted: readonly Candidate[]): Candidate[] {
  const taken = new Set<Compared>();
  return sorted.filter(({ ims, books }) => {
    if (taken.has(ims) || taken.has(books)) return false;
    taken.add(ims).add(books);
    return true;
  });
}

/** Pairs of two that are nearest to each other, and of which neither has another as near; its copies do not count. */
function withoutRivals(sorted: readonly Candidate[], tried: Tried): Candidate[] {
  const best = new Map<Compared, { readonly pair: Candidate; rivals: boolean }>();
  const look = (document: Compared, other: Compared, pair: Candidate): void => {
    const known = best.get(document);
    if (known === undefined) {
      best.set(document, { pair, rivals: false });
      return;
    }
    const nearest = known.pair.ims === document ? known.pair.books : known.pair.ims;
    if (compare(known.pair, pair) === 0 && contentOf(nearest) !== contentOf(other)) known.rivals = true;
  };
  for (const pair of sorted) {
    tried(1);
    look(pair.ims, pair.books, pair);
    look(pair.books, pair.ims, pair);
  }
  const isBest = (document: Compared, pair: Candidate): boolean => {
    const known = best.get(document);
    return known !== undefined && !known.rivals && compare(known.pair, pair) === 0;
  };
  return sorted.filter((pair) => isBest(pair.ims, pair) && isBest(pair.books, pair));
}
