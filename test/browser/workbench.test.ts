import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { withCommandLine } from '../support/browser/command-line';
import { eventually } from '../support/browser/eventually';
import { atWorkbench } from '../support/browser/workbench';
import { RECIPIENT } from '../support/generate-download';

/** The page with the grid and the pane beside it, from the portal's file to the portal's answer. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

it('takes the sample from the first button to the file for the portal, as the command line does it', () =>
  atWorkbench(browser, async ({ bench }) => {
    await bench.trySample();
    expect(await bench.tabs()).toEqual('Home B2B B2BA B2B-DN B2B-DNA B2B-CN B2B-CNA ECO ECOA'.split(' '));

    await bench.choose('B2B', 'SEZ-77', 'Status', 'Pending');
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Pending');
    await bench.type('B2B', '0045', 'Status', 'rejected');
    await bench.type('B2B', '0045', 'Remarks', 'Not our purchase');
    expect(await bench.cell('B2B', '0045', 'Status')).toBe('Rejected');
    await bench.type('B2B', 'SEZ-78', 'Status', 'Rejectd');
    await bench.reads('Not on the list');
    expect(await bench.cell('B2B', 'SEZ-78', 'Status')).toBe('No Action');

    const wrong = 'Rejectd is not a status: choose Accepted, Rejected, Pending or No Action.';
    await bench.paste('B2B', 'SEZ-78', 'Status', 'Rejectd');
    await eventually(async () =>
      expect(await bench.cell('B2B', 'SEZ-78', 'Sheet validation errors')).toBe(`Error: ${wrong}`),
    );
    await bench.select('B2B', await bench.addressOf('B2B', 'SEZ-77', 'Status'));
    await bench.page.keyboard.press('ArrowDown');
    await bench.note(wrong).waitFor();
    await bench.page.keyboard.press('ArrowDown');
    await bench.note(wrong).waitFor({ state: 'hidden' });
    await bench.validateAll();
    await bench.reads(/^All sheets: 1 error, /);
    const place = await bench.addressOf('B2B', 'SEZ-78', 'Status');
    await bench.select('Home', 'A1');
    await bench.pressInPane(/Rejectd is not a status/);
    await eventually(async () => expect(await bench.standsAt()).toBe(`B2B!${place}`));
    await bench.generate();
    await bench.reads('1 error stops the file: correct it, then generate again.');

    await bench.type('B2B', 'SEZ-78', 'Status', 'Accepted');
    await eventually(async () => expect(await bench.cell('B2B', 'SEZ-78', 'Sheet validation errors')).toBe(''));
    await bench.generate();
    await bench.reads('No errors.');
    const download = await bench.saveUpload();
    expect(download.suggestedFilename()).toMatch(new RegExp(`^IMS_${RECIPIENT}_\\d{8}-\\d{4}\\.json$`));
    const upload: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
    const { bytes } = await bench.saveWorkbook();
    expect([upload]).toEqual(withCommandLine(bytes, ({ generate }) => generate()));
    expect(upload).toMatchObject({ rtin: RECIPIENT });

    await bench.openErrors(join('errors', 'errors.json'));
    await bench.reads('9 messages are on their rows.');
    expect(await bench.cell('B2B-CN', 'CN/26/7', 'GST portal validation errors')).toBe(
      'IMSSAV0054: a value is required for the column itcRedReq',
    );
  }));
