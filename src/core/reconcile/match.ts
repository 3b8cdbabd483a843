import { catalogue, countOf, placesOf, sides, type Catalogue, type Lists } from './columns';
import { climb, SMALL_BLOCK, type Climb } from './climb';
import { areApart, isSmall, type Block, type Tried } from './blocks';
import { headsApart, type Compared, type Side } from './compared';
import { copiesOf, likeFree } from './copies';
import type { TaxDocument } from './document';
import { finish, type InSteps } from './in-steps';
import { byHand, inCommon, ladder, sharedWays, type Phase } from './ladder';
import { lonelyAmong, type Crowd, type Lonely } from './lonely';
import { findSame } from './same-documents';
import { repeated, sieved } from './sieve';
import { createState, isSetApart, type Matching, type State } from './state';
import { testsOf } from './trials';
import { standardSettings, type MatchSettings } from './ways';
import { createWork } from './work';

export type { Matching, Pair } from './state';

export interface MatchOptions {
  readonly settings?: MatchSettings;
  /** linked by hand: no rung sees these */
  readonly linked?: readonly { readonly ims: number; readonly books: number }[];
  /** parted by hand: no rung pairs these */
  readonly parted?: readonly { readonly ims: number; readonly books: number }[];
  /** hears of documents done, and often enough to stop at once: it may throw */
  readonly told?: (done: number, of: number) => void;
}

/** How often each document is gone through beside the phases: to list it, to look it up, to look for copies. */
const OTHER_ROUNDS = 3;

/**
 * Compares the records of IMS with the documents of the books. The order of the lists never matters, and with the lists
 * exchanged the result is the mirror image.
 */
export function matchDocuments(
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
  options: MatchOptions = {},
): Matching {
  return finish(matchInSteps(ims, books, options));
}

/** The same with rests between suppliers: a hundred thousand documents take seconds, in which a Cancel must be heard. */
export function* matchInSteps(
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
  { settings = standardSettings, linked = [], parted = [], told = () => undefined }: MatchOptions = {},
): InSteps<Matching> {
  const lists = { ims, books };
  const work = createWork((ims.length + books.length) * (ladder.length + OTHER_ROUNDS), told);
  const known = catalogue(lists, isSetApart, work.done);
  const state = createState(lists, known);
  const repeats = {
    ims: repeated(COPIED, known.columns.ims, work.tried),
    books: repeated(COPIED, known.columns.books, work.tried),
  };
  const going = { lists, known, repeats, state, settings, work, isParted: partedBy(parted) };
  for (const link of linked) if (link.ims < ims.length && link.books < books.length) takeByHand(going, link);
  const [safest] = ladder[0]?.rungs ?? [];
  findSame(
    lists,
    known.columns,
    state.free,
    (one, other) => {
      if (safest !== undefined && !going.isParted(one, other)) state.takeTwo(safest, one, other);
    },
    work,
  );
  yield work.step();
  for (const phase of ladder) {
    if (phase.scope === 'everyone') climbTogether(going, phase);
    else yield* climbBySupplier(going, phase);
    yield work.step();
  }
  for (let supplier = 0; supplier < known.suppliers; supplier += 1) {
    for (const side of sides) {
      setCopiesAside(going, side, supplier, true);
      work.done(countOf(known.groups[side], supplier));
    }
  }
  const result = state.result();
  work.ended();
  return result;
}

/** All that is known of one comparison. */
interface Going extends Climb {
  readonly lists: Lists<readonly TaxDocument[]>;
  readonly known: Catalogue;
  /** 1 for each document that may be the copy of another, or have one */
  readonly repeats: Lists<Uint8Array>;
}

/** In what a copy is the same as the document that it repeats, whatever its day. */
const COPIED = ['supplier', 'kind', 'print', 'taxable'] as const;

function takeByHand(
  { state, settings }: Climb,
  { ims, books }: { readonly ims: number; readonly books: number },
): void {
  const apart = headsApart(state.prepared('ims', ims), state.prepared('books', books));
  state.takeTwo(apart <= settings.tolerance ? byHand.near : byHand.apart, ims, books);
}

function climbTogether(going: Going, { rungs }: Phase): void {
  const { state, lists, known, settings, work } = going;
  const places = { ims: freePlaces(state.free.ims), books: freePlaces(state.free.books) };
  const lonely = lonelyAmong(crowds(lists, known, { ims: () => places.ims, books: () => places.books }), work.tried);
  const tests = testsOf(rungs);
  const some = sieved(inCommon(rungs), known.columns, state.free, settings.tolerance, work.tried);
  const all = preparedOf(state, { ims: freePlaces(some.ims), books: freePlaces(some.books) }, work.tried);
  const counts = { ims: lists.ims.length, books: lists.books.length };
  for (const block of blocksOf(rungs, all, counts, work.tried)) climb(going, rungs, tests, block, lonely);
  work.done(counts.ims + counts.books);
}

