import { keyOfName, type ClientMemory, type DocumentName, type Link } from './kept';
import type { RememberedLayouts } from './register/remembered-layouts';

/** What is remembered once these two are linked by hand: neither has another partner, nor are they parted any more. */
export function withLink(memory: ClientMemory, link: Link): ClientMemory {
  const isOther = ({ ims, books }: Link): boolean => !isSame(ims, link.ims) && !isSame(books, link.books);
  return {
    ...memory,
    linked: [...memory.linked.filter(isOther), link],
    parted: memory.parted.filter((other) => keyOf(other) !== keyOf(link)),
  };
}

/** What is remembered once these are parted by hand. */
export function withoutLinks(memory: ClientMemory, links: readonly Link[]): ClientMemory {
  const keys = new Set(links.map(keyOf));
  return {
    ...memory,
    linked: memory.linked.filter((other) => !keys.has(keyOf(other))),
    parted: [...memory.parted.filter((other) => !keys.has(keyOf(other))), ...links],
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

function isSame(one: DocumentName, other: DocumentName): boolean {
  return keyOfName(one) === keyOfName(other);
}

function keyOf({ ims, books }: Link): string {
  return `${keyOfName(ims)}\n${keyOfName(books)}`;
}
