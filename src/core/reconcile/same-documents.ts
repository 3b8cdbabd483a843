import { NOT_KNOWN, NOT_SPELLED, type Columns, type Lists } from './columns';
import { compared, headsApart } from './compared';
import type { TaxDocument } from './document';
import { spelledNumber } from './number';
import { keysBy } from './sieve';
import type { Work } from './work';

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
  const table = tableFor(lists.ims.length);
  const slots = enterAll(table, columns.ims, isFree.ims, work);
  meetAll(table, columns.books, isFree.books, work);
  for (let at = 0; at < slots.length; at += 1) {
    work.tried(1);
    const slot = slots[at] ?? NONE;
    if (slot === NONE || table[slot + IMS] === SEVERAL) continue;
    const other = table[slot + BOOKS] ?? NONE;
    if (other >= 0 && areOfOne(columns, at, other) && areSame(lists.ims[at], lists.books[other])) same(at, other);
  }
}

/** Slots, each of four numbers: two keys that are the same for documents spelled the same, and where those stand. */
type Table = Int32Array;

const [KEY, SPELLED, IMS, BOOKS, WIDTH] = [0, 1, 2, 3, 4];
/** In the place of a document. */
const [NONE, SEVERAL] = [-1, -2];

function tableFor(documents: number): Table {
  return new Int32Array(WIDTH * 2 ** Math.ceil(Math.log2(Math.max(16, documents * 1.5)))).fill(NONE);
}

/** The slot of each document; documents that can be the same as none have none. */
function enterAll(table: Table, columns: Columns, isFree: Uint8Array, work: Work): Int32Array {
  const keys = keysBy(['supplier', 'kind', 'day', 'print'], columns);
  const slots = new Int32Array(keys.length).fill(NONE);
  for (let at = 0; at < keys.length; at += 1) {
    work.done(1);
    if (isFree[at] !== 1 || !isWhole(columns, at)) continue;
    const key = keys[at] ?? 0;
    const spelled = columns.spelled[at] ?? 0;
    const slot = slotOf(table, key, spelled);
    slots[at] = slot;
    table[slot + IMS] = table[slot + IMS] === NONE ? at : SEVERAL;
    table[slot + KEY] = key;
    table[slot + SPELLED] = spelled;
  }
  return slots;
}

function meetAll(table: Table, columns: Columns, isFree: Uint8Array, work: Work): void {
  const keys = keysBy(['supplier', 'kind', 'day', 'print'], columns);
  for (let at = 0; at < keys.length; at += 1) {
    work.done(1);
    if (isFree[at] !== 1 || !isWhole(columns, at)) continue;
    const slot = slotOf(table, keys[at] ?? 0, columns.spelled[at] ?? 0);
    if (table[slot + IMS] !== NONE) table[slot + BOOKS] = table[slot + BOOKS] === NONE ? at : SEVERAL;
  }
}

/** The slot of these keys, or the free one where they would come to stand. */
function slotOf(table: Table, key: number, spelled: number): number {
  const last = table.length - 1;
  let slot = (Math.imul(key ^ spelled, WIDTH) >>> 0) & last;
  while (table[slot + IMS] !== NONE && (table[slot + KEY] !== key || table[slot + SPELLED] !== spelled))
    slot = (slot + WIDTH) & last;
  return slot;
}

function isWhole({ supplier, day, spelled }: Columns, at: number): boolean {
  return supplier[at] !== NOT_KNOWN && day[at] !== NOT_KNOWN && spelled[at] !== NOT_SPELLED;
}

/** Documents that only their keys say are the same are left to the ladder. */
function areOfOne({ ims, books }: Lists<Columns>, one: number, other: number): boolean {
  return (
    ims.supplier[one] === books.supplier[other] &&
    ims.kind[one] === books.kind[other] &&
    ims.day[one] === books.day[other]
  );
}

function areSame(one: TaxDocument | undefined, other: TaxDocument | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.number !== other.number && spelledNumber(one.number) !== spelledNumber(other.number)) return false;
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
