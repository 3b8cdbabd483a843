import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, JSHandle, Locator } from 'playwright-core';
import { writeXlsx } from 'hucre/xlsx';
import { launchChromium } from '../support/browser/chromium';
import { story, storyInWorkbook, type Work } from '../support/browser/work-in-pane';

/** The purchase register, from the file to what was read of it. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const SUPPLIER = '29ZZZFB2002C1ZK';

/** A register of somebody's own making: his own reference looks like the supplier's number, which he calls a slip. */
const own = (month: string): string =>
  [
    'Purchases of the month,,,,,,',
    'Reference,Slip,Slip date,Dealer GSTIN,Dealer,Basic,IGST',
    `P-1,A/1,03-${month}-2026,${SUPPLIER},Meera Traders,1000,180`,
    `P-2,A/2,05-${month}-2026,${SUPPLIER},Meera Traders,2000,360`,
    `P-3,A/3,soon,${SUPPLIER},Meera Traders,100,18`,
    '',
  ].join('\n');

async function choose(work: Work): Promise<void> {
  await work.go('Home');
  await work.press('Import Purchase Register');
  await work.on('Import Purchase Register');
}

async function open(work: Work, file: string | { name: string; text: string | Uint8Array }): Promise<void> {
  await choose(work);
  await work.give('Choose a file', file);
  await work.reads('What is read');
}

const field = (work: Work, name: string): Locator => work.pane.frame.getByLabel(name, { exact: true });

const chosen = (work: Work, name: string): Promise<string> =>
  field(work, name).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');

