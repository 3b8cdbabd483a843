import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { answerAsListed } from '../support/browser/answer-as-listed';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story } from '../support/browser/work-in-pane';
import { createExcelHost } from '../support/excel-host/excel-host';
import { RECIPIENT } from '../support/generate-download';

/** Excel for Windows: its own build of Microsoft's library, and a pane that is no frame. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('in Excel for Windows', () => {
  it('the work of a month goes from the portal’s file to the file for the portal', () =>
    story(
      browser,
      async (work) => {
        const { sheets, pane } = work;
        expect(await pane.frame.evaluate(() => String(Office.context.platform))).toBe('PC');
        await work.openDownload();
        await work.reads('22 records on 8 sheets.');
        sheets.typeOnHome('GSTIN', RECIPIENT);

        sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
        await eventually(() =>
          expect(sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors')).toMatch(/^Error: Rejectd is not a status/),
        );
        sheets.select('B2B', 'SEZ-77');
        await work.go('Record');
        await work.on('SEZ-77');
        await work.press('Reject (R)');
        await eventually(() => expect(sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors')).toBe(''));
        answerAsListed(sheets);

        await Promise.all([work.on('Validate All Sheets'), pane.runCommand('validateAllSheets')]);
        await work.reads(/^All sheets: 0 errors, /);
        await work.generate();
        const download = await work.save();
        await work.reads(`Saved as ${download.suggestedFilename()} in your downloads folder.`);
        const upload: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
        expect(upload).toEqual(JSON.parse(readFileSync(join(__dirname, '../../fixtures/uploads/upload.json'), 'utf8')));
      },
      { excel: 'windows', host: createExcelHost({ sheets: ['Sheet1'], platform: 'desktop' }) },
    ));

  it('the pane is as dark as Excel, whatever the system is', () =>
    story(
      browser,
      async ({ pane }) => {
        const { bodyBackgroundColor } = await pane.frame.evaluate(() => Office.context.officeTheme);
        expect(bodyBackgroundColor).toBe('#292929');
        await eventually(async () =>
          expect(await pane.frame.locator('.fui-FluentProvider').first().evaluate(schemeOf)).toBe('dark'),
        );
      },
      { excel: 'windows', theme: 'light', officeTheme: 'dark' },
    ));
});

function schemeOf(element: Element): string {
  return getComputedStyle(element).colorScheme;
}
