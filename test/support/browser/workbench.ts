import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import Papa from 'papaparse';
import type { Browser, BrowserContext, Dialog, Download, Locator, Page } from 'playwright-core';
import { columnLetters } from '../../../src/core/language/address';
import { eventually } from './eventually';

const root = join(__dirname, '../../..');
const folder = join(root, 'dist/workbench');
const PAGE = 'https://workbench.test';
const NOTHING_COPIED = 'nothing was copied';

/** How far below the top of the grid the arrows of the filters are, in pixels. */
const FILTER_ARROWS = 169;

/** All that the sheets of the sample fill, and some blank cells around it. */
const ALL = 'A1:AD40';

export interface FileContent {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface BenchOptions {
  /** `forced` are those of the system, as in high contrast */
  readonly colours?: 'light' | 'dark' | 'forced';
}

/** A person at the page: words for what he does and reads, by mouse, keys and clipboard alone. */
export interface AtBench {
  readonly page: Page;
  readonly pane: Locator;
  readonly button: (name: string | RegExp) => Locator;
  readonly press: (name: string | RegExp) => Promise<void>;
  /** a button of the pane */
  readonly paneButton: (name: string | RegExp) => Locator;
  readonly pressInPane: (name: string | RegExp) => Promise<void>;
  /** waits for words that can be seen on the page */
  readonly reads: (part: string | RegExp) => Promise<void>;
  /** the reason beside a marked cell */
  readonly note: (text: string) => Locator;
  /** what the pane says, in one line */
  readonly paneText: () => Promise<string>;
  readonly on: (title: string) => Promise<void>;
  readonly go: (screen: 'Home' | 'Record' | 'Bulk action' | 'Settings') => Promise<void>;
  readonly trySample: () => Promise<void>;
  readonly tabs: () => Promise<string[]>;
  readonly openTab: (sheet: string) => Promise<void>;
  /** selects cells, such as `G9` or `A7:C9` */
  readonly select: (sheet: string, address: string) => Promise<void>;
  /** `B2B!G9`: the sheet in front and what is selected there */
  readonly standsAt: () => Promise<string>;
  /** the texts of cells, copied by the keys */
  readonly copied: (sheet: string, address?: string) => Promise<string[][]>;
  readonly addressOf: (sheet: string, number: string, heading: string) => Promise<string>;
  readonly cell: (sheet: string, number: string, heading: string) => Promise<string>;
  readonly type: (sheet: string, number: string, heading: string, text: string) => Promise<void>;
  readonly paste: (sheet: string, number: string, heading: string, text: string) => Promise<void>;
  /** opens the list of a cell and takes an item of it */
  readonly choose: (sheet: string, number: string, heading: string, item: string) => Promise<void>;
  /** takes the rows with this text away, by the filter of a heading whose cells have lists; `number` is any record */
  readonly filter: (sheet: string, number: string, heading: string, text: string) => Promise<void>;
  /** sorts the sheet by the column of a cell */
  readonly sort: (sheet: string, address: string, order: 'ascending' | 'descending') => Promise<void>;
  /** what the bar of the page says, its latest message */
  readonly message: () => Promise<string>;
  readonly give: (button: Locator, file: string | FileContent) => Promise<void>;
  readonly openWorkbook: (file: string | FileContent) => Promise<void>;
  readonly saveWorkbook: () => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  readonly openErrors: (file: string) => Promise<void>;
  readonly validateAll: () => Promise<void>;
  readonly generate: () => Promise<void>;
  readonly saveUpload: () => Promise<Download>;
  /** the lines of the pane's list */
  readonly lines: () => Promise<string[]>;
}

export interface Story {
  /** the first page, open */
  readonly bench: AtBench;
  /** one more page of the same browser */
  readonly another: () => Promise<AtBench>;
}

/** Tells a story at the page; at its end nothing was asked of anybody else, and nothing went wrong unseen. */
export async function atWorkbench(
  browser: Browser,
  tell: (story: Story) => Promise<void>,
  { colours = 'light' }: BenchOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const faults = await serve(context);
  const open = async (): Promise<AtBench> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    // From the first listener on Chromium hands file choosers over; that takes a moment, so it is asked for at the start.
    page.on('filechooser', () => undefined);
    await page.goto(`${PAGE}/`);
    await page.getByRole('button', { name: 'Open workbook', exact: true }).waitFor();
    return benchOn(page);
  };
  try {
    await tell({ bench: await open(), another: open });
    if (faults.length > 0) throw new Error(`The page went astray: ${faults.join('; ')}`);
  } finally {
    await context.close();
  }
}

