import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { storyInWorkbook, type Work } from '../support/browser/work-in-pane';

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
      const refused = 'this workbook: the sheet B2B was renamed "B2B April". Name it B2B again.';
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
      sheets.paste('B2B', 'SEZ-78', 'Status', 'Pendng');
      await marked(work, 'SEZ-78', 'Pendng');
      sheets.type('B2B', 'SEZ-77', 'Status', 'Rejected');
      await eventually(() => expect(sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors')).toBe(''));
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

async function marked({ sheets }: Work, number: string, wrong: string): Promise<void> {
  await eventually(() =>
    expect(sheets.cell('B2B', number, 'Sheet validation errors')).toBe(
      `Error: ${wrong} is not a status: choose Accepted, Rejected, Pending or No Action.`,
    ),
  );
}
