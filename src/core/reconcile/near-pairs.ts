import type { Block, Tried } from './blocks';
import { contentOf, orderOf, type Compared } from './compared';

/** More pairs than that in one block are not tried one by one. */
const MANY_PAIRS = 1_024;
/** How many of the other side are then tried for each, those nearest in date and amount. */
const NEAREST = 8;

/** Hears of two documents that are to be compared. */
export type Compare = (ims: Compared, books: Compared) => void;

/** Tries the pairs of a block: all of them, or where they are many the nearest. */
export function tryPairs({ ims, books }: Block, compare: Compare, tried: Tried): void {
  if (ims.length * books.length <= MANY_PAIRS) {
    tried(ims.length * books.length);
    for (const one of ims) for (const other of books) compare(one, other);
    return;
  }
  const [sortedIms, sortedBooks] = [inOrder(ims, tried), inOrder(books, tried)];
  tryNearest(sortedIms, sortedBooks, compare, tried);
  tryNearest(sortedBooks, sortedIms, (other, one) => compare(one, other), tried);
}

interface Placed {
  readonly document: Compared;
  /** how many copies of it come before */
  readonly copy: number;
}

/** Sorted by date and amount; of copies the first is compared with the first, the second with the second. */
function inOrder(documents: readonly Compared[], tried: Tried): Placed[] {
  const sorted = [...documents].sort((a, b) => {
    tried(1);
    return order(far(a.day), far(b.day)) || order(far(a.taxable), far(b.taxable)) || order(orderOf(a), orderOf(b));
  });
  let copy = 0;
  return sorted.map((document, index) => {
    const before = sorted[index - 1];
    copy = before !== undefined && isCopy(before, document) ? copy + 1 : 0;
    return { document, copy };
  });
}

function isCopy(a: Compared, b: Compared): boolean {
  return Object.is(a.day, b.day) && Object.is(a.taxable, b.taxable) && contentOf(a) === contentOf(b);
}

export function order<T extends string | number>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function tryNearest(from: readonly Placed[], to: readonly Placed[], compare: Compare, tried: Tried): void {
  let at = 0;
  for (const { document, copy } of from) {
    while (at < to.length && isBefore(to[at], document)) at += 1;
    const middle = at + copy;
    tried(2 * NEAREST);
    for (let place = Math.max(0, middle - NEAREST); place < Math.min(to.length, middle + NEAREST); place += 1) {
      const placed = to[place];
      if (placed !== undefined) compare(document, placed.document);
    }
  }
}

function isBefore(placed: Placed | undefined, document: Compared): boolean {
  if (placed === undefined) return false;
  const byDay = order(far(placed.document.day), far(document.day));
  return byDay < 0 || (byDay === 0 && far(placed.document.taxable) < far(document.taxable));
}

/** What is not known is far. */
export function far(distance: number): number {
  return Number.isNaN(distance) ? Infinity : distance;
}
