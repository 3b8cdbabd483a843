import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { withCommandLine } from '../support/browser/command-line';

/** The workbench as one file, opened from disk where there is no network. */
let browser: Browser;
const root = join(__dirname, '../..');
const folder = join(root, 'dist/single');
const file = join(folder, 'ims-offline.html');

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), '--env', 'single'], {
    cwd: root,
  });
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser.close();
});

it('is one page that runs its own script alone, with the licences beside it', () => {
  expect(readdirSync(folder).sort()).toEqual(['THIRD-PARTY-LICENSES.txt', 'ims-offline.html']);
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, 'utf8')) ?? [];
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]{43}='; /);
  expect(policy).toContain("; connect-src 'none'; ");
});

it('works from disk: from the sample to the file to upload, and to a workbook that it opens again', () =>
  opened(pathToFileURL(file).href, async (page) => {
    await trySample(page);
    await page.getByRole('main').getByText('B2B', { exact: true }).first().click();
    await press(page, 'Bulk action');
    await page.getByRole('radio', { name: 'Rows the filter shows', exact: true }).check();
    await page.getByRole('radio', { name: 'Reject', exact: true }).check();
    await press(page, 'Preview');
    await press(page, 'Apply');
    await page
      .getByText(/^Done: \d records rejected/)
      .first()
      .waitFor();
    await press(page, 'Home');
    await press(page, 'Validate All Sheets');
    await page.getByText('All sheets: 0 errors, 0 warnings.').filter({ visible: true }).first().waitFor();
    await press(page, 'Home');
    await press(page, 'Generate JSON File to Upload');
    const upload = await downloaded(page, /^Save IMS_/);
    expect(upload.name).toMatch(/^IMS_27ZZZCR1001K1Z0_\d{8}-\d{4}\.json$/);

    const book = await downloaded(page, 'Save workbook');
    expect(book.name).toBe('IMS_27ZZZCR1001K1Z0.xlsx');
    withCommandLine(book.bytes, ({ validate, generate }) => {
      expect(validate()).toMatchObject({ errors: 0, warnings: 0 });
      expect(generate()).toEqual([JSON.parse(upload.bytes.toString())]);
    });

    await press(page, 'Start anew');
    await page.getByRole('heading', { name: 'No workbook yet' }).waitFor();
    await page
      .locator('input[accept=".xlsx"]')
      .setInputFiles({ name: 'saved.xlsx', mimeType: 'application/octet-stream', buffer: book.bytes });
    await page.getByText('saved', { exact: true }).waitFor();
    await page.getByText(/^Imported \d\d-/).waitFor();
  }));

/** Browsers differ in what they allow a file from disk; these are places where each of them refuses it. */
const poorer = [
  { place: 'without locks and random names (http)', address: 'http://ims.test/', keeps: true, headers: {} },
  {
    place: 'without storage (a page of no origin)',
    address: 'https://ims.test/',
    keeps: false,
    headers: { 'content-security-policy': 'sandbox allow-scripts allow-downloads' },
  },
];
it.each(poorer)('works $place', ({ address, keeps, headers }) =>
  opened(
    address,
    async (page) => {
      if (!keeps) await page.getByText(/^This browser does not keep your work for you \(/).waitFor();
      await trySample(page);
      expect((await downloaded(page, 'Save workbook')).name).toBe('IMS_27ZZZCR1001K1Z0.xlsx');
    },
    headers,
  ),
);

/** Opens the file at this address, offline; at the end nothing was asked of anybody and nothing went wrong. */
async function opened(
  address: string,
  work: (page: Page) => Promise<void>,
  headers: Record<string, string> = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
  });
  const strays: string[] = [];
  try {
    await context.route(/^https?:/, (route) =>
      route.request().url() === address
        ? route.fulfill({ path: file, contentType: 'text/html', headers })
        : route.abort(),
    );
    await context.setOffline(true);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => {
      const url = request.url();
      // The Workers' scripts, out of the page itself, have addresses that begin with `blob:`.
      if (url !== address && !url.startsWith('blob:')) strays.push(url);
    });
    page.on('pageerror', (error) => strays.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') strays.push(message.text());
    });
    await page.goto(address);
    await work(page);
    expect(strays).toEqual([]);
  } finally {
    await context.close();
  }
}

async function trySample(page: Page): Promise<void> {
  // The pane has looked at the workbook when it offers this.
  await page.getByRole('button', { name: 'Open Downloaded IMS JSON File' }).waitFor();
  await press(page, 'Try the sample');
  await page.getByRole('heading', { name: 'IMS JSON opened' }).waitFor();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
}

async function downloaded(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
