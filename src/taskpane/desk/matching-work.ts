import { textOf } from '../../core/kernel/cell';
import { done, refuse, type Result } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';
import type { Category } from '../../core/reconcile/category';
import { countsOf } from '../../core/reconcile/memory';
import { applySuggestions, type Applied } from '../../core/tasks/apply-suggestions';
import type { Decided } from '../../core/tasks/decide';
import { RECONCILIATION } from '../../core/tasks/headings';
import { matchCardsOf } from '../../core/tasks/match-cards';
import { matchEdits } from '../../core/tasks/match-cells';
import type { MatchingLook, MatchingPreview } from '../pane-matching';
import { freshRecords } from './carry-out';
import { comparedLive, compareLive, nowIn, showMatched } from './compare-live';
import type { LiveBook } from './live-book';
import type { Matched } from './matched';
import type { MatchingParts } from './matching-parts';

/** Compares on the workbook as it stands this moment, and fills the sheets. */
export async function startMatching(parts: MatchingParts): Promise<Result<MatchingLook>> {
  const looked = await parts.book.look();
  if (!looked.ok) return looked;
  const live = looked.value;
  // Reasons name rows, which may have moved.
  parts.matched.forget();
  const known = await comparedLive(parts, live);
  if (!known.ok) return known;
  const made = await showMatched(parts, live, known.value);
  // It is done, whether or not the sheets can be read once more.
  return made.ok ? done(lookOf(live, made.value, await shownIn(parts).catch(() => ''))) : made;
}

export async function lookAtMatching(parts: MatchingParts, live: LiveBook): Promise<Result<MatchingLook | undefined>> {
  const before = parts.matched.of(live.book);
  const known = await compareLive(parts, live);
  if (!known.ok || known.value === undefined) return known.ok ? done(undefined) : known;
  // What silence would accept can be told apart now.
  if (known.value !== before) parts.voice.all();
  return done(lookOf(live, known.value, await shownIn(parts)));
}

/** What the sheets say that they show; blank where there are none. */
async function shownIn({ workbook }: MatchingParts): Promise<string> {
  const names = await workbook.sheetNames();
  const top = names.includes(RECONCILIATION) ? await workbook.read(RECONCILIATION, { row: 0, rows: 2 }) : undefined;
  // The pane shows the GSTIN already.
  return textOf(top?.[1]?.[0] ?? '').replace(/^GSTIN \S+ · /, '');
}

function lookOf(live: LiveBook, { books, memory, comparison }: Matched, shown: string): MatchingLook {
  const { file, sheet, readAt, documents } = books;
  const now = nowIn(live, comparison);
  return {
    register: { file, sheet, readAt, documents: documents.length },
    shown,
    outdated: matchEdits(live.book.sheets, now).length > 0,
    cards: matchCardsOf(now),
    remembered: countsOf(memory),
  };
}

export async function previewMatching(
  parts: MatchingParts,
  live: LiveBook,
  categories: readonly Category[],
): Promise<Result<MatchingPreview>> {
  const known = await comparedLive(parts, live);
  if (!known.ok) return known;
  const { preview, answers } = planCategories(live, known.value, categories);
  return done({ ...preview, categories, answers });
}

export async function applyMatching(
  parts: MatchingParts,
  live: LiveBook,
  preview: MatchingPreview,
): Promise<Result<Decided>> {
  const fresh = await freshRecords(parts.book, live, preview.ids);
  if (!fresh.ok) return fresh;
  const known = await comparedLive(parts, fresh.value);
  if (!known.ok) return known;
  const plan = planCategories(fresh.value, known.value, preview.categories);
  const { records, tax, ids } = plan.preview;
  const isSeen = records === preview.records && tax === preview.tax && ids.length === preview.ids.length;
  if (!isSeen) return refuse('preview-outdated', preview.categories.join(', '));
  parts.changed();
  return parts.carryOut(fresh.value, plan, sentence('undo-suggestions', { records }));
}

function planCategories(live: LiveBook, { comparison }: Matched, categories: readonly Category[]): Applied {
  return applySuggestions(live.around, nowIn(live, comparison).outcomes, ({ category }) =>
    categories.includes(category),
  );
}
