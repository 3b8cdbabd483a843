import { NOT_KNOWN, type Columns, type Lists } from './columns';
import { compared, headsApart, type Side } from './compared';
import type { TaxDocument } from './document';
import type { Work } from './work';
import { spelledNumber } from './number';

/** Documents of both sides by supplier, kind, number as spelled and day: how many of each side, and the first of each. */
interface Table {
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly spelled: string[];
  readonly first: Lists<Int32Array>;
  readonly counts: Lists<Uint8Array>;
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
  const table = tableFor(lists.ims.length + lists.books.length);
  for (const side of ['ims', 'books'] as const) {
    for (let at = 0; at < lists[side].length; at += 1) {
      work.done(1);
      if (isFree[side][at] === 1) enter(table, lists, columns, side, at);
    }
  }
  const { counts, first, spelled } = table;
  for (let entry = 0; entry < spelled.length; entry += 1) {
    work.tried(1);
    if (counts.ims[entry] !== 1 || counts.books[entry] !== 1) continue;
    const [one, other] = [first.ims[entry] ?? 0, first.books[entry] ?? 0];
    if (areSame(lists.ims[one], lists.books[other])) same(one, other);
  }
}

function tableFor(documents: number): Table {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, documents)));
  const entries = (): Int32Array => new Int32Array(documents);
  return {
    heads: new Int32Array(size).fill(NONE),
    next: entries(),
    spelled: [],
    first: { ims: entries().fill(NONE), books: entries().fill(NONE) },
    counts: { ims: new Uint8Array(documents), books: new Uint8Array(documents) },
  };
}

const NONE = -1;
/** More than one is not told apart. */
const SEVERAL = 2;

function enter(
  table: Table,
  lists: Lists<readonly TaxDocument[]>,
  columns: Lists<Columns>,
  side: Side,
  at: number,
): void {
  const [own, document] = [columns[side], lists[side][at]];
  const [supplier = NOT_KNOWN, day = NOT_KNOWN, kind = 0] = [own.supplier[at], own.day[at], own.kind[at]];
  if (document === undefined || supplier === NOT_KNOWN || day === NOT_KNOWN) return;
  const spelled = spelledNumber(document.number);
  if (spelled === '') return;
  const slot = hashOf(spelled, supplier, day * 4 + kind) & (table.heads.length - 1);
  let entry = table.heads[slot] ?? NONE;
  while (entry !== NONE && !isEntry(table, columns, entry, spelled, own, at)) entry = table.next[entry] ?? NONE;
  if (entry === NONE) {
    entry = table.spelled.push(spelled) - 1;
    table.next[entry] = table.heads[slot] ?? NONE;
    table.heads[slot] = entry;
  }
  const count = table.counts[side][entry] ?? 0;
  if (count === 0) table.first[side][entry] = at;
  table.counts[side][entry] = Math.min(SEVERAL, count + 1);
}

function isEntry(
  table: Table,
  columns: Lists<Columns>,
  entry: number,
  spelled: string,
  own: Columns,
  at: number,
): boolean {
  const inIms = table.first.ims[entry] ?? NONE;
  const other = inIms === NONE ? columns.books : columns.ims;
  const place = inIms === NONE ? (table.first.books[entry] ?? 0) : inIms;
  return (
    own.supplier[at] === other.supplier[place] &&
    own.day[at] === other.day[place] &&
    own.kind[at] === other.kind[place] &&
    table.spelled[entry] === spelled
  );
}

/** FNV-1a over the characters, mixed once more: documents that differ in one digit lie far apart. */
function hashOf(text: string, supplier: number, day: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ supplier, 0x01000193);
  hash = Math.imul(hash ^ day, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
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
