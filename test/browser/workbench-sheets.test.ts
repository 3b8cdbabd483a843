import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench } from '../support/browser/workbench';

/** The pane follows what is done in the sheets beside it. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

it('follows typing, pasting, undo and redo', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { keyboard } = bench.page;
    const counts = (line: string): Promise<void> =>
      eventually(async () => expect(await bench.paneText()).toContain(`B2B ${line} B2BA`));
    await bench.trySample();
    await bench.go('Home');
    await counts('1 – – 6');

    await bench.type('B2B', 'SEZ-77', 'Status', 'Rejected');
    await counts('1 1 – 5');
    await bench.paste('B2B', 'AST/26-27/0012', 'Status', 'Accepted\nPending\nRejected\nRejected');
    await counts('2 2 1 2');
    expect((await bench.copied('B2B', 'G7:G13')).flat()).toEqual(
      'Accepted,Pending,Rejected,Rejected,No Action,No Action,Accepted'.split(','),
    );

    await keyboard.press('Control+z');
    await counts('1 1 – 5');
    await keyboard.press('Control+z');
    await counts('1 – – 6');
    await keyboard.press('Control+y');
    await counts('1 1 – 5');
    await keyboard.press('Control+y');
    await counts('2 2 1 2');

    await bench.select('B2B', 'G7:G10');
    await keyboard.press('Delete');
    await counts('1 – – 6');
  }));

it('offers no undo in the pane of what was taken back in the cells', () =>
  atWorkbench(browser, async ({ bench }) => {
    await bench.trySample();
    await bench.paste('B2B-CN', 'CN-6', 'Status', 'Pending');
    const undo = bench.paneButton('Undo: typing on B2B-CN, 1 record');
    await undo.waitFor();
    await bench.page.keyboard.press('Control+z');
    await undo.waitFor({ state: 'detached' });
    expect(await bench.cell('B2B-CN', 'CN-6', 'Status')).toBe('No Action');
  }));

it('shows the record of the selected row, wherever sorting takes it', () =>
  atWorkbench(browser, async ({ bench }) => {
    const shows = (number: string): Promise<void> =>
      eventually(async () => expect(await bench.paneText()).toContain(number));
    await bench.trySample();
    const before = (await bench.copied('B2B', 'A7:X13')).sort();
    await bench.go('Record');
    await bench.select('B2B', 'C9');
    await shows('SEZ-77');
    await bench.sort('B2B', 'C9', 'descending');
    await eventually(async () =>
      expect((await bench.copied('B2B', 'C7:C13')).flat()).toEqual(
        'TOS-3,SEZ-78,SEZ-77,EST2605/9,AST/26-27/0012,1234567890123456,0045'.split(','),
      ),
    );
    expect((await bench.copied('B2B', 'A7:X13')).sort()).toEqual(before);
    await bench.select('B2B', 'C13');
    await shows('0045');
    await bench.pressInPane(/^Pending/);
    await eventually(async () => expect(await bench.copied('B2B', 'G13')).toEqual([['Pending']]));
    expect(await bench.cell('B2B', '0045', 'Status')).toBe('Pending');
    await bench.select('B2B', 'C8');
    await shows('SEZ-78');
  }));

it('acts on the rows that a filter leaves', () =>
  atWorkbench(browser, async ({ bench }) => {
    await bench.trySample();
    await bench.openTab('B2B');
    await bench.filter('B2B', 'TOS-3', 'Status', 'No Action');
    expect((await bench.copied('B2B', 'C7:C13')).flat()).toEqual(['TOS-3']);
    await bench.select('B2B', 'A7');
    await bench.go('Bulk action');
    await bench.pane.getByRole('radio', { name: 'Rows the filter shows' }).check();
    await bench.pane.getByRole('radio', { name: 'Reject', exact: true }).check();
    await bench.pressInPane('Preview');
    // The one that is left was accepted on the portal before.
    await bench.reads('B2B: no record would change.');
    await bench.reads('Left out');
    expect(await bench.paneText()).toContain('1 record: Already decided.');
  }));

it('finds from the first key on, and no key of it falls into a cell', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page } = bench;
    await bench.trySample();
    await bench.select('B2B', 'D8');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('EST2605');
    await page.keyboard.press('Enter');
    const field = page.getByPlaceholder('Find in this Sheet');
    await eventually(async () => expect(await field.inputValue()).toBe('EST2605'));
    await page.getByText('1/1', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await bench.standsAt()).toBe('B2B!C12'));
    expect(await bench.copied('B2B', 'D8')).toEqual([['Regular']]);
  }));

it('has the keys in the cells after a click on a tab', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page } = bench;
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    const stands = (place: string): Promise<void> => eventually(async () => expect(await bench.standsAt()).toBe(place));
    await bench.trySample();
    await bench.select('B2B', 'G8');
    await tab('B2BA').click();
    await page.keyboard.press('ArrowRight');
    await stands('B2BA!B1');
    await tab('B2B').click();
    await page.keyboard.type('Pending');
    await page.keyboard.press('Enter');
    await stands('B2B!G9');
    await tab('B2B').click();
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await bench.copied('B2B', 'G8')).toEqual([['No Action']]));
    await tab('B2B').focus();
    await page.keyboard.press('ArrowRight');
    await stands('B2BA!B1');
    expect(await tab('B2BA').evaluate((at) => at === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await tab('B2BA').evaluate((at) => at === document.activeElement)).toBe(false));
    await page.keyboard.press('ArrowRight');
    await stands('B2BA!C1');
  }));

it('takes a row that was pasted over another back, also when a check told of it in between', () =>
  atWorkbench(browser, async ({ bench }) => {
    const row = (number: number): Promise<string[][]> => bench.copied('B2B', `A${String(number)}:AN${String(number)}`);
    await bench.trySample();
    const [before, other] = [await row(9), await row(8)];
    await bench.select('B2B', 'A9');
    await bench.page.keyboard.press('Control+v');
    await eventually(async () => expect(await row(9)).toEqual(other));
    await bench.validateAll();
    await bench.reads('This row is a copy of row 8');
    await bench.select('B2B', 'A9');
    await bench.page.keyboard.press('Control+z');
    await eventually(async () => expect((await row(9))[0]?.slice(0, 9)).toEqual(before[0]?.slice(0, 9)));
    await bench.validateAll();
    await eventually(async () => expect(await row(9)).toEqual(before));
  }));

it('shows the reason beside the record that it is about, wherever that goes', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { keyboard } = bench.page;
    const reason = bench.note('The portal sent 70,800.00 here');
    const isShown = (shown: boolean): Promise<void> => reason.waitFor({ state: shown ? 'visible' : 'hidden' });
    await bench.trySample();
    await bench.select('B2B', 'F9');
    await keyboard.type('1');
    await keyboard.press('Enter');
    await keyboard.press('ArrowUp');
    await isShown(true);
    await keyboard.press('Control+z');
    await isShown(false);
    await keyboard.press('Control+y');
    await isShown(true);
    await bench.sort('B2B', 'F9', 'descending');
    await isShown(false);
    await bench.select('B2B', await bench.addressOf('B2B', 'SEZ-77', 'Document value'));
    await isShown(true);
    await keyboard.press('Control+z');
    await isShown(false);
    await bench.select('B2B', 'F9');
    await isShown(true);
  }));
