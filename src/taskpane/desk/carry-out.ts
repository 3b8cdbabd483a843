import { done, type Result } from '../../core/kernel/result';
import type { Decided, DecisionPlan } from '../../core/tasks/decide';
import type { Progress, RowSpan } from '../../core/workbook';
import type { DeskBook } from './desk-book';
import type { DeskVoice } from './desk-voice';
import type { LiveBook } from './live-book';
import type { UndoSteps } from './undo-steps';

/** Writes answers, so that our own Undo can take them back. */
export type CarryOut = (live: LiveBook, plan: DecisionPlan, label: string) => Promise<Result<Decided>>;

export function createCarryOut(book: DeskBook, undos: UndoSteps, voice: DeskVoice, progress: Progress): CarryOut {
  return async (live, { preview, edits, cells }, label) => {
    await book.write(live, edits, progress);
    undos.add(label, preview.records, cells);
    voice.all();
    return done({ records: preview.records, leftOut: preview.leftOut });
  };
}

/** The book with the rows of these records read once more, on all their sheets. */
export async function freshRecords(book: DeskBook, known: LiveBook, ids: readonly string[]): Promise<Result<LiveBook>> {
  let live = known;
  for (const [sheet, spans] of placesOf(ids, known)) {
    const fresh = await book.fresh(sheet, spans);
    if (!fresh.ok) return fresh;
    live = fresh.value;
  }
  return done(live);
}

/** Where records stand, by sheet. */
function placesOf(ids: readonly string[], live: LiveBook): Map<string, RowSpan[]> {
  const places = new Map<string, RowSpan[]>();
  for (const id of ids) {
    const claimed = live.rowOf(id);
    if (claimed === undefined) continue;
    const span = { row: claimed.row, rows: 1 };
    const same = places.get(claimed.sheet.name);
    if (same === undefined) places.set(claimed.sheet.name, [span]);
    else same.push(span);
  }
  return places;
}
