import type { Columns, Lists } from './columns';
import type { Compared } from './compared';
import type { Rung } from './ladder';

/** Whether no other document of those given has the kind and the amounts of one, on its day or at all. */
export type Lonely = (document: Compared, where: Rung['lonely']) => boolean;

type Where = NonNullable<Rung['lonely']>;

/** Among the documents at some places, with partners or without; the places are asked for when they are needed. */
export function lonelyAmong(columns: Lists<Columns>, places: Lists<() => readonly number[]>): Lonely {
  const counts = { ims: counter(columns.ims, places.ims), books: counter(columns.books, places.books) };
  return ({ side, at }, where) => where === undefined || counts[side](at, where) === 1;
}

/** So many are counted faster one by one than by a key. */
const FEW = 24;

function counter(columns: Columns, placesOf: () => readonly number[]): (at: number, where: Where) => number {
  const made = new Map<Where, ReadonlyMap<string, number>>();
  let places: readonly number[] | undefined;
  return (at, where) => {
    places ??= placesOf();
    if (places.length <= FEW)
      return places.reduce((count, place) => count + (isLike(columns, at, place, where) ? 1 : 0), 0);
    let counts = made.get(where);
    if (counts === undefined) made.set(where, (counts = counted(columns, places, where)));
    return counts.get(keyOf(columns, at, where)) ?? 0;
  };
}

/** What is not known is like what is not known. */
function isLike({ kind, day, taxable, tax }: Columns, one: number, other: number, where: Where): boolean {
  return (
    Object.is(taxable[one], taxable[other]) &&
    Object.is(tax[one], tax[other]) &&
    kind[one] === kind[other] &&
    (where === 'all' || day[one] === day[other])
  );
}

function counted(columns: Columns, places: readonly number[], where: Where): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) {
    const key = keyOf(columns, place, where);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf({ kind, day, taxable, tax }: Columns, at: number, where: Where): string {
  return `${kind[at] ?? ''}|${where === 'all' ? '' : (day[at] ?? '')}|${taxable[at] ?? ''}|${tax[at] ?? ''}`;
}
