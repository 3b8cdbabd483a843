import { expose } from 'comlink';
import { done, type Refusal, type Result } from '../core/kernel/result';
import { isHostFault, type SheetPlan } from '../core/workbook';
import { readBook, readBookView, type ReadBook } from '../hosts/xlsx/view/read-book-view';
import { authorView, half, patchView } from '../hosts/xlsx/view/save-view';
import { whyUnreadable } from '../hosts/xlsx/why-unreadable';
import { blocksOf, headOf, joinBook, type BookHead, type RowBlock } from './book-parts';

type Tell = (done: number, of: number) => void;

/** What the Worker for .xlsx files offers to the page. Whole workbooks are given and taken in blocks of rows. */
export interface FilesWorker {
  open(file: Blob, name: string, tell: Tell): Promise<{ head: BookHead } | { refusal: Refusal }>;
  /** the next block of the workbook that was opened; undefined at its end */
  nextBlock(): RowBlock | undefined;
  /** the file with sheets that were just planned, without their rows; a new file where there is none yet */
  author(plans: readonly SheetPlan[], base: Blob | undefined): Promise<Result<Blob>>;
  /** reads the file that is to be changed: what was handed over after it is kept only where it differs */
  startSaving(base: Blob, head: BookHead, tell: Tell): Promise<void>;
  addBlock(block: RowBlock): void;
  /** the file with what was handed over since `startSaving` in it */
  save(tell: Tell): Promise<Blob>;
}

let reading: Iterator<RowBlock> | undefined;
let saving: { base: Uint8Array; before: ReadBook; now: ReturnType<typeof joinBook> } | undefined;

const worker: FilesWorker = {
  open: async (file, name, tell) => {
    try {
      const view = await readBookView(await bytesOf(file), tell);
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
      return done(fileOf(await authorView(plans, base === undefined ? undefined : await bytesOf(base))));
    } catch (fault) {
      // A fault loses on the way between threads what makes it one of the host.
      if (isHostFault(fault)) return { ok: false, refusal: fault.refusal };
      throw fault;
    }
  },
  startSaving: async (file, head, tell) => {
    const base = await bytesOf(file);
    const before = await readBook(base, half(tell, 0));
    saving = { base, before, now: joinBook(head, before.view) };
  },
  addBlock: (block) => saving?.now.add(block),
  save: async (tell) => {
    if (saving === undefined) throw new Error('There is nothing to save.');
    const { base, before, now } = saving;
    saving = undefined;
    return fileOf(await patchView(base, before, now.view, half(tell, 1)));
  },
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files go to and fro as the browser's, which need not hold them in a page's memory. */
function fileOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX });
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

expose(worker);
