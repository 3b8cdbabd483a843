import type { Block, Tried } from './blocks';
import type { Compared } from './compared';
import { wayOf, type Field, type GroupRung, type Rung } from './ladder';
import type { MatchSettings, Way } from './ways';

/** Two documents, and the rungs of a phase that they pass, a bit for each. */
export interface Trial {
  readonly ims: Compared;
  readonly books: Compared;
  readonly passes: number;
}

/** The rungs of a phase, so arranged that each way to compare is asked once for all rungs that it decides. */
export interface Tests {
  /** the rungs in their order */
  readonly steps: readonly (PairStep | GroupStep)[];
  /** the bits of all of them */
  readonly all: number;
  readonly fields: readonly (readonly WayTest[])[];
}

/** A rung for pairs, and its bit. */
export interface PairStep {
  readonly rung: Rung;
  readonly group: undefined;
  readonly bit: number;
}

/** A rung for groups has no bit. */
interface GroupStep {
  readonly rung: undefined;
  readonly group: GroupRung;
  readonly bit: 0;
}

interface WayTest {
  readonly holds: Way['holds'];
  /** the rungs that compare so */
  readonly rungs: number;
}

/** Few pairs pass amounts and days, and numbers take longest. */
const asking = ['amounts', 'date', 'kind', 'supplier', 'number'] as const satisfies readonly Field[];

/** Bits of a number that stay clear of its sign. */
const MOST_RUNGS = 31;

export function testsOf(rungs: readonly (Rung | GroupRung)[]): Tests {
  const single = rungs.filter((rung) => 'number' in rung);
  if (single.length > MOST_RUNGS) throw new Error('too many rungs in one phase');
  const fields = asking.map((field) => {
    const tests = new Map<Way, number>();
    for (const [at, rung] of single.entries()) {
      const way = wayOf(rung, field);
      tests.set(way, (tests.get(way) ?? 0) | (1 << at));
    }
    return [...tests].map(([{ holds }, mask]) => ({ holds, rungs: mask }));
  });
  const steps = rungs.map((rung): PairStep | GroupStep =>
    'group' in rung
      ? { rung: undefined, group: rung, bit: 0 }
      : { rung, group: undefined, bit: 1 << single.indexOf(rung) },
  );
  return { steps, all: 2 ** single.length - 1, fields };
}

/** The pairs of a small block that pass some rung, but for those parted by hand. */
export function trialsOf(
  tests: Tests,
  { ims, books }: Block,
  settings: MatchSettings,
  tried: Tried,
  isParted: (ims: number, books: number) => boolean,
): Trial[] {
  const found: Trial[] = [];
  for (const one of ims) {
    tried(books.length);
    for (const other of books) {
      const passes = passedBy(tests, one, other, settings);
      if (passes !== 0 && !isParted(one.at, other.at)) found.push({ ims: one, books: other, passes });
    }
  }
  return found;
}

function passedBy({ fields, all }: Tests, one: Compared, other: Compared, settings: MatchSettings): number {
  let left = all;
  for (const tests of fields) {
    let passed = 0;
    for (const { holds, rungs } of tests)
      if ((rungs & left) !== 0 && holds(one, other, settings)) passed |= rungs & left;
    if (passed === 0) return 0;
    left = passed;
  }
  return left;
}
