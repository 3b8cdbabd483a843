import { booksOnDemand } from './books-on-demand';
import { recordStore } from '../../boundary/record-store';
import { STORE_SHEET } from '../../core/engine/store';
import type { Day } from '../../core/kernel/day';
import { done, type Result } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';
import { checkBook } from '../../core/tasks/check-book';
import type { Desk } from '../../core/tasks/desk';
import { HOME } from '../../core/tasks/home-labels';
import { openBook, openHome, openSheet, type BookSheet } from '../../core/tasks/open-book';
import type { Cell } from '../../core/kernel/cell';
import type { Progress, RowSpan, SheetEdit, SheetPlan, Workbook } from '../../core/workbook';
import { createLiveBook, type LiveBook } from './live-book';
import { rememberedStore } from './remembered-store';

/** What the desk knows of the workbook, and how it comes to know it again. */
export interface DeskBook {
  readonly desk: () => Desk;
  /** whether there is a record store; sheets that have lost their names are to be read again from now on */
  readonly isOurs: () => Promise<boolean>;
  /** as it is known; undefined before the first look and after a failure */
  readonly known: () => LiveBook | undefined;
  /** reads all of it */
  readonly look: () => Promise<Result<LiveBook>>;
  /** as it is known, with sheets whose rows or columns moved read again */
  readonly current: () => Promise<Result<LiveBook>>;
  /**
   * The book with these rows as they are this moment: who sorts or inserts while we think must not find an answer on
   * another row.
   */
  readonly fresh: (sheet: string, spans: readonly RowSpan[]) => Promise<Result<LiveBook>>;
  readonly moved: (sheet: string) => void;
  readonly hasMoved: (sheet: string) => boolean;
  /** from now on nothing is known */
  readonly forget: () => void;
  readonly know: (book: LiveBook) => void;
  /** Writes and follows, new sheets and edits in one go. After a failure nothing is known. */
  readonly write: (
    to: LiveBook,
    edits: readonly SheetEdit[],
    report?: Progress,
    plans?: readonly SheetPlan[],
  ) => Promise<void>;
}

export type Now = () => { readonly today: Day; readonly time: string };

export function createDeskBook(workbook: Workbook, now: Now, progress: Progress): DeskBook {
  let live: LiveBook | undefined;
  const moved = new Set<string>();
  const store = rememberedStore(recordStore);
  const desk = (): Desk => ({
    workbook: { ...workbook, read: (sheet, span) => workbook.read(sheet, span, progress) },
    name: sentence('this-workbook'),
    store,
    books: booksOnDemand,
    ...now(),
    progress,
  });
  const forget = (): void => {
    live = undefined;
    moved.clear();
  };
  const look = async (): Promise<Result<LiveBook>> => {
    forget();
    const book = await openBook(desk());
    if (!book.ok) return book;
    const { today } = now();
    return done((live = createLiveBook(book.value, checkBook(book.value, today), today)));
  };
  const lookAgain = async (known: LiveBook): Promise<Result<LiveBook>> => {
    const names = new Set(moved);
    // Should this fail half-way, all is read again.
    forget();
    const home = names.has(HOME) ? await openHome(desk(), known.book.ledger) : done(known.book);
    if (!home.ok) return home;
    const sheets: BookSheet[] = [];
    for (const sheet of known.book.sheets) {
      const again = names.has(sheet.name) ? await openSheet(desk(), sheet.type, sheet.name) : done(sheet);
      if (!again.ok) return again;
      sheets.push(again.value);
    }
    const book = { ...known.book, ...home.value, sheets };
    const { today } = now();
    return done((live = createLiveBook(book, checkBook(book, today), today)));
  };
  const current = async (): Promise<Result<LiveBook>> => {
    if (live === undefined) return look();
    return moved.size === 0 ? done(live) : lookAgain(live);
  };
  const fresh = async (name: string, spans: readonly RowSpan[]): Promise<Result<LiveBook>> => {
    const book = await current();
    const sheet = book.ok ? book.value.sheet(name) : undefined;
    if (!book.ok || sheet === undefined || spans.length === 0) return book;
    const [headings] = (await workbook.read(name, { row: sheet.headingRow, rows: 1 })) ?? [];
    if (!sameCells(headings, sheet.cells[sheet.headingRow])) {
      moved.add(name);
      return current();
    }
    const row = Math.max(sheet.headingRow + 1, Math.min(...spans.map((span) => span.row)));
    const end = Math.min(sheet.cells.length, Math.max(...spans.map((span) => span.row + span.rows)));
    if (row < end) book.value.replace(sheet, row, (await workbook.read(name, { row, rows: end - row })) ?? []);
    return book;
  };
  return {
    desk,
    isOurs: async () => {
      const names = await workbook.sheetNames();
      const known = live === undefined ? [] : [HOME, ...live.book.sheets.map(({ name }) => name)];
      for (const name of known) if (!names.includes(name)) moved.add(name);
      return names.includes(STORE_SHEET);
    },
    known: () => live,
    look,
    current,
    fresh,
    moved: (sheet) => {
      if (sheet === HOME || live?.sheet(sheet) !== undefined) moved.add(sheet);
    },
    hasMoved: (sheet) => moved.has(sheet),
    forget,
    know: (book) => {
      moved.clear();
      live = book;
    },
    write: async (to, edits, report, plans = []) => {
      if (edits.length + plans.length === 0) return;
      try {
        await (plans.length > 0 ? workbook.prepare(plans, report, edits) : workbook.change(edits, report));
        to.follow(edits);
      } catch (error) {
        forget();
        throw error;
      }
    },
  };
}

function sameCells(a: readonly Cell[] | undefined, b: readonly Cell[] | undefined): boolean {
  const width = Math.max(a?.length ?? 0, b?.length ?? 0);
  for (let at = 0; at < width; at += 1) if ((a?.[at] ?? '') !== (b?.[at] ?? '')) return false;
  return true;
}
