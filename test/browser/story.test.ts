import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { answerAsListed } from '../support/browser/answer-as-listed';
import { launchChromium } from '../support/browser/chromium';
import { withCommandLine } from '../support/browser/command-line';
import { eventually } from '../support/browser/eventually';
import { story } from '../support/browser/work-in-pane';
import { RECIPIENT } from '../support/generate-download';

/** A month's work in Excel, from the portal's file to the portal's answer. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('the work of a month', () => {
  it('goes from the portal’s file to the file for the portal, as the command line does it', () =>
    story(browser, async (work) => {
      await work.openDownload();
      await work.reads('22 records on 8 sheets.');
      const { book: kept } = work.host;
      expect(kept.sheetNames().filter((name) => kept.sheet(name).visibility === 'Visible')).toEqual(
        'Sheet1 Home B2B B2BA B2B-DN B2B-DNA B2B-CN B2B-CNA ECO ECOA'.split(' '),
      );
      expect(work.sheets.typeOnHome('GSTIN', RECIPIENT)).toEqual({ accepted: true });
      answerAsListed(work.sheets);

      await work.validateAll();
      await work.reads(/^All sheets: 0 errors, /);
      const book = await work.host.toXlsx();
      const [cli] = withCommandLine(book, ({ validate }) => [validate()]);
      const lines = await work.lines();
      expect(cli.errors).toBe(0);
      expect(lines).toHaveLength(cli.findings.length);
      for (const [index, { message }] of cli.findings.entries()) expect(lines[index]).toContain(message);

      await work.generate();
      await work.reads(`GSTIN ${RECIPIENT} is right.`);
      await work.reads('No errors.');
      const download = await work.save();
      expect(download.suggestedFilename()).toMatch(new RegExp(`^IMS_${RECIPIENT}_\\d{8}-\\d{4}\\.json$`));
      await work.reads(`Saved as ${download.suggestedFilename()} in your downloads folder.`);
      const upload: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
      expect(upload).toEqual(JSON.parse(readFixture('uploads/upload.json')));
      expect([upload]).toEqual(withCommandLine(book, ({ generate }) => generate()));

      await work.openErrors('errors/errors.json');
      await work.reads('9 messages are on their rows.');
      expect(work.sheets.cell('B2B-CN', 'CN/26/7', 'GST portal validation errors')).toBe(
        'IMSSAV0054: a value is required for the column itcRedReq',
      );
      expect((await work.lines()).filter((line) => line.includes('IMSSAV0054'))).toHaveLength(1);
      await work.reads(/It means: choose Yes or No in the column Whether ITC to be reduced, and generate again\./);
      await work.reads(/^The portal does not publish what its messages mean\./);
      await work.press(/Remarks are not allowed for this record/);
      const place = work.sheets.addressOf('B2B-DN', 'DN/26/3', 'Status');
      await eventually(() => expect(work.sheets.standsAt()).toBe(`B2B-DN!${place}`));
    }));

  it('marks what is wrong while the user works, takes him there, and takes the mark away when it is mended', () =>
    story(browser, async (work) => {
      const { sheets } = work;
      const mark = () => sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors');
      await work.openDownload();

      // The list of the cell stops a wrong word that is typed, a pasted one comes past it.
      expect(sheets.type('B2B', 'SEZ-77', 'Status', 'Rejectd')).toMatchObject({
        accepted: false,
        alert: { title: 'Not on the list' },
      });
      const plain = sheets.shown('B2B', 'SEZ-77', 'Status').fill;
      expect(sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd')).toEqual({ accepted: true });
      await eventually(() =>
        expect(mark()).toBe('Error: Rejectd is not a status: choose Accepted, Rejected, Pending or No Action.'),
      );
      const marked = sheets.shown('B2B', 'SEZ-77', 'Status').fill;
      expect(marked).not.toBe(plain);

      await work.validateSheet('B2B');
      await work.reads(/^B2B: 1 error, /);
      sheets.select('B2B-CN', 'CN-88');
      await work.press(/Rejectd is not a status/);
      const place = sheets.addressOf('B2B', 'SEZ-77', 'Status');
      await eventually(() => expect(sheets.standsAt()).toBe(`B2B!${place}`));

      expect(sheets.type('B2B', 'SEZ-77', 'Status', 'Rejected')).toEqual({ accepted: true });
      await eventually(() => expect(mark()).toBe(''));
      expect(sheets.shown('B2B', 'SEZ-77', 'Status').fill).not.toBe(marked);
      await work.validateSheet('B2B');
      await work.reads(/^B2B: 0 errors, |^B2B: no errors and no warnings/);
    }));

  it('finds the errors of all sheets, names those that stop the file, and makes no file before they are mended', () =>
    story(browser, async (work) => {
      const { sheets } = work;
      await work.openDownload();
      sheets.typeOnHome('GSTIN', RECIPIENT);
      sheets.paste('B2B-CN', 'CN-6', 'Status', 'Pending');
      sheets.type('B2B-CN', 'CN/26/7', 'Status', 'Accepted');
      sheets.type('B2B-DN', 'DN-0019', 'Remarks', 'not ours');
      await work.validateAll();
      await work.reads(/^All sheets: 3 errors, /);
      const found = [
        'The portal takes no remarks for this record: clear the cell.',
        'Accepting this record needs an answer whether ITC is to be reduced: choose Yes (full, or with amounts for a part) or No.',
        'Pending is not allowed for this record because the portal blocks it: choose Accepted, Rejected or No Action.',
      ];
      const lines = await work.lines();
      for (const sentence of found) expect(lines.filter((line) => line.includes(sentence))).toHaveLength(1);
      const { errors } = withCommandLine(await work.host.toXlsx(), ({ validate }) => validate());
      expect(errors).toBe(found.length);

      await work.generate();
      await work.reads('3 errors stop the file: correct them, then generate again.');
      expect(await work.button(/^Save IMS_/).count()).toBe(0);
      await work.press('Show what to correct');
      await work.on('Validate All Sheets');

      sheets.type('B2B-CN', 'CN-6', 'Status', 'Rejected');
      sheets.type('B2B-CN', 'CN/26/7', 'Whether ITC to be reduced', 'Yes');
      work.host.user.clear('B2B-DN', sheets.addressOf('B2B-DN', 'DN-0019', 'Remarks'));
      await work.generate();
      await work.reads('No errors.');
      const upload: unknown = JSON.parse(readFileSync(await (await work.save()).path(), 'utf8'));
      expect(upload).toMatchObject({
        rtin: RECIPIENT,
        invdata: {
          b2bcn: [
            { nt_num: 'CN/26/7', action: 'A', itcRedReq: 'Y' },
            { nt_num: 'CN-6', action: 'R' },
          ],
        },
      });
    }));
});

describe('a later download', () => {
  it('is merged into the work: answers stay, and what is new, changed and withdrawn is said', () =>
    story(browser, async (work) => {
      const { sheets } = work;
      await work.openDownload();
      sheets.typeOnHome('GSTIN', RECIPIENT);
      sheets.type('B2B', 'AST/26-27/0012', 'Status', 'Accepted');
      sheets.type('B2B', 'SEZ-78', 'Status', 'Rejected');
      sheets.type('B2B', 'SEZ-78', 'Remarks', 'Not our purchase');
      sheets.type('B2B-CN', 'CN/26/7', 'Status', 'Accepted');
      sheets.type('B2B-CN', 'CN/26/7', 'Whether ITC to be reduced', 'Yes');
      await work.go('Home');
      await work.openDownload('journeys/second-month/later.json');

      const said = (await work.screen()).replace(/\s+/g, ' ');
      expect(said).toContain('Merged with your work');
      expect(said).toContain('B2B 7 records 1 new · 1 changed by the supplier · 1 withdrawn · 5 unchanged');
      expect(said).toMatch(/ECOA 1 withdrawn (?!Taxable)/);
      const [, records] =
        /^.*?(\d+) records on \d sheets\. \d records were withdrawn and are not counted\./.exec(said) ?? [];
      expect(sheets.cell('B2B', 'SEZ-78', 'Status')).toBe('Rejected');
      expect(sheets.cell('B2B', 'SEZ-78', 'Remarks')).toBe('Not our purchase');
      expect(sheets.cell('B2B-CN', 'CN/26/7', 'Whether ITC to be reduced')).toBe('Yes');
      expect(sheets.cell('B2B', 'AST/26-27/0031', 'Changes since last import')).toBe('New');
      expect(sheets.cell('B2B', 'AST/26-27/0012', 'Changes since last import')).toMatch(
        /^Changed by the supplier: .* Your answer before was: Accepted\.$/,
      );
      expect(sheets.cell('B2B', 'SEZ-77', 'Changes since last import')).toMatch(/^Withdrawn/);

      sheets.select('B2B', 'AST/26-27/0012');
      await work.press('Go through the records');
      await work.reads('Since your last download');

      await work.go('Home');
      const totals = await work.pane.frame.locator('tfoot td').allInnerTexts();
      expect(totals.reduce((sum, total) => sum + (Number(total) || 0), 0)).toBe(Number(records));
    }));
});

function readFixture(path: string): string {
  return readFileSync(join(__dirname, '../../fixtures', path), 'utf8');
}
