import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, type AtBench } from '../support/browser/workbench';
import { ownFormulas, UNCALCULATED, withDrawings } from '../support/own-formulas';

/** A user's own workbook on the page: what it calculates, what it does not show, what he types into it. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

async function opened(bench: AtBench, content: Uint8Array): Promise<void> {
  await bench.openWorkbook({ name: 'register.xlsx', content });
  await bench.reads(/^register$/);
  await bench.page.getByRole('tab', { name: 'Purchases', exact: true }).waitFor();
}

async function typeAt({ page, select }: AtBench, address: string, text: string, sheet = 'Purchases'): Promise<void> {
  await select(sheet, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const at = async (bench: AtBench, address: string): Promise<string> =>
  (await bench.copied('Purchases', address))[0]?.[0] ?? '';

const sheetXml = (book: Uint8Array): string => strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml']!);

it('calculates formulas that came without a value, shows the others blank, and changes nothing in the file', () =>
  atWorkbench(browser, async ({ bench }) => {
    const file = await ownFormulas();
    await opened(bench, file);
    expect(await bench.copied('Purchases', 'A1:E9')).toEqual([
      ['Party', 'Value', 'Tax', 'More', 'Day'],
      ['Aarav', '8960', '1613', '', '05-04-2026'],
      ['Bhoomi', '250.5', '#VALUE!', '', ''],
      ['Chetan', '2', '', '', ''],
      ['Divya', '0', '3227', '', ''],
      ['', '9212.5', '', '', ''],
      ['', '', '', '', ''],
      ['', '', '', '', ''],
      ['', '', '', '3226', ''],
    ]);
    expect(await bench.page.getByText('Not saved').count()).toBe(0);
    expect((await bench.saveWorkbook()).bytes).toEqual(file);

    // The reader of the cells says what is shown.
    await bench.select('Purchases', 'C4');
    await eventually(async () =>
      expect(await bench.page.locator('[data-part=told-cell]').textContent()).toContain('C4: blank'),
    );

    await typeAt(bench, 'B4', '100');
    await eventually(async () => expect(await at(bench, 'B6')).toBe('9310.5'));
    const saved = (await bench.saveWorkbook()).bytes;
    expect(sheetXml(saved)).not.toContain('NO RESULT');
    const [sheet] = (await readBookView(saved)).sheets;
    for (const [address, formula] of UNCALCULATED)
      expect(sheet?.formulas.get(`${Number(address.slice(1)) - 1},${address.charCodeAt(0) - 65}`)).toBe(formula);
  }));

it('takes a formula that is typed into a sheet of the user, and saves it with its value', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    const { page } = bench;
    await opened(bench, await ownFormulas());
    await typeAt(bench, 'F2', '=b2*18%+sum(Notes!a1:a3)');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('1612.8'));
    await typeAt(bench, 'B2', '1000');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('180'));

    // Edited in its cell, taken back, done again, cleared.
    await bench.select('Purchases', 'F2');
    await page.keyboard.press('F2');
    await page.keyboard.type('+1');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('181'));
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('180'));
    await page.keyboard.press('Control+y');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('181'));
    await typeAt(bench, 'F3', '=1/0');
    await typeAt(bench, 'F4', '=F4+1');
    await typeAt(bench, 'F5', '=A1');
    await eventually(async () => expect(await at(bench, 'F3')).toBe('#DIV/0!'));
    expect(await at(bench, 'F4')).toBe('');
    await eventually(async () => expect(await at(bench, 'F5')).toBe('Party'));

    const { bytes } = await bench.saveWorkbook();
    const xml = sheetXml(bytes);
    expect(xml).toMatch(/<c r="F2"[^>]*><f>B2\*18%\+SUM\(Notes!A1:A3\)\+1<\/f><v>181<\/v><\/c>/);
    expect(xml).toMatch(/<c r="F3"[^>]* t="e"[^>]*><f>1\/0<\/f><v>#DIV\/0!<\/v><\/c>/);

    const later = await another();
    await opened(later, bytes);
    expect(await at(later, 'F2')).toBe('181');
    await later.select('Purchases', 'F2');
    await later.page.keyboard.press('Delete');
    await eventually(async () => expect(await at(later, 'F2')).toBe(''));
    expect(sheetXml((await later.saveWorkbook()).bytes)).not.toContain('Notes!');
  }));

it('brings formulas that were typed back after a crash, and values that took the place of one', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    await opened(bench, await ownFormulas());
    await typeAt(bench, 'F2', '=B2*2');
    await typeAt(bench, 'B6', '7');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('17920'));
    expect(await at(bench, 'B6')).toBe('7');
    await bench.page.close({ runBeforeUnload: false });
    const later = await another();
    await later.press('Go on with it');
    await later.page.getByRole('tab', { name: 'Purchases', exact: true }).waitFor();
    await later.button('Go on with it').waitFor({ state: 'hidden' });
    await typeAt(later, 'B2', '10');
    await eventually(async () => expect(await at(later, 'F2')).toBe('20'));
    expect(await at(later, 'B6')).toBe('7');
  }));

it('fills no formula into other cells, where only its value would come', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { mouse } = bench.page;
    await opened(bench, await ownFormulas());
    await typeAt(bench, 'F2', '=B2*2');
    await typeAt(bench, 'G2', '5');
    await eventually(async () => expect(await at(bench, 'F2')).toBe('17920'));
    const grid = await bench.page.locator('#univer-sheet-main-canvas_book').boundingBox();
    /** drags the handle in the lower right corner of a cell in row 2 two rows down */
    const fill = async (address: string, right: number): Promise<void> => {
      await bench.select('Purchases', address);
      const [x, y] = [(grid?.x ?? 0) + right, (grid?.y ?? 0) + 60];
      await bench.page.waitForTimeout(500);
      await mouse.move(x, y);
      await mouse.down();
      await mouse.move(x - 10, y + 30, { steps: 8 });
      await mouse.up();
    };
    const edge = 46 + 5 * 103 + 64;
    // Pressed before the handle is drawn, the mouse selects: then it is dragged once more.
    await eventually(async () => {
      await fill('G2', edge + 64);
      expect(await at(bench, 'G3')).toBe('5');
    });
    await fill('F2', edge);
    await bench.reads(/^A formula is not filled into other cells/);
    expect(await at(bench, 'F3')).toBe('');
  }));

