import { expose, proxy, type Remote } from 'comlink';
import { momentOf } from '../../boundary/moment';
import type { WorkbookEvent } from '../../core/workbook';
import type { DeskNews, PaneDesk } from '../pane-desk';
import type { FarWorkbook } from './far-workbook';
import { landed, nearWorkbook } from './near-workbook';
import { createSession, portalReading } from './session';

/** What the Worker offers to the page. */
export interface DeskWorker {
  start(
    workbook: FarWorkbook,
    tell: (news: DeskNews) => void,
  ): Promise<PaneDesk & { happened(event: WorkbookEvent): Promise<void> }>;
}

expose({
  start: async (far: Remote<FarWorkbook>, tell: (news: DeskNews) => void) => {
    const workbook = await nearWorkbook(far);
    const session = createSession({
      workbook,
      now: () => momentOf(new Date()),
      tell,
      progress: () => undefined,
      // By the same way as the calls to the workbook, so that it comes before them.
      begin: (turn) => void far.begin(turn),
      readers: async () => (await import(/* webpackChunkName: "register-xlsx" */ './sheet-readers')).sheetReaders,
      pause: async (done, of) => landed(await far.pause(done, of)),
    });
    // Not before the first look at the workbook is on its way; one that does not come is fetched with the first file.
    setTimeout(() => void portalReading().catch(() => undefined), 0);
    return proxy(session);
  },
});
