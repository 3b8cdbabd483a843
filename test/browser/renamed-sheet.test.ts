import type { Browser } from 'playwright-core';
import { importFixture, memoryDesk } from '../support/desk';
import { openExcel } from '../support/excel';
import type { ExcelHost } from '../support/excel-host/excel-host';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { userAtSheets } from '../support/browser/user-at-sheets';
import { story, storyInWorkbook, type Work } from '../support/browser/work-in-pane';

/** Tabs that the user renames while the pane is open. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const RENAMED = 'The sheet B2B was renamed "B2B April"';

describe('the tab of a record sheet', () => {
  it('that lost its name is missed at the next selection, on every screen, until the name is back', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.select('B2B', 'SEZ-77');
      await work.go('Record');
      await work.on('SEZ-77');
      host.user.renameSheet('B2B', 'B2B April');
      sheets.select('B2B April', 'SEZ-78');
      expect(await work.alert()).toBe(`${RENAMED}. Name it B2B again.`);
      await work.on('The records cannot be read');
      await work.press('Close this message');
      expect(await work.screen()).toContain(`${RENAMED}. Name it B2B again.`);

      await work.go('Home');
      await work.press('Validate Sheet');
      const refused = 'The sheet B2B was renamed "B2B April". Name it B2B again.';
      expect(await work.alert()).toBe(refused);
      await work.go('Bulk action');
      await work.press('Preview');
      expect(await work.alert()).toBe(refused);

      host.user.renameSheet('B2B April', 'B2B');
      sheets.select('B2B', 'SEZ-77');
      await work.pane.frame.getByRole('alert').waitFor({ state: 'detached' });
      await work.go('Record');
      await work.on('SEZ-77');
    }));

  it('that lost its name is named by Validate Sheet before anything else happened', () =>
    storyInWorkbook(browser, async (work) => {
      work.host.user.activate('B2B');
      await work.settled();
      work.host.user.renameSheet('B2B', 'B2B April');
      await work.press('Validate Sheet');
      expect(await work.alert()).toContain('renamed "B2B April". Name it B2B again.');
      work.host.user.activate('ECO');
      await work.alert();
      work.host.user.renameSheet('B2B April', 'B2B');
      work.host.user.activate('B2B');
      await work.pane.frame.getByRole('alert').waitFor({ state: 'detached' });
      work.host.user.activate('Home');
      await work.press('Validate Sheet');
      expect(await work.alert()).toMatch(/^Go to a record sheet/);
    }));

  it('that lost its name is missed at the next edit; with its name back, edits are checked live again', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
      await marked(work, 'SEZ-77', 'Rejectd');
      await work.validateAll();
      await work.reads(/^All sheets: 1 error, /);

      host.user.renameSheet('B2B', 'B2B April');
      sheets.paste('B2B April', 'SEZ-78', 'Status', 'Acceptd');
      expect(await work.alert()).toBe(`${RENAMED}. Name it B2B again.`);

      host.user.renameSheet('B2B April', 'B2B');
      sheets.select('B2B', 'SEZ-77');
      await marked(work, 'SEZ-78', 'Acceptd');
      expect(sheets.shown('B2B', 'SEZ-78', 'Status').fill).toBe(sheets.shown('B2B', 'SEZ-77', 'Status').fill);
      sheets.paste('B2B', 'SEZ-78', 'Status', 'Pendng');
      await marked(work, 'SEZ-78', 'Pendng');
      sheets.type('B2B', 'SEZ-77', 'Status', 'Rejected');
      await eventually(() => expect(sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors')).toBe(''));
    }));

  it('that lost its name hides no edit of any sheet: with its name back all of them are marked', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.select('B2B', 'SEZ-77');
      await work.go('Record');
      await work.on('SEZ-77');
      host.user.renameSheet('B2B', 'X');
      sheets.select('B2B-CN', 'CN-88');
      await work.alert();
      sheets.paste('B2B-CN', 'CN-88', 'Status', 'Bogus');
      sheets.paste('X', 'SEZ-78', 'Status', 'Bogus2');
      await work.settled();
      host.user.renameSheet('X', 'B2B');
      sheets.select('B2B', 'SEZ-77');
      await marked(work, 'SEZ-78', 'Bogus2');
      await marked(work, 'CN-88', 'Bogus', 'B2B-CN');
      await work.on('SEZ-77');
      expect(sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors')).toBe('');
    }));

  it('may change its name for a moment, and edits are checked where they are', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
      await marked(work, 'SEZ-77', 'Rejectd');
      await work.validateAll();
      await work.reads(/^All sheets: 1 error, /);
      host.user.renameSheet('B2B', 'Mine');
      host.user.renameSheet('Sheet1', 'B2B copy');
      host.user.renameSheet('Mine', 'B2B');
      sheets.paste('B2B', 'SEZ-78', 'Status', 'Acceptd');
      await marked(work, 'SEZ-78', 'Acceptd');
      expect(await work.pane.frame.getByRole('alert').count()).toBe(0);
    }));
});

describe('a pane that is opened on a workbook it cannot read', () => {
  const mistaken = async (spoil: (host: ExcelHost) => void, tell: (work: Work) => Promise<void>): Promise<void> => {
    const { host, workbook } = await openExcel('excel-web-16.00', { sheets: ['Sheet1'] });
    await importFixture({ ...memoryDesk(), workbook }, 'downloads/download.json', '');
    spoil(host);
    await story(browser, tell, { host, begins: 'Read the workbook again' });
  };

  it('says why on every screen, and works as soon as a sheet has its name back', () =>
    mistaken(
      (host) => host.user.renameSheet('B2B-CN', 'Credit notes'),
      async (work) => {
        const why = 'The sheet B2B-CN was renamed "Credit notes". Name it B2B-CN again.';
        for (const screen of ['Home', 'Record', 'Bulk action', 'Settings'] as const) {
          await work.go(screen);
          expect(await work.alert()).toContain(why);
        }
        work.sheets.select('B2B', 'SEZ-77');
        work.sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
        await work.go('Record');
        expect(await work.alert()).toContain(why);
        work.host.user.renameSheet('Credit notes', 'B2B-CN');
        work.sheets.select('B2B', 'SEZ-77');
        await work.on('SEZ-77');
        await marked(work, 'SEZ-77', 'Rejectd');
        expect(await work.pane.frame.getByRole('alert').count()).toBe(0);
        await work.go('Home');
        await work.button('Validate All Sheets').waitFor();
      },
    ));

  it('lets its settings be mended where they are what is wrong', () =>
    mistaken(
      (host) => userAtSheets(host).typeOnHome('Filer', 'weekly'),
      async (work) => {
        expect(await work.alert()).toContain('Home says weekly beside Filer');
        await work.go('Settings');
        await work.on('Settings');
        expect(await work.alert()).toContain('Home says weekly beside Filer');
        await work.press('Save settings');
        await work.reads('Settings saved on sheet Home.');
        await work.go('Home');
        await work.button('Validate All Sheets').waitFor();
      },
    ));
});

async function marked({ sheets }: Work, number: string, wrong: string, sheet = 'B2B'): Promise<void> {
  await eventually(() =>
    expect(sheets.cell(sheet, number, 'Sheet validation errors')).toBe(
      `Error: ${wrong} is not a status: choose Accepted, Rejected, Pending or No Action.`,
    ),
  );
}
