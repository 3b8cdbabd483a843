import { readErrors } from '../../boundary/error-json';
import { readDownloads, type PortalFile as ReadFile } from '../../boundary/portal-json';
import { checkUpload } from '../../boundary/upload-json';
import { textOf } from '../../core/kernel/cell';
import { done, refuse, type Result } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';
import { checkBook } from '../../core/tasks/check-book';
import { planDecision, planUndo, type BulkAsk, type Decided, type DecisionPlan } from '../../core/tasks/decide';
import type { DraftedCell } from '../../core/tasks/drafts';
import { generate } from '../../core/tasks/generate';
import { importNew } from '../../core/tasks/import-new';
import { mergeDownload } from '../../core/tasks/merge';
import { HOME } from '../../core/tasks/home-labels';
import type { ClaimedRow } from '../../core/tasks/resolve-rows';
import { openBook, type BookSheet } from '../../core/tasks/open-book';
import { emptyOverview } from '../../core/tasks/overview';
import { placeErrors } from '../../core/tasks/place-errors';
import { settingEdit } from '../../core/tasks/settings';
import { validationEdits } from '../../core/tasks/validate';
import type { Progress, RowSpan, Workbook, WorkbookEvent } from '../../core/workbook';
import type { DeskNews, Outcome, PaneDesk, PortalFile } from '../pane-desk';
import type { Turn } from './calls';
import { checkedOf } from './checked';
import { createDeskBook, type Now } from './desk-book';
import { createVoice } from './desk-voice';
import { createFollower } from './follow-user';
import { createLiveBook, type LiveBook } from './live-book';
import { outcomeOf } from './outcome';
import { preFlightOf } from './pre-flight';
import { createUndoSteps } from './undo-steps';

export interface SessionParts {
  readonly workbook: Workbook;
  readonly now: Now;
  readonly tell: (news: DeskNews) => void;
  readonly progress: Progress;
  /** told when the next piece of work begins, before its first call to the workbook */
  readonly begin: (turn: Turn) => void;
}

export interface Session extends PaneDesk {
  /** what the user did in the workbook */
  happened(event: WorkbookEvent): Promise<void>;
}

