import { assign } from './assign';
import type { Block } from './blocks';
import { candidate, candidatesOf, type Candidate } from './candidates';
import type { Compared } from './compared';
import { groupsOf, mayBeGroup } from './groups';
import type { GroupRung, Rung } from './ladder';
import type { Lonely } from './lonely';
import type { State } from './state';
import { trialsOf, type PairStep, type Tests, type Trial } from './trials';
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
export const SMALL_BLOCK = 1_024;

/** Documents of both sides that have no partner, up the rungs of a phase. */
export function climb(going: Climb, rungs: Rungs, tests: Tests, block: Block, lonely: Lonely): void {
  const isSmall = block.ims.length * block.books.length <= SMALL_BLOCK;
  if (isSmall) climbSmall(going, tests, block, lonely);
  else climbLarge(going, rungs, block, lonely);
}

function climbSmall(going: Climb, tests: Tests, all: Block, lonely: Lonely): void {
  const { state, settings, work, isParted } = going;
  let block = all;
  const trials = trialsOf(tests, block, settings, work.tried, isParted);
  let passed = 0;
  for (const { passes } of trials) passed |= passes;
  if (passed === 0 && !mayBeGroup(block)) return;
  for (const step of tests.steps) {
    let isTaken = false;
    if (step.group !== undefined) isTaken = mayBeGroup(block) && takeGroups(going, step.group, block);
    else if ((passed & step.bit) !== 0) isTaken = takeBest(going, step.rung, stillFree(state, trials, step, lonely));
    if (!isTaken) continue;
    block = freeOf(state, block);
    if (block.ims.length === 0 || block.books.length === 0) return;
  }
}

/** The pairs that pass the rung of this bit, of two that have no partner yet. */
function stillFree(
  { isFree }: State,
  trials: readonly Trial[],
  { bit, rung: { lonely: where } }: PairStep,
  lonely: Lonely,
): Candidate[] {
  const found: Candidate[] = [];
  for (const { ims, books, passes } of trials) {
    if ((passes & bit) === 0 || !isFree(ims) || !isFree(books)) continue;
    if (lonely(ims, where) && lonely(books, where)) found.push(candidate(ims, books));
  }
  return found;
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
  const found = groupsOf(rung, block, settings, work.tried);
  if (found.length === 0) return false;
  // Who parted two documents does not want them in one group either.
  const groups = found.filter(
    ({ ims, books }) => !ims.some((one) => books.some((other) => isParted(one.at, other.at))),
  );
  for (const { ims, books } of groups) state.take(rung, placesOf(ims), placesOf(books));
  return groups.length > 0;
}

/** Whether there were any. */
function takeBest({ state, work }: Climb, rung: Rung, found: readonly Candidate[]): boolean {
  if (found.length === 0) return false;
  const pairs = assign(found, rung.alone === true, work.tried);
  for (const { ims, books } of pairs) state.takeTwo(rung, ims.at, books.at);
  return pairs.length > 0;
}

function placesOf(documents: readonly Compared[]): number[] {
  return documents.map(({ at }) => at);
}

function freeOf(state: State, { ims, books }: Block): Block {
  return { ims: ims.filter(state.isFree), books: books.filter(state.isFree) };
}
