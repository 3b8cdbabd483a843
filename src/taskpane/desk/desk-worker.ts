import { expose, proxy, type Remote } from 'comlink';
import type { WorkbookEvent } from '../../core/workbook';
import type { DeskNews, PaneDesk } from '../pane-desk';
import type { FarWorkbook } from './far-workbook';
import { nearWorkbook } from './near-workbook';
import { createSession } from './session';

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
    const session = createSession({ workbook, now: localNow, tell, progress: () => undefined });
    return proxy(session);
  },
});

/** The user's own day and minute. */
function localNow(): { today: string; time: string } {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    today: `${two(now.getDate())}-${two(now.getMonth() + 1)}-${String(now.getFullYear())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
}