function crowds(
  { ims, books }: Lists<readonly TaxDocument[]>,
  { columns }: Catalogue,
  placesOf: Lists<Crowd['placesOf']>,
): Lists<Crowd> {
  return {
    ims: { documents: ims, columns: columns.ims, placesOf: placesOf.ims },
    books: { documents: books, columns: columns.books, placesOf: placesOf.books },
  };
}

/** Blocks that every pair of every rung lies in, by the ways in which all of them compare. */
function blocksOf(rungs: Phase['rungs'], all: Block, counts: Lists<number>, tried: Tried): readonly Block[] {
  let blocks: readonly Block[] = [all];
  for (const { split } of sharedWays(rungs)) {
    if (split === undefined) continue;
    const parts = blocks.flatMap((block) => (isSmall(block) ? [block] : split(block, tried)));
    // Documents that tell no amount may be in several: then this way parts nothing.
    if (areApart(parts, counts)) blocks = parts;
  }
  return blocks;
}

function freePlaces(free: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < free.length; at += 1) if (free[at] === 1) places.push(at);
  return places;
}

function preparedOf(state: State, { ims, books }: Lists<readonly number[]>, tried: Tried): Block {
  return { ims: preparedAt(state, 'ims', ims, tried), books: preparedAt(state, 'books', books, tried) };
}

function preparedAt(state: State, side: Side, places: readonly number[], tried: Tried): Compared[] {
  const documents: Compared[] = [];
  for (const at of places) {
    tried(1);
    documents.push(state.prepared(side, at));
  }
  return documents;
}

function* climbBySupplier(going: Going, { rungs, copiesFirst }: Phase): InSteps<void> {
  const { state, known, settings, work } = going;
  const { ims, books } = known.groups;
  const tests = testsOf(rungs);
  if (copiesFirst === true)
    for (let supplier = 0; supplier < known.suppliers; supplier += 1)
      if (isOpen(state, supplier)) for (const side of sides) setCopiesAside(going, side, supplier, false);
  const some = sieved(inCommon(rungs), known.columns, state.free, settings.tolerance, work.tried);
  for (let supplier = 0; supplier < known.suppliers; supplier += 1) {
    if (isOpen(state, supplier)) {
      // In a larger block a document meets those nearest to it, whoever they are.
      const isSmall = state.freeOf('ims', supplier) * state.freeOf('books', supplier) <= SMALL_BLOCK;
      const counts = isSmall ? some : state.free;
      const places = { ims: placesOf(ims, supplier, counts.ims), books: placesOf(books, supplier, counts.books) };
      if (places.ims.length > 0 && places.books.length > 0)
        climb(going, rungs, tests, preparedOf(state, places, work.tried), lonelyOf(going, supplier));
      if (work.isStep()) yield work.step();
    }
    work.done(countOf(ims, supplier) + countOf(books, supplier));
  }
}

function isOpen({ freeOf }: State, supplier: number): boolean {
  return freeOf('ims', supplier) > 0 && freeOf('books', supplier) > 0;
}

/** Among all documents of the supplier, with partners or without; they are looked up when they are asked for. */
function lonelyOf({ lists, known, work }: Going, supplier: number): Lonely {
  const { ims, books } = known.groups;
  let made: Lonely | undefined;
  const make = (): Lonely =>
    lonelyAmong(
      crowds(lists, known, { ims: () => placesOf(ims, supplier), books: () => placesOf(books, supplier) }),
      work.tried,
    );
  return (document, where) => where === undefined || (made ??= make())(document, where);
}

function setCopiesAside({ state, known, repeats, work }: Going, side: Side, supplier: number, all: boolean): void {
  if (state.freeOf(side, supplier) === 0) return;
  const places = placesOf(known.groups[side], supplier, repeats[side]);
  const alike = likeFree(known.columns[side], places, state.free[side]);
  if (alike.length === 0) return;
  const documents = preparedAt(state, side, alike, work.tried);
  state.setAside(copiesOf(documents, state.isFree, all, work.tried));
}

function partedBy(parted: NonNullable<MatchOptions['parted']>): Climb['isParted'] {
  if (parted.length === 0) return () => false;
  const pairs = new Set(parted.map(({ ims, books }) => `${ims}|${books}`));
  return (ims, books) => pairs.has(`${ims}|${books}`);
}
