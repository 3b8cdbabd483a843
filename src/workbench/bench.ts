import { say } from '../core/kernel/pane-words';
import type { BookView } from '../core/book-view';
import { done, type Result } from '../core/kernel/result';
import { hostFaultOf, type Progress, type Workbook } from '../core/workbook';
import type { GridWorkbook } from '../hosts/workbench/grid-workbook';
import { download } from '../save-page/download';
import { outcomeOf, stop } from '../taskpane/desk/outcome';
import type { PortalFile } from '../taskpane/pane-desk';
import type { Progressing } from '../taskpane/pane-host';
import type { Message, PaneState } from '../taskpane/state/pane-state';
import { faultText, refusalText } from '../taskpane/state/phrases';
import type { Files } from './files';
import { followWorkbook } from './followed-workbook';
import { createJournal } from './journal';
import { whatIsDropped } from './dropped';
import { keptEdits } from './kept-edits';
import type { Keeper, KeptWork } from './kept-work';
import { unseenText } from './unseen-text';

export interface BenchState {
  /** of the open workbook, without its ending */
  readonly name: string;
  /** counts workbooks: the pane starts anew with each */
  readonly book: number;
  readonly isEmpty: boolean;
  readonly isUnsaved: boolean;
  readonly work: PaneState['work'];
  readonly progress: Progressing | undefined;
  readonly message: Message | undefined;
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
  readonly open: (file: PortalFile) => Promise<void>;
  /** opens a workbook that was dropped on the page, or says why not; false where the files are for the pane */
  readonly takeDropped: (files: readonly PortalFile[]) => boolean;
  readonly save: () => Promise<void>;
  readonly startAnew: () => Promise<void>;
  readonly resume: (kept: KeptWork) => Promise<void>;
  readonly erase: (kept: KeptWork) => Promise<void>;
  readonly answer: (discard: boolean) => Promise<void>;
  /** stops the work under way, where it can be stopped */
  readonly stop: () => void;
  readonly dismiss: () => void;
  /** gives the keys to the cells */
  readonly focusCells: () => void;
  /** a name for a workbook that never was in a file */
  readonly suggestName: (name: string) => void;
}

const EMPTY: BookView = { sheets: [], looks: [] };

