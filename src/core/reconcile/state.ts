import type { Because } from '../kernel/match-words';
import type { PairCategory } from './category';
import { countOf, NOT_KNOWN, type Catalogue, type Columns, type Groups, type Lists } from './columns';
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
  /** how many documents of a supplier have none */
  readonly freeOf: (side: Side, supplier: number) => number;
  /** the document as it is compared: kept while it has no partner */
  readonly prepared: (side: Side, at: number) => Compared;
  readonly takeTwo: (says: Says, ims: number, books: number) => void;
  /** a group; its first document of IMS stands for it */
  readonly take: (says: Says, ims: readonly number[], books: readonly number[]) => void;
  readonly setAside: (copies: readonly CopyOf[]) => void;
  readonly result: () => Matching;
}

export function createState(lists: Lists<readonly TaxDocument[]>, { columns, groups, suppliers }: Catalogue): State {
  const ims = createSide('ims', lists.ims, columns.ims, counts(groups.ims, suppliers));
  const books = createSide('books', lists.books, columns.books, counts(groups.books, suppliers));
  const sideOf = (side: Side): SideState => (side === 'ims' ? ims : books);
  const found = createFound(lists.ims.length);
  const copies: Copy[] = [];
  return {
    free: { ims: ims.free, books: books.free },
    isFree: ({ side, at }) => sideOf(side).free[at] === 1,
    freeOf: (side, supplier) => sideOf(side).left[supplier] ?? 0,
    prepared: (side, at) => prepared(sideOf(side), at),
    takeTwo: (says, one, other) => {
      leave(ims, one);
      leave(books, other);
      found.two(says, one, other);
    },
    take: (says, some, others) => {
      for (const at of some) leave(ims, at);
      for (const at of others) leave(books, at);
      found.group(says, some, others);
    },
    setAside: (some) => {
      for (const { copy, of } of some) {
        leave(sideOf(copy.side), copy.at);
        copies.push({ side: copy.side, at: copy.at, of: of.at });
      }
    },
    result: () => {
      const isOut = (at: number): boolean => lists.books[at]?.outOfScope !== undefined;
      return {
        pairs: found.pairs(),
        onlyInIms: places(lists.ims, (at) => ims.free[at] === 1),
        onlyInBooks: places(lists.books, (at) => books.free[at] === 1 && !isOut(at)),
        copies: copies.sort((a, b) => (a.side === b.side ? a.at - b.at : a.side === 'ims' ? -1 : 1)),
        notInScope: places(lists.books, (at) => isOut(at) && (books.free[at] === 1 || isSetApart(lists.books[at]))),
      };
    },
  };
}

/** What is known of the documents of a side. */
interface SideState {
  readonly side: Side;
  readonly documents: readonly TaxDocument[];
  readonly columns: Columns;
  readonly free: Uint8Array;
  /** by supplier */
  readonly left: Int32Array;
  readonly kept: (Compared | undefined)[];
}

function createSide(side: Side, documents: readonly TaxDocument[], columns: Columns, left: Int32Array): SideState {
  // Made in its whole length: an array filled here and there would be kept as a table to look up in.
  const kept = new Array<Compared | undefined>(documents.length);
  return { side, documents, columns, free: freeOf(documents), left, kept };
}

function prepared({ side, documents, free, kept }: SideState, at: number): Compared {
  const known = kept[at];
  if (known !== undefined) return known;
  const document = documents[at];
  if (document === undefined) throw new Error(`no document ${String(at)}`);
  const made = compared(document, side, at);
  if (free[at] === 1) kept[at] = made;
  return made;
}

function leave({ columns, free, left, kept }: SideState, at: number): void {
  const supplier = columns.supplier[at] ?? NOT_KNOWN;
  if (supplier !== NOT_KNOWN && free[at] === 1) left[supplier] = (left[supplier] ?? 0) - 1;
  free[at] = 0;
  kept[at] = undefined;
}

interface Found {
  readonly two: (says: Says, ims: number, books: number) => void;
  readonly group: (says: Says, ims: readonly number[], books: readonly number[]) => void;
  /** in the order of their documents in IMS */
  readonly pairs: () => Pair[];
}

/** Keeps pairs as whole numbers until they are asked for: most are found early, and objects would be carried along. */
function createFound(count: number): Found {
  const says = new Array<Says | undefined>(count);
  const partner = new Int32Array(count);
  const groups = new Map<number, Pick<Pair, 'ims' | 'books'>>();
  return {
    two: (why, ims, books) => {
      says[ims] = why;
      partner[ims] = books;
    },
    group: (why, ims, books) => {
      const group = { ims: inOrder(ims), books: inOrder(books) };
      const first = group.ims[0] ?? 0;
      says[first] = why;
      partner[first] = GROUP;
      groups.set(first, group);
    },
    pairs: () => {
      const pairs: Pair[] = [];
      for (let at = 0; at < count; at += 1) {
        const why = says[at];
        if (why === undefined) continue;
        const other = partner[at] ?? GROUP;
        const group = other === GROUP ? groups.get(at) : undefined;
        const { id, category, score } = why;
        pairs.push({ rung: id, category, score, ims: group?.ims ?? [at], books: group?.books ?? [other] });
      }
      return pairs;
    },
  };
}

/** In the place of a partner. */
const GROUP = -1;

function inOrder(places: readonly number[]): readonly number[] {
  return [...places].sort((a, b) => a - b);
}

function counts(groups: Groups, suppliers: number): Int32Array {
  return Int32Array.from({ length: suppliers }, (_, supplier) => countOf(groups, supplier));
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
