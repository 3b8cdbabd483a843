import type { Tried } from './blocks';
import type { Columns } from './columns';
import { formsOf, orderOf, type Compared } from './compared';

/** A document and the one of its own side that it repeats. */
export interface CopyOf {
  readonly copy: Compared;
  readonly of: Compared;
}

/** Of the places of a supplier, those whose taxable value another of them has, a free one among them: it may be a copy. */
export function likeFree({ taxable }: Columns, places: readonly number[], free: Uint8Array): number[] {
  if (places.length < 2 || (places.length <= FEW && !someAlike(taxable, places, free))) return [];
  const alike = new Map<number, number[]>();
  for (const at of places) {
    const amount = taxable[at] ?? NaN;
    const group = alike.get(amount);
    if (group === undefined) alike.set(amount, [at]);
    else group.push(at);
  }
  const found: number[] = [];
  for (const group of alike.values())
    if (group.length > 1 && group.some((at) => free[at] === 1)) for (const at of group) found.push(at);
  return found;
}

/** So few are compared with each other faster than they are sorted by their amounts. */
const FEW = 24;

function someAlike(taxable: Float64Array, places: readonly number[], free: Uint8Array): boolean {
  for (const one of places) {
    if (free[one] !== 1) continue;
    for (const other of places) if (other !== one && isOneAmount(taxable[one], taxable[other])) return true;
  }
  return false;
}

/** What is not told is like what is not told. */
function isOneAmount(a = NaN, b = NaN): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/**
 * Documents of one supplier on one side that stand there already: the same kind, number, day and amounts. `isFree` says
 * which have no partner; a copy of one that has a partner is found first. With `all`, a copy may have another day of the
 * financial year, unless its number counts nothing, and copies among those without a partner are told too: one of them stays.
 */
export function copiesOf(
  documents: readonly Compared[],
  isFree: (document: Compared) => boolean,
  all: boolean,
  tried: Tried,
): CopyOf[] {
  const twins = new Map<string, Compared[]>();
  for (const document of documents) {
    tried(1);
    if (document.spelled === '') continue;
    const { kind, day, year, taxable, tax, value } = document;
    const { plain, counts } = formsOf(document);
    const when = all && counts ? year : day;
    const key = [kind, plain, when, taxable, tax, Number.isNaN(tax) ? value : ''].join('|');
    const group = twins.get(key);
    if (group === undefined) twins.set(key, [document]);
    else group.push(document);
  }
  return [...twins.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const sorted = group.sort((a, b) => {
      tried(1);
      return orderOf(a) < orderOf(b) ? -1 : 1;
    });
    const free = sorted.filter(isFree);
    const first = sorted.find((document) => !isFree(document)) ?? (all ? free.shift() : undefined);
    return first === undefined ? [] : free.map((copy) => ({ copy, of: first }));
  });
}
