import { IUndoRedoService } from '@univerjs/core';
import type { BookView } from '../../core/book-view';
import { LAST_ROW } from '../../core/sheet-rules';
import { hostFault, type Workbook, type WorkbookEvent } from '../../core/workbook';
import { changeCells } from './change-cells';
import { openBook, type OpenBook } from './open-book';
import { readCells } from './read-cells';
import { viewOfPlans } from './view-of-plans';

/** A workbook in a grid on the page. Before something is shown it has no sheets. */
export interface GridWorkbook extends Workbook {
  /** Puts this in the place of everything shown so far; undo begins anew. */
  show(view: BookView): Promise<void>;
}

export function createGridWorkbook(container: HTMLElement): GridWorkbook {
  const listeners = new Set<(event: WorkbookEvent) => void>();
  let book: OpenBook | undefined;
  const show = async (view: BookView): Promise<void> => {
    await book?.close();
    book = await openBook(container, view, {
      dark: false,
      tell: (event) => {
        for (const listener of listeners) listener(event);
      },
    });
  };
  void IUndoRedoService;
  void hostFault;
  return {
    rowLimit: LAST_ROW,
    show,
    sheetNames: () => Promise.resolve((book?.sheets ?? []).map(({ name }) => name)),
    prepare: async (plans) => {
      await show(viewOfPlans(plans));
    },
    read: async (name, span, progress) => {
      const sheet = book?.sheet(name);
      return sheet === undefined ? undefined : readCells(sheet, span, progress);
    },
    change: (edits, progress) => changeCells((name) => book?.sheet(name), edits, progress),
    goTo: async () => undefined,
    view: async () => ({ sheet: '', selected: [] }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: async () => {
      listeners.clear();
      await book?.close();
      book = undefined;
    },
  };
}
