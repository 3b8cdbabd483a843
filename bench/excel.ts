/**
 * Measures the built pane in Chromium on the test host: `npm run bench:excel [-- <records> …]`. The host answers within
 * this process, so seconds are those of our side and the library's; a real Excel adds its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { launchChromium } from '../test/support/browser/chromium';
import type { Pane } from '../test/support/browser/pane';
import { openPaneOn } from '../test/support/browser/pane-on-host';
import { longestTaskOf } from './busy-tasks';
import { createExcelHost, type ExcelHost } from '../test/support/excel-host/excel-host';
import { downloadPieces, RECIPIENT } from '../test/support/generate-download';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const folder = mkdtempSync(join(tmpdir(), 'ims-bench-'));
const MINUTES = 20 * 60_000;

interface Measured {
  readonly step: string;
  readonly seconds: number;
  readonly syncs: number;
  readonly bytes: number;
  /** bytes of the same values as plain JSON, where all of them are sent */
  readonly raw?: number;
  readonly largest: number;
  /** by the clock, and of the processor, in milliseconds */
  readonly longestBlock: number;
  readonly busiest: number;
}

/** The longest that the pane's own thread was busy at a time, in milliseconds, since this was asked last; 0 below 50. */
async function longestBlock(frame: Frame): Promise<number> {
  return frame.evaluate(async () => {
    const pane = window as unknown as { benchBlocks?: number[] };
    if (pane.benchBlocks === undefined) {
      const blocks: number[] = (pane.benchBlocks = []);
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) blocks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    }
    // What was seen is told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return Math.max(0, ...pane.benchBlocks.splice(0));
  });
}

async function measure(
  step: string,
  browser: Browser,
  host: ExcelHost,
  pane: Pane,
  work: () => Promise<void>,
  raw?: () => number,
): Promise<Measured> {
  host.resetLog();
  await longestBlock(pane.frame);
  const [seconds, busiest] = await longestTaskOf(browser, async () => {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1000;
  });
  const { log } = host;
  return {
    step,
    seconds,
    syncs: log.length,
    bytes: log.reduce((sum, { bytesIn }) => sum + bytesIn, 0),
    ...(raw === undefined ? {} : { raw: raw() }),
    largest: Math.max(...log.map(({ bytesIn, bytesOut }) => Math.max(bytesIn, bytesOut))),
    longestBlock: await longestBlock(pane.frame),
    busiest: busiest.milliseconds,
  };
}

/** All values of the workbook as plain JSON. */
function rawBytes(host: ExcelHost): number {
  return host.book
    .sheetNames()
    .reduce((sum, name) => sum + Buffer.byteLength(JSON.stringify(host.book.values(name))), 0);
}

async function bench(records: number): Promise<void> {
  const path = join(folder, `${String(records)}.json`);
  writeFileSync(path, [...downloadPieces({ records, seed: 7, gstin: RECIPIENT })].join(''));
  const browser = await launchChromium();
  const host = createExcelHost();
  const [{ pane, usable }, busiest] = await longestTaskOf(browser, async () => {
    const opened = await openPaneOn(browser, host, { width: 350 });
    // Done when the button could be pressed: there, in view, at rest, and nothing over it.
    await opened.frame.getByRole('button', { name: 'Open Downloaded IMS JSON File' }).click({ trial: true });
    // By the same clock as the paints of the pane: since its own page was asked for.
    return { pane: opened, usable: await opened.frame.evaluate(() => performance.now()) };
  });
  const { frame, page } = pane;
  page.setDefaultTimeout(MINUTES);
  const press = (name: string): Promise<void> => frame.getByRole('button', { name, exact: true }).first().click();
  const starting = await longestBlock(frame);
  const paint = await frame.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  const all: Measured[] = [];
  all.push(
    await measure(
      'import',
      browser,
      host,
      pane,
      async () => {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Open Downloaded IMS JSON File')]);
        await chooser.setFiles(path);
        await frame.getByRole('heading', { name: 'IMS JSON opened' }).waitFor();
      },
      () => rawBytes(host),
    ),
  );
  await press('Home');
  all.push(
    await measure('validate all sheets', browser, host, pane, async () => {
      await press('Validate All Sheets');
      await frame.getByRole('heading', { name: 'Validate All Sheets' }).waitFor();
    }),
  );
  const status = host.book.values('B2B', 'A6:AD6')[0]?.indexOf('Status') ?? 0;
  const letter = String.fromCharCode(65 + status);
  all.push(
    await measure('one wrong cell, marked', browser, host, pane, async () => {
      host.user.paste('B2B', `${letter}9`, [['Perhaps']]);
      while (host.book.shown('B2B', `${letter}9`).fill !== '#FFC9C9') await page.waitForTimeout(5);
    }),
  );
  const pasted = Math.min(5_000, records / 4);
  all.push(
    await measure(`paste of ${String(pasted)} wrong cells, all marked`, browser, host, pane, async () => {
      host.user.paste(
        'B2B',
        `${letter}20:${letter}${String(19 + pasted)}`,
        Array.from({ length: pasted }, () => ['Perhaps']),
      );
      const lastCell = `${letter}${String(19 + pasted)}`;
      while (host.book.shown('B2B', lastCell).fill !== '#FFC9C9') await page.waitForTimeout(5);
    }),
  );
  const grouped = (count: number): string => new Intl.NumberFormat('en-IN').format(count);
  console.log(`\n## ${grouped(records)} records in Excel's pane\n`);
  console.log(
    `The first screen can be used after ${usable.toFixed(0)} ms; ` +
      `first contentful paint of the pane: ${paint.toFixed(0)} ms; longest block while it starts: ${shownBlock(starting)} ms by the clock; ` +
      `the longest task took ${busiest.milliseconds.toFixed(0)} ms of the processor (${busiest.script}).\n`,
  );
  console.log(
    '| step | seconds | syncs | MB sent | × raw values | largest message, MB | longest block, ms | of the processor, ms |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const { step, seconds, syncs, bytes, raw, largest, longestBlock: block, busiest: task } of all) {
    const ratio = raw === undefined ? '–' : (bytes / raw).toFixed(2);
    const shown = shownBlock(block);
    console.log(
      `| ${step} | ${seconds.toFixed(2)} | ${String(syncs)} | ${(bytes / 1e6).toFixed(2)} | ${ratio} | ${(largest / 1e6).toFixed(2)} | ${shown} | ${task.toFixed(0)} |`,
    );
  }
  await browser.close();
  rmSync(path);
}

function shownBlock(milliseconds: number): string {
  return milliseconds === 0 ? 'below 50' : milliseconds.toFixed(0);
}

async function main(): Promise<void> {
  for (const size of sizes.length > 0 ? sizes : [10_000, 50_000, 100_000]) await bench(size);
  rmSync(folder, { recursive: true });
}

void main();
