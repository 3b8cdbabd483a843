import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { answerAsListed } from '../support/browser/answer-as-listed';
import { launchChromium } from '../support/browser/chromium';
import { withCommandLine } from '../support/browser/command-line';
import { story, type StoryOptions, type Work } from '../support/browser/work-in-pane';
import { createExcelHost } from '../support/excel-host/excel-host';
import { generateDownload, RECIPIENT } from '../support/generate-download';

/** Excel for Mac, whose panes have no downloads: where the generated file goes, and what the pane says of it. */
let browser: Browser;

const sampleUpload: unknown = JSON.parse(readFileSync(join(__dirname, '../../fixtures/uploads/upload.json'), 'utf8'));

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('in Excel for Mac the generated file', () => {
  it('goes to a page in the browser, which saves the same file as Excel on the web', async () => {
    let onTheWeb = '';
    await story(browser, async (work) => {
      await generateSample(work);
      onTheWeb = await textOf(await work.save());
    });
    await storyOnMac(async (work) => {
      expect(await work.pane.frame.evaluate(() => String(Office.context.platform))).toBe('Mac');
      await generateSample(work);
      const name = await saveWithoutDownload(work);
      await work.reads(`Your browser opened a page that saves ${name}: press its button.`);
      const [address = ''] = work.pane.openedAddresses;
      expect(work.pane.openedAddresses).toHaveLength(1);
      expect(address).toMatch(/^https:\/\/addin\.test\/save\.html#/);
      const page = await openInBrowser(work, address);
      const download = await pressSave(page, name);
      expect(download.suggestedFilename()).toBe(name);
      expect(await textOf(download)).toBe(onTheWeb);
    });
  });

  it('goes to that page by the clipboard where it is too large for an address', () =>
    storyOnMac(async (work) => {
      await generateMany(work);
      const name = await saveWithoutDownload(work);
      await work.reads(`Your browser opened a page that saves ${name}. The text is on the clipboard`);
      const [address = ''] = work.pane.openedAddresses;
      expect(address.length).toBeLessThan(200);
      const page = await openInBrowser(work, address);
      await page.keyboard.press('ControlOrMeta+V');
      const saved: unknown = JSON.parse(await textOf(await pressSave(page, name)));
      expect([saved]).toEqual(withCommandLine(await work.host.toXlsx(), ({ generate }) => generate()));
    }));

  it('goes to the clipboard where no browser can be opened', () =>
    storyOnMac(
      async (work) => {
        await work.pane.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await generateSample(work);
        const name = await saveWithoutDownload(work);
        await work.reads(`The text of ${name} is on the clipboard`);
        expect(work.pane.openedAddresses).toEqual([]);
        const copied = await work.pane.frame.evaluate(() => navigator.clipboard.readText());
        expect(JSON.parse(copied)).toEqual(sampleUpload);
        expect(await work.pane.frame.getByLabel(`Text of ${name}`).count()).toBe(0);
      },
      { requirements: { ExcelApi: '1.14', SharedRuntime: '1.1' } },
    ));

  it.each([
    { size: 'small', requirements: { ExcelApi: '1.14', SharedRuntime: '1.1' } },
    { size: 'large', requirements: { ExcelApi: '1.14', SharedRuntime: '1.1', OpenBrowserWindowApi: '1.1' } },
  ])('is shown in the pane where nothing can be copied ($size)', ({ size, requirements }) =>
    storyOnMac(
      async (work) => {
        await (size === 'small' ? generateSample(work) : generateMany(work));
        const name = await saveWithoutDownload(work);
        await work.reads(`Copy the text below into a plain-text editor and save it as ${name}.`);
        expect(work.pane.openedAddresses).toEqual([]);
        const shown = await work.pane.frame.getByLabel(`Text of ${name}`).inputValue();
        expect(JSON.parse(shown)).toMatchObject({ rtin: RECIPIENT, reqtyp: 'SAVE' });
        await work.press(`Copy the text instead: ${name}`);
        await work.reads('Excel does not let the pane copy. Select the text below and copy it.');
      },
      { requirements, clipboard: false },
    ),
  );
});

/** At its end nothing was downloaded by the pane. */
async function storyOnMac(tell: (work: Work) => Promise<void>, options: StoryOptions = {}): Promise<void> {
  const host = createExcelHost({ sheets: ['Sheet1'], platform: 'desktop' });
  await story(
    browser,
    async (work) => {
      const downloads: string[] = [];
      work.pane.page.on('download', (download) => downloads.push(download.suggestedFilename()));
      await tell(work);
      expect(downloads).toEqual([]);
    },
    { host, excel: 'mac', ...options },
  );
}

async function generateSample(work: Work): Promise<void> {
  await work.openDownload();
  work.sheets.typeOnHome('GSTIN', RECIPIENT);
  answerAsListed(work.sheets);
  await work.generate();
  await work.reads('No errors.');
}

/** A file of more than a thousand records. */
async function generateMany(work: Work): Promise<void> {
  await work.openDownload({ name: 'many.json', text: generateDownload({ records: 1_500, gstin: RECIPIENT }) });
  const { sheets, host } = work;
  const accepted = sheets.column('B2B', 'Status').map(() => ['Accepted']);
  host.user.paste('B2B', `${sheets.letterOf('B2B', 'Status')}7`, accepted);
  await work.generate();
  await work.reads('No errors.');
}

/** Presses Save where that is no download; gives the name of the file. */
async function saveWithoutDownload({ button, text }: Work): Promise<string> {
  const save = button(/^Save IMS_/);
  const [, name = ''] = /^Save (IMS_.*\.json)$/.exec(await save.innerText()) ?? [];
  await save.click();
  await text(name).last().waitFor();
  return name;
}

/** The address as the user's browser opens it: in a window that knows nothing of the pane. */
async function openInBrowser({ pane }: Work, address: string): Promise<Page> {
  const page = await pane.page.context().newPage();
  await page.goto(address);
  return page;
}

async function pressSave(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${name}` }).click(),
  ]);
  return download;
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}
