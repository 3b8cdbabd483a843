import { readErrors } from '../../boundary/error-json';
import { readDownloads, type PortalFile as ReadFile } from '../../boundary/portal-json';
import { recordStore } from '../../boundary/record-store';
import { checkUpload } from '../../boundary/upload-json';
import { STORE_SHEET } from '../../core/engine/store';
import { textOf } from '../../core/kernel/cell';
import type { Day } from '../../core/kernel/day';
import { done, refuse, type Result } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';
import type { Settings } from '../../core/language/settings';
import { cardOf, type Card } from '../../core/tasks/card';
import { checkBook } from '../../core/tasks/check-book';
import {
  planDecision,
  planMarks,
  planUndo,
  type BulkAsk,
  type Decided,
  type DecisionPlan,
} from '../../core/tasks/decide';
import type { Desk } from '../../core/tasks/desk';
import type { DraftedCell } from '../../core/tasks/drafts';
import { generate } from '../../core/tasks/generate';
import { HOME } from '../../core/tasks/home-labels';
import { importNew } from '../../core/tasks/import-new';
import { mergeDownload } from '../../core/tasks/merge';
import { openBook, openHome, openSheet, type BookSheet } from '../../core/tasks/open-book';
import { emptyOverview, overviewOf, type Overview } from '../../core/tasks/overview';
import { placeErrors } from '../../core/tasks/place-errors';
import { settingEdit } from '../../core/tasks/settings';
import { validationEdits } from '../../core/tasks/validate';
import type { Progress, RowSpan, SheetEdit, Workbook, WorkbookEvent } from '../../core/workbook';
import type { Checked, DeskNews, ImportOutcome, PaneDesk, PortalFile, RowPlace } from '../pane-desk';
import { checkedOf } from './checked';
import { createLiveBook, type LiveBook } from './live-book';
import { outcomeOf } from './outcome';
import { preFlightOf } from './pre-flight';
import { typedCells } from './typed-cells';

export interface SessionParts {
  readonly workbook: Workbook;
  readonly now: () => { readonly today: Day; readonly time: string };
  readonly tell: (news: DeskNews) => void;
  readonly progress: Progress;
}

export interface Session extends PaneDesk {
  /** what the user did in the workbook */
  happened(event: WorkbookEvent): Promise<void>;
}

interface Undoable {
  readonly label: string;
  readonly records: number;
  readonly cells: readonly DraftedCell[];
}

/** More steps than this are forgotten, the oldest first. */
const MOST_UNDO = 50;

