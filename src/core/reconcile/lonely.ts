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
  const counts = { ims: counter(ims, tried), books: counter(books, tried) };
  const known = { day: new Map<Compared, boolean>(), all: new Map<Compared, boolean>() };
  return (document, where) => {
    if (where === undefined) return true;
    let isLonely = known[where].get(document);
    if (isLonely === undefined) {
      isLonely = counts[document.side](document, where) === 1;
      known[where].set(document, isLonely);
      tried(1);
    }
    return isLonely;
  };
}

/** So many are counted faster one by one than by a key. */
const FEW = 24;

function counter(crowd: Crowd, tried: Tried): (document: Compared, where: Where) => number {
  const made = new Map<Where, ReadonlyMap<string, number>>();
  let places: readonly number[] | undefined;
  return (document, where) => {
    places ??= crowd.placesOf();
    if (places.length <= FEW) return countOf(crowd, places, document, where);
    let counts = made.get(where);
    if (counts === undefined) made.set(where, (counts = counted(crowd, places, where, tried)));
    return counts.get(keyOf(crowd, document.at, where)) ?? 0;
  };
}

/** What is not known is like what is not known. */
function countOf({ documents, columns }: Crowd, places: readonly number[], one: Compared, where: Where): number {
  const { kind, day, taxable } = columns;
  let count = 0;
  for (const at of places) {
    if (!Object.is(taxable[at], taxable[one.at]) || kind[at] !== kind[one.at]) continue;
    if (where === 'day' && day[at] !== day[one.at]) continue;
    const document = documents[at];
    if (document !== undefined && Object.is(taxOf(document), one.tax)) count += 1;
  }
  return count;
}

function counted(crowd: Crowd, places: readonly number[], where: Where, tried: Tried): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) {
    tried(1);
    const key = keyOf(crowd, place, where);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf({ documents, columns: { kind, day, taxable } }: Crowd, at: number, where: Where): string {
  const document = documents[at];
  const tax = document === undefined ? NaN : taxOf(document);
  return `${kind[at] ?? ''}|${where === 'all' ? '' : (day[at] ?? '')}|${taxable[at] ?? ''}|${tax}`;
}
