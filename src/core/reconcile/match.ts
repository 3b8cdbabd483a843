import type { Because } from '../kernel/match-words';
import { assign } from './assign';
import { candidatesOf } from './candidates';
import type { PairCategory } from './category';
import { compared, headsApart, type Compared, type Side } from './compared';
import { copiesOf } from './copies';
import type { TaxDocument } from './document';
import { groupsOf, type Group } from './groups';
import { byHand, ladder, type GroupRung, type Phase, type Rung } from './ladder';
import { finish, type InSteps } from './in-steps';
import { standardSettings, type MatchSettings } from './ways';

/** Documents of both sides that are the same: one with one, or a group. Numbers are places in the lists given. */
export interface Pair {
  readonly rung: Because;
  readonly category: PairCategory;
  /** how sure it is, from 0 to 1 */
  readonly score: number;
  readonly ims: readonly number[];
  readonly books: readonly number[];
}

/** A document that stands in its own list already, as `of`. */
export interface Copy {
  readonly side: Side;
  readonly at: number;
  readonly of: number;
}

/** Every document of both lists is in exactly one of these; each list is in the order of the documents. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly onlyInIms: readonly number[];
  readonly onlyInBooks: readonly number[];
  readonly copies: readonly Copy[];
  /** of the books: what IMS never has */
  readonly notInScope: readonly number[];
}

export interface MatchOptions {
  readonly settings?: MatchSettings;
  /** linked by hand: no rung sees these */
  readonly linked?: readonly { readonly ims: number; readonly books: number }[];
  /** parted by hand: no rung pairs these */
  readonly parted?: readonly { readonly ims: number; readonly books: number }[];
  /** hears of documents done; it may throw to stop */
  readonly told?: (done: number, of: number) => void;
}

type Lists<T> = Readonly<Record<Side, T>>;

const SIDES = ['ims', 'books'] as const;

/**
 * Compares the records of IMS with the documents of the books. The order of the lists never matters, and with the lists
 * exchanged the result is the mirror image.
 */
export function matchDocuments(
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
  { told = () => undefined, ...options }: MatchOptions = {},
): Matching {
  return finish(matchInSteps(ims, books, options), told);
}

/** The same, supplier by supplier: a hundred thousand documents take seconds, in which a Cancel must be heard. */
export function* matchInSteps(
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
  { settings = standardSettings, linked = [], parted = [] }: Omit<MatchOptions, 'told'> = {},
): InSteps<Matching> {
  const lists: Lists<readonly TaxDocument[]> = { ims, books };
  const state = createState(lists);
  const isParted = partedBy(parted);
  for (const { ims: one, books: other } of linked) {
    const [ours, theirs] = [state.prepared('ims', [one]), state.prepared('books', [other])];
    const near =
      ours[0] !== undefined && theirs[0] !== undefined && headsApart(ours[0], theirs[0]) <= settings.tolerance;
    state.take(near ? byHand.near : byHand.apart, ours, theirs);
  }
  const climb = (rungs: Phase['rungs'], ours: readonly Compared[], theirs: readonly Compared[]): void => {
    for (const rung of rungs) {
      const [one, other] = [ours.filter(state.isFree), theirs.filter(state.isFree)];
      if (one.length === 0 || other.length === 0) return;
      if ('group' in rung) {
        for (const group of groupsOf(rung, one, other, settings)) {
          if (!holdsParted(group, isParted)) state.take(rung, group.ims, group.books);
        }
        continue;
      }
      const found = candidatesOf(rung, lonely(rung, one, ours), lonely(rung, other, theirs), settings);
      const allowed = parted.length === 0 ? found : found.filter((pair) => !isParted(pair.ims.at, pair.books.at));
      for (const pair of assign(allowed, rung.alone === true)) state.take(rung, [pair.ims], [pair.books]);
    }
  };

  const suppliers = suppliersOf(lists);
  const of = (ims.length + books.length) * ladder.length;
  let done = 0;
  for (const { scope, rungs, copiesFirst } of ladder) {
    if (scope === 'everyone') {
      climb(rungs, state.prepared('ims', state.free('ims')), state.prepared('books', state.free('books')));
      yield { done: (done += ims.length + books.length), of };
      continue;
    }
    for (const places of suppliers.values()) {
      if (state.hasFree('ims', places.ims) && state.hasFree('books', places.books)) {
        const [ours, theirs] = [state.prepared('ims', places.ims), state.prepared('books', places.books)];
        if (copiesFirst === true)
          for (const side of [ours, theirs]) state.setAside(copiesOf(side, state.isFree, false));
        climb(rungs, ours, theirs);
      }
      yield { done: (done += places.ims.length + places.books.length), of };
    }
  }
  for (const places of suppliers.values()) {
    for (const side of SIDES) {
      if (places[side].length < 2 || !state.hasFree(side, places[side])) continue;
      state.setAside(copiesOf(state.prepared(side, places[side]), state.isFree, true));
    }
  }
  return state.result();
}