it('leaves as text what it does not understand, what is pasted, and what is typed into our sheets', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page } = bench;
    await opened(bench, await ownFormulas());
    await typeAt(bench, 'F2', '=VLOOKUP(A2,Notes!A:B,2,0)');
    await bench.reads(/^This formula stays text\./);
    expect(await at(bench, 'F2')).toBe('=VLOOKUP(A2,Notes!A:B,2,0)');
    await typeAt(bench, 'F3', '=Nowhere!A1');
    expect(await at(bench, 'F3')).toBe('=Nowhere!A1');
    await bench.select('Purchases', 'F4');
    await page.evaluate(() => navigator.clipboard.writeText('=1+1'));
    await page.keyboard.press('Control+v');
    await eventually(async () => expect(await at(bench, 'F4')).toBe('=1+1'));
    await typeAt(bench, 'F5', "'=1+1");
    expect(await at(bench, 'F5')).toBe('=1+1');
    const saved = sheetXml((await bench.saveWorkbook()).bytes);
    expect(saved.match(/<f>/g)).toHaveLength(UNCALCULATED.size);

    await bench.go('Home');
    await bench.give(bench.paneButton('Open Downloaded IMS JSON File'), 'downloads/download.json');
    await bench.reads('22 records on 8 sheets.');
    await bench.type('B2B', 'SEZ-78', 'Remarks', '=1+1');
    expect(await bench.cell('B2B', 'SEZ-78', 'Remarks')).toBe('=1+1');
    await bench.select('Home', 'H3');
    await page.keyboard.type('=1+1');
    await page.keyboard.press('Enter');
    expect(await bench.copied('Home', 'H3')).toEqual([['=1+1']]);
  }));

it('says in one sentence what the file keeps and the page does not show', () =>
  atWorkbench(browser, async ({ bench }) => {
    const file = await withDrawings(await ownFormulas());
    await opened(bench, file);
    expect(await bench.message()).toBe(
      'Kept in the file, but not shown on this page: charts on Purchases; pictures on Purchases; notes on Notes.',
    );
    await typeAt(bench, 'B2', '1');
    const saved = unzipSync((await bench.saveWorkbook()).bytes);
    for (const [name, part] of Object.entries(unzipSync(file)))
      if (!/sheet1\.xml$|workbook\.xml$/.test(name)) expect([name, saved[name]]).toEqual([name, part]);

    await opened(bench, await ownFormulas());
    await bench.page.getByText('Kept in the file').waitFor({ state: 'hidden' });
  }));

it('sorts no rows whose formulas would name other cells then, nor where no filter says which are headings', () =>
  atWorkbench(browser, async ({ bench }) => {
    await opened(bench, await ownFormulas('A1:E5'));
    const cells = (): Promise<string[][]> => bench.copied('Purchases', 'A1:E9');
    const before = await cells();
    await bench.sort('Purchases', 'B3', 'descending');
    await bench.reads(/^Rows with formulas are not sorted on this page/);
    expect(await cells()).toEqual(before);
    await bench.sort('Notes', 'A1', 'ascending');
    await bench.reads(/this sheet has none\. Sort it in Excel/);
    expect(await bench.page.getByText('Not saved').count()).toBe(0);
  }));
