import type { Browser } from 'playwright-core';

/** A piece of work of the pane's own thread. */
export interface BusyTask {
  /** of the processor; a clock would also count what other programs took of it meanwhile */
  readonly milliseconds: number;
  /** the script that ran longest in it; blank where it was none */
  readonly script: string;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** beginning, length, and length in the time of the thread, in microseconds */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** The longest task of the thread that runs our script, while that work is done. */
export async function longestTaskOf<T>(browser: Browser, work: () => Promise<T>): Promise<[T, BusyTask]> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  const done = await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  // The library runs on the pane's thread and on no other.
  const ours = traceEvents.find((event) => event.ph === 'X' && /\/(taskpane|excel-web-[\d.]+)\./.test(urlOf(event)));
  const own = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && pid === ours?.pid && tid === ours.tid);
  const longest = longestOf(own.filter(({ name }) => name.endsWith('RunTask')));
  if (longest === undefined) throw new Error('The browser traced no task of the pane.');
  const inside = own.filter(
    (event) =>
      urlOf(event) !== '' && event.ts >= longest.ts && event.ts + (event.dur ?? 0) <= longest.ts + (longest.dur ?? 0),
  );
  const script = longestOf(inside);
  return [done, { milliseconds: (longest.tdur ?? 0) / 1000, script: script ? nameOf(urlOf(script)) : '' }];
}

function longestOf(events: readonly TraceEvent[]): TraceEvent | undefined {
  return events.reduce<TraceEvent | undefined>(
    (most, event) => ((event.tdur ?? 0) > (most?.tdur ?? 0) ? event : most),
    undefined,
  );
}

function urlOf({ args }: TraceEvent): string {
  return args?.data?.url ?? '';
}

function nameOf(url: string): string {
  return url.split('/').at(-1) ?? url;
}
