import { NOT_KNOWN, type Columns, type Lists } from './columns';
import { compared, headsApart } from './compared';
import type { TaxDocument } from './document';
import type { Work } from './work';
import { spelledNumber } from './number';
import { keysBy } from './sieve';

/** Documents of both sides by supplier, kind, number as spelled and day. */
interface Table {
  /** the first entry of each slot */
  readonly heads: Int32Array;
  /** of each entry: the next one of its slot, its key and its number as spelled */
  readonly next: Int32Array;
  readonly keys: Int32Array;
  readonly spelled: string[];
  readonly ims: Entered;
  readonly books: Entered;
}

/** Of one side: how many documents each entry has, and the first of them. */
interface Entered {
  readonly columns: Columns;
  readonly first: Int32Array;
  readonly counts: Uint8Array;
}

/**
 * The first rung for most documents: those that are once on each side, spelled and dated the same, with the same amounts.
 * Nothing is prepared for it. What stands more than once on a side is left to the ladder. Calls `same` with the places.
 */
export function findSame(
  lists: Lists<readonly TaxDocument[]>,
  columns: Lists<Columns>,
  isFree: Lists<Uint8Array>,
  same: (ims: number, books: number) => void,
  work: Work,
): void {
  const table = tableFor(columns);
  enterAll(table, table.ims, lists.ims, isFree.ims, work);
  enterAll(table, table.books, lists.books, isFree.books, work);
  const { ims, books, spelled } = table;
  for (let entry = 0; entry < spelled.length; entry += 1) {
    work.tried(1);
    if (ims.counts[entry] !== 1 || books.counts[entry] !== 1) continue;
    const [one, other] = [ims.first[entry] ?? 0, books.first[entry] ?? 0];
    if (areSame(lists.ims[one], lists.books[other])) same(one, other);
  }
}

function tableFor({ ims, books }: Lists<Columns>): Table {
  const documents = ims.kind.length + books.kind.length;
  const enteredOf = (columns: Columns): Entered => ({
    columns,
    first: new Int32Array(documents).fill(NONE),
    counts: new Uint8Array(documents),
  });
  return {
    heads: new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, documents)))).fill(NONE),
    next: new Int32Array(documents),
    keys: new Int32Array(documents),
    spelled: [],
    ims: enteredOf(ims),
    books: enteredOf(books),
  };
}

const NONE = -1;
/** More than one is not told apart. */
const SEVERAL = 2;

function enterAll(table: Table, own: Entered, documents: readonly TaxDocument[], isFree: Uint8Array, work: Work): void {
  const { supplier, day } = own.columns;
  const keys = keysBy(['supplier', 'kind', 'day', 'print'], own.columns);
  for (let at = 0; at < documents.length; at += 1) {
    work.done(1);
    if (isFree[at] !== 1 || supplier[at] === NOT_KNOWN || day[at] === NOT_KNOWN) continue;
    const spelled = spelledNumber(documents[at]?.number ?? '');
    if (spelled !== '') enter(table, own, at, keys[at] ?? 0, spelled);
  }
}

function enter(table: Table, own: Entered, at: number, key: number, spelled: string): void {
  const slot = key & (table.heads.length - 1);
  let entry = table.heads[slot] ?? NONE;
  while (entry !== NONE && !(table.keys[entry] === key && isEntry(table, entry, spelled, own.columns, at)))
    entry = table.next[entry] ?? NONE;
  if (entry === NONE) {
    entry = table.spelled.push(spelled) - 1;
    table.keys[entry] = key;
    table.next[entry] = table.heads[slot] ?? NONE;
    table.heads[slot] = entry;
  }
  const count = own.counts[entry] ?? 0;
  if (count === 0) own.first[entry] = at;
  own.counts[entry] = Math.min(SEVERAL, count + 1);
}

function isEntry(
  { ims, books, spelled: all }: Table,
  entry: number,
  spelled: string,
  own: Columns,
  at: number,
): boolean {
  const inIms = ims.first[entry] ?? NONE;
  const other = inIms === NONE ? books.columns : ims.columns;
  const place = inIms === NONE ? (books.first[entry] ?? 0) : inIms;
  return (
    own.supplier[at] === other.supplier[place] &&
    own.day[at] === other.day[place] &&
    own.kind[at] === other.kind[place] &&
    all[entry] === spelled
  );
}

function areSame(one: TaxDocument | undefined, other: TaxDocument | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const isPlain =
    one.taxable !== undefined &&
    one.igst !== undefined &&
    one.taxable === other.taxable &&
    one.igst === other.igst &&
    (one.cgst ?? 0) === (other.cgst ?? 0) &&
    (one.sgst ?? 0) === (other.sgst ?? 0) &&
    (one.cess ?? 0) === (other.cess ?? 0);
  return isPlain || headsApart(compared(one, 'ims', 0), compared(other, 'books', 0)) === 0;
}
