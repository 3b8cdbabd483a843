import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story, storyInWorkbook, type Work } from '../support/browser/work-in-pane';

/** The card of the selected row. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const onRecord = (tell: (work: Work) => Promise<void>): Promise<void> =>
  storyInWorkbook(browser, async (work) => {
    work.sheets.select('B2B', 'AST/26-27/0012');
    await work.go('Record');
    await work.on('AST/26-27/0012');
    await tell(work);
  });

describe('the card of a record', () => {
  it('follows the selection and leaves the focus where it is', () =>
    onRecord(async (work) => {
      const settings = work.pane.frame.getByRole('navigation').getByRole('button', { name: 'Settings' });
      await settings.focus();
      work.sheets.select('B2B-CN', 'CN-88');
      await work.on('CN-88');
      await work.reads('Credit note (B2B-CN, row 8)');
      expect(await settings.evaluate((tab) => tab === document.activeElement)).toBe(true);
      work.host.user.select('B2B-CN', 'A2');
      await work.on('Select a row on a record sheet');
      expect(await settings.evaluate((tab) => tab === document.activeElement)).toBe(true);
    }));

  it('takes A, R, P and N, and writes what it took into the row', () =>
    onRecord(async (work) => {
      const { sheets, pane } = work;
      const status = () => sheets.cell('B2B', 'AST/26-27/0012', 'Status');
      await pane.frame.getByRole('heading', { level: 2 }).focus();
      for (const [key, word] of [
        ['a', 'Accepted'],
        ['r', 'Rejected'],
        ['p', 'Pending'],
        ['n', 'No Action'],
      ] as const) {
        await pane.page.keyboard.press(key);
        await eventually(() => expect(status()).toBe(word));
      }
      await pane.frame.getByLabel('Remarks', { exact: true }).focus();
      await pane.page.keyboard.type('par');
      expect(await pane.frame.getByLabel('Remarks', { exact: true }).inputValue()).toBe('par');
      expect(status()).toBe('No Action');
    }));

  it('shows what the user types into the row meanwhile', () =>
    onRecord(async (work) => {
      work.sheets.type('B2B', 'AST/26-27/0012', 'Status', 'Rejected');
      await work.reads('Will be uploaded. On the portal: No Action.');
      expect(await work.button('Reject (R)').getAttribute('aria-pressed')).toBe('true');
    }));

  it('says why Pending is not offered, and takes no P', () =>
    onRecord(async (work) => {
      work.sheets.select('B2B-CN', 'CN-6');
      await work.on('CN-6');
      await work.reads('Not offered: the portal blocks Pending for this record.');
      expect(await work.button('Pending (P)').getAttribute('aria-disabled')).toBe('true');
      await work.pane.frame.getByRole('heading', { level: 2 }).focus();
      await work.pane.page.keyboard.press('p');
      await work.pane.page.keyboard.press('r');
      await eventually(() => expect(work.sheets.cell('B2B-CN', 'CN-6', 'Status')).toBe('Rejected'));
      await work.button('Undo: your answer to CN-6').waitFor();
    }));

  it('leads from an amendment to its original', () =>
    story(browser, async (work) => {
      await work.openDownload({ name: 'amended.json', text: withOriginal() });
      work.sheets.select('B2BA', 'AST/26-27/0012A');
      await work.go('Record');
      await work.on('AST/26-27/0012A');
      await work.reads('Amends AST/26-27/0012 of 03-04-2026: No Action, in row 7 of sheet B2B.');
      await work.press('Go to B2B, row 7');
      const place = work.sheets.addressOf('B2B', 'AST/26-27/0012', 'Status');
      await eventually(() => expect(work.sheets.standsAt()).toBe(`B2B!${place}`));
      await work.on('AST/26-27/0012');
    }));

  it('steps to the next record that the filter shows', () =>
    onRecord(async (work) => {
      work.sheets.filter('B2B', 'GSTIN of supplier', (gstin) => !gstin.startsWith('29'));
      await work.press('Next record');
      await work.on('SEZ-77');
      const place = work.sheets.addressOf('B2B', 'SEZ-77', 'Status');
      await eventually(() => expect(work.sheets.standsAt()).toBe(`B2B!${place}`));
      await work.press('Previous record');
      await work.on('AST/26-27/0012');
    }));

  it('keeps an Accepted credit note out of the sheet until its ITC question is answered', () =>
    onRecord(async (work) => {
      const { sheets } = work;
      const cells = (): unknown[] =>
        ['Status', 'Whether ITC to be reduced', 'IGST to be reduced', 'Remarks'].map((heading) =>
          sheets.cell('B2B-CN', 'CN-88', heading),
        );
      sheets.select('B2B-CN', 'CN-88');
      await work.on('CN-88');
      await work.press('Accept (A)');
      await work.reads('Not in the sheet yet. The ITC question is still open.');
      await work.reads('Answer needed');
      expect(cells()).toEqual(['No Action', '', '', '']);

      await work.choose('Yes, in part');
      const amount = work.pane.frame.getByLabel('IGST, up to ₹ 1,620.00');
      await work.reads('Amount needed');
      await amount.fill('1620.01');
      await work.reads('Check amount');
      await work.press('Write amounts');
      await work.reads('More than the tax of the record (₹ 1,620.00).');
      await amount.fill('ten');
      await work.press('Write amounts');
      await work.reads('ten is not an amount. Type one such as 1000.00.');
      expect(cells()).toEqual(['No Action', '', '', '']);

      await amount.fill('1000');
      await work.reads('Remarks needed');
      await work.press('Write amounts');
      // A part needs remarks: the rules keep it out until there are some.
      await work.reads(/^Not in the sheet yet\. Accepting with a partial or no reduction needs remarks/);
      await work.pane.frame.getByLabel('Ready remarks').selectOption('Incorrect taxable value');
      await eventually(() => expect(cells()).toEqual(['Accepted', 'Yes', 1000, 'Incorrect taxable value']));
      await work.reads('Will be uploaded. On the portal: No Action.');
      expect(await work.text(/(needed|Check amount)$/).count()).toBe(0);

      await work.choose('Yes, in full');
      await eventually(() => expect(cells()).toEqual(['Accepted', 'Yes', '', 'Incorrect taxable value']));
      await work.choose('No');
      await eventually(() => expect(cells()).toEqual(['Accepted', 'No', '', 'Incorrect taxable value']));
      expect(await work.text(/(needed|Check amount)$/).count()).toBe(0);

      await work.press('No Action (N)');
      await eventually(() => expect(cells().slice(0, 3)).toEqual(['No Action', '', '']));
    }));

  it('shows question, amounts and buttons of a credit note at once in the usual pane', () =>
    onRecord(async (work) => {
      const { pane, sheets } = work;
      await pane.page.setViewportSize({ width: 320, height: 640 });
      sheets.select('B2B-CN', 'CN-88');
      await work.on('CN-88');
      await work.press('Accept (A)');
      await work.choose('Yes, in part');
      await pane.frame.getByLabel(/^IGST/).fill('2000');
      await work.press('Write amounts');
      await work.reads('More than the tax of the record (₹ 1,620.00).');
      expect(await pane.frame.locator('main').evaluate((main) => main.scrollTop)).toBe(0);
      const [heading, last] = await Promise.all([
        pane.frame.getByRole('heading', { level: 2 }).boundingBox(),
        work.button('Write amounts').boundingBox(),
      ]);
      expect(heading!.y).toBeGreaterThan(0);
      expect(last!.y + last!.height).toBeLessThanOrEqual(640);
    }));

  it('folds away what is seldom needed', () =>
    onRecord(async (work) => {
      const place = work.text('27-Maharashtra');
      expect(await place.isVisible()).toBe(false);
      await work.pane.frame.getByText('More from the portal').click();
      await work.reads('27-Maharashtra');
      await work.press('Next record');
      await work.on('1234567890123456');
      expect(await place.isVisible()).toBe(true);
    }));

  it('writes a ready remark and the user’s own words into the row', () =>
    onRecord(async (work) => {
      const { sheets, pane } = work;
      const remarks = () => sheets.cell('B2B', 'AST/26-27/0012', 'Remarks');
      await work.press('Reject (R)');
      await pane.frame.getByLabel('Ready remarks').selectOption('Goods not received');
      await eventually(() => expect(remarks()).toBe('Goods not received'));
      await pane.frame.getByLabel('Remarks', { exact: true }).fill('=1+1 is no formula here');
      await work.press('Next record');
      await eventually(() => expect(remarks()).toBe('=1+1 is no formula here'));
      expect(work.host.book.formula('B2B', sheets.addressOf('B2B', 'AST/26-27/0012', 'Remarks'))).toBeUndefined();
    }));
});

/** An invoice and its amendment in one file. */
function withOriginal(): string {
  const invoice = {
    ...{ stin: '27ZZZCA2001B1ZY', tradenm: 'Aarav Steel Traders', inum: 'AST/26-27/0012', inv_typ: 'R' },
    ...{ idt: '03-04-2026', val: 118000, action: 'N', pos: '27', txval: 100000, iamt: 0, camt: 9000, samt: 9000 },
    ...{ cess: 0, srcform: 'R1', rtnprd: '042026', srcfilstatus: 'F', ispendactblocked: 'N', isRemarksBlocked: 'N' },
    itcRedReqBlocked: 'N',
  };
  const amended = { ...invoice, oinum: invoice.inum, oidt: invoice.idt, inum: 'AST/26-27/0012A', val: 59000 };
  return JSON.stringify({ imsDetails: { b2b: [invoice], b2ba: [amended] } });
}
