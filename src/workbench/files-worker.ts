import { expose } from 'comlink';
import type { BookHead, RowBlock, ShownBlock } from '../core/book-view';
import { startLettingGo } from '../core/kernel/let-go';
import { done, type Refusal, type Result } from '../core/kernel/result';
import { isHostFault, type SheetPlan } from '../core/workbook';
import { compareBook, type BookComparison } from '../hosts/xlsx/view/compare-book';
import { startReading } from '../hosts/xlsx/view/read-book-view';
import { patchFile } from '../hosts/xlsx/patch/patch-workbook';
import { carryEdits, landEdits, type CarriedEdits } from '../hosts/xlsx/view/carried-edits';
import { authorView, editsOfView, half, type ViewEdits } from '../hosts/xlsx/view/save-view';
import { bytesOf } from '../hosts/xlsx/zip';
import { whyUnreadable } from '../hosts/xlsx/why-unreadable';
import { inMessages } from './book-parts';

type Tell = (done: number, of: number) => void;

/** What the Worker for .xlsx files offers to the page. Whole workbooks are given and taken in blocks of rows. */
export interface FilesWorker {
  open(file: Blob, name: string, tell: Tell): Promise<Opening>;
  /** the next block of the workbook that is being opened, and its head behind the last */
  next(): Promise<Opening>;
  /** the file with sheets that were just planned, without their rows; a new file where there is none yet */
  author(plans: readonly SheetPlan[], base: Blob | undefined): Promise<Result<Blob>>;
  /** opens the file that is to be changed; the sheets of the window have these names */
  startSaving(base: Blob, names: readonly string[], tell: Tell): Promise<void>;
  /** what is handed over is kept only where it differs from the file */
  addBlock(block: ShownBlock): Promise<void>;
  /**
   * The file with what was handed over since `startSaving` in it, or where that is little, what `patch` is to do in another
   * Worker: what was needed to find it out is let go with this one.
   */
  save(head: BookHead, tell: Tell): Promise<Blob | CarriedEdits>;
  patch(base: Blob, edits: CarriedEdits, tell: Tell): Promise<Blob>;
}

/** A step of opening a file: some rows, all the rest, or why it cannot be opened. */
export type Opening = RowBlock | { readonly head: BookHead } | { readonly refusal: Refusal };

let next: FilesWorker['next'] | undefined;
let saving: { base: Blob; comparison: BookComparison } | undefined;

const worker: FilesWorker = {
  open: async (file, name, tell) => {
    const readable = async (work: () => Promise<Opening>): Promise<Opening> => {
      try {
        return await work();
      } catch (fault) {
        return { refusal: whyUnreadable(fault, name) };
      }
    };
    return readable(async () => {
      const reading = await startReading(file, tell);
      const blocks = inMessages(reading.blocks());
      next = () =>
        readable(async () => {
          const block = await blocks.next();
          return block.done === true ? { head: (await reading.end()).head } : block.value;
        });
      return next();
    });
  },
  next: () => {
    if (next === undefined) throw new Error('Nothing is being opened.');
    return next();
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
  startSaving: async (base, names, tell) => {
    saving = { base, comparison: await compareBook(base, names, half(tell, 0)) };
  },
  addBlock: async (block) => saving?.comparison.add(block),
  save: async (head, tell) => {
    if (saving === undefined) throw new Error('There is nothing to save.');
    const { base, comparison } = saving;
    saving = undefined;
    const edits = await editsOfView(await comparison.end(), head);
    return carryEdits(edits) ?? patched(base, edits, tell);
  },
  patch: async (base, carried, tell) => {
    return patched(base, landEdits(carried), tell);
  },
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function patched(base: Blob, { edits, active }: ViewEdits, tell: Tell): Promise<Blob> {
  const changed = await patchFile(base, edits, half(tell, 1), active);
  return changed === undefined ? base : changed.slice(0, changed.size, XLSX);
}

/** Files go to and fro as the browser's, which need not hold them in a page's memory. */
function fileOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX });
}

startLettingGo();
expose(worker);
