import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Locator } from 'playwright-core';
import { importFixture, memoryDesk } from '../desk';
import { openExcel } from '../excel';
import { createExcelHost, type ExcelHost } from '../excel-host/excel-host';
import type { Pane, PaneOptions } from './pane';
import { openPaneOn } from './pane-on-host';
import { userAtSheets, type UserAtSheets } from './user-at-sheets';

const fixtures = join(__dirname, '../../../fixtures');

export type ScreenName = 'Home' | 'Record' | 'Bulk action' | 'Settings';

interface FileContent {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** A person with Excel and our pane: words for what he does and reads. Whatever is waited for is on the screen. */
export interface Work {
  readonly host: ExcelHost;
  readonly pane: Pane;
  readonly sheets: UserAtSheets;
  readonly button: (name: string | RegExp) => Locator;
  readonly text: (part: string | RegExp) => Locator;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly go: (screen: ScreenName) => Promise<void>;
  /** waits for the heading of a screen */
  readonly on: (title: string) => Promise<void>;
  readonly reads: (part: string | RegExp) => Promise<void>;
  /** all text of the open screen */
  readonly screen: () => Promise<string>;
  /** gives a file to a button: the name of a fixture, or content */
  readonly give: (button: string, file: string | FileContent) => Promise<void>;
  readonly openDownload: (file?: string | FileContent) => Promise<void>;
  readonly openErrors: (file: string) => Promise<void>;
  readonly validateAll: () => Promise<void>;
  readonly validateSheet: (sheet: string) => Promise<void>;
  readonly generate: () => Promise<void>;
  /** the file behind a Save button */
  readonly save: () => Promise<Download>;
  readonly choose: (option: string) => Promise<void>;
  /** the lines of the pane's list, without their shapes */
  readonly lines: () => Promise<string[]>;
  /** waits until nothing works and nothing moves any more */
  readonly settled: () => Promise<void>;
  /** what the pane says when something did not work */
  readonly alert: () => Promise<string>;
  /** what went past the pane: requests, violations, faults, calls nobody knows. A story wants none. */
  readonly strays: () => string[];
}

function workInPane(host: ExcelHost, pane: Pane): Work {
  const { frame, page } = pane;
  const button = (name: string | RegExp): Locator =>
    frame.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const heading = (title: string): Locator => frame.getByRole('heading', { name: title, exact: true, level: 2 });
  const on = (title: string): Promise<void> => heading(title).waitFor({ state: 'attached' });
  const press = (name: string | RegExp): Promise<void> => button(name).click();
  const go = async (screen: ScreenName): Promise<void> => {
    await frame.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click();
  };
  const give = async (name: string, file: string | FileContent): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(name)]);
    await chooser.setFiles(pathOf(file));
  };
  const fromHome = async (name: string, title: string): Promise<void> => {
    await go('Home');
    await press(name);
    await on(title);
  };
  return {
    host,
    pane,
    sheets: userAtSheets(host),
    button,
    text: (part) => frame.getByText(part),
    press,
    go,
    on,
    reads: (part) => frame.getByText(part).filter({ visible: true }).first().waitFor(),
    screen: () => frame.locator('main').innerText(),
    give,
    openDownload: async (file = 'downloads/download.json') => {
      await give('Open Downloaded IMS JSON File', file);
      await frame.getByRole('heading', { name: /^(IMS JSON opened|Merged with your work)$/ }).waitFor();
    },
    openErrors: async (file) => {
      await go('Home');
      await give('Open Downloaded Error File', file);
      await on('Open Downloaded Error File');
    },
    validateAll: () => fromHome('Validate All Sheets', 'Validate All Sheets'),
    validateSheet: async (sheet) => {
      host.user.activate(sheet);
      await fromHome('Validate Sheet', 'Validate Sheet');
    },
    generate: () => fromHome('Generate JSON File to Upload', 'Generate JSON File to Upload'),
    save: async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(/^Save IMS_/)]);
      return download;
    },
    // What is chosen shows when the desk has answered, a moment after the click.
    choose: async (option) => {
      await frame.locator('main[aria-busy=false]').waitFor();
      await frame.getByRole('radio', { name: option, exact: true }).click();
      await frame.getByRole('radio', { name: option, exact: true, checked: true }).waitFor();
    },
    lines: () => frame.locator('main li').allInnerTexts(),
    settled: async () => {
      await frame.locator('main[aria-busy=false]').waitFor();
      await frame.waitForFunction(() => document.getAnimations().length === 0);
    },
    alert: async () => {
      const alert = frame.getByRole('alert');
      await alert.waitFor();
      return (await alert.innerText()).trim();
    },
    strays: () => [...pane.refusedRequests, ...pane.violations, ...pane.errors, ...pane.unknownCalls],
  };
}

export interface StoryOptions extends Omit<PaneOptions, 'answer'> {
  readonly host?: ExcelHost;
  /** the button that is waited for first */
  readonly begins?: string;
}

/** One story in a pane of its own; at its end nothing has gone past the pane. */
export async function story(browser: Browser, tell: (work: Work) => Promise<void>, options: StoryOptions = {}) {
  const { host = createExcelHost({ sheets: ['Sheet1'] }), begins = 'Open Downloaded IMS JSON File', ...rest } = options;
  const pane = await openPaneOn(browser, host, rest);
  try {
    pane.page.setDefaultTimeout(20_000);
    // From the first listener on Chromium hands file choosers over; that takes a moment, so it is asked for at the start.
    pane.page.on('filechooser', () => undefined);
    const work = workInPane(host, pane);
    await work.button(begins).waitFor();
    await tell(work);
    const strays = work.strays();
    if (strays.length > 0) throw new Error(`The pane went astray: ${strays.join('; ')}`);
  } finally {
    await pane.close();
  }
}

/** A story that begins in a workbook with the sample's records, as it was saved after an import. */
export async function storyInWorkbook(
  browser: Browser,
  tell: (work: Work) => Promise<void>,
  options: Omit<StoryOptions, 'host'> = {},
): Promise<void> {
  const { host, workbook } = await openExcel('excel-web-16.00', { sheets: ['Sheet1'] });
  await importFixture({ ...memoryDesk(), workbook }, 'downloads/download.json', '');
  await story(browser, tell, { ...options, host });
}

/** A path, as a person's own file has: content handed over by the test would be unpacked on the pane's thread. */
function pathOf(file: string | FileContent): string {
  if (typeof file === 'string') return join(fixtures, file);
  const path = join(mkdtempSync(join(tmpdir(), 'ims-')), file.name);
  writeFileSync(path, file.text);
  return path;
}
