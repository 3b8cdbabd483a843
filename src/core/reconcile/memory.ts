import { keyOfName, type ClientMemory, type DocumentName, type Link } from './kept';
import type { RememberedLayouts } from './register/remembered-layouts';

/** What is remembered once these two are linked by hand: neither has another partner, nor are they parted any more. */
export function withLink(memory: ClientMemory, link: Link): ClientMemory {
  const isOther = ({ ims, books }: Link): boolean => !isSame(ims, link.ims) && !isSame(books, link.books);
  return {
    ...memory,
    linked: [...memory.linked.filter(isOther), link],
    parted: memory.parted.filter((other) => !isSameLink(other, link)),
  };
}

/** What is remembered once these are parted by hand. */
export function withoutLinks(memory: ClientMemory, links: readonly Link[]): ClientMemory {
  const byKey = new Map<string, Link[]>();
  for (const link of links) byKey.set(keyOf(link), [...(byKey.get(keyOf(link)) ?? []), link]);
  const isOther = (known: Link): boolean => !(byKey.get(keyOf(known)) ?? []).some((link) => isSameLink(known, link));
  return {
    ...memory,
    linked: memory.linked.filter(isOther),
    parted: [...memory.parted.filter(isOther), ...links],
  };
}

/** Both together; where they contradict each other, what `later` says counts. */
export function mergedMemory(earlier: ClientMemory, later: ClientMemory): ClientMemory {
  const { linked, parted } = withoutLinks(later.linked.reduce(withLink, earlier), later.parted);
  return { linked, parted, layouts: { ...earlier.layouts, ...later.layouts } };
}

export interface MemoryCounts {
  readonly linked: number;
  readonly parted: number;
  readonly layouts: number;
}

export function countsOf({ linked, parted, layouts }: ClientMemory): MemoryCounts {
  return { linked: linked.length, parted: parted.length, layouts: Object.keys(layouts).length };
}

/** The corrections among what is remembered, and back. */
export function layoutsOf({ layouts }: ClientMemory): RememberedLayouts {
  return new Map(Object.entries(layouts));
}

export function withLayouts(memory: ClientMemory, layouts: RememberedLayouts): ClientMemory {
  return { ...memory, layouts: Object.fromEntries(layouts) };
}

function isSameLink(one: Link, other: Link): boolean {
  return isSame(one.ims, other.ims) && isSame(one.books, other.books);
}

/** Of several documents with one name, only those told alike are the same. */
function isSame(one: DocumentName, other: DocumentName): boolean {
  if (keyOfName(one) !== keyOfName(other)) return false;
  const isOneOfSeveral = one.several === true || other.several === true;
  return !isOneOfSeveral || one.told === undefined || other.told === undefined || one.told === other.told;
}

function keyOf({ ims, books }: Link): string {
  return `${keyOfName(ims)}\n${keyOfName(books)}`;
}
