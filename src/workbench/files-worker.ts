import { expose } from 'comlink';
import { done, type Refusal, type Result } from '../core/kernel/result';
import { isHostFault, type SheetPlan } from '../core/workbook';
import { readBookView } from '../hosts/xlsx/view/read-book-view';
import { authorView, saveView } from '../hosts/xlsx/view/save-view';
import { whyUnreadable } from '../hosts/xlsx/why-unreadable';
import { blocksOf, headOf, joinBook, type BookHead, type RowBlock } from './book-parts';

type Tell = (done: number, of: number) => void;

/** What the Worker for .xlsx files offers to the page. Whole workbooks are given and taken in blocks of rows. */
export interface FilesWorker {
  open(bytes: Uint8Array, name: string, tell: Tell): Promise<{ head: BookHead } | { refusal: Refusal }>;
  /** the next block of the workbook that was opened; undefined at its end */
  nextBlock(): RowBlock | undefined;
  /** the file with sheets that were just planned, without their rows; a new file where there is none yet */
  author(plans: readonly SheetPlan[], base: Uint8Array | undefined): Promise<Result<Uint8Array>>;
  startSaving(head: BookHead): void;
  addBlock(block: RowBlock): void;
  /** the file with what was handed over since `startSaving` in it */
  save(base: Uint8Array, tell: Tell): Promise<Uint8Array>;
}

let reading: Iterator<RowBlock> | undefined;
let saving: ReturnType<typeof joinBook> | undefined;

const worker: FilesWorker = {
  open: async (bytes, name, tell) => {
    try {
      const view = await readBookView(bytes, tell);
      reading = blocksOf(view);
      return { head: headOf(view) };
    } catch (fault) {
      return { refusal: whyUnreadable(fault, name) };
    }
  },
  nextBlock: () => {
    const next = reading?.next();
    if (next?.done !== false) reading = undefined;
    return next?.done === false ? next.value : undefined;
  },
  author: async (plans, base) => {
    try {
      return done(await authorView(plans, base));
    } catch (fault) {
      // A fault loses on the way between threads what makes it one of the host.
      if (isHostFault(fault)) return { ok: false, refusal: fault.refusal };
      throw fault;
    }
  },
  startSaving: (head) => {
    saving = joinBook(head);
  },
  addBlock: (block) => saving?.add(block),
  save: async (base, tell) => {
    if (saving === undefined) throw new Error('There is nothing to save.');
    const { view } = saving;
    saving = undefined;
    return saveView(base, view, tell);
  },
};

expose(worker);
