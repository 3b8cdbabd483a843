import { existsSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** Megabytes of the JavaScript heap after a collection, and of the whole renderer. */
export async function memory(page: Page, session: CDPSession): Promise<{ heap: number; whole: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize / 1e6, whole: mostOf(await renderersOf(page)) };
}

/** The most that the whole renderer has while that work is done, in megabytes. */
export async function peakOf(page: Page, work: () => Promise<void>): Promise<number> {
  const renderers = await renderersOf(page);
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, mostOf(renderers))), 20);
  await work();
  clearInterval(timer);
  return peak;
}

async function renderersOf(page: Page): Promise<number[]> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function mostOf(processes: readonly number[]): number {
  return Math.max(0, ...processes.map(residentOf));
}

/** 0 for a process that has ended. */
function residentOf(process: number): number {
  const path = `/proc/${String(process)}/status`;
  const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
}
