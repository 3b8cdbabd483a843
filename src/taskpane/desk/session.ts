import type { PortalFile as ReadFile } from '../../boundary/portal-json';
import type { SheetReaders } from '../../boundary/register/register-file';
import { textOf } from '../../core/kernel/cell';
import { done, type Result } from '../../core/kernel/result';
import { checkBook } from '../../core/tasks/check-book';
import { tryGenerate } from '../../core/tasks/generate';
import { importNew } from '../../core/tasks/import-new';
import { mergeDownload } from '../../core/tasks/merge';
import { HOME } from '../../core/tasks/home-labels';
import { openBook } from '../../core/tasks/open-book';
import { emptyOverview } from '../../core/tasks/empty-overview';
import { placeErrors } from '../../core/tasks/place-errors';
import { knownSettings, settingEdit } from '../../core/tasks/settings';
import { validationEdits } from '../../core/tasks/validate';
import type { Progress, Workbook, WorkbookEvent } from '../../core/workbook';
import type { DeskNews, Outcome, PaneDesk, PortalFile } from '../pane-desk';
import { createAnswering, type OnBook } from './answering';
import { createCarryOut } from './carry-out';
import type { Turn } from './calls';
import { checkedOf } from './checked';
import { createDeskBook, type Now } from './desk-book';
import { createVoice } from './desk-voice';
import { createFollower } from './follow-user';
import { createLiveBook, sheetOf } from './live-book';
import { createMatchedKnown } from './matched';
import { createIdleComparison, createMatchingCalls } from './matching-calls';
import type { MatchingParts } from './matching-parts';
import { outcomeOf } from './outcome';
import { preFlightOf } from './pre-flight';
import { createRegisterCalls } from './register-calls';
import { createUndoSteps } from './undo-steps';

export interface SessionParts {
  readonly workbook: Workbook;
  readonly now: Now;
  readonly tell: (news: DeskNews) => void;
  readonly progress: Progress;
  /** told when the next piece of work begins, before its first call to the workbook */
  readonly begin: (turn: Turn) => void;
  /** readers of other workbooks, fetched when one is opened */
  readonly readers: () => Promise<SheetReaders>;
  /** lets the user's Cancel in between two steps of work that does not touch the workbook, and says how far it is */
  readonly pause: (done?: number, of?: number) => Promise<void>;
}

export interface Session extends PaneDesk {
  /** what the user did in the workbook */
  happened(event: WorkbookEvent): Promise<void>;
}

/** The work behind the pane, on any workbook. One thing is done at a time, in the order it was asked for. */
export function createSession({ workbook, now, tell, progress, begin, readers, pause }: SessionParts): Session {
  const book = createDeskBook(workbook, now, progress);
  const undos = createUndoSteps();
  const matched = createMatchedKnown();
  const voice = createVoice(book, undos, matched, now, tell, () => compare());
  const carryOut = createCarryOut(book, undos, voice, progress);
  const follow = createFollower(workbook, book, undos, voice);
  let last: Promise<unknown> = Promise.resolve();
  let looks = 0;
  /** counts everything that a file to upload would not know of */
  let changes = 0;

  const changed = (): void => {
    changes += 1;
  };
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
  const onBook: OnBook = (work) =>
    doing(async () => {
      const current = await book.current();
      return current.ok ? work(current.value) : current;
    });

  const matching: MatchingParts = {
    workbook,
    book,
    matched,
    voice,
    progress,
    pause,
    onBook,
    carryOut,
    changed,
    inTurn: (work) => inTurn('followed', work),
  };
  const compare = createIdleComparison(matching);

  /** After work that read and wrote the workbook by itself. What is written is written, whatever becomes of this look. */
  const lookAfter = async (): Promise<void> => {
    try {
      const looked = await book.look();
      if (!looked.ok) {
        voice.warn(looked.refusal);
        return;
      }
    } catch {
      book.forget();
    }
    voice.all();
  };
  /** Settings can be mended in the pane while the workbook cannot be read, or because of them. */
  const tellSettings = async (): Promise<void> => {
    const home = await workbook.read(HOME);
    if (home !== undefined) tell({ settings: knownSettings(home) });
  };

  return {
    open: () =>
      doing(async () => {
        if (!(await book.isOurs())) return done(emptyOverview);
        const looked = await book.look();
        if (!looked.ok) {
          await tellSettings();
          return looked;
        }
        voice.all();
        return done(voice.overview());
      }),
    importFiles: (files, gstin, sure) =>
      doing(async () => {
        const { readDownloads } = await portalReading();
        const download = readDownloads(await Promise.all(files.map(bytesOf)));
        if (!download.ok) return download;
        const merged = await book.isOurs();
        book.forget();
        const report = await (merged
          ? mergeDownload(book.desk(), download.value, gstin, sure)
          : importNew(book.desk(), download.value, gstin));
        if (!report.ok) return report;
        undos.clear();
        matched.forget();
        await lookAfter();
        return done({ report: report.value, merged });
      }),
    openErrors: (file) =>
      doing(async () => {
        const { readErrors } = await portalReading();
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
        const report = await tryGenerate(book.desk());
        if (!report.ok) return report;
        const { checkUpload } = await portalReading();
        for (const { name, text } of report.value.files) {
          const right = checkUpload(text, name, report.value.profile);
          if (!right.ok) return right;
        }
        const live = await book.current();
        if (!live.ok) return live;
        voice.card();
        return done(preFlightOf(report.value, live.value.book, number));
      }),
    isCurrent: (number) => doing(() => Promise.resolve(done(number === changes))),
    ...createRegisterCalls({
      workbook,
      onBook,
      desk: book.desk,
      kept: () => {
        matched.forget();
        return lookAfter();
      },
      readers,
      pause,
    }),
    ...createAnswering({ book, undos, voice, progress, onBook, carryOut, changed }),
    ...createMatchingCalls(matching, compare),
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

/** Fetched with the first file, or before that. */
export const portalReading = () => import('./portal-reading');

async function bytesOf({ name, blob }: PortalFile): Promise<ReadFile> {
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
