import type { Tried } from './blocks';
import type { Columns, Lists } from './columns';
import { taxOf, type Compared } from './compared';
import type { TaxDocument } from './document';
import type { Rung } from './ladder';

/** Whether no other document of those given has the kind and the amounts of one, on its day or at all. */
export type Lonely = (document: Compared, where: Rung['lonely']) => boolean;

type Where = NonNullable<Rung['lonely']>;

/** Documents with partners or without; their places are asked for when they are needed. */
export interface Crowd {
  readonly documents: readonly TaxDocument[];
  readonly columns: Columns;
  readonly placesOf: () => readonly number[];
}

export function lonelyAmong({ ims, books }: Lists<Crowd>, tried: Tried): Lonely {
  const [ours, theirs] = [counter(ims, tried), counter(books, tried)];
  return (document, where) => {
    if (where === undefined) return true;
    tried(1);
    return (document.side === 'ims' ? ours : theirs)(document, where) === 1;
  };
}

/** So many are counted faster one by one than by a table. */
const FEW = 24;

function counter(crowd: Crowd, tried: Tried): (document: Compared, where: Where) => number {
  let places: readonly number[] | undefined;
  let onDay: Counts | undefined;
  let inAll: Counts | undefined;
  return (document, where) => {
    places ??= crowd.placesOf();
    if (places.length <= FEW) return countOf(crowd, places, document, where);
    const counts =
      where === 'day'
        ? (onDay ??= counted(crowd, places, where, tried))
        : (inAll ??= counted(crowd, places, where, tried));
    const { at, tax } = document;
    return counts.counts[entryOf(counts, crowd, at, tax, slotOf(counts, crowd, at, tax, where), where)] ?? 0;
  };
}

function countOf(crowd: Crowd, places: readonly number[], { at, tax }: Compared, where: Where): number {
  let count = 0;
  for (const other of places)
    if (areAlike(crowd, at, other, where) && isSameAmount(taxAt(crowd, other), tax)) count += 1;
  return count;
}

/** All but the tax. */
function areAlike({ columns: { kind, day, taxable } }: Crowd, one: number, other: number, where: Where): boolean {
  return (
    isSameAmount(taxable[one], taxable[other]) &&
    kind[one] === kind[other] &&
    (where === 'all' || day[one] === day[other])
  );
}

/** What is not known is like what is not known. */
function isSameAmount(a = NaN, b = NaN): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function taxAt({ documents }: Crowd, at: number): number {
  const document = documents[at];
  return document === undefined ? NaN : taxOf(document);
}

/** How often each kind with its amounts is there: one entry for all documents that are alike. */
interface Counts {
  /** the first entry of each slot */
  readonly heads: Int32Array;
  /** the next entry of the same slot */
  readonly next: Int32Array;
  /** the place of the first document of each entry, and its tax */
  readonly first: Int32Array;
  readonly tax: Float64Array;
  readonly counts: Int32Array;
}

const NONE = -1;

function counted(crowd: Crowd, places: readonly number[], where: Where, tried: Tried): Counts {
  const counts = countsFor(places.length);
  let entries = 0;
  for (const at of places) {
    tried(1);
    const tax = taxAt(crowd, at);
    const slot = slotOf(counts, crowd, at, tax, where);
    let entry = entryOf(counts, crowd, at, tax, slot, where);
    if (entry === NONE) {
      entry = entries++;
      counts.first[entry] = at;
      counts.tax[entry] = tax;
      counts.next[entry] = counts.heads[slot] ?? NONE;
      counts.heads[slot] = entry;
    }
    counts.counts[entry] = (counts.counts[entry] ?? 0) + 1;
  }
  return counts;
}

function countsFor(documents: number): Counts {
  return {
    heads: new Int32Array(2 ** Math.ceil(Math.log2(documents))).fill(NONE),
    next: new Int32Array(documents),
    first: new Int32Array(documents),
    tax: new Float64Array(documents),
    counts: new Int32Array(documents),
  };
}

function entryOf(
  { heads, next, first, tax: taxes }: Counts,
  crowd: Crowd,
  at: number,
  tax: number,
  slot: number,
  where: Where,
): number {
  let entry = heads[slot] ?? NONE;
  while (entry !== NONE && !(isSameAmount(taxes[entry], tax) && areAlike(crowd, first[entry] ?? 0, at, where)))
    entry = next[entry] ?? NONE;
  return entry;
}

function slotOf({ heads }: Counts, { columns }: Crowd, at: number, tax: number, where: Where): number {
  let hash = columns.kind[at] ?? 0;
  if (where === 'day') hash = mixed(hash, columns.day[at] ?? 0);
  return mixed(mixed(hash, columns.taxable[at] ?? 0), tax) & (heads.length - 1);
}

/** Round amounts end in the same bits: the upper ones are mixed into them. */
function mixed(hash: number, amount: number): number {
  const by = Math.imul(hash ^ amount, 0x2c1b3c6d);
  return by ^ (by >>> 15);
}
