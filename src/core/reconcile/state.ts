import type { Because } from '../kernel/match-words';
import type { PairCategory } from './category';
import { NOT_KNOWN, sides, type Catalogue, type Lists } from './columns';
import { compared, type Compared, type Side } from './compared';
import type { CopyOf } from './copies';
import type { TaxDocument } from './document';

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

interface Says {
  readonly id: Because;
  readonly category: PairCategory;
  readonly score: number;
}

/** Which documents still have no partner, and what was found so far. */
export interface State {
  /** 1 for each document that has none */
  readonly free: Lists<Uint8Array>;
  readonly isFree: (document: Compared) => boolean;
  readonly hasFree: (side: Side, supplier: number) => boolean;
  /** the document as it is compared: kept while it has no partner */
  readonly prepared: (side: Side, at: number) => Compared;
  readonly take: (says: Says, ims: readonly number[], books: readonly number[]) => void;
  readonly setAside: (copies: readonly CopyOf[]) => void;
  readonly result: () => Matching;
}

export function createState(lists: Lists<readonly TaxDocument[]>, { columns, suppliers, whenOf }: Catalogue): State {
  const free = { ims: freeOf(lists.ims), books: freeOf(lists.books) };
  // Made in their whole length: an array filled here and there would be kept as a table to look up in.
  const kept: Lists<(Compared | undefined)[]> = {
    ims: new Array<Compared | undefined>(lists.ims.length),
    books: new Array<Compared | undefined>(lists.books.length),
  };
  const left = { ims: new Int32Array(suppliers), books: new Int32Array(suppliers) };
  for (const side of sides)
    for (const supplier of columns[side].supplier)
      if (supplier !== NOT_KNOWN) left[side][supplier] = (left[side][supplier] ?? 0) + 1;
  const pairs: Pair[] = [];
  const copies: Copy[] = [];
  const leave = (side: Side, at: number): void => {
    const supplier = columns[side].supplier[at] ?? NOT_KNOWN;
    if (supplier !== NOT_KNOWN && free[side][at] === 1) left[side][supplier] = (left[side][supplier] ?? 0) - 1;
    free[side][at] = 0;
    kept[side][at] = undefined;
  };
  return {
    free,
    isFree: ({ side, at }) => free[side][at] === 1,
    hasFree: (side, supplier) => (left[side][supplier] ?? 0) > 0,
    prepared: (side, at) => {
      const known = kept[side][at];
      if (known !== undefined) return known;
      const document = lists[side][at];
      if (document === undefined) throw new Error(`no document ${String(at)}`);
      const made = compared(document, side, at, whenOf(document.date));
      if (free[side][at] === 1) kept[side][at] = made;
      return made;
    },
    take: ({ id, category, score }, ims, books) => {
      for (const at of ims) leave('ims', at);
      for (const at of books) leave('books', at);
      pairs.push({ rung: id, category, score, ims: inOrder(ims), books: inOrder(books) });
    },
    setAside: (found) => {
      for (const { copy, of } of found) {
        leave(copy.side, copy.at);
        copies.push({ side: copy.side, at: copy.at, of: of.at });
      }
    },
    result: () => {
      const isOut = (at: number): boolean => lists.books[at]?.outOfScope !== undefined;
      return {
        pairs: byFirst(pairs, lists.ims.length),
        onlyInIms: places(lists.ims, (at) => free.ims[at] === 1),
        onlyInBooks: places(lists.books, (at) => free.books[at] === 1 && !isOut(at)),
        copies: copies.sort((a, b) => (a.side === b.side ? a.at - b.at : a.side === 'ims' ? -1 : 1)),
        notInScope: places(lists.books, (at) => isOut(at) && (free.books[at] === 1 || isSetApart(lists.books[at]))),
      };
    },
  };
}

function inOrder(places: readonly number[]): readonly number[] {
  return places.length < 2 ? places : [...places].sort((a, b) => a - b);
}

/** In the order of their documents in IMS. */
function byFirst(pairs: readonly Pair[], count: number): Pair[] {
  const at = new Int32Array(count);
  for (const [place, { ims }] of pairs.entries()) at[ims[0] ?? 0] = place + 1;
  const sorted: Pair[] = [];
  for (const place of at) {
    const pair = pairs[place - 1];
    if (pair !== undefined) sorted.push(pair);
  }
  return sorted;
}

function places(documents: readonly TaxDocument[], counts: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < documents.length; at += 1) if (counts(at)) found.push(at);
  return found;
}

/** Without a GSTIN a document may still be one of IMS with the GSTIN forgotten; all else that IMS never has stays out. */
export function isSetApart(document: TaxDocument | undefined): boolean {
  return document?.outOfScope !== undefined && document.outOfScope !== 'no-gstin';
}

function freeOf(documents: readonly TaxDocument[]): Uint8Array {
  const free = new Uint8Array(documents.length);
  for (let at = 0; at < documents.length; at += 1) free[at] = isSetApart(documents[at]) ? 0 : 1;
  return free;
}
