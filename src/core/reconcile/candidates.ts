import { contentOf, headsApart, orderOf, type Compared } from './compared';
import { fields, wayOf, type Field, type Rung } from './ladder';
import type { MatchSettings } from './ways';

/** Two documents that pass a rung, and how far apart they are: in spelling, in days, in paise. */
export interface Candidate {
  readonly ims: Compared;
  readonly books: Compared;
  readonly apart: readonly [number, number, number];
}

interface Block {
  readonly ims: readonly Compared[];
  readonly books: readonly Compared[];
}

/** More pairs than that in one block are not tried one by one. */
const MANY_PAIRS = 1_024;
/** How many of the other side are then tried for each, those nearest in date and amount. */
const NEAREST = 8;

/** Fewer pairs than that are tried one by one, which is faster than sorting them by keys. */
const FEW_PAIRS = 48;

/** All pairs that pass a rung. Only documents with a key in common are compared, so that work grows with their number. */
export function candidatesOf(
  rung: Rung,
  ims: readonly Compared[],
  books: readonly Compared[],
  settings: MatchSettings,
): Candidate[] {
  // Number and amounts tell most pairs apart, so they are asked first.
  const [first, second, ...others] = asked.map((field) => wayOf(rung, field));
  const found: Candidate[] = [];
  const seen = new Map<number, Set<number>>();
  const isMany = ims.length * books.length > FEW_PAIRS;
  for (const block of isMany ? blocksOf(keysOf(rung), ims, books) : [{ ims, books }]) {
    for (const [one, other] of pairsIn(block)) {
      if (first?.holds(one, other, settings) !== true || second?.holds(one, other, settings) !== true) continue;
      if (!others.every((way) => way.holds(one, other, settings)) || isKnown(seen, one.at, other.at)) continue;
      found.push({ ims: one, books: other, apart: apartOf(one, other) });
    }
  }
  return found;
}

const asked = ['number', 'amounts', 'date', 'kind', 'supplier'] as const satisfies readonly Field[];

/** What a document has in common with those that it may be paired with. */
function keysOf(rung: Rung): (document: Compared) => readonly string[] {
  // Documents of one supplier come here together; only rungs between suppliers have to tell them apart.
  const compares = rung.supplier === 'same' ? fields.filter((field) => field !== 'supplier') : fields;
  const single = compares.flatMap((field) => wayOf(rung, field).key ?? []);
  const several = compares.flatMap((field) => wayOf(rung, field).keys ?? []);
  return (document) => {
    let common = '';
    for (const key of single) {
      const part = key(document);
      if (part === undefined) return [];
      common += `|${part}`;
    }
    return several.length === 0 ? [common] : several.flatMap((keys) => keys(document)).map((part) => common + part);
  };
}

function isKnown(seen: Map<number, Set<number>>, one: number, other: number): boolean {
  const known = seen.get(one);
  if (known === undefined) seen.set(one, new Set([other]));
  else if (known.has(other)) return true;
  else known.add(other);
  return false;
}

function blocksOf(
  keys: (document: Compared) => readonly string[],
  ims: readonly Compared[],
  books: readonly Compared[],
): Block[] {
  const blocks = new Map<string, { readonly ims: Compared[]; readonly books: Compared[] }>();
  for (const one of ims) {
    for (const key of keys(one)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, { ims: [one], books: [] });
      else block.ims.push(one);
    }
  }
  for (const other of books) for (const key of keys(other)) blocks.get(key)?.books.push(other);
  return [...blocks.values()].filter((block) => block.books.length > 0);
}

function* pairsIn({ ims, books }: Block): Generator<readonly [Compared, Compared]> {
  if (ims.length * books.length <= MANY_PAIRS) {
    for (const one of ims) for (const other of books) yield [one, other];
    return;
  }
  const [sortedIms, sortedBooks] = [inOrder(ims), inOrder(books)];
  for (const [one, others] of nearestOf(sortedIms, sortedBooks)) for (const other of others) yield [one, other];
  for (const [other, ones] of nearestOf(sortedBooks, sortedIms)) for (const one of ones) yield [one, other];
}

interface Placed {
  readonly document: Compared;
  /** how many copies of it come before */
  readonly copy: number;
}

/** Sorted by date and amount; of copies the first is compared with the first, the second with the second. */
function inOrder(documents: readonly Compared[]): Placed[] {
  const contents = new Map(documents.map((document) => [document, contentOf(document)]));
  const places = new Map(documents.map((document) => [document, orderOf(document)]));
  const sorted = [...documents].sort(
    (a, b) =>
      order(far(a.day), far(b.day)) ||
      order(far(a.taxable), far(b.taxable)) ||
      order(places.get(a) ?? '', places.get(b) ?? ''),
  );
  let copy = 0;
  return sorted.map((document, index) => {
    const before = sorted[index - 1];
    copy = before !== undefined && contents.get(before) === contents.get(document) ? copy + 1 : 0;
    return { document, copy };
  });
}

function order<T extends string | number>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function* nearestOf(
  from: readonly Placed[],
  to: readonly Placed[],
): Generator<readonly [Compared, readonly Compared[]]> {
  let at = 0;
  for (const { document, copy } of from) {
    while (at < to.length && isBefore(to[at], document)) at += 1;
    const middle = at + copy;
    yield [document, to.slice(Math.max(0, middle - NEAREST), middle + NEAREST).map((placed) => placed.document)];
  }
}

function isBefore(placed: Placed | undefined, document: Compared): boolean {
  if (placed === undefined) return false;
  const byDay = order(far(placed.document.day), far(document.day));
  return byDay < 0 || (byDay === 0 && far(placed.document.taxable) < far(document.taxable));
}

/** What is not known is far. */
function apartOf(a: Compared, b: Compared): readonly [number, number, number] {
  return [a.spelled === b.spelled ? 0 : 1, far(Math.abs(a.day - b.day)), far(headsApart(a, b))];
}

function far(distance: number): number {
  return Number.isNaN(distance) ? Infinity : distance;
}
