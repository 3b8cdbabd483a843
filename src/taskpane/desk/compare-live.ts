import { done, refuse, type Result } from '../../core/kernel/result';
import type { InSteps } from '../../core/reconcile/in-steps';
import { BOOKS_SHEET, MEMORY_SHEET, type ClientMemory, type KeptBooks } from '../../core/reconcile/kept';
import { compareInSteps, type Comparison, type Outcome } from '../../core/tasks/compare-books';
import { readBooks, readMemory } from '../../core/tasks/kept-books';
import { showComparison } from '../../core/tasks/reconcile';
import type { Desk } from '../../core/tasks/desk';
import type { SheetWriting } from '../../core/tasks/report-sheets';
import type { Workbook } from '../../core/workbook';
import type { LiveBook } from './live-book';
import { stampOf, type Matched } from './matched';
import type { MatchingParts } from './matching-parts';

/** The comparison as it is known, or made anew where records, register or links have changed; undefined without a register. */
export async function compareLive(parts: MatchingParts, live: LiveBook): Promise<Result<Matched | undefined>> {
  const { matched, book, workbook } = parts;
  const known = matched.of(live.book);
  if (known !== undefined && known.source === (await sourceOf(workbook))) return done(known);
  matched.forget();
  const sides = await readSides(book.desk());
  if (!sides.ok) return sides;
  if (sides.value === undefined) return done(undefined);
  const made = await compareWith(live, sides.value, parts.pause);
  matched.know(made);
  return done(made);
}

/** What the records are compared with. */
interface Sides {
  readonly books: KeptBooks;
  readonly memory: ClientMemory;
  /** of the hidden sheets that they were read from */
  readonly source: string;
}

/** As the hidden sheets hold it; undefined without a register. */
export async function readSides(desk: Desk): Promise<Result<Sides | undefined>> {
  const source = await sourceOf(desk.workbook);
  if (source === undefined) return done(undefined);
  const books = await readBooks(desk);
  if (!books.ok) return books;
  if (books.value === undefined) return done(undefined);
  const memory = await readMemory(desk);
  return memory.ok ? done({ books: books.value, memory: memory.value, source }) : memory;
}

/** The same where there has to be a register. */
export async function comparedLive(parts: MatchingParts, live: LiveBook): Promise<Result<Matched>> {
  const known = await compareLive(parts, live);
  if (!known.ok) return known;
  return known.value === undefined ? refuse('books-missing', parts.book.desk().name) : done(known.value);
}

/** Compares with these links, and brings the sheets up to date; `also` is written in the same go. */
export async function compareAndShow(
  parts: MatchingParts,
  live: LiveBook,
  books: KeptBooks,
  memory: ClientMemory,
  also: readonly SheetWriting[],
): Promise<Result<Matched>> {
  return showMatched(parts, live, await compareWith(live, { books, memory, source: '' }, parts.pause), also);
}

/** Brings the sheets up to date with a comparison that was made on the book as it stands. */
export async function showMatched(
  parts: MatchingParts,
  live: LiveBook,
  made: Matched,
  also: readonly SheetWriting[] = [],
): Promise<Result<Matched>> {
  const { book, matched, voice } = parts;
  const shown = await showComparison(book.desk(), live.book, made.books, made.comparison);
  if (!shown.ok) return shown;
  matched.forget();
  await writeIn(parts, live, [shown.value, ...also]);
  // What is written is written; where this cannot be read, it is compared again when somebody asks.
  const source = await sourceOf(parts.workbook).catch(() => undefined);
  const known = { ...made, isShown: true, source: source ?? '' };
  matched.know(known);
  voice.all();
  return done(known);
}

/** Writes new sheets and cells in one go, and follows. */
export async function writeIn(
  { book, progress }: MatchingParts,
  live: LiveBook,
  writings: readonly SheetWriting[],
): Promise<void> {
  await book.write(
    live,
    writings.flatMap((writing) => writing.edits),
    progress,
    writings.flatMap((writing) => writing.plans),
  );
}

/** The comparison with the rows of its records as they are now. */
export function nowIn(live: LiveBook, comparison: Comparison): Comparison {
  const outcomes = comparison.outcomes.map((outcome) => outcomeNow(live, outcome));
  return { ...comparison, outcomes };
}

export function outcomeNow(live: LiveBook, outcome: Outcome): Outcome {
  return { ...outcome, claimed: live.answered.get(outcome.record.id) };
}

export async function compareWith(
  live: LiveBook,
  { books, memory, source }: Sides,
  pause: MatchingParts['pause'],
): Promise<Matched> {
  const steps = compareInSteps(live.book, { byId: live.answered }, books.documents, live.around.today, memory);
  const comparison = await withPauses(steps, pause);
  const outcomes = new Map(comparison.outcomes.map((outcome) => [outcome.record.id, outcome]));
  const paired = comparison.outcomes.filter((outcome) => outcome.books.length > 0);
  return {
    books,
    memory,
    comparison,
    outcomes,
    paired: new Set(paired.map(({ record }) => record.id)),
    isShown: live.book.isCompared,
    stamp: stampOf(live.book),
    source,
  };
}

/** So often the user's Cancel is heard, and how far it is is shown. */
const PAUSES = 100;

async function withPauses<Value>(work: InSteps<Value>, pause: MatchingParts['pause']): Promise<Value> {
  let next = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const { done: part, of } = step.value;
    if (part < next) continue;
    await pause(part, of);
    next = part + of / PAUSES;
  }
}

/** What the hidden sheets begin with: of two registers or memories, packed, no two begin and end alike. */
async function sourceOf(workbook: Pick<Workbook, 'sheetNames' | 'read'>): Promise<string | undefined> {
  const names = await workbook.sheetNames();
  if (!names.includes(BOOKS_SHEET)) return undefined;
  const heads: unknown[] = [];
  for (const name of [BOOKS_SHEET, MEMORY_SHEET]) {
    if (names.includes(name)) heads.push(name, await workbook.read(name, { row: 0, rows: 2 }));
  }
  return JSON.stringify(heads);
}
