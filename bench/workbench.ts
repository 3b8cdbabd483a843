/**
 * Measures the built workbench in Chromium: `npm run bench:workbench [-- <records> …]`. A workbook of the command line is
 * opened, edited, saved, and opened and left five times more.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sirv from 'sirv';
import { launchChromium } from '../test/support/browser/chromium';
import { downloadPieces, RECIPIENT } from '../test/support/generate-download';
import { memory, peakOf } from './memory';
import { wholeEdits } from './whole-edit';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const root = join(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'ims-bench-'));
const MINUTES = 20 * 60_000;
const ROUNDS = 5;
const EDITS = 5;

/** The longest block of the page's thread since this was asked last, in milliseconds; 0 below 50. */
async function longestBlock(page: Page): Promise<number> {
  await page.waitForTimeout(100);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { blocks: number[] }).blocks.splice(0)));
}

async function bench(records: number, address: string): Promise<void> {
  const json = join(folder, 'download.json');
  const name = `book-${String(records)}`;
  const book = join(folder, `${name}.xlsx`);
  writeFileSync(json, [...downloadPieces({ records, seed: 7, gstin: RECIPIENT })].join(''));
  execFileSync(process.execPath, [join(root, 'dist/ims.js'), 'import', json, '--out', book], { stdio: 'ignore' });
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport: { width: 1400, height: 820 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(MINUTES);
  await page.addInitScript(() => {
    const blocks: number[] = ((window as unknown as { blocks: number[] }).blocks = []);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address);
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  await button('Try the sample').waitFor();
  const session = await context.newCDPSession(page);
  await longestBlock(page);
  const rows: string[][] = [];
  const measure = async (step: string, work: () => Promise<void>): Promise<void> => {
    const began = performance.now();
    const peak = await peakOf(page, work);
    const seconds = (performance.now() - began) / 1000;
    const block = await longestBlock(page);
    const after = await memory(page, session);
    rows.push([
      step,
      seconds.toFixed(2),
      block === 0 ? 'below 50' : block.toFixed(0),
      ...[after.heap, after.own, peak.own, peak.whole].map((megabytes) => megabytes.toFixed(0)),
    ]);
  };
  const open = async (): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('Open workbook').click()]);
    await chooser.setFiles(book);
    await page.locator('header bdi').getByText(name, { exact: true }).waitFor();
  };
  await measure('open: file read, grid on screen', open);
  await measure('the pane has read and checked all', async () => {
    await button('Validate All Sheets').and(page.locator(':enabled')).waitFor();
    await page.getByText('Records and your decisions').last().waitFor();
  });
  await measure('Validate All Sheets', async () => {
    await button('Validate All Sheets').click();
    await page.getByRole('heading', { name: 'Validate All Sheets' }).waitFor();
  });
  const edits = await wholeEdits(page, 'B2B', EDITS);
  await measure('Save workbook', async () => {
    await Promise.all([page.waitForEvent('download'), button('Save workbook').click()]);
    await page.getByText(`Saved as ${name}.xlsx`).waitFor();
  });
  for (let round = 1; round <= ROUNDS; round += 1) {
    await measure(`round ${String(round)}: Start anew, open`, async () => {
      await button('Start anew').click();
      await button('Try the sample').waitFor();
      await open();
      await page.getByText('Records and your decisions').last().waitFor();
    });
  }
  await browser.close();
  console.log(`\n## ${new Intl.NumberFormat('en-IN').format(records)} records in the workbench\n`);
  console.log(
    '| step | seconds | longest block, ms | heap, MB | page, MB | most meanwhile, MB | with what it shares |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  const milliseconds = edits.map((took) => took.toFixed(0)).join(', ');
  console.log(`\nA wrong Status, from the key until it is checked and its mark is on the screen: ${milliseconds} ms.`);
}

void (async () => {
  const files = sirv(join(root, 'dist/workbench'), { dev: true });
  const server = createServer((request, response) => files(request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = `http://localhost:${String((server.address() as AddressInfo).port)}/`;
  try {
    for (const size of sizes.length === 0 ? [100_000, 300_000] : sizes) await bench(size, address);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
})();