describe('a purchase register', () => {
  it('is read as it was recognised, and taken', () =>
    storyInWorkbook(browser, async (work) => {
      await open(work, 'registers/gstr2-b2b.csv');
      expect(await chosen(work, 'GSTIN of the supplier')).toBe('GSTIN of Supplier');
      expect(await chosen(work, 'Taxable value')).toBe('Taxable Value');
      await work.reads('Invoices: 3');
      await work.reads('Not compared, 1 document: Reverse charge: never in IMS.');
      await work.press('Import');
      await work.on('Purchase register imported');
      await work.reads('3 documents of gstr2-b2b.csv.');
      await choose(work);
      await work.reads('In this workbook: gstr2-b2b.csv, 3 documents.');
    }));

  it('is corrected where it was guessed wrongly, and the next one with its headings comes corrected', () =>
    storyInWorkbook(browser, async (work) => {
      await open(work, { name: 'april.csv', text: own('04') });
      expect(await chosen(work, 'Document number')).toBe('Reference');
      expect(await field(work, 'Document number').getAttribute('aria-describedby')).not.toBeNull();
      await work.reads('The heading Reference may mean it.');
      expect(await documents(work)).toEqual(['P-1 03-04-2026', 'P-2 05-04-2026']);
      expect(await work.lines()).toContainEqual(
        expect.stringContaining('soon under Slip date is not a valid date (in this column the day comes first)'),
      );

      await field(work, 'Document number').selectOption('Slip');
      await work.reads('You said so.');
      expect(await documents(work)).toEqual(['A/1 03-04-2026', 'A/2 05-04-2026']);
      await work.choose('Month first: 4 May');
      await work.text('A/1 04-03-2026').waitFor();
      expect(await documents(work)).toEqual(['A/1 04-03-2026', 'A/2 04-05-2026']);
      await work.choose('Day first: 5 April');
      await work.text('A/1 03-04-2026').waitFor();
      await work.press('Import');
      await work.on('Purchase register imported');
      await work.reads('april: 2 documents, 1 row not read');
      await work.reads('soon under Slip date is not a valid date (in this column the day comes first).');

      await work.press('Import another register');
      await work.give('Choose a file', { name: 'may.csv', text: own('05') });
      await work.reads('Read with the corrections that you made earlier for the same headings.');
      expect(await documents(work)).toEqual(['A/1 03-05-2026', 'A/2 05-05-2026']);
      await work.press('Recognise again');
      await work.reads('The heading Reference may mean it.');
      expect(await documents(work)).toEqual(['P-1 03-05-2026', 'P-2 05-05-2026']);
    }));

  it('has its headings where the user says', () =>
    storyInWorkbook(browser, async (work) => {
      await open(work, { name: 'april.csv', text: own('04') });
      expect(await chosen(work, 'Headings')).toMatch(/^Row 2: Reference · Slip/);
      await field(work, 'Headings').selectOption({ index: 1 });
      await work.reads('Needed: choose the column.');
      await work.reads('Nothing can be imported yet: choose the columns that are marked as needed.');
      expect(await work.button('Import').getAttribute('aria-disabled')).toBe('true');
      await field(work, 'Headings').selectOption({ index: 2 });
      await work.text('Needed: choose the column.').first().waitFor({ state: 'detached' });
      expect(await documents(work)).toHaveLength(2);
    }));

  it('has what its words stand for and its signs as the user says', () =>
    storyInWorkbook(browser, async (work) => {
      await open(work, 'registers/dr-cr.csv');
      await work.reads('Credit notes: 1');
      await field(work, 'Debit Note (1 row)').selectOption('debit note');
      await work.reads('You said so.');
      await work.choose('As negative amounts, or as credit');
      await work.reads('Credit notes: 2');
      await work.press('Recognise again');
      await work.reads('Credit notes: 1');
      await work.reads('Invoices: 2');
    }));

  it('has an amount from several columns where the user adds one', () =>
    storyInWorkbook(browser, async (work) => {
      const text = `GSTIN,Bill No,Basic,Freight,IGST\n${SUPPLIER},1,1000,50,189\n`;
      await open(work, { name: 'freight.csv', text });
      await work.reads('taxable value 1,000.00 · IGST 189.00');
      await field(work, 'Taxable value').selectOption('and Freight');
      await work.reads('taxable value 1,050.00 · IGST 189.00');
      expect(await chosen(work, 'Taxable value')).toBe('Basic + Freight, added up');
      await field(work, 'Taxable value').selectOption('Basic');
      await work.reads('taxable value 1,000.00 · IGST 189.00');
    }));

  it('is read from several sheets of a file, those that the user chooses', () =>
    storyInWorkbook(browser, async (work) => {
      await open(work, { name: 'quarter.xlsx', text: await severalSheets() });
      const { frame } = work.pane;
      const sheet = (name: string): Locator => frame.getByRole('switch', { name });
      const turn = async (name: string, checked: boolean): Promise<void> => {
        await frame.locator('main[aria-busy=false]').waitFor();
        await sheet(name).click();
        await frame.getByRole('switch', { name, checked }).waitFor();
      };
      expect(await sheet('April: 2 rows').isChecked()).toBe(true);
      expect(await sheet('Purchase returns: 2 rows').isChecked()).toBe(false);
      expect(await sheet('Notes: 1 row, does not look like a register').isChecked()).toBe(false);
      await work.reads('Invoices: 1');
      await turn('Purchase returns: 2 rows', true);
      await work.reads('Credit notes: 1');
      await work.reads('Taxable value ₹ 900.00 · Tax ₹ 162.00');
      expect(await documents(work)).toEqual(['A/1 03-04-2026']);
      await field(work, 'Sheet shown below').selectOption('Purchase returns');
      await work.text('R/1 14-04-2026, credit note').waitFor();
      expect(await documents(work)).toEqual(['R/1 14-04-2026, credit note']);
      await turn('Notes: 1 row, does not look like a register', true);
      await work.reads('Nothing can be imported yet: choose the columns that are marked as needed.');
      await turn('Notes: 1 row, does not look like a register', false);
      await work.text('Nothing can be imported yet').waitFor({ state: 'detached' });
      await work.press('Import');
      await work.on('Purchase register imported');
      await work.reads('Purchase returns: 1 document, 0 rows not read');
    }));

  it('is a sheet of the workbook', () =>
    storyInWorkbook(browser, async (work) => {
      const [, ...lines] = own('07').trim().split('\n');
      work.host.user.paste(
        'Sheet1',
        `A1:G${String(lines.length)}`,
        lines.map((line) => line.split(',')),
      );
      await choose(work);
      expect(await field(work, 'Sheet').locator('option').allInnerTexts()).toEqual(['Sheet1']);
      await work.press('Read this sheet');
      await work.reads('From Sheet1');
      expect(await documents(work)).toEqual(['P-1 03-07-2026', 'P-2 05-07-2026']);
    }));

  it('can be dropped on the pane', () =>
    storyInWorkbook(browser, async (work) => {
      await choose(work);
      const files = await carry(work, 'registers/plain.tsv');
      await work.pane.frame.dispatchEvent('main', 'dragover', files);
      await work.reads('Drop the purchase register here to open it');
      await work.pane.frame.dispatchEvent('main', 'drop', files);
      await work.reads('From plain.tsv');
      await work.go('Home');
      await work.pane.frame.dispatchEvent('main', 'drop', await carry(work, 'registers/gstr2-b2b.csv'));
      await work.reads('From gstr2-b2b.csv');
    }));

  it.each([
    ['empty.csv', '', /^empty\.csv: it is empty\. /],
    ['april.json', '{"b2b": []}', /^april\.json: this is a JSON file, not a purchase register\. /],
    ['april.pdf', '%PDF-1.7', /^april\.pdf: this is a file of another kind \(PDF\)\. /],
    ['april.xlsx', 'PK\u0003\u0004 broken', /^april\.xlsx: it cannot be read as a workbook/],
    ['locked.xlsx', locked(), /^locked\.xlsx: it is protected by a password\. Open it in Excel, save a copy/],
    ['page.html', '<html><body>Nothing</body></html>', /^page\.html: this is a web page or XML without a table\. /],
  ])('%s is refused in one sentence', (name, text, said) =>
    storyInWorkbook(browser, async (work) => {
      const before = work.sheets.everything();
      await choose(work);
      await work.give('Choose a file', { name, text });
      expect(await work.alert()).toMatch(said);
      expect(await work.alert()).not.toMatch(/ims |undefined|Error:/);
      expect(work.sheets.everything()).toEqual(before);
    }),
  );

  it('is only asked for where there are records to compare it with', () =>
    story(browser, async (work) => {
      expect(await work.button('Import Purchase Register').count()).toBe(0);
    }));
});

