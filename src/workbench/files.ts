import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { BookView } from '../core/book-view';
import type { Result } from '../core/kernel/result';
import type { Progress, SheetPlan } from '../core/workbook';
import { blocksOf, headOf, joinBook } from './book-parts';
import type { FilesWorker } from './files-worker';
import { newFilesWorker } from './new-files-worker';

/** .xlsx files, read and written in a Worker that lives as long as it is needed. */
export interface Files {
  open(bytes: Uint8Array, name: string, progress: Progress): Promise<Result<BookView>>;
  /** the file with these sheets in it, without their rows; a new file where there is none yet */
  author(plans: readonly SheetPlan[], base: Uint8Array | undefined): Promise<Result<Uint8Array>>;
  save(base: Uint8Array, view: BookView, progress: Progress): Promise<Uint8Array>;
}

export function createFiles(): Files {
  /** Each piece of work has a Worker of its own: what it took of memory goes with it. */
  const inWorker = async <T>(work: (files: Remote<FilesWorker>) => Promise<T>): Promise<T> => {
    const worker = newFilesWorker();
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
    try {
      return await Promise.race([failed, work(wrap<FilesWorker>(worker))]);
    } finally {
      worker.terminate();
    }
  };
  return {
    open: (bytes, name, progress) =>
      inWorker(async (files) => {
        const opened = await files.open(bytes, name, proxy(progress));
        if ('refusal' in opened) return { ok: false, refusal: opened.refusal };
        const book = joinBook(opened.head);
        for (;;) {
          const block = await files.nextBlock();
          if (block === undefined) return { ok: true, value: book.view };
          book.add(block);
        }
      }),
    author: (plans, base) =>
      inWorker<Result<Uint8Array>>((files) =>
        files.author(
          plans.map((plan) => ({ ...plan, rows: plan.rows.slice(0, 1) })),
          base,
        ),
      ),
    save: (base, view, progress) =>
      inWorker(async (files) => {
        await files.startSaving(headOf(view));
        for (const block of blocksOf(view)) await files.addBlock(block);
        const copy = base.slice();
        return files.save(transfer(copy, [copy.buffer]), proxy(progress));
      }),
  };
}
