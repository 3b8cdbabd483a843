import { sides, type Column, type Columns, type Lists } from './columns';

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
const SLOTS = 8;

function slotsFor(documents: number): Uint8Array {
  return new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(2, documents) * SLOTS)));
}

/**
 * 1 for each document without a partner that has another of the other side with the same in these columns; by chance for
 * some others too. A phase that pairs only what is the same in them need look at no other.
 */
export function sieved(names: readonly Column[], columns: Lists<Columns>, free: Lists<Uint8Array>): Lists<Uint8Array> {
  // Where the taxable value is not told, the value stands for it.
  const told = names.filter((name) => name !== 'taxable' || sides.every((side) => isTold(columns[side], free[side])));
  if (told.length === 0) return free;
  const keys = { ims: keysBy(told, columns.ims), books: keysBy(told, columns.books) };
  const slots = slotsFor(free.ims.length + free.books.length);
  mark(slots, keys.ims, free.ims, 1);
  mark(slots, keys.books, free.books, 2);
  return { ims: marked(slots, keys.ims, free.ims), books: marked(slots, keys.books, free.books) };
}

const BOTH = 3;

function mark(slots: Uint8Array, keys: Int32Array, free: Uint8Array, side: 1 | 2): void {
  const mask = slots.length - 1;
  for (let at = 0; at < keys.length; at += 1) {
    if (free[at] !== 1) continue;
    const slot = (keys[at] ?? 0) & mask;
    slots[slot] = (slots[slot] ?? 0) | side;
  }
}

function marked(slots: Uint8Array, keys: Int32Array, free: Uint8Array): Uint8Array {
  const found = new Uint8Array(keys.length);
  const mask = slots.length - 1;
  for (let at = 0; at < keys.length; at += 1)
    if (free[at] === 1 && slots[(keys[at] ?? 0) & mask] === BOTH) found[at] = 1;
  return found;
}

function isTold({ taxable }: Columns, free: Uint8Array): boolean {
  for (let at = 0; at < free.length; at += 1) if (free[at] === 1 && Number.isNaN(taxable[at])) return false;
  return true;
}

/** 1 for each document that has another of its own side with the same in these columns; by chance for some others too. */
export function repeated(names: readonly Column[], columns: Columns): Uint8Array {
  const keys = keysBy(names, columns);
  const slots = slotsFor(keys.length);
  const mask = slots.length - 1;
  for (const key of keys) slots[key & mask] = Math.min(2, (slots[key & mask] ?? 0) + 1);
  const found = new Uint8Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) if (slots[(keys[at] ?? 0) & mask] === 2) found[at] = 1;
  return found;
}
