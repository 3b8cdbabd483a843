import type { Paise } from '../kernel/money';
import type { Lists } from './columns';
import type { Compared } from './compared';

/** Documents of both sides that may be pairs: each of one side with each of the other. */
export interface Block {
  readonly ims: readonly Compared[];
  readonly books: readonly Compared[];
}

/** Hears of work, so that it can be stopped: of documents sorted, of pairs compared. */
export type Tried = (count: number) => void;

/** Parts of a block that hold every pair that a way to compare lets pass; each part has documents of both sides. */
export type Split = (block: Block, tried: Tried) => readonly Block[];

type Key = string | number | undefined;

/** Two that pass have the same key; one without a key passes with none. */
export function byKey(keyOf: (document: Compared) => Key): Split {
  return ({ ims, books }, tried) => {
    const parts: Parts = new Map();
    for (const one of ims) {
      tried(1);
      add(parts, keyOf(one), one);
    }
    for (const other of books) {
      tried(1);
      join(parts, keyOf(other), other);
    }
    return paired(parts);
  };
}

/** Two that pass have at least one of several keys in common. The same pair may be in several parts. */
export function byKeys(keysOf: (document: Compared) => readonly string[]): Split {
  return ({ ims, books }, tried) => {
    const parts: Parts = new Map();
    for (const one of ims) {
      const keys = keysOf(one);
      tried(keys.length);
      for (const key of keys) add(parts, key, one);
    }
    for (const other of books) {
      const keys = keysOf(other);
      tried(keys.length);
      for (const key of keys) join(parts, key, other);
    }
    return paired(parts);
  };
}

type Parts = Map<Key, { readonly ims: Compared[]; readonly books: Compared[] }>;

function add(parts: Parts, key: Key, one: Compared): void {
  if (key === undefined) return;
  const part = parts.get(key);
  if (part === undefined) parts.set(key, { ims: [one], books: [] });
  else part.ims.push(one);
}

function join(parts: Parts, key: Key, other: Compared): void {
  if (key !== undefined) parts.get(key)?.books.push(other);
}

function paired(parts: Parts): Block[] {
  const found: Block[] = [];
  for (const part of parts.values()) if (part.books.length > 0) found.push(part);
  return found;
}

/** Of two that pass, it is true of one and false of the other. */
export function unlike(isTrue: (document: Compared) => boolean): Split {
  return ({ ims, books }, tried) => {
    tried(ims.length + books.length);
    const [ours, theirs] = [parted(ims, isTrue), parted(books, isTrue)];
    return filled([
      { ims: ours.yes, books: theirs.no },
      { ims: ours.no, books: theirs.yes },
    ]);
  };
}

/** Two that pass have the same taxable value, or the same value where one of them tells no taxable value. */
export const bySameAmount: Split = ({ ims, books }, tried) => {
  const [ours, theirs] = [parted(ims, isUntold), parted(books, isUntold)];
  const blocks = byTaxable({ ims: ours.no, books: theirs.no }, tried);
  if (ours.yes.length === 0 && theirs.yes.length === 0) return blocks;
  return [
    ...blocks,
    ...byValue({ ims: ours.yes, books }, tried),
    ...byValue({ ims: ours.no, books: theirs.yes }, tried),
  ];
};

const byTaxable = byKey(({ taxable }) => taxable);
const byValue = byKey(({ value }) => known(value));

export function known(amount: Paise): number | undefined {
  return Number.isNaN(amount) ? undefined : amount;
}

function isUntold({ taxable }: Compared): boolean {
  return Number.isNaN(taxable);
}

function parted(documents: readonly Compared[], isTrue: (document: Compared) => boolean) {
  const [yes, no]: [Compared[], Compared[]] = [[], []];
  for (const document of documents) (isTrue(document) ? yes : no).push(document);
  return { yes, no };
}

/** `counts`: how many documents each side has. True where no document is in two of the blocks: what is paired in one is nothing to the others. */
export function areApart(blocks: readonly Block[], counts: Lists<number>): boolean {
  const seen = { ims: new Uint8Array(counts.ims), books: new Uint8Array(counts.books) };
  return blocks.every(({ ims, books }) => areNew(ims, seen.ims) && areNew(books, seen.books));
}

function areNew(documents: readonly Compared[], seen: Uint8Array): boolean {
  for (const { at } of documents) {
    if (seen[at] === 1) return false;
    seen[at] = 1;
  }
  return true;
}

/** Fewer pairs than that are tried one by one, which is faster than sorting them by keys. */
const FEW_PAIRS = 48;

export function isSmall({ ims, books }: Block): boolean {
  return ims.length * books.length <= FEW_PAIRS;
}

function filled(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ ims, books }) => ims.length > 0 && books.length > 0);
}
