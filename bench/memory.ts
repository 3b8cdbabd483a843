import { existsSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

/**
 * Megabytes of a renderer: its own, which the browser's task manager shows as its memory footprint, and with what it shares
 * with other processes, as the browser's program is.
 */
export interface Resident {
  readonly own: number;
  readonly whole: number;
}

/** Megabytes of the JavaScript heap after a collection, and of the renderer. */
export async function memory(page: Page, session: CDPSession): Promise<Resident & { heap: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize / 1e6, ...mostOf((await renderersOf(page)).map(residentOf)) };
}

/** The most that the renderer has while that work is done. */
export async function peakOf(page: Page, work: () => Promise<void>): Promise<Resident> {
  const renderers = await renderersOf(page);
  let peak: Resident = { own: 0, whole: 0 };
  const timer = setInterval(() => (peak = mostOf([peak, ...renderers.map(residentOf)])), 20);
  await work();
  clearInterval(timer);
  return peak;
}

async function renderersOf(page: Page): Promise<number[]> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function mostOf(all: readonly Resident[]): Resident {
  return {
    own: Math.max(0, ...all.map(({ own }) => own)),
    whole: Math.max(0, ...all.map(({ whole }) => whole)),
  };
}

/** 0 for a process that has ended. */
function residentOf(process: number): Resident {
  const path = `/proc/${String(process)}/status`;
  const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
  return { own: megabytes('RssAnon') + megabytes('VmSwap'), whole: megabytes('VmRSS') };
}