/** Of two months of an accounting program, one of them of what was given back. */
function severalSheets(): Promise<Uint8Array> {
  const headings = ['GSTIN', 'Bill No', 'Bill Date', 'Taxable Value', 'IGST'];
  return writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['Ask Meera about the bills of June']] },
      { name: 'April', rows: [headings, [SUPPLIER, 'A/1', '03-04-2026', 1000, 180]] },
      { name: 'Purchase returns', rows: [headings, [SUPPLIER, 'R/1', '14-04-2026', 100, 18]] },
    ],
  });
}

/** What Excel makes of a workbook with a password begins and is named like this. */
function locked(): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
}

/** Number and date of each document of the preview. */
async function documents({ pane }: Work): Promise<string[]> {
  await pane.frame.getByText('Reading again…').waitFor({ state: 'detached' });
  const first = pane.frame.locator('main ol > li > p:first-child');
  return (await first.allInnerTexts()).map((text) => text.trim());
}

async function carry({ pane }: Work, path: string): Promise<{ dataTransfer: JSHandle<DataTransfer> }> {
  const dropped = { name: basename(path), text: readFileSync(join(__dirname, '../../fixtures', path), 'utf8') };
  return {
    dataTransfer: await pane.frame.evaluateHandle(({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    }, dropped),
  };
}
