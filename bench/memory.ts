import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/** Megabytes of the JavaScript heap after a collection, and of the whole renderer. */
export async function memory(page: Page, session: CDPSession): Promise<{ heap: number; whole: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id));
  return { heap: usedSize / 1e6, whole: Math.max(0, ...renderers) };
}

function residentOf(process: number): number {
  const status = readFileSync(`/proc/${String(process)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
}
