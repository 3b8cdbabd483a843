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