/** The work behind the pane, on any workbook. One thing is done at a time, in the order it was asked for. */
export function createSession({ workbook, now, tell, progress }: SessionParts): Session {
  let live: LiveBook | undefined;
  const moved = new Set<string>();
  let looks = 0;
  let shown: RowPlace | undefined;
  const undos: Undoable[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const desk = (): Desk => ({
    workbook: { ...workbook, read: (sheet, span) => workbook.read(sheet, span, progress) },
    name: sentence('this-workbook'),
    store: recordStore,
    ...now(),
    progress,
  });
  const isOurs = async (): Promise<boolean> => (await workbook.sheetNames()).includes(STORE_SHEET);

  /** The book as the workbook has it now. */
  const look = async (): Promise<Result<LiveBook>> => {
    live = undefined;
    moved.clear();
    const book = await openBook(desk());
    if (!book.ok) return book;
    const { today } = now();
    return done((live = createLiveBook(book.value, checkBook(book.value, today), today)));
  };
  /** The book as we know it; sheets whose rows or columns moved are read again. */
  const current = async (): Promise<Result<LiveBook>> => {
    if (live === undefined) return look();
    if (moved.size === 0) return done(live);
    const names = [...moved];
    const known = live.book;
    // Should this fail half-way, all is read again.
    live = undefined;
    const home = names.includes(HOME) ? await openHome(desk(), known.ledger) : done(known);
    if (!home.ok) return home;
    const sheets: BookSheet[] = [];
    for (const sheet of known.sheets) {
      const again = names.includes(sheet.name) ? await openSheet(desk(), sheet.type, sheet.name) : done(sheet);
      if (!again.ok) return again;
      sheets.push(again.value);
    }
    moved.clear();
    const book = { ...known, ...home.value, sheets };
    const { today } = now();
    return done((live = createLiveBook(book, checkBook(book, today), today)));
  };
  const overview = (): Overview =>
    live === undefined ? emptyOverview : overviewOf(live.book, live.answered.values(), now().today);

  /** Writes and follows. After a failure nothing is known of the workbook, so it is read again when needed. */
  const write = async (to: LiveBook, edits: readonly SheetEdit[], report?: Progress): Promise<void> => {
    try {
      await workbook.change(edits, report);
      to.follow(edits);
    } catch (error) {
      live = undefined;
      throw error;
    }
  };
  const remember = (label: string, records: number, cells: readonly DraftedCell[]): void => {
    if (cells.length > 0) undos.push({ label, records, cells });
    if (undos.length > MOST_UNDO) undos.shift();
  };
  const undoNews = (): DeskNews => {
    const step = undos.at(-1);
    return { undo: step === undefined ? null : { label: step.label, records: step.records } };
  };
  const cardAt = (book: LiveBook, { sheet, row }: RowPlace): Card | undefined => {
    const target = book.sheet(sheet);
    const claimed = target === undefined ? undefined : book.rows(target, [{ row, rows: 1 }]).claimed[0];
    return claimed === undefined ? undefined : cardOf(book.around, claimed, book.originalOf);
  };
  const cardNews = (): DeskNews => {
    if (shown === undefined || live === undefined) return { card: null };
    return { card: cardAt(live, shown) ?? null };
  };
  const tellAll = (): void => tell({ overview: overview(), ...undoNews(), ...cardNews() });

  const sheetOf = (book: LiveBook, name: string): Result<BookSheet> => {
    const sheet = book.sheet(name);
    return sheet === undefined ? refuse('not-a-record-sheet', name) : done(sheet);
  };
  const carryOut = async (book: LiveBook, plan: DecisionPlan, label: string): Promise<Decided> => {
    const { preview, edits, cells } = plan;
    if (edits.length > 0) await write(book, edits, progress);
    remember(label, preview.records, cells);
    tellAll();
    return { records: preview.records, leftOut: preview.leftOut };
  };
  const planBulk = async (ask: BulkAsk, spans: readonly RowSpan[], sheetName: string) => {
    const book = await current();
    if (!book.ok) return book;
    const sheet = sheetOf(book.value, sheetName);
    if (!sheet.ok) return sheet;
    const { claimed, others } = book.value.rows(sheet.value, spans);
    const plan = planDecision(book.value.around, claimed, ask);
    const strangers = others === 0 ? [] : [{ reason: sentence('left-no-record'), records: others }];
    const preview = { ...plan.preview, sheet: sheetName, leftOut: [...plan.preview.leftOut, ...strangers] };
    return done({ book: book.value, plan: { ...plan, preview } });
  };

  /** An edit of the user: only the rows it touched are looked at again. */
  const edited = async (event: Extract<WorkbookEvent, { kind: 'edited' }>): Promise<void> => {
    if (live === undefined) return;
    const sheet = live.sheet(event.sheet);
    if (sheet === undefined || event.span.row <= sheet.headingRow || moved.has(event.sheet)) {
      // Home, a heading, or a sheet of the user's own.
      if (sheet === undefined && event.sheet !== HOME) return;
      moved.add(event.sheet);
      const book = await current();
      if (book.ok) tellAll();
      return;
    }
    const book = await current();
    if (!book.ok || !touchesRecords(sheet, event)) return;
    await recheck(book.value, sheet, event.span);
    tellAll();
  };
  const recheck = async (book: LiveBook, sheet: BookSheet, span: RowSpan): Promise<void> => {
    const cells = (await workbook.read(sheet.name, span)) ?? [];
    const end = Math.min(span.row + span.rows, Math.max(sheet.cells.length, span.row + cells.length));
    while (span.row + cells.length < end) cells.push([]);
    const old = new Map(book.rows(sheet, [span]).claimed.map(({ row }) => [row, sheet.cells[row] ?? []]));
    book.replace(sheet, span.row, cells);
    const after = book.rows(sheet, [span]).claimed;
    const { edits } = planMarks(book.around, after);
    if (edits.length === 0) return;
    await write(book, edits);
    // Where Excel forgets its own undo because we wrote, ours takes the user's typing back.
    const typed = after.flatMap((row) => typedCells(row, old.get(row.row)));
    remember(sentence('undo-typed', { sheet: sheet.name, records: after.length }), after.length, typed);
  };

  const follow = async (event: WorkbookEvent, look: number): Promise<void> => {
    if (event.kind === 'reshaped') {
      if (event.sheet === HOME || live?.sheet(event.sheet) !== undefined) moved.add(event.sheet);
      return;
    }
    if (event.kind === 'edited') return edited(event);
    // Who holds an arrow key down passes rows faster than they can be shown; only the last one counts.
    if (look !== looks || !(await isOurs())) return;
    const view = await workbook.view();
    const [first] = view.selected;
    shown = first === undefined ? undefined : { sheet: view.sheet, row: first.row };
    const book = await current();
    if (book.ok) tell(cardNews());
  };

  return {
    open: () =>
      inTurn(() =>
        outcomeOf(async () => {
          if (!(await isOurs())) return done(emptyOverview);
          const book = await look();
          return book.ok ? done(overview()) : book;
        }),
      ),
    importFiles: (files, gstin) =>
      inTurn(() =>
        outcomeOf(async (): Promise<Result<ImportOutcome>> => {
          const download = readDownloads(await Promise.all(files.map(bytesOf)));
          if (!download.ok) return download;
          const merged = await isOurs();
          live = undefined;
          const report = await (merged ? mergeDownload : importNew)(desk(), download.value, gstin);
          if (!report.ok) return report;
          undos.length = 0;
          await look();
          tellAll();
          return done({ report: report.value, merged });
        }),
      ),
    openErrors: (file) =>
      inTurn(() =>
        outcomeOf(async () => {
          const errors = readErrors(await bytesOf(file));
          if (!errors.ok) return errors;
          live = undefined;
          const report = await placeErrors(desk(), errors.value);
          if (!report.ok) return report;
          const { places, ...rest } = report.value;
          await look();
          tellAll();
          return done({ report: rest, places });
        }),
      ),
    validate: (sheet) =>
      inTurn(() =>
        outcomeOf(async (): Promise<Result<Checked>> => {
          live = undefined;
          const opened = await openBook(desk());
          if (!opened.ok) return opened;
          if (sheet !== undefined && !opened.value.sheets.some(({ name }) => name === sheet)) {
            return refuse('not-a-record-sheet', sheet);
          }
          const { today } = now();
          const checked = checkBook(opened.value, today);
          const book = createLiveBook(opened.value, checked, today);
          await write(book, validationEdits(opened.value, checked, now(), sheet), progress);
          live = book;
          tellAll();
          return done(checkedOf(opened.value, checked.findings, sheet));
        }),
      ),
    preFlight: () =>
      inTurn(() =>
        outcomeOf(async () => {
          const report = await generate(desk());
          if (!report.ok) return report;
          for (const { name, text } of report.value.files) {
            const right = checkUpload(text, name, report.value.profile);
            if (!right.ok) return right;
          }
          const book = await current();
          return book.ok ? done(preFlightOf(report.value, book.value.book)) : book;
        }),
      ),
    card: (place) =>
      inTurn(() =>
        outcomeOf(async () => {
          const book = await current();
          if (!book.ok) return book;
          shown = place;
          return done(cardAt(book.value, place));
        }),
      ),
    answer: ({ sheet, row }, answers) =>
      inTurn(() =>
        outcomeOf(async () => {
          const planned = await planBulk({ answers, alsoDecided: true }, [{ row, rows: 1 }], sheet);
          if (!planned.ok) return planned;
          const { book, plan } = planned.value;
          const number = plan.rows[0]?.record.row.number ?? '';
          return done(await carryOut(book, plan, sentence('undo-one', { number })));
        }),
      ),
    preview: (ask, rows, sheet) =>
      inTurn(() =>
        outcomeOf(async () => {
          const planned = await planBulk(ask, rows, sheet);
          return planned.ok ? done(planned.value.plan.preview) : planned;
        }),
      ),
    decide: (ask, rows, sheet) =>
      inTurn(() =>
        outcomeOf(async () => {
          const planned = await planBulk(ask, rows, sheet);
          if (!planned.ok) return planned;
          const { book, plan } = planned.value;
          const { status } = ask.answers;
          const values = { records: plan.preview.records, sheet, status: status ?? '' };
          return done(
            await carryOut(book, plan, sentence(status === undefined ? 'undo-answers' : 'undo-bulk', values)),
          );
        }),
      ),
    undo: () =>
      inTurn(() =>
        outcomeOf(async () => {
          const book = await current();
          if (!book.ok) return book;
          const step = undos.at(-1);
          if (step === undefined) return done({ records: 0, leftOut: [] });
          const plan = planUndo(book.value.around, step.cells, book.value.rowOf);
          await write(book.value, plan.edits, progress);
          undos.pop();
          const rows = plan.rows.flatMap(({ record }) => book.value.rowOf(record.id) ?? []);
          const { edits } = planMarks(book.value.around, rows);
          if (edits.length > 0) await write(book.value, edits, progress);
          tellAll();
          return done({ records: plan.preview.records, leftOut: plan.preview.leftOut });
        }),
      ),
    show: ({ sheet: name, row }, heading) =>
      inTurn(() =>
        outcomeOf(async () => {
          const book = await current();
          if (!book.ok) return book;
          const sheet = sheetOf(book.value, name);
          if (!sheet.ok) return sheet;
          const headings = sheet.value.cells[sheet.value.headingRow] ?? [];
          const at = heading === null ? -1 : headings.findIndex((cell) => textOf(cell) === heading);
          await workbook.goTo(name, row, at >= 0 ? at : (sheet.value.columns.get('status') ?? 0));
          return done(undefined);
        }),
      ),
    saveSettings: (settings: Settings) =>
      inTurn(() =>
        outcomeOf(async () => {
          const book = await current();
          if (!book.ok) return book;
          const edit = settingEdit(book.value.book.home, settings, desk().name);
          if (!edit.ok) return edit;
          await write(book.value, [edit.value]);
          const again = await look();
          if (!again.ok) return again;
          tellAll();
          return done(overview());
        }),
      ),
    happened: (event) => {
      if (event.kind === 'looked') looks += 1;
      const number = looks;
      return inTurn(async () => {
        const outcome = await outcomeOf(async () => done(await follow(event, number)));
        if (outcome.kind !== 'refused') return;
        // Nobody asked for anything, so one sentence is all; the next piece of work reads everything again.
        live = undefined;
        tell({ said: `${outcome.refusal.reason}. ${outcome.refusal.advice}` });
      });
    },
  };
}

/** False for edits in columns of the user's own only. */
function touchesRecords(
  { columns, tools }: BookSheet,
  { column, columns: count }: { column: number; columns: number },
) {
  return [...columns.values(), ...tools.values()].some((at) => at >= column && at < column + count);
}

async function bytesOf({ name, blob }: PortalFile): Promise<ReadFile> {
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
