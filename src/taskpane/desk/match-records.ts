import { memoryText, readMemoryFile } from '../../boundary/memory-file';
import { done, refuse, type Result } from '../../core/kernel/result';
import type { ClientMemory } from '../../core/reconcile/kept';
import { countsOf, mergedMemory, withLink, withoutLinks, type MemoryCounts } from '../../core/reconcile/memory';
import { indexSide } from '../../core/reconcile/nearest';
import { keepMemory, readMemory } from '../../core/tasks/kept-books';
import { spokenDocument } from '../../core/tasks/match-cells';
import { nearDocumentsOf, type NearDocument } from '../../core/tasks/near-documents';
import { recordMatchOf } from '../../core/tasks/record-match';
import { linkOf } from '../../core/tasks/remembered-pairs';
import type { PortalFile, RecordPlace } from '../pane-desk';
import type { MatchAnswer, TextFile } from '../pane-matching';
import { compareAndShow, comparedLive, compareLive, outcomeNow, writeIn } from './compare-live';
import type { LiveBook } from './live-book';
import type { Matched } from './matched';
import type { MatchingParts } from './matching-parts';

/** The two sides of a record as they are known. Where nothing is, `compare` goes on with it and the record is told anew. */
export function matchOf(
  { matched }: MatchingParts,
  live: LiveBook,
  { id }: RecordPlace,
  compare: () => void,
): Result<MatchAnswer> {
  // The arrow keys pass many records: what the hidden sheets hold is not asked for each of them.
  const known = matched.of(live.book);
  if (known !== undefined) {
    const outcome = known.outcomes.get(id);
    return done(outcome === undefined ? 'not-compared' : recordMatchOf(outcome, known.books));
  }
  const refusal = matched.refusal();
  if (refusal !== undefined) return { ok: false, refusal };
  if (!live.book.hasBooks) return done('not-compared');
  compare();
  return done('comparing');
}

export async function nearTo(
  parts: MatchingParts,
  live: LiveBook,
  { id, sheet }: RecordPlace,
): Promise<Result<readonly NearDocument[]>> {
  const known = await comparedLive(parts, live);
  if (!known.ok) return known;
  const { comparison, outcomes } = known.value;
  const outcome = outcomes.get(id);
  if (outcome === undefined) return refuse('link-outdated', sheet);
  const index = (known.value.index ??= indexSide(
    'books',
    comparison.books.map(({ document }) => document),
  ));
  return done(nearDocumentsOf(outcomeNow(live, outcome), comparison, index));
}

export async function link(
  parts: MatchingParts,
  live: LiveBook,
  { id, sheet }: RecordPlace,
  { at, document }: Pick<NearDocument, 'at' | 'document'>,
): Promise<Result<undefined>> {
  const known = await comparedLive(parts, live);
  if (!known.ok) return known;
  const outcome = known.value.outcomes.get(id);
  const entry = known.value.comparison.books[at];
  // The register may have been imported again since the candidates were shown.
  if (outcome === undefined || entry === undefined || spokenDocument(entry) !== document)
    return refuse('link-outdated', sheet);
  const linked = linkOf(known.value.comparison, outcome, entry);
  return remember(parts, live, known.value, withLink(known.value.memory, linked));
}

export async function unlink(
  parts: MatchingParts,
  live: LiveBook,
  { id, sheet }: RecordPlace,
): Promise<Result<undefined>> {
  const known = await comparedLive(parts, live);
  if (!known.ok) return known;
  const outcome = known.value.outcomes.get(id);
  if (outcome === undefined || outcome.books.length === 0) return refuse('link-outdated', sheet);
  const { comparison } = known.value;
  const links = outcome.books.map((entry) => linkOf(comparison, outcome, entry));
  return remember(parts, live, known.value, withoutLinks(known.value.memory, links));
}

async function remember(
  parts: MatchingParts,
  live: LiveBook,
  { books }: Matched,
  memory: ClientMemory,
): Promise<Result<undefined>> {
  const kept = await keepMemory(parts.book.desk(), memory);
  const made = await compareAndShow(parts, live, books, memory, [kept]);
  return made.ok ? done(undefined) : made;
}

export async function exportMemory({ book }: MatchingParts, live: LiveBook): Promise<Result<TextFile>> {
  const memory = await readMemory(book.desk());
  if (!memory.ok) return memory;
  const { gstin } = live.book;
  const name = gstin === '' ? 'IMS_memory.json' : `IMS_memory_${gstin}.json`;
  return done({ name, text: memoryText(memory.value, gstin) });
}

/** What the file says is added to what the workbook remembers; where they contradict each other, the file counts. */
export async function importMemory(
  parts: MatchingParts,
  live: LiveBook,
  { name, blob }: PortalFile,
): Promise<Result<MemoryCounts>> {
  const read = readMemoryFile({ name, bytes: new Uint8Array(await blob.arrayBuffer()) }, live.book.gstin);
  if (!read.ok) return read;
  const before = await readMemory(parts.book.desk());
  if (!before.ok) return before;
  const memory = mergedMemory(before.value, read.value);
  const known = await compareLive(parts, live);
  if (!known.ok) return known;
  if (known.value === undefined) {
    await writeIn(parts, live, [await keepMemory(parts.book.desk(), memory)]);
    return done(countsOf(memory));
  }
  const remembered = await remember(parts, live, known.value, memory);
  return remembered.ok ? done(countsOf(memory)) : remembered;
}
