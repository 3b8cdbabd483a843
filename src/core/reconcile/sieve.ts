import type { Paise } from '../kernel/money';
import type { Tried } from './blocks';
import type { Column, Columns, Lists } from './columns';
import type { Side } from './compared';
import type { InCommon } from './ladder';

/** A whole number for each document of a side: the same for documents that are the same in these columns, seldom for others. */
export function keysBy(names: readonly Column[], columns: Columns): Int32Array {
  const keys = new Int32Array(columns.kind.length);
  for (const name of names) mixInto(keys, columns[name]);
  return keys;
}

function mixInto(keys: Int32Array, column: Columns[Column]): void {
  for (let at = 0; at < keys.length; at += 1) keys[at] = mixed((keys[at] ?? 0) ^ (column[at] ?? 0));
}

/** Numbers that differ in one digit, or in their upper bits alone, come to lie far apart. */
function mixed(key: number): number {
  const by = Math.imul(key, 0x2c1b3c6d);
  return by ^ (by >>> 15);
}

/** So many slots for each document that few share one by chance. */
const SLOTS = 32;

function slotsFor(documents: number): Uint8Array {
  return new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(2, documents) * SLOTS)));
}

/**
 * 1 for each document without a partner that has something in common with one of the other side, and by chance for some
 * others too: a phase that pairs only such documents need look at no other.
 */
export function sieved(
  choices: readonly InCommon[],
  columns: Lists<Columns>,
  free: Lists<Uint8Array>,
  tolerance: Paise,
  tried: Tried,
): Lists<Uint8Array> {
  if (choices.some((choice) => choice.columns.length === 0)) return free;
  const found = { ims: new Uint8Array(free.ims.length), books: new Uint8Array(free.books.length) };
  for (const { columns: names, isGroup } of choices) {
    const exact = names.filter((name) => name !== 'taxable');
    const keys = { ims: keysBy(exact, columns.ims), books: keysBy(exact, columns.books) };
    const keep = (third: Third, amount?: 'taxable' | 'value'): void => {
      const side = (name: Side): Keyed => {
        const amounts = amount === undefined ? undefined : slotsOfAmounts(columns[name][amount], tolerance);
        return { free: free[name], keys: keys[name], amounts, taxable: columns[name].taxable };
      };
      keepMet(found, side('ims'), side('books'), third, tried);
    };
    if (exact.length === names.length) keep(isGroup ? 'several' : 'none');
    else {
      keep('none', 'taxable');
      // Where one of two does not tell its taxable value, the value stands for it.
      keep('untold', 'value');
    }
  }
  return found;
}

/** What documents that meet must have beside each other: one that does not tell its taxable value, or several of one side. */
type Third = 'none' | 'several' | 'untold';

/** What a slot has: documents of either side, and what else it must have. */
const [IMS, BOOKS, THIRD] = [1, 2, 4];

interface Keyed {
  readonly free: Uint8Array;
  readonly keys: Int32Array;
  /** amounts that are about the same have the same number here, or the next one; undefined where they do not count */
  readonly amounts: Int32Array | undefined;
  readonly taxable: Float64Array;
}

function slotsOfAmounts(amounts: Float64Array, tolerance: Paise): Int32Array {
  const slots = new Int32Array(amounts.length);
  for (let at = 0; at < slots.length; at += 1) slots[at] = Math.floor((amounts[at] ?? 0) / (tolerance + 1));
  return slots;
}

function keepMet(found: Lists<Uint8Array>, ims: Keyed, books: Keyed, third: Third, tried: Tried): void {
  const slots = slotsFor(countOf(ims.free) + countOf(books.free));
  const wanted = third === 'none' ? IMS | BOOKS : IMS | BOOKS | THIRD;
  mark(slots, ims, IMS, third);
  tried(ims.keys.length);
  mark(slots, books, BOOKS, third);
  tried(books.keys.length);
  keepMarked(found.ims, slots, ims, wanted);
  tried(ims.keys.length);
  keepMarked(found.books, slots, books, wanted);
  tried(books.keys.length);
}

function mark(slots: Uint8Array, { free, keys, amounts, taxable }: Keyed, side: number, third: Third): void {
  for (let at = 0; at < keys.length; at += 1) {
    if (free[at] !== 1) continue;
    const slot = slotOf(slots, keys[at] ?? 0, amounts?.[at]);
    const known = slots[slot] ?? 0;
    const isThird = third === 'several' ? (known & side) !== 0 : Number.isNaN(taxable[at]);
    slots[slot] = known | side | (isThird ? THIRD : 0);
  }
}

function keepMarked(found: Uint8Array, slots: Uint8Array, { free, keys, amounts }: Keyed, wanted: number): void {
  for (let at = 0; at < keys.length; at += 1) {
    if (free[at] !== 1) continue;
    const key = keys[at] ?? 0;
    const amount = amounts?.[at];
    let met = slots[slotOf(slots, key, amount)] ?? 0;
    if (amount !== undefined)
      met |= (slots[slotOf(slots, key, amount - 1)] ?? 0) | (slots[slotOf(slots, key, amount + 1)] ?? 0);
    if ((met & wanted) === wanted) found[at] = 1;
  }
}

function countOf(free: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < free.length; at += 1) count += free[at] ?? 0;
  return count;
}

function slotOf(slots: Uint8Array, key: number, amount: number | undefined): number {
  return (amount === undefined ? key : mixed(key ^ amount)) & (slots.length - 1);
}

/** 1 for each document that has another of its own side with the same in these columns; by chance for some others too. */
export function repeated(names: readonly Column[], columns: Columns, tried: Tried): Uint8Array {
  const keys = keysBy(names, columns);
  tried(keys.length);
  const slots = slotsFor(keys.length);
  const mask = slots.length - 1;
  for (const key of keys) slots[key & mask] = Math.min(2, (slots[key & mask] ?? 0) + 1);
  tried(keys.length);
  const found = new Uint8Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) if (slots[(keys[at] ?? 0) & mask] === 2) found[at] = 1;
  return found;
}
