import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story, type StoryOptions, type Work } from '../support/browser/work-in-pane';
import { importFixture, memoryDesk } from '../support/desk';
import { openExcel } from '../support/excel';
import { isHiddenRow } from '../support/excel-host/model/sheet';
import { RECIPIENT } from '../support/generate-download';
import { keepRegister } from '../support/kept-register';

/** The comparison with the books, in the pane: cards, suggestions, the two sides of a record, links, memory. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** A story in a workbook that has the sample's records and keeps the register of the same month. */
async function storyWithBooks(tell: (work: Work) => Promise<void>, options: Omit<StoryOptions, 'host'> = {}) {
  const { host, workbook } = await openExcel('excel-web-16.00', { sheets: ['Sheet1'] });
  await importFixture({ ...memoryDesk(), workbook }, 'downloads/download.json', RECIPIENT);
  await keepRegister(workbook);
  await story(browser, tell, { ...options, host });
}

async function started(work: Work): Promise<void> {
  await work.press('Start Matching');
  await work.on('Reconcile');
}

const shownRows = ({ host, sheets }: Work, sheet: string): unknown[] => {
  const numbers = sheets.column(sheet, 'Document number');
  return numbers.filter((number) => !isHiddenRow(host.book.sheet(sheet), sheets.rowOf(sheet, String(number)) - 1));
};

it('offers no matching before a register is kept', () =>
  story(browser, async (work) => {
    await work.openDownload();
    await work.go('Home');
    await work.button('Validate All Sheets').waitFor();
    expect(await work.button('Start Matching').count()).toBe(0);
  }));

it('goes from the cards to the records, and writes what is suggested after a look at it', () =>
  storyWithBooks(async (work) => {
    const { sheets } = work;
    sheets.type('B2B', 'TOS-3', 'Status', 'Rejected');
    await started(work);
    await work.reads('Purchase register: april-books.csv, sheet april-books');
    await work.reads(/In your books: 1\d records/);
    expect(sheets.cell('B2B', 'AST/26-27/0012', 'Match')).toBe('Matched');
    expect(sheets.cell('B2B-CN', 'CN-5', 'Difference')).toBe(-60);
    const cards = await work.pane.frame.getByRole('heading', { level: 4 }).allInnerTexts();
    expect(cards).toEqual([
      'Matched',
      'Matched within tolerance',
      'Date mismatch',
      'Probable',
      'Value mismatch',
      'Tax-head mismatch',
      'GSTIN mismatch',
      'Only in IMS',
      'Only in books',
      'Duplicate',
      'Not in IMS scope',
    ]);

    await work.press('Show in sheet: Value mismatch');
    await eventually(() => expect(sheets.standsAt()).toBe(`B2B!${sheets.addressOf('B2B', '0045', 'Status')}`));
    expect(shownRows(work, 'B2B')).toEqual(['0045']);
    expect(shownRows(work, 'B2B-CN')).toEqual(['CN-5']);
    await work.press('Show all rows');
    await work.reads(/sheets show all rows again/);
    expect(shownRows(work, 'B2B').length).toBeGreaterThan(5);
    expect(shownRows(work, 'B2B-CN')).toHaveLength(5);
    await work.press('Show in sheet: Only in books');
    await eventually(() => expect(sheets.standsAt()).toBe('Only in books!A6'));
    await work.press('Show in sheet: Not in IMS scope');
    await eventually(() => expect(sheets.standsAt()).toBe('Only in books!A7'));

    await work.press(/^Accept what matches/);
    await work.on('Check before applying');
    await work.reads('Accept 4 records: taxable value ₹');
    await work.reads(/^2 notes with tax ₹.-[\d,.]+: in full\.$/);
    await work.reads('1 record: Already decided by you.');
    await work.press('Apply');
    await work.reads('Done: 4 records answered as suggested. Undo it here, not with Ctrl+Z.');
    expect(sheets.cell('B2B', 'AST/26-27/0012', 'Status')).toBe('Accepted');
    expect(sheets.cell('B2B-CN', 'CN-88', 'Whether ITC to be reduced')).toBe('Yes');
    expect(sheets.cell('B2B-CN', 'CN-88', 'IGST to be reduced')).toBe('');
    expect(sheets.cell('B2B', 'TOS-3', 'Status')).toBe('Rejected');
    await work.reads('No record that matches is still without an action.');
    await work.press('Undo');
    await work.reads('Taken back: 4 records are as they were.');
    expect(sheets.cell('B2B', 'AST/26-27/0012', 'Status')).toBe('No Action');
    await work.button(/^Accept what matches… \(4 records\)/).waitFor();

    // Not one whose suggestion hangs on the day.
    await work.press('Apply…: Value mismatch');
    await work.reads(/^In this category IMS and the books differ/);
    await work.reads(/^Accept 1 record: taxable value ₹/);
    await work.press('Cancel');
    await work.on('Reconcile');
  }));

