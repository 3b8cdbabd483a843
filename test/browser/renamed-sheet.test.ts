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

describe('the tab of a record sheet', () => {
  it('that lost its name is missed at the next edit; with its name back, edits are checked live again', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
      await marked(work, 'SEZ-77', 'Rejectd');
      await work.validateAll();
      await work.reads(/^All sheets: 1 error, /);

      host.user.renameSheet('B2B', 'B2B April');
      sheets.paste('B2B April', 'SEZ-78', 'Status', 'Acceptd');
      expect(await work.alert()).toBe(
        'The sheet B2B is not in the workbook. If it was renamed, give it back the name B2B; if it was deleted, undo that or import again into a new workbook.',
      );

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
