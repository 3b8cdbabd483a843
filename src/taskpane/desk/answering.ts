import { done, refuse, type Result } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';
import { planDecision, planUndo, type BulkAsk, type DecisionPlan } from '../../core/tasks/decide';
import type { ClaimedRow } from '../../core/tasks/resolve-rows';
import type { Progress, RowSpan } from '../../core/workbook';
import type { Outcome, PaneDesk } from '../pane-desk';
import { freshRecords, type CarryOut } from './carry-out';
import type { DeskBook } from './desk-book';
import type { DeskVoice } from './desk-voice';
import { sheetOf, type LiveBook } from './live-book';
import type { UndoSteps } from './undo-steps';

/** Work that starts from the book as it is known. */
export type OnBook = <T>(work: (live: LiveBook) => Promise<Result<T>> | Result<T>) => Promise<Outcome<T>>;

interface AnsweringParts {
  readonly book: DeskBook;
  readonly undos: UndoSteps;
  readonly voice: DeskVoice;
  readonly progress: Progress;
  readonly onBook: OnBook;
  readonly carryOut: CarryOut;
  /** told before an answer is written */
  readonly changed: () => void;
}

/** The user's answers: to one record, to many, and taken back. */
export function createAnswering({
  book,
  undos,
  voice,
  progress,
  onBook,
  carryOut,
  changed,
}: AnsweringParts): Pick<PaneDesk, 'card' | 'answer' | 'preview' | 'decide' | 'undo'> {
  /** Work that writes answers of records: their rows are looked at once more before. Those that are gone are left away. */
  const onRecords = <T>(
    sheet: string,
    ids: readonly string[],
    work: (live: LiveBook, rows: readonly ClaimedRow[]) => Promise<Result<T>> | Result<T>,
  ): Promise<Outcome<T>> =>
    onBook(async (known) => {
      const rowsIn = (live: LiveBook): ClaimedRow[] => ids.flatMap((id) => live.rowOf(id) ?? []);
      const fresh = await book.fresh(
        sheet,
        rowsIn(known).map(({ row }) => ({ row, rows: 1 })),
      );
      return fresh.ok ? work(fresh.value, rowsIn(fresh.value)) : fresh;
    });

  const planBulk = (
    live: LiveBook,
    ask: BulkAsk,
    spans: readonly RowSpan[],
    sheetName: string,
  ): Result<DecisionPlan> => {
    const sheet = sheetOf(live, sheetName);
    if (!sheet.ok) return sheet;
    const { claimed, others } = live.rows(sheet.value, spans);
    const plan = planDecision(live.around, claimed, ask);
    const strangers = others === 0 ? [] : [{ reason: sentence('left-no-record'), records: others }];
    const preview = { ...plan.preview, sheet: sheetName, leftOut: [...plan.preview.leftOut, ...strangers] };
    return done({ ...plan, preview });
  };
  return {
    card: (place) =>
      onBook((live) => {
        voice.show(place);
        return done(voice.cardAt(live, place));
      }),
    answer: (place, answers) =>
      onRecords(place.sheet, [place.id], (live, [claimed]) => {
        if (claimed === undefined) return refuse('record-moved', place.sheet);
        changed();
        const plan = planDecision(live.around, [claimed], { answers, alsoDecided: true });
        return carryOut(live, plan, sentence('undo-one', { number: claimed.record.row.number }));
      }),
    preview: (ask, rows, sheet) =>
      onBook((live) => {
        const plan = planBulk(live, ask, rows, sheet);
        return plan.ok ? done(plan.value.preview) : plan;
      }),
    decide: (ask, preview) =>
      onRecords(preview.sheet, preview.ids, (live, rows) => {
        const plan = planDecision(live.around, rows, ask);
        const { records, tax } = plan.preview;
        if (records !== preview.records || tax !== preview.tax) return refuse('preview-outdated', preview.sheet);
        changed();
        const { status } = ask.answers;
        const values = { records, sheet: preview.sheet, status: status ?? '' };
        return carryOut(live, plan, sentence(status === undefined ? 'undo-answers' : 'undo-bulk', values));
      }),
    undo: () =>
      onBook(async (known) => {
        const step = undos.next();
        if (step === undefined) return done({ records: 0, leftOut: [] });
        changed();
        const fresh = await freshRecords(
          book,
          known,
          step.cells.map(({ record }) => record.id),
        );
        if (!fresh.ok) return fresh;
        const live = fresh.value;
        const plan = planUndo(live.around, step.cells, live.rowOf);
        await book.write(live, plan.edits, progress);
        undos.drop();
        voice.all();
        return done({ records: plan.preview.records, leftOut: plan.preview.leftOut });
      }),
  };
}