it('says what is in the books again when the workbook is opened another day', async () => {
  const { host, workbook } = await openExcel('excel-web-16.00', { sheets: ['Sheet1'] });
  await importFixture({ ...memoryDesk(), workbook }, 'downloads/download.json', RECIPIENT);
  await keepRegister(workbook);
  await story(browser, started, { host });
  await story(browser, (work) => work.reads(/In your books: 1\d records/), { host });
});

it('shows both sides of a record, says why one is alone, links it by hand and parts it again', () =>
  storyWithBooks(async (work) => {
    const { sheets, pane } = work;
    await started(work);
    sheets.select('B2B', '0045');
    await work.go('Record');
    await work.on('0045');
    await work.reads('Supplier and number agree, the amounts do not.');
    await work.reads('Books more by ₹ 1,000.00');
    expect(await work.button('Accept (A)').count()).toBe(1);
    await work.reads('The books have ₹ 120.00 more.');

    sheets.select('B2B', 'SEZ-78');
    await work.on('SEZ-78');
    await work.press('Why not matched?');
    const near = pane.frame.getByRole('listitem').filter({ hasText: 'SEZ-77' });
    await near.getByText(/^Closest rule: /).waitFor();
    await near.getByText(/^It does not fit because: number differs \(SEZ-77 in the books\)/).waitFor();
    await near.getByText(/date 1 day apart \(13-04-2026 in the books\)/).waitFor();
    await near.getByText(/^It is matched with SEZ-77 \(B2B, row 9\) now/).waitFor();
    await near.getByRole('button', { name: /^Link anyway/ }).click();
    await work.reads(/^SEZ-78 is linked with SEZ-77 of 13-04-2026 \(row 5\)/);
    expect(sheets.cell('B2B', 'SEZ-78', 'Why')).toBe('Linked by hand.');
    expect(sheets.cell('B2B', 'SEZ-77', 'Match')).toBe('Only in IMS');
    await work.reads('Linked by hand.');
    await work.button('Other candidates').waitFor();

    await work.go('Home');
    await work.press('Show the Comparison');
    await work.reads('1 link made by hand');
    const [file] = await Promise.all([pane.page.waitForEvent('download'), work.press('Export memory')]);
    expect(file.suggestedFilename()).toBe(`IMS_memory_${RECIPIENT}.json`);
    const text = readFileSync(await file.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ linked: [{ ims: { number: 'SEZ-78' }, books: { number: 'SEZ-77' } }] });

    await work.go('Record');
    sheets.type('B2B', 'SEZ-78', 'Status', 'Accepted');
    await pane.frame.getByRole('button', { name: 'Accept (A)', pressed: true }).waitFor();
    await work.press('Unlink');
    await work.reads(/^SEZ-78 is unlinked from the books.* Its Status stays Accepted/);
    expect(sheets.cell('B2B', 'SEZ-78', 'Match')).toBe('Only in IMS');
    expect(sheets.cell('B2B', 'SEZ-77', 'Match')).toBe('Date mismatch');

    await work.go('Home');
    await work.press('Show the Comparison');
    await work.give('Import memory', { name: 'notes.json', text: '{"a": 1}' });
    expect(await work.alert()).toBe(
      'notes.json: this is no memory of IMS Offline for Excel. Choose the .json file that Export memory made.',
    );
    await work.give('Import memory', { name: 'memory.json', text });
    await work.reads('memory.json imported: 1 link and 0 unlinked pairs are remembered now.');
    expect(sheets.cell('B2B', 'SEZ-78', 'Why')).toBe('Linked by hand.');
  }));
