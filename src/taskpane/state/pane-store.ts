import { say } from '../../core/kernel/pane-words';
import type { DeskNews, Outcome } from '../pane-desk';
import type { PaneHost } from '../pane-host';
import { bookRefusals, firstState, type Message, type PaneState } from './pane-state';
import { faultText, refusalText } from './phrases';

export interface PaneStore {
  readonly host: PaneHost;
  readonly state: () => PaneState;
  readonly watch: (listener: () => void) => () => void;
  readonly set: (change: Partial<PaneState>) => void;
  /** says it to those who listen and do not look */
  readonly announce: (text: string) => void;
  readonly show: (message: Message) => void;
  /** Work that the user waits for; undefined where it came to nothing, and then the pane has said why. */
  readonly work: <T>(what: string, task: () => Promise<Outcome<T>>, canStop?: boolean) => Promise<T | undefined>;
  /** Stops the work that the user waits for, whether it has begun or still waits for its turn. */
  readonly stop: () => void;
  /** A short piece of work; several wait for each other in the order of the user's clicks. */
  readonly quick: <T>(task: () => Promise<Outcome<T>>) => Promise<T | undefined>;
  readonly end: () => void;
}

/** What the pane knows, outside of React, so that answers of the desk never meet an outdated closure. */
export function createPaneStore(host: PaneHost): PaneStore {
  let state = firstState;
  let queue: Promise<unknown> = Promise.resolve();
  let isAtWork = false;
  const listeners = new Set<() => void>();

  const set = (change: Partial<PaneState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const announce = (text: string): void => set({ said: { text, times: state.said.times + 1 } });
  const show = (message: Message): void => set({ message });

  function settle<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.kind === 'done') return outcome.value;
    if (outcome.kind === 'stopped') {
      show({ intent: 'warning', text: say('stopped'), undo: false });
      return undefined;
    }
    const text = refusalText(outcome.refusal);
    const ofBook = bookRefusals.has(outcome.refusal.id);
    if (ofBook) set({ trouble: text, card: null });
    show({ intent: 'error', text, undo: false, ofBook });
    return undefined;
  }

  async function attempt<T>(task: () => Promise<Outcome<T>>): Promise<T | undefined> {
    try {
      return settle(await task());
    } catch (fault) {
      show({ intent: 'error', text: faultText(fault), undo: false });
      return undefined;
    }
  }

  async function work<T>(what: string, task: () => Promise<Outcome<T>>, canStop = true): Promise<T | undefined> {
    if (state.work !== undefined) {
      announce(say('work-still', { what: state.work.what }));
      return undefined;
    }
    set({ work: { what, canStop, stopping: false }, message: undefined });
    // Answers that the user gave just before are part of what is worked on.
    await queue;
    isAtWork = true;
    const value = await attempt(hasStopped() ? () => Promise.resolve<Outcome<T>>({ kind: 'stopped' }) : task);
    isAtWork = false;
    set({ work: undefined, progress: undefined });
    return value;
  }

  const hasStopped = (): boolean => state.work?.stopping === true;

  function stop(): void {
    if (state.work?.canStop !== true) return;
    set({ work: { ...state.work, stopping: true } });
    // Before it begins there is nothing of it to be stopped, but perhaps an answer that it waits for.
    if (isAtWork) host.stop();
  }

  function quick<T>(task: () => Promise<Outcome<T>>): Promise<T | undefined> {
    const next = queue.then(() => attempt(task));
    queue = next;
    return next;
  }

  const hear = (news: DeskNews): void => {
    const { said, warning, ...known } = news;
    // Where the workbook could not be opened, the desk came to know it since.
    set(known.overview === undefined || state.opened !== 'failed' ? known : { ...known, opened: 'yes' });
    // The screen of a workbook that could not be opened says why by itself.
    if (typeof known.trouble === 'string' && state.opened !== 'failed')
      show({ intent: 'warning', text: known.trouble, undo: false, ofBook: true });
    else if (known.trouble === null && state.message?.ofBook === true) set({ message: undefined });
    if (said !== undefined) announce(said);
    if (warning !== undefined) show({ intent: 'warning', text: warning, undo: false });
  };
  const stops = [
    host.watchNews(hear),
    host.watchProgress((progress) => set({ progress })),
    host.watchTheme((theme) => set({ theme })),
  ];

  return {
    host,
    state: () => state,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    announce,
    show,
    work,
    stop,
    quick,
    end: () => {
      for (const stop of stops) stop();
      listeners.clear();
    },
  };
}