/** The work behind the pane, on any workbook. One thing is done at a time, in the order it was asked for. */
export function createSession({ workbook, now, tell, progress, begin }: SessionParts): Session {
  const book = createDeskBook(workbook, now, progress);
  const undos = createUndoSteps();
  const voice = createVoice(book, undos, now, tell);
  const follow = createFollower(workbook, book, undos, voice);
  let last: Promise<unknown> = Promise.resolve();
  let looks = 0;
  /** counts everything that a file to upload would not know of */
  let changes = 0;

  const inTurn = <T>(turn: Turn, work: () => Promise<T>): Promise<T> => {
    const begun = last.then(() => {
      begin(turn);
      return work();
    });
    last = begun.catch(() => undefined);
    return begun;
  };
  const doing = <T>(work: () => Promise<Result<T>>): Promise<Outcome<T>> => inTurn('asked', () => outcomeOf(work));
  /** Work that starts from the book as it is known. */
  const onBook = <T>(work: (live: LiveBook) => Promise<Result<T>> | Result<T>): Promise<Outcome<T>> =>
    doing(async () => {
      const current = await book.current();
      return current.ok ? work(current.value) : current;
    });

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
  const carryOut = async (live: LiveBook, plan: DecisionPlan, label: string): Promise<Result<Decided>> => {
    const { preview, edits, cells } = plan;
    await book.write(live, edits, progress);
    undos.add(label, preview.records, cells);
    voice.all();
    return done({ records: preview.records, leftOut: preview.leftOut });
  };
  /** After work that read and wrote the workbook by itself. What is written is written, whatever becomes of this look. */
  const lookAfter = async (): Promise<void> => {
    try {
      await book.look();
    } catch {
      book.forget();
    }
    voice.all();
  };

  return {
    open: () =>
      doing(async () => {
        if (!(await book.isOurs())) return done(emptyOverview);
        const looked = await book.look();
        if (!looked.ok) return looked;
        voice.all();
        return done(voice.overview());
      }),
    importFiles: (files, gstin, sure) =>
      doing(async () => {
        const download = readDownloads(await Promise.all(files.map(bytesOf)));
        if (!download.ok) return download;
        const merged = await book.isOurs();
        book.forget();
        const report = await (merged
          ? mergeDownload(book.desk(), download.value, gstin, sure)
          : importNew(book.desk(), download.value, gstin));
        if (!report.ok) return report;
        undos.clear();
        await lookAfter();
        return done({ report: report.value, merged });
      }),
    openErrors: (file) =>
      doing(async () => {
        const errors = readErrors(await bytesOf(file));
        if (!errors.ok) return errors;
        book.forget();
        const report = await placeErrors(book.desk(), errors.value);
        if (!report.ok) return report;
        const { places, placed, unplaced } = report.value;
        await lookAfter();
        return done({ report: { placed, unplaced }, places });
      }),
    hasRecords: (sheet) =>
      doing(async () => {
        if (!(await book.isOurs())) return done(false);
        const current = await book.current();
        return current.ok ? done(current.value.sheet(sheet) !== undefined) : current;
      }),
    validate: (sheet) =>
      doing(async () => {
        book.forget();
        const opened = await openBook(book.desk());
        if (!opened.ok) return opened;
        const { today } = now();
        const checked = checkBook(opened.value, today);
        const live = createLiveBook(opened.value, checked, today);
        const known = sheet === undefined ? done(undefined) : sheetOf(live, sheet);
        if (!known.ok) return known;
        await book.write(live, validationEdits(opened.value, checked, now(), sheet), progress);
        book.know(live);
        voice.all();
        return done(checkedOf(opened.value, checked.findings, sheet));
      }),
    preFlight: () =>
      doing(async () => {
        const number = changes;
        const report = await generate(book.desk());
        if (!report.ok) return report;
        for (const { name, text } of report.value.files) {
          const right = checkUpload(text, name, report.value.profile);
          if (!right.ok) return right;
        }
        const live = await book.current();
        return live.ok ? done(preFlightOf(report.value, live.value.book, number)) : live;
      }),
    isCurrent: (number) => doing(() => Promise.resolve(done(number === changes))),
    card: (place) =>
      onBook((live) => {
        voice.show(place);
        return done(voice.cardAt(live, place));
      }),
    answer: (place, answers) =>
      onRecords(place.sheet, [place.id], (live, [claimed]) => {
        if (claimed === undefined) return refuse('record-moved', place.sheet);
        changes += 1;
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
        changes += 1;
        const { status } = ask.answers;
        const values = { records, sheet: preview.sheet, status: status ?? '' };
        return carryOut(live, plan, sentence(status === undefined ? 'undo-answers' : 'undo-bulk', values));
      }),
    undo: () =>
      onBook(async (known) => {
        const step = undos.next();
        if (step === undefined) return done({ records: 0, leftOut: [] });
        changes += 1;
        let live = known;
        for (const [sheet, spans] of placesOf(step.cells, known)) {
          const fresh = await book.fresh(sheet, spans);
          if (!fresh.ok) return fresh;
          live = fresh.value;
        }
        const plan = planUndo(live.around, step.cells, live.rowOf);
        await book.write(live, plan.edits, progress);
        undos.drop();
        voice.all();
        return done({ records: plan.preview.records, leftOut: plan.preview.leftOut });
      }),
    show: ({ sheet: name, row }, heading) =>
      onBook(async (live) => {
        const sheet = sheetOf(live, name);
        if (!sheet.ok) return sheet;
        const { cells, headingRow, columns } = sheet.value;
        const at = heading === null ? -1 : (cells[headingRow] ?? []).findIndex((cell) => textOf(cell) === heading);
        await workbook.goTo(name, row, at >= 0 ? at : (columns.get('status') ?? 0));
        return done(undefined);
      }),
    saveSettings: (settings) =>
      doing(async () => {
        changes += 1;
        // Home is read by itself: a wrong value there must not keep a right one out.
        const home = (await workbook.read(HOME)) ?? [];
        const edit = settingEdit(home, settings, book.desk().name);
        if (!edit.ok) return edit;
        await workbook.change([edit.value]);
        await lookAfter();
        return done(voice.overview());
      }),
    happened: (event) => {
      if (event.kind === 'looked') looks += 1;
      else changes += 1;
      const number = looks;
      return inTurn('followed', async () => {
        // Who holds an arrow key down passes rows faster than they can be shown; only the last one counts.
        const outcome = await outcomeOf(async () => {
          await follow(event, () => number === looks);
          return done(undefined);
        });
        if (outcome.kind !== 'refused') return;
        // The next piece of work reads everything again.
        book.forget();
        voice.warn(outcome.refusal);
      });
    },
  };
}

function sheetOf(live: LiveBook, name: string): Result<BookSheet> {
  const sheet = live.sheet(name);
  return sheet === undefined ? refuse('not-a-record-sheet', name) : done(sheet);
}

/** Where the records of written cells stand, by sheet. */
function placesOf(cells: readonly DraftedCell[], live: LiveBook): Map<string, RowSpan[]> {
  const places = new Map<string, RowSpan[]>();
  for (const { record } of cells) {
    const claimed = live.rowOf(record.id);
    if (claimed === undefined) continue;
    const span = { row: claimed.row, rows: 1 };
    const same = places.get(claimed.sheet.name);
    if (same === undefined) places.set(claimed.sheet.name, [span]);
    else same.push(span);
  }
  return places;
}

async function bytesOf({ name, blob }: PortalFile): Promise<ReadFile> {
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
