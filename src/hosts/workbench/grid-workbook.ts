import { ThemeService } from '@univerjs/core';
import { ILayoutService } from '@univerjs/ui';
import type { Area, BookHead, BookView, ShownBlock } from '../../core/book-view';
import { LAST_ROW } from '../../core/sheet-rules';
import { checkNamesFree, type Progress, type Workbook, type WorkbookEvent } from '../../core/workbook';
import { changeCells, type TypedEdit } from './change-cells';
import { filterBy, growFilters } from './grow-filters';
import { lookAt, viewOf } from './look-at';
import { openBook, type IsOurs, type OpenBook } from './open-book';
import { lineOf, readCells } from './read-cells';
import { isShown, readRaw } from './read-raw';
import type { ReasonOf } from './reasons';
import { showColumns } from './show-columns';
import { momentNow } from './touched-rows';
import { blocksOfBook, viewOfBook } from './view-of-book';
import { joinedViews, viewOfPlans } from './view-of-plans';

/** A workbook in a grid on the page. Before something is shown it has no sheets. */
export interface GridWorkbook extends Workbook {
  change(edits: readonly TypedEdit[], progress?: Progress): Promise<void>;
  /** the formulas of a sheet within an area: `row,column` to formula */
  formulasIn(sheet: string, area: Area): ReadonlyMap<string, string>;
  /** Puts this in the place of everything shown so far; undo begins anew. */
  show(view: BookView): Promise<void>;
  /** What is shown now, with what the user did to it. */
  viewNow(): Promise<BookView>;
  /**
   * The same to be saved: the sheets by name, and all rows in blocks; see `blocksOfBook`. Rows are null that are as `show`
   * was given them, unless sheets were made since.
   */
  rowsNow(): { readonly names: readonly string[]; blocks(): AsyncGenerator<ShownBlock, BookHead | undefined> };
  /** Tells that something differs from what was shown: cells, by the user or by us, widths, filters. */
  onChanged(listener: () => void): () => void;
  dark(on: boolean): void;
  /** Gives the keys to the cells. */
  readonly focus: () => void;
}

export interface GridOptions {
  readonly dark?: boolean;
  /** Why a cell is marked, in plain words; asked when the pointer is over it or it is selected. */
  readonly reasonOf?: ReasonOf;
  /** Which sheets are the product's: there `=` in front is text. All of them where this is left out. */
  readonly isOurs?: IsOurs;
}

const NOTHING: BookView = { sheets: [], looks: [] };

/** The grid fills the container, which must have a height. */
export function createGridWorkbook(container: HTMLElement, options: GridOptions = {}): GridWorkbook {
  const listeners = new Set<(event: WorkbookEvent) => void>();
  const changed = new Set<() => void>();
  let book: OpenBook | undefined;
  let isDark = options.dark === true;
  /** no sheets were made since `show`: of those no file has the rows */
  let isAsShown = false;
  const viewNow = async (): Promise<BookView> => {
    await book?.settled();
    return book === undefined ? NOTHING : viewOfBook(book);
  };
  const show = async (view: BookView): Promise<void> => {
    await book?.close();
    book = undefined;
    if (view.sheets.length === 0) return;
    book = await openBook(container, view, {
      dark: isDark,
      reasonOf: options.reasonOf ?? (() => undefined),
      isOurs: options.isOurs ?? (() => true),
      tell: (event) => {
        for (const listener of listeners) listener(event);
      },
      changed: () => {
        for (const listener of changed) listener();
      },
    });
  };
  const change: GridWorkbook['change'] = async (edits, progress) => {
    const open = book;
    const work = (): Promise<void> => changeCells((name) => open?.sheet(name), edits, progress);
    await (open === undefined ? work() : open.ours.write(work));
    if (open === undefined) return;
    showColumns(open, edits);
    growFilters(open, edits);
    open.forgetSteps(edits);
  };
  return {
    rowLimit: LAST_ROW,
    show: async (view) => {
      await show(view);
      isAsShown = true;
    },
    viewNow,
    rowsNow: () => ({
      names: (book?.sheets ?? []).map(({ name }) => name),
      blocks: async function* () {
        await book?.settled();
        if (book === undefined) return NOTHING;
        return yield* blocksOfBook(book, (sheet, row) => isAsShown && !sheet.touched.has(row));
      },
    }),
    sheetNames: (asks) => {
      const sheets = (asks?.shown === true ? book?.drawn.filter(isShown) : book?.sheets) ?? [];
      return Promise.resolve(sheets.map(({ name }) => name));
    },
    prepare: async (plans, progress, along = []) => {
      checkNamesFree(
        (book?.sheets ?? []).map(({ name }) => name),
        plans,
      );
      if (along.length > 0) await change(along, progress);
      isAsShown = false;
      await show(joinedViews(await viewNow(), viewOfPlans(plans)));
    },
    read: async (name, span, progress) => {
      const sheet = book?.sheet(name);
      if (sheet === undefined) return undefined;
      // Formulas of other sheets may count through all rows; a row of records must not wait for them.
      if (sheet.hasFormulas()) await book?.settled();
      return readCells(sheet, span, progress);
    },
    changes: {
      now: momentNow,
      since: async (name, { moment, width }) => {
        const sheet = book?.sheet(name);
        if (sheet?.hasFormulas() === true) await book?.settled();
        const changed = sheet?.touched.since(moment);
        if (sheet === undefined || changed === undefined || sheet.columns() !== width) return undefined;
        const height = sheet.rows();
        return { height, rows: new Map(changed.map((row) => [row, lineOf(sheet, row, width)])) };
      },
    },
    readRaw: async (name, progress) => {
      const sheet = book?.drawn.find((one) => one.name === name && isShown(one));
      if (book === undefined || sheet === undefined) return undefined;
      await book.settled();
      return readRaw(book.looks, sheet, progress);
    },
    change,
    showOnly: (sheet, row, column, texts) => {
      if (book !== undefined) filterBy(book, sheet, row, column, texts);
      return Promise.resolve();
    },
    formulasIn: (name, area) => {
      const sheet = book?.drawn.find((each) => each.name === name);
      const { row, column } = area;
      const isIn = (place: string): boolean => {
        const [down = 0, across = 0] = place.split(',').map(Number);
        return down >= row && down < row + area.rows && across >= column && across < column + area.columns;
      };
      return new Map([...(sheet?.formulas ?? [])].filter(([place]) => isIn(place)));
    },
    goTo: async (sheet, row, column) => {
      if (book !== undefined) await lookAt(book, sheet, row, column);
    },
    view: (asks) =>
      Promise.resolve(book === undefined ? { sheet: '', selected: [] } : viewOf(book, asks?.shown === true)),
    listen: (listener) => added(listeners, listener),
    onChanged: (listener) => added(changed, listener),
    dark: (on) => {
      isDark = on;
      book?.injector.get(ThemeService).setDarkMode(on);
    },
    focus: () => book?.injector.get(ILayoutService).focus(),
    dispose: async () => {
      listeners.clear();
      changed.clear();
      await book?.close();
      book = undefined;
    },
  };
}

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => {
    set.delete(item);
  };
}
