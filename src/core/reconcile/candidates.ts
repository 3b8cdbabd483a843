import { isSmall, type Block, type Tried } from './blocks';
import { headsApart, type Compared } from './compared';
import { wayOf, type Field, type Rung } from './ladder';
import { far, tryPairs } from './near-pairs';
import type { MatchSettings } from './ways';

/** Two documents that pass a rung, and how far apart they are: in spelling, in days, in paise. */
export interface Candidate {
  readonly ims: Compared;
  readonly books: Compared;
  readonly apart: readonly [number, number, number];
}

/** Amounts and days tell most documents apart, and are cheaper than numbers. */
const splitting = ['supplier', 'amounts', 'date', 'kind', 'number'] as const satisfies readonly Field[];
/** Number and amounts tell most pairs apart, so they are asked first. */
const asking = ['number', 'amounts', 'date', 'kind', 'supplier'] as const satisfies readonly Field[];

/** All pairs that pass a rung. Only documents with something in common are compared, so that work grows with their number. */
export function candidatesOf(rung: Rung, all: Block, settings: MatchSettings, tried: Tried): Candidate[] {
  const ways = asking.map((field) => wayOf(rung, field));
  const found: Candidate[] = [];
  const seen = new Map<Compared, Set<Compared>>();
  for (const block of blocksOf(rung, all, tried)) {
    const compare = (ims: Compared, books: Compared): void => {
      if (!ways.every((way) => way.holds(ims, books, settings)) || isKnown(seen, ims, books)) return;
      found.push(candidate(ims, books));
    };
    tryPairs(block, compare, tried);
  }
  return found;
}

export function candidate(ims: Compared, books: Compared): Candidate {
  return { ims, books, apart: apartOf(ims, books) };
}

function isKnown(seen: Map<Compared, Set<Compared>>, one: Compared, other: Compared): boolean {
  const known = seen.get(one);
  if (known === undefined) seen.set(one, new Set([other]));
  else if (known.has(other)) return true;
  else known.add(other);
  return false;
}

function blocksOf(rung: Rung, all: Block, tried: Tried): readonly Block[] {
  let blocks: readonly Block[] = [all];
  for (const field of splitting) {
    const { split } = wayOf(rung, field);
    if (split === undefined) continue;
    blocks = blocks.flatMap((block) => (isSmall(block) ? [block] : split(block, tried)));
  }
  return blocks;
}

/** What is not known is far. */
function apartOf(a: Compared, b: Compared): readonly [number, number, number] {
  return [a.spelled === b.spelled ? 0 : 1, far(Math.abs(a.day - b.day)), far(headsApart(a, b))];
}
