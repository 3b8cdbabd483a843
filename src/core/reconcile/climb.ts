import { assign } from './assign';
import type { Block } from './blocks';
import { candidate, candidatesOf, type Candidate } from './candidates';
import type { Compared } from './compared';
import { groupsOf } from './groups';
import type { GroupRung, Rung } from './ladder';
import type { Lonely } from './lonely';
import type { State } from './state';
import { trialsOf, type Tests, type Trial } from './trials';
import type { MatchSettings } from './ways';
import type { Work } from './work';

type Rungs = readonly (Rung | GroupRung)[];

export interface Climb {
  readonly state: State;
  readonly settings: MatchSettings;
  readonly work: Work;
  /** parted by hand: no rung pairs these */
  readonly isParted: (ims: number, books: number) => boolean;
}

/** Blocks with no more pairs than that are tried pair by pair, for all rungs of a phase at once. */
const SMALL_BLOCK = 1_024;

/** Documents of both sides that have no partner, up the rungs of a phase. */
export function climb(going: Climb, rungs: Rungs, tests: Tests, block: Block, lonely: Lonely): void {
  const isSmall = block.ims.length * block.books.length <= SMALL_BLOCK;
  if (isSmall) climbSmall(going, rungs, tests, block, lonely);
  else climbLarge(going, rungs, block, lonely);
}

function climbSmall(going: Climb, rungs: Rungs, tests: Tests, all: Block, lonely: Lonely): void {
  const { state, settings, work, isParted } = going;
  let block = all;
  const trials = trialsOf(tests, block, settings, work.tried).filter(({ ims, books }) => !isParted(ims.at, books.at));
  const passed = trials.reduce((all, { passes }) => all | passes, 0);
  for (const rung of rungs) {
    if (block.ims.length === 0 || block.books.length === 0) return;
    if ('group' in rung) {
      if (takeGroups(going, rung, block)) block = freeOf(state, block);
      continue;
    }
    const bit = tests.bits.get(rung) ?? 0;
    if ((passed & bit) === 0) continue;
    const { lonely: where } = rung;
    const isCandidate = ({ ims, books, passes }: Trial): boolean =>
      (passes & bit) !== 0 && state.isFree(ims) && state.isFree(books) && lonely(ims, where) && lonely(books, where);
    const found = trials.filter(isCandidate).map(({ ims, books }) => candidate(ims, books));
    if (takeBest(going, rung, found)) block = freeOf(state, block);
  }
}

/** Looks up, rung by rung, which documents have something in common. */
function climbLarge(going: Climb, rungs: Rungs, all: Block, lonely: Lonely): void {
  const { state, settings, work, isParted } = going;
  let block = all;
  for (const rung of rungs) {
    if (block.ims.length === 0 || block.books.length === 0) return;
    if ('group' in rung) {
      if (takeGroups(going, rung, block)) block = freeOf(state, block);
      continue;
    }
    const { lonely: where } = rung;
    const isLonely = (document: Compared): boolean => lonely(document, where);
    const alone =
      where === undefined ? block : { ims: block.ims.filter(isLonely), books: block.books.filter(isLonely) };
    const found = candidatesOf(rung, alone, settings, work.tried);
    const allowed = found.filter(({ ims, books }) => !isParted(ims.at, books.at));
    if (takeBest(going, rung, allowed)) block = freeOf(state, block);
  }
}

/** Whether there were any. */
function takeGroups({ state, settings, work, isParted }: Climb, rung: GroupRung, block: Block): boolean {
  // Who parted two documents does not want them in one group either.
  const groups = groupsOf(rung, block, settings, work.tried).filter(
    ({ ims, books }) => !ims.some((one) => books.some((other) => isParted(one.at, other.at))),
  );
  for (const { ims, books } of groups) state.take(rung, placesOf(ims), placesOf(books));
  return groups.length > 0;
}

/** Whether there were any. */
function takeBest({ state, work }: Climb, rung: Rung, found: readonly Candidate[]): boolean {
  const pairs = assign(found, rung.alone === true, work.tried);
  for (const { ims, books } of pairs) state.take(rung, [ims.at], [books.at]);
  return pairs.length > 0;
}

function placesOf(documents: readonly Compared[]): number[] {
  return documents.map(({ at }) => at);
}

function freeOf(state: State, { ims, books }: Block): Block {
  return { ims: ims.filter(state.isFree), books: books.filter(state.isFree) };
}
