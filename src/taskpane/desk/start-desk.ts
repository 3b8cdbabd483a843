import { proxy, wrap } from 'comlink';
import { STORE_SHEET } from '../../core/engine/store';
import { done } from '../../core/kernel/result';
import { emptyOverview } from '../../core/tasks/empty-overview';
import type { Workbook, WorkbookEvent } from '../../core/workbook';
import type { PaneHost, Progressing } from '../pane-host';
import type { DeskNews, PaneDesk } from '../pane-desk';
import { createCalls } from './calls';
import type { DeskWorker } from './desk-worker';
import { offerWorkbook } from './far-workbook';
import { newDeskWorker } from './new-desk-worker';
import { outcomeOf, stop } from './outcome';

interface DeskParts extends Pick<PaneHost, 'desk' | 'watchNews' | 'watchProgress' | 'stop'> {
  /** shows something that went wrong without being asked for */
  readonly warn: (warning: string) => void;
  /** lets go of the workbook and of the Worker */
  readonly end: () => void;
}

/** Every member of it answers with a promise, so over the wire it looks as it is. */
type FarDesk = PaneDesk & { happened(event: WorkbookEvent): Promise<void> };

/** Starts the Worker with the first call to the desk, or at once after it, gives it the workbook, and passes on what the user does. */
export function startDesk(workbook: Workbook): DeskParts {
  const news = new Set<(news: DeskNews) => void>();
  const progress = new Set<(progress: Progressing | undefined) => void>();
  const calls = createCalls();
  const report = (done: number, of: number): void => {
    const call = calls.current();
    // Marks that follow the user's typing are written without a word.
    if (call === undefined) return;
    if (call.stopped) stop();
    for (const listener of progress) listener({ done, of });
  };
  const ends: (() => void)[] = [];
  let far: Promise<FarDesk> | undefined;
  const start = async (): Promise<FarDesk> => {
    const worker = newDeskWorker();
    ends.push(() => worker.terminate());
    const tell = (told: DeskNews): void => {
      for (const listener of news) listener(told);
    };
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
    const desk = await Promise.race([
      failed,
      wrap<DeskWorker>(worker).start(proxy(offerWorkbook(workbook, report, calls.begin)), proxy(tell)),
    ]);
    ends.push(
      workbook.listen((event) => {
        // What fails without being asked for is told by the next piece of work that is.
        desk.happened(event).catch(() => undefined);
      }),
    );
    return desk;
  };
  const get = (): Promise<FarDesk> => {
    far ??= start();
    // A Worker that could not be loaded is tried again with the next piece of work.
    far.catch(() => {
      far = undefined;
    });
    return far;
  };
  const call = async <T>(work: (desk: FarDesk) => Promise<T>): Promise<T> => {
    const own = calls.add();
    try {
      const to = await get();
      calls.send(own);
      return await work(to);
    } finally {
      if (calls.end(own)) for (const listener of progress) listener(undefined);
    }
  };
  const desk: PaneDesk = {
    open: () => openFirst(workbook, () => call((to) => to.open()), get),
    importFiles: (files, gstin, sure) => call((to) => to.importFiles(files, gstin, sure)),
    openErrors: (file) => call((to) => to.openErrors(file)),
    hasRecords: (sheet) => call((to) => to.hasRecords(sheet)),
    validate: (sheet) => call((to) => to.validate(sheet)),
    preFlight: () => call((to) => to.preFlight()),
    isCurrent: (preFlight) => call((to) => to.isCurrent(preFlight)),
    card: (place) => call((to) => to.card(place)),
    answer: (place, answers) => call((to) => to.answer(place, answers)),
    preview: (ask, rows, sheet) => call((to) => to.preview(ask, rows, sheet)),
    decide: (ask, preview) => call((to) => to.decide(ask, preview)),
    undo: () => call((to) => to.undo()),
    show: (place, heading) => call((to) => to.show(place, heading)),
    registerSources: () => call((to) => to.registerSources()),
    openRegister: (source) => call((to) => to.openRegister(source)),
    changeRegister: (change) => call((to) => to.changeRegister(change)),
    takeRegister: () => call((to) => to.takeRegister()),
    startMatching: () => call((to) => to.startMatching()),
    matching: () => call((to) => to.matching()),
    showCategory: (category) => call((to) => to.showCategory(category)),
    showAllRows: () => call((to) => to.showAllRows()),
    previewMatching: (categories) => call((to) => to.previewMatching(categories)),
    applyMatching: (preview) => call((to) => to.applyMatching(preview)),
    matchOf: (place) => call((to) => to.matchOf(place)),
    nearTo: (place) => call((to) => to.nearTo(place)),
    link: (place, near) => call((to) => to.link(place, near)),
    unlink: (place) => call((to) => to.unlink(place)),
    exportMemory: () => call((to) => to.exportMemory()),
    importMemory: (file) => call((to) => to.importMemory(file)),
    saveSettings: (settings) => call((to) => to.saveSettings(settings)),
  };
  return {
    desk,
    warn: (warning) => {
      for (const listener of news) listener({ warning });
    },
    watchNews: (listener) => subscribe(news, listener),
    watchProgress: (listener) => subscribe(progress, listener),
    stop: calls.stop,
    end: () => {
      for (const end of ends.splice(0)) end();
    },
  };
}

/** A workbook without our records is known by the names of its sheets: its first screen does not wait for the Worker, which comes meanwhile. */
async function openFirst(
  workbook: Workbook,
  open: PaneDesk['open'],
  fetch: () => Promise<unknown>,
): ReturnType<PaneDesk['open']> {
  const names = await outcomeOf(async () => done(await workbook.sheetNames()));
  if (names.kind !== 'done') return names;
  if (names.value.includes(STORE_SHEET)) return open();
  // One that does not come is told by the first piece of work that needs it.
  fetch().catch(() => undefined);
  return { kind: 'done', value: emptyOverview };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