function partedBy(parted: NonNullable<MatchOptions['parted']>): (ims: number, books: number) => boolean {
  const pairs = new Set(parted.map(({ ims, books }) => `${ims}|${books}`));
  return (ims, books) => pairs.has(`${ims}|${books}`);
}

/** Who parted two documents does not want them in one group either. */
function holdsParted({ ims, books }: Group, isParted: ReturnType<typeof partedBy>): boolean {
  return ims.some((one) => books.some((other) => isParted(one.at, other.at)));
}

/** Which documents still have no partner, and what was found so far. */
interface State {
  readonly isFree: (document: Compared) => boolean;
  readonly hasFree: (side: Side, places: readonly number[]) => boolean;
  readonly free: (side: Side) => number[];
  readonly prepared: (side: Side, places: readonly number[]) => Compared[];
  readonly take: (rung: Rung | GroupRung, ims: readonly Compared[], books: readonly Compared[]) => void;
  readonly setAside: (copies: ReturnType<typeof copiesOf>) => void;
  readonly result: () => Matching;
}

function createState(lists: Lists<readonly TaxDocument[]>): State {
  const isFree = { ims: freeOf(lists.ims), books: freeOf(lists.books) };
  const pairs: Pair[] = [];
  const copies: Copy[] = [];
  const free = (side: Side): number[] => [...lists[side].keys()].filter((at) => isFree[side][at] === 1);
  return {
    isFree: ({ side, at }) => isFree[side][at] === 1,
    hasFree: (side, places) => places.some((at) => isFree[side][at] === 1),
    free,
    prepared: (side, places) =>
      places.flatMap((at) => {
        const document = lists[side][at];
        return document === undefined ? [] : [compared(document, side, at)];
      }),
    take: ({ id, category, score }, ims, books) => {
      for (const { side, at } of [...ims, ...books]) isFree[side][at] = 0;
      pairs.push({ rung: id, category, score, ims: placesOf(ims), books: placesOf(books) });
    },
    setAside: (found) => {
      for (const { copy, of } of found) {
        isFree[copy.side][copy.at] = 0;
        copies.push({ side: copy.side, at: copy.at, of: of.at });
      }
    },
    result: () => {
      const left = free('books');
      return {
        pairs: pairs.sort((a, b) => (a.ims[0] ?? 0) - (b.ims[0] ?? 0)),
        onlyInIms: free('ims'),
        onlyInBooks: left.filter((at) => lists.books[at]?.outOfScope === undefined),
        copies: copies.sort((a, b) => (a.side === b.side ? a.at - b.at : a.side === 'ims' ? -1 : 1)),
        notInScope: [...lists.books.keys()].filter(
          (at) => isSetApart(lists.books[at]) || (isFree.books[at] === 1 && lists.books[at]?.outOfScope !== undefined),
        ),
      };
    },
  };
}

function placesOf(documents: readonly Compared[]): number[] {
  return documents.map(({ at }) => at).sort((a, b) => a - b);
}

/** Without a GSTIN a document may still be one of IMS with the GSTIN forgotten; all else that IMS never has stays out. */
function isSetApart(document: TaxDocument | undefined): boolean {
  return document?.outOfScope !== undefined && document.outOfScope !== 'no-gstin';
}

function freeOf(documents: readonly TaxDocument[]): Uint8Array {
  const free = new Uint8Array(documents.length);
  for (const [at, document] of documents.entries()) free[at] = isSetApart(document) ? 0 : 1;
  return free;
}

function suppliersOf({ ims, books }: Lists<readonly TaxDocument[]>): Map<string, Lists<number[]>> {
  const suppliers = new Map<string, Lists<number[]>>();
  for (const [side, documents] of [
    ['ims', ims],
    ['books', books],
  ] as const) {
    for (const [at, document] of documents.entries()) {
      if (document.gstin === '' || isSetApart(document)) continue;
      let places = suppliers.get(document.gstin);
      if (places === undefined) suppliers.set(document.gstin, (places = { ims: [], books: [] }));
      places[side].push(at);
    }
  }
  return suppliers;
}

/** Those whose amounts no other document of the supplier has, on that day or at all. */
function lonely(
  { lonely: where }: Rung,
  documents: readonly Compared[],
  all: readonly Compared[],
): readonly Compared[] {
  if (where === undefined) return documents;
  const keyOf = ({ kind, day, taxable, tax }: Compared): string =>
    [kind, where === 'day' ? day : '', taxable, tax].join('|');
  const counts = new Map<string, number>();
  for (const document of all) counts.set(keyOf(document), (counts.get(keyOf(document)) ?? 0) + 1);
  return documents.filter((document) => counts.get(keyOf(document)) === 1);
}
