import { proxy, wrap, type Remote } from 'comlink';
import type { BookView } from '../core/book-view';
import type { Result } from '../core/kernel/result';
import type { Progress, SheetPlan } from '../core/workbook';
import { STOPPED } from '../taskpane/desk/outcome';
import { blocksOf, headOf, joinBook } from './book-parts';
import type { FilesWorker } from './files-worker';
import { newFilesWorker } from './new-files-worker';

/** .xlsx files, read and written in a Worker that lives as long as it is needed. */
export interface Files {
  open(file: Blob, name: string, progress: Progress): Promise<Result<BookView>>;
  /** the file with these sheets in it, without their rows; a new file where there is none yet */
  author(plans: readonly SheetPlan[], base: Blob | undefined): Promise<Result<Blob>>;
  save(base: Blob, view: BookView, progress: Progress): Promise<Blob>;
  /** ends the work under way, which fails as `STOPPED` */
  stop(): void;
}

export function createFiles(): Files {
  const stops = new Set<() => void>();
  /** Each piece of work has a Worker of its own: what it took of memory goes with it. */
  const inWorker = async <T>(work: (files: Remote<FilesWorker>) => Promise<T>): Promise<T> => {
    const worker = newFilesWorker();
    let stop = (): void => undefined;
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      stop = () => reject(new Error(STOPPED));
    });
    stops.add(stop);
    try {
      return await Promise.race([failed, work(wrap<FilesWorker>(worker))]);
    } finally {
      stops.delete(stop);
      worker.terminate();
    }
  };
  return {
    open: (file, name, progress) =>
      inWorker(async (files) => {
        const opened = await files.open(file, name, proxy(progress));
        if ('refusal' in opened) return { ok: false, refusal: opened.refusal };
        const book = joinBook(opened.head);
        for (;;) {
          const block = await files.nextBlock();
          if (block === undefined) return { ok: true, value: book.view };
          book.add(block);
        }
      }),
    author: (plans, base) =>
      inWorker<Result<Blob>>((files) =>
        files.author(
          plans.map((plan) => ({ ...plan, rows: plan.rows.slice(0, 1) })),
          base,
        ),
      ),
    save: (base, view, progress) =>
      inWorker(async (files) => {
        await files.startSaving(base, headOf(view), proxy(progress));
        for (const block of blocksOf(view)) await files.addBlock(block);
        return files.save(proxy(progress));
      }),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
