import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, type AtBench, type FileContent } from '../support/browser/workbench';
import { ownBook } from '../support/own-book';

/** Files that are dropped on the page, beside the pane or on it. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const SHEETS = '[data-part=sheets]';
const PANE = '[data-part=pane]';
const CELLS = '#univer-sheet-main-canvas_book';

const download = {
  name: 'download.json',
  content: readFileSync(join(__dirname, '../../fixtures/downloads/download.json')),
};

/** What the pointer holds is let go over a part of the page. */
async function drop({ page, pane }: AtBench, part: string, ...files: readonly FileContent[]): Promise<void> {
  const invitation = page.getByText('Drop the portal’s JSON files or a workbook (.xlsx) anywhere');
  const inBase64 = files.map(({ name, content }) => [name, Buffer.from(content).toString('base64')] as const);
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const carried = new DataTransfer();
    for (const [name, packed] of dropped)
      carried.items.add(new File([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))], name));
    return carried;
  }, inBase64);
  await page.dispatchEvent(part, 'dragover', { dataTransfer });
  if (await pane.isVisible()) await invitation.waitFor();
  await page.dispatchEvent(part, 'drop', { dataTransfer });
  await invitation.waitFor({ state: 'detached' });
}

it('opens a workbook wherever it is dropped, and asks before changes are lost', () =>
  atWorkbench(browser, async ({ bench }) => {
    await drop(bench, SHEETS, { name: 'first.xlsx', content: await ownBook('First') });
    await bench.reads(/^first$/);
    await bench.page.getByRole('tab', { name: 'First', exact: true }).waitFor();
    await drop(bench, PANE, { name: 'second.XLSX', content: await ownBook('Second') });
    await bench.reads(/^second$/);
    await bench.select('Second', 'B3');
    await bench.page.keyboard.type('Bhoomi');
    await bench.page.keyboard.press('Enter');
    await bench.reads('Not saved');

    await drop(bench, CELLS, { name: 'third.xlsx', content: await ownBook('Third') });
    await bench.press('Keep them');
    expect(await bench.copied('Second', 'B3')).toEqual([['Bhoomi']]);
    await drop(bench, CELLS, { name: 'third.xlsx', content: await ownBook('Third') });
    await bench.press('Discard the changes');
    await bench.reads(/^third$/);
    expect(await bench.tabs()).toEqual(['Third', 'Notes']);
  }));

it('gives JSON to the pane, and brings the pane back for it', () =>
  atWorkbench(browser, async ({ bench }) => {
    await drop(bench, SHEETS, { name: 'register.xlsx', content: await ownBook() });
    await bench.reads(/^register$/);
    await bench.press('Pane');
    await bench.pane.waitFor({ state: 'hidden' });
    await drop(bench, CELLS, download);
    await bench.reads('22 records on 8 sheets.');
    expect(await bench.tabs()).toContain('B2B');
  }));

it.each<[string, string, FileContent[]]>([
  ['a letter', 'letter.pdf cannot be opened here: ', [{ name: 'letter.pdf', content: 'pdf' }]],
  ['a list without records to compare with', 'books.csv: ', [{ name: 'books.csv', content: 'GSTIN,Number\n' }]],
  ['a picture beside JSON', 'a.png cannot be opened here: ', [download, { name: 'a.png', content: 'png' }]],
  [
    'two workbooks',
    'One workbook is open at a time: ',
    [
      { name: 'a.xlsx', content: 'a' },
      { name: 'b.xlsx', content: 'b' },
    ],
  ],
  ['a workbook that is none', 'bad.xlsx: this is not an .xlsx workbook', [{ name: 'bad.xlsx', content: 'bad' }]],
])('says in one sentence why %s is not opened', (_, sentence, files) =>
  atWorkbench(browser, async ({ bench }) => {
    await drop(bench, SHEETS, { name: 'register.xlsx', content: await ownBook() });
    await bench.reads(/^register$/);
    await drop(bench, SHEETS, ...files);
    await eventually(async () => expect(await bench.message()).toContain(sentence));
    expect(await bench.page.locator('.fui-MessageBar').count()).toBe(1);
    expect(await bench.tabs()).toEqual(['Purchases', 'Notes']);
  }),
);
