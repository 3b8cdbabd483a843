import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { withCommandLine } from '../support/browser/command-line';
import { story, type Work } from '../support/browser/work-in-pane';
import { invoice, offline } from '../support/desk';
import { generateDownload, RECIPIENT } from '../support/generate-download';

/** From the sheets to the file in hand: what must be confirmed, and files in parts. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('rejections', () => {
  it('of more than ₹ 50,000 of tax make a file only after the word REJECT', () =>
    story(browser, async (work) => {
      const { sheets, pane } = work;
      await openInvoices(work);
      const downloads: string[] = [];
      pane.page.on('download', (download) => downloads.push(download.suggestedFilename()));
      for (const number of ['BIG-1', 'ONE-PAISA']) sheets.type('B2B', number, 'Status', 'Rejected');
      await work.generate();
      await work.reads('Rejections: 2 records, tax ₹\u00a050,000.01.');
      const word = pane.frame.getByRole('textbox', { name: /Type REJECT to confirm\.$/ });
      const save = work.button(/^Save IMS_/);
      const copy = work.button(/^Copy the text instead/);
      for (const typed of ['', 'REJEC', 'reject', 'REJECTED']) {
        await word.fill(typed);
        expect(await save.getAttribute('aria-disabled')).toBe('true');
        expect(await copy.getAttribute('aria-disabled')).toBe('true');
        // As with the keyboard, which reaches a button that waits.
        await save.press('Enter');
        await copy.press('Enter');
      }
      await work.reads('Type the word REJECT in capital letters.');
      await work.settled();
      expect(await pane.frame.getByRole('status').allInnerTexts()).toEqual(['']);
      expect(downloads).toEqual([]);

      await word.fill('REJECT');
      const download = await work.save();
      const upload: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
      expect(upload).toMatchObject({
        invdata: {
          b2b: [
            { inum: 'BIG-1', action: 'R' },
            { inum: 'ONE-PAISA', action: 'R' },
          ],
        },
      });
      expect(downloads).toEqual([download.suggestedFilename()]);
    }));

  it('of ₹ 50,000 are told and make the file at once', () =>
    story(browser, async (work) => {
      await openInvoices(work);
      work.sheets.type('B2B', 'BIG-1', 'Status', 'Rejected');
      await work.generate();
      await work.reads('Rejections: 1 record, tax ₹\u00a050,000.00.');
      expect(await work.pane.frame.getByText('Type REJECT to confirm').count()).toBe(0);
      await work.save();
    }));
});

describe('more records than one file takes', () => {
  it('come in files of their own, each of which can be saved', () =>
    story(browser, async (work) => {
      const { sheets, host, pane } = work;
      await work.openDownload({ name: 'many.json', text: generateDownload({ records: 7_500, gstin: RECIPIENT }) });
      const accepted = sheets.column('B2B', 'Status').map(() => ['Accepted']);
      host.user.paste('B2B', `${sheets.letterOf('B2B', 'Status')}7`, accepted);
      await work.generate();
      await work.reads('2 files, to be uploaded one after the other.');
      const offered = await work.button(/^Save IMS_/).allInnerTexts();
      const [first = ''] = offered;
      expect(first).toMatch(new RegExp(`^Save IMS_${RECIPIENT}_\\d{8}-\\d{4}_1\\.json$`));
      expect(offered).toEqual([first, first.replace('_1.json', '_2.json')]);
      await work.reads(/^5,000 records: 5,000 accepted, 0 rejected, 0 pending, 0 back to No Action$/);

      const parts: unknown[] = [];
      for (const name of offered.map((text) => text.replace('Save ', ''))) {
        const [download] = await Promise.all([pane.page.waitForEvent('download'), work.press(`Save ${name}`)]);
        expect(download.suggestedFilename()).toBe(name);
        await work.reads(`Saved as ${name} in your downloads folder.`);
        parts.push(JSON.parse(readFileSync(await download.path(), 'utf8')));
      }
      expect(await work.button(/^Save IMS_/).allInnerTexts()).toEqual(offered.map((text) => `${text} again`));
      expect(parts).toEqual(withCommandLine(await host.toXlsx(), ({ generate }) => generate()));
    }));
});

async function openInvoices(work: Work): Promise<void> {
  const b2b = [
    invoice({ inum: 'BIG-1', txval: 500_000, camt: 25_000, samt: 25_000, val: 550_000 }),
    invoice({ inum: 'ONE-PAISA', txval: 1, camt: 0, samt: 0, iamt: 0.01, val: 1.01 }),
  ];
  await work.openDownload({ name: 'rejections.json', text: JSON.stringify({ gstin: RECIPIENT, ...offline({ b2b }) }) });
}
