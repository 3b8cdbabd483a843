import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story, storyInWorkbook } from '../support/browser/work-in-pane';
import { createExcelHost, type ExcelHost } from '../support/excel-host/excel-host';
import { generateDownload, RECIPIENT } from '../support/generate-download';

/** Cancel stops the job that the user sees, and never another. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('Cancel', () => {
  it('stops a job that still waits for its turn, and nothing of what it waits for', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.select('B2B', 'SEZ-77');
      await work.go('Record');
      await work.on('SEZ-77');
      // Excel answers nothing while a cell is edited: the answer is on its way, and validating waits for it.
      host.user.editing(true);
      await work.press('Accept (A)');
      await work.go('Home');
      await work.press('Validate All Sheets');
      await work.press('Cancel');
      host.user.editing(false);
      expect(await work.alert()).toBe('Stopped. Nothing was changed.');
      expect(sheets.cell('B2B', 'SEZ-77', 'Status')).toBe('Accepted');
      await work.validateAll();
    }));

  it.each([1, 2, 3])('while a job waits for answer %i from its last leaves the next job alone', (fromLast) =>
    storyInWorkbook(browser, async (work) => {
      const { host } = work;
      await work.validateAll();
      host.resetLog();
      await work.validateAll();
      const requests = host.log.length;
      await work.go('Home');
      await holdExcelAfter(host, requests - fromLast, async () => {
        await work.press('Validate All Sheets');
        await eventually(() => expect(host.log).toHaveLength(requests - fromLast));
        await work.press('Cancel');
      });
      await work.settled();
      await work.validateAll();
      await work.reads(/^All sheets: 0 errors, /);
      expect(await work.pane.frame.getByRole('alert').count()).toBe(0);
    }),
  );

  it('is not offered while a file is handed over, and the next job runs', () =>
    story(
      browser,
      async (work) => {
        const { pane, sheets, host } = work;
        await work.openDownload({ name: 'many.json', text: generateDownload({ records: 1_500, gstin: RECIPIENT }) });
        const accepted = sheets.column('B2B', 'Status').map(() => ['Accepted']);
        host.user.paste('B2B', `${sheets.letterOf('B2B', 'Status')}7`, accepted);
        await work.generate();
        // As a browser that asks the user whether the page may copy.
        await pane.frame.evaluate(askBeforeCopying);
        await work.press(/^Save IMS_/);
        await work.reads('Saving the file…');
        expect(await work.button('Cancel').count()).toBe(0);
        await pane.frame.evaluate(allowCopying);
        await work.reads(/^Your browser opened a page that saves IMS_/);
        await work.validateAll();
      },
      { excel: 'mac', host: createExcelHost({ platform: 'desktop' }) },
    ));
});

/** Lets Excel answer so many requests and then no more, until the work is done. */
async function holdExcelAfter(host: ExcelHost, requests: number, work: () => Promise<void>): Promise<void> {
  let isToHold = true;
  host.resetLog();
  host.fault({
    code: 'none',
    when: () => {
      // As at a cell that the user begins to edit: what is asked from now on waits.
      if (isToHold && host.log.length === requests - 1) host.user.editing(true);
      return false;
    },
  });
  await work();
  isToHold = false;
  host.user.editing(false);
}

/** Runs in the pane. */
function askBeforeCopying(): void {
  navigator.clipboard.writeText = () =>
    new Promise((resolve) => {
      Object.assign(window, { allowCopying: resolve });
    });
}

/** Runs in the pane. */
function allowCopying(): void {
  (window as unknown as { allowCopying: () => void }).allowCopying();
}