export function createBench(grid: GridWorkbook, files: Files, keeper: Keeper): Bench {
  let state: BenchState = {
    name: say('bench-new-name'),
    book: 0,
    isEmpty: true,
    isUnsaved: false,
    work: undefined,
    progress: undefined,
    message: undefined,
    kept: [],
    asked: undefined,
  };
  /** the file as it was opened or saved, which the browser need not hold in the page's memory; undefined while there is none */
  let base: Blob | undefined;
  let isNamed = false;
  let isShowing = false;
  /** counts what changed in the grid, by the user or by us */
  let changes = 0;
  const listeners = new Set<() => void>();
  const set = (change: Partial<BenchState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const tell = (intent: Message['intent'], text: string): void => set({ message: { intent, text, undo: false } });

  const journal = createJournal(keeper, (fault) => tell('warning', say('bench-not-kept', { fault })));
  const { workbook, alone } = followWorkbook(grid, {
    planned: async (plans) => {
      const authored = await files.author(plans, base);
      if (!authored.ok) throw hostFaultOf(authored.refusal);
      return () => {
        base = authored.value;
        journal.rebase(authored.value);
        set({ isEmpty: false, isUnsaved: true });
      };
    },
    changed: (edit) => {
      if (base !== undefined) journal.add(state.name, base, edit);
    },
  });
  grid.onChanged(() => {
    if (isShowing) return;
    changes += 1;
    // What went well is no longer all that there is to tell: `Saved as` beside `Not saved` would be untrue.
    if (state.message?.intent === 'success') set({ message: undefined });
    if (!state.isUnsaved && !state.isEmpty) set({ isUnsaved: true });
  });

  const working = async (what: string, work: () => Promise<Result<undefined>>): Promise<void> => {
    if (state.work !== undefined) return;
    set({ work: { what, canStop: true, stopping: false }, message: undefined });
    try {
      const outcome = await alone(() => outcomeOf(work));
      if (outcome.kind === 'refused') tell('error', refusalText(outcome.refusal));
      if (outcome.kind === 'stopped') tell('warning', say('stopped'));
    } catch (fault) {
      tell('error', faultText(fault));
    } finally {
      set({ work: undefined, progress: undefined });
    }
  };
  const progress: Progress = (done, of) => set({ progress: { done, of } });
  /** From here on the work is done to its end, unless the user stopped it before. */
  const goOn = (): void => {
    if (state.work?.stopping === true) stop();
    if (state.work !== undefined) set({ work: { ...state.work, canStop: false } });
  };
  /** Asks before changes are lost. */
  const carefully = async (work: () => Promise<void>): Promise<void> => {
    if (state.isUnsaved) set({ asked: work });
    else await work();
  };
  /** Another workbook, or none, in the place of the one that is open. */
  const show = async (view: BookView, file: Blob | undefined): Promise<void> => {
    isShowing = true;
    try {
      await grid.show(view);
    } finally {
      isShowing = false;
    }
    base = file;
    isNamed = file !== undefined;
    await journal.forget();
  };
  /** What is told of a workbook that has just come in the place of another. */
  const anew = (name: string, isUnsaved: boolean): Partial<BenchState> => ({
    name,
    book: state.book + 1,
    isEmpty: base === undefined,
    isUnsaved,
  });

  const open: Bench['open'] = ({ name, blob }) =>
    carefully(() =>
      working(say('bench-work-open', { name }), async () => {
        // A copy: the file on the disk may change or go while the workbook is open.
        const own = new Blob([await blob.arrayBuffer()]);
        const opened = await files.open(own, name, progress);
        if (!opened.ok) return opened;
        goOn();
        await show(opened.value, own);
        set(anew(name.replace(/\.xlsx$/i, ''), false));
        tellUnseen(opened.value);
        return done(undefined);
      }),
    );
  /** What the file keeps and the page does not show is said once, when it is opened. */
  const tellUnseen = ({ unseen = [] }: BookView): void => {
    if (unseen.length > 0) tell('info', unseenText(unseen));
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
    start: async () => set({ kept: await journal.found() }),
    open,
    takeDropped: (dropped) => {
      const what = whatIsDropped(dropped);
      if (what.kind === 'for-pane') return false;
      if (what.kind === 'refused') tell('error', what.text);
      else if (state.work === undefined) void open(what.file);
      else tell('warning', say('work-still', { what: state.work.what }));
      return true;
    },
    save: () =>
      working(say('bench-work-save', { name: state.name }), async () => {
        if (base === undefined) return done(undefined);
        const saving = changes;
        const saved = await files.save(base, grid.rowsNow(), progress);
        goOn();
        const name = `${state.name}.xlsx`;
        download(name, saved);
        base = saved;
        isNamed = true;
        await journal.forget();
        // What was typed meanwhile may be missing in the file.
        set({ isUnsaved: changes !== saving });
        tell('success', say('bench-saved', { name }));
        return done(undefined);
      }),
    startAnew: () =>
      carefully(async () => {
        await alone(() => show(EMPTY, undefined));
        set({ ...anew(say('bench-new-name'), false), message: undefined });
      }),
    resume: ({ id, name }) =>
      carefully(() =>
        working(say('bench-work-resume', { name }), async () => {
          const kept = await keeper.take(id);
          if (kept === undefined) return done(undefined);
          const opened = await files.open(kept.base, `${name}.xlsx`, progress);
          if (!opened.ok) return opened;
          goOn();
          await show(opened.value, kept.base);
          let isUnsaved = false;
          try {
            await grid.change(keptEdits(kept.parts));
            await journal.adopt(kept);
            isUnsaved = true;
            set({ kept: state.kept.filter((other) => other.id !== id) });
          } finally {
            set(anew(name, isUnsaved));
          }
          tellUnseen(opened.value);
          return done(undefined);
        }),
      ),
    erase: async ({ id }) => {
      await journal.erase(id);
      set({ kept: state.kept.filter((other) => other.id !== id) });
      tell('success', say('bench-erased'));
    },
    answer: async (discard) => {
      const { asked } = state;
      // The changes are gone when the work is done, not before: the file may be refused.
      set({ asked: undefined });
      if (discard) await asked?.();
    },
    stop: () => {
      if (state.work?.canStop !== true) return;
      set({ work: { ...state.work, stopping: true } });
      files.stop();
    },
    dismiss: () => set({ message: undefined }),
    focusCells: grid.focus,
    suggestName: (name) => {
      if (isNamed || base === undefined || name === state.name) return;
      set({ name });
      journal.rename(name);
    },
  };
}
