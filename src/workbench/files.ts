import { proxy, wrap, type Remote } from 'comlink';
import type { BookHead, BookView, ShownBlock } from '../core/book-view';
import type { Result } from '../core/kernel/result';
import type { Progress, SheetPlan } from '../core/workbook';
import { STOPPED } from '../taskpane/desk/outcome';
import { inMessages, joinBook } from './book-parts';
import type { FilesWorker } from './files-worker';
import { newFilesWorker } from './new-files-worker';

/** What is on the screen, to be read in blocks as the save goes on. */
export interface ShownRows {
  /** of the sheets */
  readonly names: readonly string[];
  /** gives the head behind the last block; undefined where rows moved meanwhile, so that it is to be read anew */
  blocks(): AsyncGenerator<ShownBlock, BookHead | undefined>;
}

/** .xlsx files, read and written in a Worker that lives as long as it is needed. */
export interface Files {
  open(file: Blob, name: string, progress: Progress): Promise<Result<BookView>>;
  /** the file with these sheets in it, without their rows; a new file where there is none yet */
  author(plans: readonly SheetPlan[], base: Blob | undefined): Promise<Result<Blob>>;
  save(base: Blob, shown: ShownRows, progress: Progress): Promise<Blob>;
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
        const book = joinBook();
        for (let step = await files.open(file, name, proxy(progress)); ; step = await files.next()) {
          if ('refusal' in step) return { ok: false, refusal: step.refusal };
          if ('head' in step) return { ok: true, value: book.view(step.head) };
          book.add(step);
        }
      }),
    author: (plans, base) =>
      inWorker<Result<Blob>>((files) =>
        files.author(
          plans.map((plan) => ({ ...plan, rows: plan.rows.slice(0, 1) })),
          base,
        ),
      ),
    save: async (base, shown, progress) => {
      const saved = await inWorker(async (files) => {
        let head: BookHead | undefined;
        while (head === undefined) {
          await files.startSaving(base, shown.names, proxy(progress));
          const blocks = inMessages(shown.blocks());
          for (let block = await blocks.next(); ; block = await blocks.next()) {
            if (block.done === true) {
              head = block.value;
              break;
            }
            await files.addBlock(block.value);
          }
        }
        return files.save(head, proxy(progress));
      });
      return saved instanceof Blob ? saved : inWorker((files) => files.patch(base, saved, proxy(progress)));
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
