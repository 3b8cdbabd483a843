/** Measures the grid of the workbench in Chromium: `npm run bench:grid [-- <rows> …]`. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../test/support/browser/chromium';
import { buildGridFiles, openGridPage } from '../test/support/browser/grid';
import { memory } from './memory';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const COLUMNS = 32;

interface Timed {
  readonly took: number;
  readonly longest: number;
}

function inPage<T>(page: Page, method: string, ...args: number[]): Promise<T> {
  return page.evaluate(
    ([name, values]) =>
      (window as unknown as { bench: Record<string, (...numbers: number[]) => Promise<T>> }).bench[name]?.(
        ...values,
      ) as T,
    [method, args] as const,
  );
}

/** Frames a second while the wheel is turned for three seconds. */
async function wheelFrames(page: Page): Promise<number> {
  await page.mouse.move(700, 450);
  const frames = inPage<number>(page, 'frames', 3000);
  const end = performance.now() + 2900;
  while (performance.now() < end) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
  return frames;
}

const shown = ({ took, longest }: Timed): string =>
  `${(took / 1000).toFixed(2)} s, longest block ${longest === 0 ? 'below 50' : longest.toFixed(0)} ms`;

async function bench(rows: number): Promise<void> {
  const files = await buildGridFiles(join(__dirname, 'grid-page.ts'));
  const browser = await launchChromium();
  const { page, close } = await openGridPage(browser, files, { width: 1400, height: 900 });
  page.setDefaultTimeout(10 * 60_000);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  console.log(`\n## ${new Intl.NumberFormat('en-IN').format(rows)} rows of ${String(COLUMNS)} columns\n`);
  const say = (what: string, figure: string): void => console.log(`- ${what}: ${figure}`);
  say('Univer alone, shown', shown(await inPage<Timed>(page, 'bare', rows)));
  const bare = [await wheelFrames(page), await wheelFrames(page)];
  await inPage(page, 'closeBare');
  say('grid, shown', shown(await inPage<Timed>(page, 'show', rows)));
  const own = [await wheelFrames(page), await wheelFrames(page)];
  say('frames a second, Univer alone', bare.map((frames) => frames.toFixed(1)).join(' and '));
  say('frames a second, grid', own.map((frames) => frames.toFixed(1)).join(' and '));
  const after = await memory(page, session);
  say('memory', `heap ${after.heap.toFixed(0)} MB, renderer ${after.whole.toFixed(0)} MB`);
  say('read all', shown(await inPage<Timed>(page, 'read')));
  say('view to save', shown(await inPage<Timed>(page, 'viewNow')));
  say('change of a column', shown(await inPage<Timed>(page, 'change', rows)));
  for (const row of [3, 5, 9]) {
    await inPage(page, 'goTo', row, 6);
    await page.mouse.click(46 + 117 * 6 + 40, 88 + 20 * row + 10);
    const edit = inPage<{ told: number; marked: number }>(page, 'edit');
    await page.keyboard.type('Rejected');
    await page.keyboard.press('Enter');
    const { told, marked } = await edit;
    say('one edit', `told after ${told.toFixed(0)} ms, marked after ${marked.toFixed(0)} ms`);
  }
  const heaps: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    await inPage(page, 'show', rows);
    heaps.push((await memory(page, session)).heap.toFixed(0));
  }
  say('heap after each of five more', `${heaps.join(', ')} MB`);
  await inPage(page, 'clear');
  say('heap after nothing is shown', `${(await memory(page, session)).heap.toFixed(0)} MB`);
  await close();
  await browser.close();
}

async function main(): Promise<void> {
  for (const size of sizes.length > 0 ? sizes : [100_000, 300_000]) await bench(size);
}

void main();
