import { assign } from './assign';
import type { Block } from './blocks';
import { candidate, candidatesOf, type Candidate } from './candidates';
import type { Compared } from './compared';
import { groupsOf } from './groups';
import type { GroupRung, Rung } from './ladder';
import type { Lonely } from './lonely';
import type { State } from './state';
import { trialsOf, type Tests } from './trials';
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

function climbSmall(
  { state, settings, work, isParted }: Climb,
  rungs: Rungs,
  tests: Tests,
  block: Block,
  lonely: Lonely,
): void {
  const trials = trialsOf(tests, block, settings, work.tried).filter(({ ims, books }) => !isParted(ims.at, books.at));
  const passed = trials.reduce((all, { passes }) => all | passes, 0);
  for (const rung of rungs) {
    if ('group' in rung) {
      takeGroups(state, rung, freeOf(state, block), settings);
      continue;
    }
    const bit = tests.bits.get(rung) ?? 0;
    if ((passed & bit) === 0) continue;
    const { lonely: where } = rung;
    const found = trials.filter(
      ({ ims, books, passes }) =>
        (passes & bit) !== 0 && state.isFree(ims) && state.isFree(books) && lonely(ims, where) && lonely(books, where),
    );
    takeBest(
      state,
      rung,
      found.map(({ ims, books }) => candidate(ims, books)),
    );
  }
}

/** Looks up, rung by rung, which documents have something in common. */
function climbLarge({ state, settings, work, isParted }: Climb, rungs: Rungs, all: Block, lonely: Lonely): void {
  let block = all;
  for (const rung of rungs) {
    block = freeOf(state, block);
    if (block.ims.length === 0 || block.books.length === 0) return;
    if ('group' in rung) {
      work.tried(block.ims.length + block.books.length);
      takeGroups(state, rung, block, settings);
      continue;
    }
    const { lonely: where } = rung;
    const isLonely = (document: Compared): boolean => lonely(document, where);
    const alone =
      where === undefined ? block : { ims: block.ims.filter(isLonely), books: block.books.filter(isLonely) };
    const found = candidatesOf(rung, alone, settings, work.tried);
    takeBest(
      state,
      rung,
      found.filter(({ ims, books }) => !isParted(ims.at, books.at)),
    );
  }
}

function takeGroups(state: State, rung: GroupRung, block: Block, settings: MatchSettings): void {
  for (const { ims, books } of groupsOf(rung, block.ims, block.books, settings))
    state.take(rung, placesOf(ims), placesOf(books));
}

function takeBest(state: State, rung: Rung, found: readonly Candidate[]): void {
  for (const { ims, books } of assign(found, rung.alone === true)) state.take(rung, [ims.at], [books.at]);
}

function placesOf(documents: readonly Compared[]): number[] {
  return documents.map(({ at }) => at);
}

function freeOf(state: State, { ims, books }: Block): Block {
  return { ims: ims.filter(state.isFree), books: books.filter(state.isFree) };
}
