import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story, type Work } from '../support/browser/work-in-pane';
import { RECIPIENT } from '../support/generate-download';

/** The pane without a mouse, and the ribbon's buttons. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('the keyboard alone', () => {
  it('leads from the portal’s file to the file for the portal', () =>
    story(browser, async (work) => {
      const { page } = work.pane;
      const { keyboard } = page;
      const enter = async (name: RegExp, key?: 'Shift+Tab'): Promise<void> => {
        await tabTo(work, name, key);
        await keyboard.press('Enter');
      };
      await enterPane(work);
      await tabTo(work, /^Open Downloaded IMS JSON File$/);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
      await chooser.setFiles(join(__dirname, '../../fixtures/downloads/download.json'));
      await work.on('IMS JSON opened');
      work.sheets.typeOnHome('GSTIN', RECIPIENT);
      work.sheets.select('B2B', 'AST/26-27/0012');
      await enter(/^Go through the records$/);
      await work.on('AST/26-27/0012');
      await enter(/^Accept \(A\)$/);
      await eventually(() => expect(work.sheets.cell('B2B', 'AST/26-27/0012', 'Status')).toBe('Accepted'));
      await enter(/^Next record$/, 'Shift+Tab');
      await work.on('1234567890123456');
      await keyboard.press('p');
      await eventually(() => expect(work.sheets.cell('B2B', '1234567890123456', 'Status')).toBe('Pending'));
      await enter(/^Home$/, 'Shift+Tab');
      await enter(/^Validate All Sheets$/);
      await work.reads(/^All sheets: 0 errors, /);
      await enter(/^Home$/, 'Shift+Tab');
      await enter(/^Generate JSON File to Upload$/);
      await work.reads('No errors.');
      await tabTo(work, /^Save IMS_/);
      const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
      expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
        invdata: {
          b2b: [
            { inum: 'AST/26-27/0012', action: 'A' },
            { inum: '1234567890123456', action: 'P' },
          ],
        },
      });
    }));

  it('keeps the focus where the work goes on: never lost to the top of the pane', () =>
    story(browser, async (work) => {
      await work.openDownload();
      await focusOn(work, 'IMS JSON opened');
      await tabTo(work, /^Go through the records$/);
      work.sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
      await tabTo(work, /^Home$/, 'Shift+Tab');
      await work.pane.page.keyboard.press('Enter');
      await tabTo(work, /^Validate All Sheets$/);
      await work.pane.page.keyboard.press('Enter');
      await work.on('Validate All Sheets');
      await focusOn(work, 'Validate All Sheets');
      await tabTo(work, /Row 9, Status/);
    }));
});

describe('the buttons of the ribbon', () => {
  it('report in the pane what they came to', () =>
    story(browser, async (work) => {
      await work.openDownload();
      work.sheets.typeOnHome('GSTIN', RECIPIENT);
      work.sheets.type('B2B-CN', 'CN/26/7', 'Status', 'Accepted');
      await work.pane.runCommand('validateAllSheets');
      await work.on('Validate All Sheets');
      await work.reads(/^All sheets: 1 error, /);
      work.host.user.activate('B2B-CN');
      await work.pane.runCommand('validateSheet');
      await work.on('Validate Sheet');
      await work.reads(/^B2B-CN: 1 error, /);
      await work.pane.runCommand('generateFile');
      await work.on('Generate JSON File to Upload');
      await work.reads('1 error stops the file: correct it, then generate again.');
    }));

  it('say in the pane what they need', () =>
    story(browser, async (work) => {
      await work.pane.runCommand('validateSheet');
      expect(await work.alert()).toBe(
        'Go to a record sheet (B2B, B2BA, B2B-DN …) first, or press Validate All Sheets.',
      );
      await work.openDownload();
      await work.pane.runCommand('generateFile');
      await work.on('Generate JSON File to Upload');
      await work.reads(/Type the recipient’s GSTIN on Home/);
    }));
});

/** F6: Excel gives the focus to the first control of the pane. */
async function enterPane({ pane }: Work): Promise<void> {
  await pane.frame.getByRole('button').first().focus();
}

/** Presses Tab until the focus is on what is called so; Tab on the last control leaves the pane. */
async function tabTo({ pane }: Work, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await pane.page.keyboard.press(key);
    const at = await pane.frame.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? (element as HTMLElement | null)?.innerText ?? '';
    });
    passed.push(at);
    if (name.test(at.trim())) return;
  }
  throw new Error(`Tab never came to ${String(name)}; it passed ${[...new Set(passed)].join(' | ')}`);
}

async function focusOn({ pane }: Work, heading: string): Promise<void> {
  await eventually(async () => {
    expect(await pane.frame.evaluate(() => document.activeElement?.textContent)).toBe(heading);
  });
}
