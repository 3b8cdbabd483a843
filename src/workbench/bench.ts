import { say } from '../core/kernel/pane-words';
import type { BookView } from '../core/book-view';
import type { Refusal } from '../core/kernel/result';
import { isHostFault, type Workbook } from '../core/workbook';
import type { GridWorkbook } from '../hosts/workbench/grid-workbook';
import { download } from '../save-page/download';
import { joinEdits, partsOf } from '../taskpane/desk/edit-parts';
import { faultText, refusalText } from '../taskpane/state/phrases';
import type { Files } from './files';
import { followWorkbook } from './followed-workbook';
import type { Keeper, KeptWork } from './kept-work';

export interface BenchState {
  /** of the open workbook, without its ending */
  readonly name: string;
  /** counts workbooks: the pane starts anew with each */
  readonly book: number;
  readonly isEmpty: boolean;
  readonly isUnsaved: boolean;
  readonly work: { readonly what: string; readonly done: number; readonly of: number } | undefined;
  readonly message: { readonly intent: 'success' | 'warning' | 'error'; readonly text: string } | undefined;
  /** work that another tab left behind */
  readonly kept: readonly KeptWork[];
  /** what waits for the user's word, because changes would be lost */
  readonly asked: (() => Promise<void>) | undefined;
}

/** The workbook on the page: the grid, the file behind it, and what is kept of it in the browser. */
export interface Bench {
  readonly workbook: Workbook;
  readonly state: () => BenchState;
  readonly watch: (listener: () => void) => () => void;
  readonly start: () => Promise<void>;
  readonly open: (file: File) => Promise<void>;
  readonly save: () => Promise<void>;
  readonly startAnew: () => Promise<void>;
  readonly resume: (kept: KeptWork) => Promise<void>;
  readonly erase: (kept: KeptWork) => Promise<void>;
  readonly answer: (discard: boolean) => Promise<void>;
  readonly dismiss: () => void;
  /** gives the keys to the cells */
  readonly focusCells: () => void;
  /** a name for a workbook that never was in a file */
  readonly suggestName: (name: string) => void;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EMPTY: BookView = { sheets: [], looks: [] };

export function createBench(grid: GridWorkbook, files: Files, keeper: Keeper): Bench {
  let state: BenchState = {
    name: say('bench-new-name'),
    book: 0,
    isEmpty: true,
    isUnsaved: false,
    work: undefined,
    message: undefined,
    kept: [],
    asked: undefined,
  };
  /** the file as it was opened or saved; undefined while there is none */
  let base: Uint8Array | undefined;
  let isNamed = false;
  let isShowing = false;
  /** true while the browser holds the base of this workbook */
  let isKept = false;
  let keeps = true;
  const listeners = new Set<() => void>();
  const set = (change: Partial<BenchState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const fail = (text: string): void => set({ message: { intent: 'error', text } });

  let keeping: Promise<void> = Promise.resolve();
  /** The browser's database takes one thing after the other; when it cannot, that is said once. */
  const keep = (work: () => Promise<void>): Promise<void> => {
    keeping = keeping.then(async () => {
      if (!keeps) return;
      try {
        await work();
      } catch (fault) {
        keeps = false;
        const reason = fault instanceof Error ? fault.message : String(fault);
        set({ message: { intent: 'warning', text: say('bench-not-kept', { fault: reason }) } });
      }
    });
    return keeping;
  };
  const { workbook, alone } = followWorkbook(grid, {
    planned: async (plans) => {
      base = await files.author(plans);
    },
    made: () => set({ isEmpty: false, isUnsaved: true }),
    changed: (edit) => {
      const own = base;
      if (own === undefined) return;
      void keep(async () => {
        if (!isKept) await keeper.begin(state.name, own);
        isKept = true;
        await keeper.add([...partsOf(edit)]);
      });
    },
  });
  grid.onChanged(() => {
    if (!isShowing && !state.isUnsaved && !state.isEmpty) set({ isUnsaved: true });
  });

  const forget = (): Promise<void> =>
    keep(async () => {
      isKept = false;
      await keeper.forget();
    });
  const show = async (view: BookView): Promise<void> => {
    isShowing = true;
    try {
      await grid.show(view);
    } finally {
      isShowing = false;
    }
  };
  const working = async (what: string, work: () => Promise<Refusal | undefined>): Promise<void> => {
    if (state.work !== undefined) return;
    set({ work: { what, done: 0, of: 1 }, message: undefined });
    try {
      const refusal = await alone(work);
      if (refusal !== undefined) fail(refusalText(refusal));
    } catch (fault) {
      fail(isHostFault(fault) ? refusalText(fault.refusal) : faultText(fault));
    } finally {
      set({ work: undefined });
    }
  };
  const progress = (done: number, of: number): void => {
    if (state.work !== undefined) set({ work: { ...state.work, done, of } });
  };
  /** Asks before changes are lost. */
  const carefully = async (work: () => Promise<void>): Promise<void> => {
    if (state.isUnsaved) set({ asked: work });
    else await work();
  };
  const openBytes = async (bytes: Uint8Array, fileName: string): Promise<Refusal | undefined> => {
    const opened = await files.open(bytes, fileName, progress);
    if (!opened.ok) return opened.refusal;
    await show(opened.value);
    base = bytes;
    isNamed = true;
    await forget();
    set({ name: fileName.replace(/\.xlsx$/i, ''), book: state.book + 1, isEmpty: false, isUnsaved: false });
    return undefined;
  };

  return {
    workbook,
    state: () => state,
    watch: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start: () => keep(async () => set({ kept: await keeper.found() })),
    open: (file) =>
      carefully(() =>
        working(say('bench-work-open', { name: file.name }), async () =>
          openBytes(new Uint8Array(await file.arrayBuffer()), file.name),
        ),
      ),
    save: () =>
      working(say('bench-work-save', { name: state.name }), async () => {
        if (base === undefined) return undefined;
        const saved = await files.save(base, await grid.viewNow(), progress);
        const name = `${state.name}.xlsx`;
        download(name, new Blob([saved.slice()], { type: XLSX }));
        base = saved;
        isNamed = true;
        await forget();
        set({ isUnsaved: false, message: { intent: 'success', text: say('bench-saved', { name }) } });
        return undefined;
      }),
    startAnew: () =>
      carefully(async () => {
        await alone(async () => {
          await show(EMPTY);
          base = undefined;
          isNamed = false;
          await forget();
        });
        set({ name: say('bench-new-name'), book: state.book + 1, isEmpty: true, isUnsaved: false, message: undefined });
      }),
    resume: ({ id, name }) =>
      carefully(() =>
        working(say('bench-work-resume', { name }), async () => {
          const kept = await keeper.take(id);
          if (kept === undefined) return undefined;
          const refusal = await openBytes(kept.base, `${name}.xlsx`);
          if (refusal !== undefined) return refusal;
          // Parts are in the order of the work: each is an edit by itself, and the last word on its cells.
          const edits = kept.parts.flatMap((part) => {
            const joined = joinEdits();
            joined.add(part);
            return joined.all();
          });
          await grid.change(edits);
          await keep(async () => {
            await keeper.begin(name, kept.base);
            isKept = true;
            await keeper.add(kept.parts);
            await keeper.erase(id);
          });
          set({ isUnsaved: true, kept: state.kept.filter((other) => other.id !== id), book: state.book + 1 });
          return undefined;
        }),
      ),
    erase: ({ id }) =>
      keep(async () => {
        await keeper.erase(id);
        const message = { intent: 'success' as const, text: say('bench-erased') };
        set({ kept: state.kept.filter((other) => other.id !== id), message });
      }),
    answer: async (discard) => {
      const { asked } = state;
      // The changes are gone when the work is done, not before: the file may be refused.
      set({ asked: undefined });
      if (discard) await asked?.();
    },
    dismiss: () => set({ message: undefined }),
    focusCells: grid.focus,
    suggestName: (name) => {
      if (isNamed || base === undefined || name === state.name) return;
      set({ name });
      void keep(async () => {
        if (isKept) await keeper.rename(name);
      });
    },
  };
}