/** Answers with the built page; gives what was refused, and grows. */
async function serve(context: BrowserContext): Promise<string[]> {
  const faults: string[] = [];
  await context.route('**/*', (route) => {
    const { href, origin, pathname } = new URL(route.request().url());
    const path = normalize(join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
    const isOurs = origin === PAGE && path.startsWith(folder) && existsSync(path) && statSync(path).isFile();
    if (isOurs) return route.fulfill({ path });
    faults.push(`request of ${href}`);
    return route.abort();
  });
  await context.routeWebSocket(/.*/, async (socket) => {
    faults.push(`socket to ${socket.url()}`);
    await socket.close();
  });
  return faults;
}

function benchOn(page: Page): AtBench {
  const pane = page.getByRole('complementary', { name: 'IMS Offline pane' });
  const named = (place: Page | Locator, name: string | RegExp): Locator =>
    place.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const button = (name: string | RegExp): Locator => named(page, name);
  const paneButton = (name: string | RegExp): Locator => named(pane, name);
  const pressInPane = (name: string | RegExp): Promise<void> => paneButton(name).click();
  const tab = (sheet: string): Locator => page.getByRole('tab', { name: sheet, exact: true });
  const nameBox = page.locator('[data-u-comp=defined-name] input');
  const on = (title: string): Promise<void> =>
    pane.getByRole('heading', { name: title, exact: true, level: 2 }).waitFor({ state: 'attached' });
  const go: AtBench['go'] = (screen) =>
    pane.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click();

  const openTab = async (sheet: string): Promise<void> => {
    if ((await tab(sheet).getAttribute('aria-selected')) === 'true') return;
    await tab(sheet).click();
    await eventually(async () => expect(await tab(sheet).getAttribute('aria-selected')).toBe('true'));
  };
  const select = async (sheet: string, address: string): Promise<void> => {
    await openTab(sheet);
    // Where the cell is selected already, Enter would only stay in the box.
    if ((await nameBox.inputValue()) === address) await toAddress('A1');
    await toAddress(address);
  };
  const toAddress = async (address: string): Promise<void> => {
    await nameBox.fill(address);
    await nameBox.press('Enter');
    await eventually(async () => {
      expect(await nameBox.inputValue()).toBe(address);
      expect(await nameBox.evaluate((box) => box === document.activeElement)).toBe(false);
    });
  };
  const copied: AtBench['copied'] = async (sheet, address = ALL) => {
    await select(sheet, address);
    await setClipboard(NOTHING_COPIED);
    await page.keyboard.press('Control+c');
    const text = await eventually(async () => {
      const now = await page.evaluate(() => navigator.clipboard.readText());
      expect(now).not.toBe(NOTHING_COPIED);
      return now;
    });
    return Papa.parse<string[]>(text, { delimiter: '\t', newline: '\r\n' }).data;
  };
  const setClipboard = (text: string): Promise<void> =>
    page.evaluate((given) => navigator.clipboard.writeText(given), text);
  const placeOf = async (sheet: string, number: string, heading: string) => {
    const cells = await copied(sheet);
    const top = cells.findIndex((row) => row.includes('Document number'));
    const headings = cells[top] ?? [];
    const row = cells.findIndex((each) => each[headings.indexOf('Document number')] === number);
    const column = headings.indexOf(heading);
    if (row < 0 || column < 0) throw new Error(`${sheet} has no ${heading} of ${number}.`);
    return { address: `${columnLetters(column)}${String(row + 1)}`, text: cells[row]?.[column] ?? '' };
  };
  const addressOf: AtBench['addressOf'] = async (...place) => (await placeOf(...place)).address;
  const stand = async (sheet: string, number: string, heading: string): Promise<void> =>
    select(sheet, await addressOf(sheet, number, heading));
  const give: AtBench['give'] = async (opener, file) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), opener.click()]);
    await chooser.setFiles(pathOf(file));
  };
  return {
    page,
    pane,
    button,
    press: (name) => button(name).click(),
    paneButton,
    pressInPane,
    reads: (part) => page.getByText(part).filter({ visible: true }).first().waitFor(),
    note: (text) => page.locator('body > [role=status]').filter({ hasText: text, visible: true }),
    paneText: async () => (await pane.innerText()).replace(/\s+/g, ' '),
    on,
    go,
    trySample: async () => {
      await button('Try the sample').click();
      await pane.getByText('22 records on 8 sheets.').waitFor();
      await tab('B2B').waitFor();
    },
    tabs: () => page.getByRole('tab').allInnerTexts(),
    openTab,
    select,
    standsAt: async () =>
      `${await page.getByRole('tab', { selected: true }).innerText()}!${await nameBox.inputValue()}`,
    copied,
    addressOf,
    cell: async (...place) => (await placeOf(...place)).text,
    type: async (sheet, number, heading, text) => {
      await stand(sheet, number, heading);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    paste: async (sheet, number, heading, text) => {
      await stand(sheet, number, heading);
      await setClipboard(text);
      await page.keyboard.press('Control+v');
    },
    choose: async (sheet, number, heading, item) => {
      await stand(sheet, number, heading);
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('option', { name: item, exact: true }).click();
    },
    filter: async (sheet, number, heading, text) => {
      await stand(sheet, number, heading);
      await page.keyboard.press('Alt+ArrowDown');
      const list = page.getByRole('listbox', { name: heading });
      // The list lies below its cell, as wide as that; the arrow of the filter is in the row of headings above.
      const cell = await list.boundingBox();
      const grid = await page.locator('#univer-sheet-main-canvas_book').boundingBox();
      await page.keyboard.press('Escape');
      if (cell === null || grid === null) throw new Error(`${sheet} shows no list of ${heading}.`);
      await page.mouse.click(cell.x + cell.width - 10, grid.y + FILTER_ARROWS);
      const confirm = page.getByRole('button', { name: 'Confirm' });
      await confirm.waitFor();
      await page
        .locator('div:has(> label)', { hasText: new RegExp(`^${text}`) })
        .locator('label')
        .click();
      await confirm.click();
      await confirm.waitFor({ state: 'hidden' });
    },
    sort: async (sheet, address, order) => {
      await select(sheet, address);
      await page.locator(`[data-u-command="ims.command.sort-${order}"]`).first().click();
    },
    message: async () => (await page.locator('.fui-MessageBar').first().innerText()).trim(),
    give,
    openWorkbook: (file) => give(button('Open workbook'), file),
    saveWorkbook: async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), button('Save workbook').click()]);
      const name = download.suggestedFilename();
      await page.getByText(`Saved as ${name} in your downloads folder.`).waitFor();
      return { name, bytes: readFileSync(await download.path()) };
    },
    openErrors: async (file) => {
      await go('Home');
      await give(paneButton('Open Downloaded Error File'), file);
      await on('Open Downloaded Error File');
    },
    validateAll: async () => {
      await go('Home');
      await pressInPane('Validate All Sheets');
      await on('Validate All Sheets');
    },
    generate: async () => {
      await go('Home');
      await pressInPane('Generate JSON File to Upload');
      await on('Generate JSON File to Upload');
    },
    saveUpload: async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), pressInPane(/^Save IMS_/)]);
      return download;
    },
    lines: () => pane.locator('[data-part=screen] li').allInnerTexts(),
  };
}

/** Answers the question that the browser asks before a page with changes is left. */
export async function leave(page: Page): Promise<Dialog> {
  const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
  return dialog;
}

/** A path, as a person's own file has. */
function pathOf(file: string | FileContent): string {
  if (typeof file === 'string') return join(root, 'fixtures', file);
  const path = join(mkdtempSync(join(tmpdir(), 'ims-')), file.name);
  writeFileSync(path, file.content);
  return path;
}
