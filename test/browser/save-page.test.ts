import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { packFile } from '../../src/save-page/carried-file';
import { launchChromium } from '../support/browser/chromium';
import { ADDIN, answerRequests } from '../support/browser/static-files';

/** The page that saves the generated file where Excel's pane has no downloads. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const name = 'IMS_27ZZZCR1001K1Z0_20260801-1200.json';
const text = '{"gstin":"27ZZZCR1001K1Z0","invdata":{"b2b":[{"inum":"ಅ/1"}]}}';

async function open(hash: string): Promise<{ page: Page; asked: string[]; refused: readonly string[] }> {
  const context = await browser.newContext({ acceptDownloads: true });
  const refused = await answerRequests(context, '');
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${ADDIN}/save.html#${hash}`);
  return { page, asked, refused };
}

it('saves the file that its address carries, and tells no server', async () => {
  const { page, asked, refused } = await open(await packFile({ name, text }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${name}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  expect(readFileSync(await download.path(), 'utf8')).toBe(text);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.join()).not.toContain('gzip');
  expect(asked.join()).not.toContain('IMS_');
  expect(refused).toEqual([]);
  await page.context().close();
});

it('takes a text that is too long for an address from the clipboard, if it is whole', async () => {
  const noise = Array.from({ length: 12_000 }, (_, index) => Math.sin(index).toString(36).slice(2)).join('');
  const long = JSON.stringify({ invdata: { b2b: [{ noise }] } });
  const hash = await packFile({ name, text: long });
  expect(hash).not.toContain('gzip=');
  const { page } = await open(hash);
  await page.getByLabel(/Paste the text/).fill(long.slice(0, -9));
  await page.getByRole('button', { name: `Save ${name}` }).click();
  expect(await page.getByRole('status').textContent()).toContain('not the whole text');
  await page.getByLabel(/Paste the text/).fill(long);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${name}` }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(long);
  await page.context().close();
});

it.each(['', 'name=setup.exe&gzip=aaaa', `name=${name}&gzip=damaged`, 'name=<img src=x onerror=alert(1)>'])(
  'saves nothing for the address #%s',
  async (hash) => {
    const { page } = await open(hash);
    await page.getByText('There is no file in this address.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await page.context().close();
  },
);
