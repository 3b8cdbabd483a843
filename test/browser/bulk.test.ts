import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { storyInWorkbook, type Work } from '../support/browser/work-in-pane';

/** One action for many records, and the way back. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('a bulk action', () => {
  it('takes the selected rows, says what stays as it is and why, and can be taken back', () =>
    storyInWorkbook(browser, async (work) => {
      const { sheets } = work;
      sheets.type('B2B', 'SEZ-78', 'Status', 'Rejected');
      const before = sheets.column('B2B', 'Status');
      sheets.select('B2B', 'AST/26-27/0012');
      work.host.user.select('B2B', 'A7:A13');
      await work.go('Bulk action');
      await work.press('Preview');
      await work.on('Check before applying');
      // Of seven, one is accepted already and one is the user's own Rejected.
      await work.reads(/^B2B: accept 5 records, tax ₹/);
      await work.reads('No change needed: 1 record.');
      await work.reads('1 record: Already decided. Switch on "Also change records I already decided" to include them.');
      expect(sheets.column('B2B', 'Status')).toEqual(before);

      await work.press('Apply');
      await work.reads('Done: 5 records accepted.');
      expect(sheets.cell('B2B', 'SEZ-78', 'Status')).toBe('Rejected');
      expect(sheets.column('B2B', 'Status').filter((cell) => cell === 'Accepted')).toHaveLength(6);

      await work.press('Undo');
      await work.reads('Taken back: 5 records are as they were.');
      expect(sheets.column('B2B', 'Status')).toEqual(before);
    }));

  it('says what to select where no record is selected or shown', () =>
    storyInWorkbook(browser, async (work) => {
      work.host.user.activate('B2B');
      work.host.user.select('B2B', 'A5:C6');
      await work.go('Bulk action');
      await work.press('Preview');
      expect(await work.alert()).toBe(
        'No record is in the selected rows of B2B. Select one or more rows below the headings, then press Preview.',
      );
      work.sheets.filter('B2B', 'Status', () => false);
      await work.choose('Rows the filter shows');
      await work.press('Preview');
      await work.reads('B2B shows no record. Change its filter, or go to a sheet that has records.');
    }));

  it('leaves out what a rule forbids, with the rule’s own words', () =>
    storyInWorkbook(browser, async (work) => {
      work.host.user.activate('B2B-CN');
      work.host.user.select('B2B-CN', 'A7:A11');
      await work.go('Bulk action');
      await work.choose('Keep pending');
      await work.press('Preview');
      await work.reads(/^B2B-CN: keep 4 records pending/);
      await work.reads(
        '1 record: Pending is not allowed for this record because the portal blocks it: choose Accepted, Rejected or No Action.',
      );
      await work.press('Cancel');
      await work.choose('Accept');
      await work.press('Preview');
      await work.reads('B2B-CN: no record would change.');
      await work.reads(/^5 records: Accepting this record needs an answer whether ITC is to be reduced/);
      expect(await work.button('Apply').count()).toBe(0);
      await work.press('Cancel');
      await work.choose('Yes, in full');
      await work.press('Preview');
      await work.press('Apply');
      await work.reads('Done: 5 records accepted.');
      expect(work.sheets.column('B2B-CN', 'Whether ITC to be reduced')).toEqual(['Yes', 'Yes', 'Yes', 'Yes', 'Yes']);
    }));

  it('takes the rows that the filter shows, and no others', () =>
    storyInWorkbook(browser, async (work) => {
      const { sheets } = work;
      sheets.select('B2B', 'SEZ-77');
      sheets.filter('B2B', 'GSTIN of supplier', (gstin) => gstin.startsWith('24'));
      await work.go('Bulk action');
      await work.choose('Rows the filter shows');
      await work.choose('Reject');
      await work.pane.frame.getByLabel('Remarks', { exact: true }).fill('Not our purchase');
      await work.press('Preview');
      await work.reads(/^B2B: reject 2 records, tax ₹/);
      await work.press('Apply');
      await work.reads('Done: 2 records rejected.');
      expect(rejected(work)).toEqual(['SEZ-77', 'SEZ-78']);
      expect(sheets.cell('B2B', 'SEZ-78', 'Remarks')).toBe('Not our purchase');
    }));

  it('does not take back what the user changed since', () =>
    storyInWorkbook(browser, async (work) => {
      const { sheets } = work;
      work.host.user.activate('B2B');
      work.host.user.select('B2B', 'A7:A13');
      await work.go('Bulk action');
      await work.choose('Reject');
      await work.press('Preview');
      await work.press('Apply');
      await work.reads('Done: 6 records rejected.');
      sheets.type('B2B', 'SEZ-77', 'Status', 'Pending');
      await work.go('Home');
      await eventually(async () => expect(await work.screen()).toMatch(/B2B\s+1\s+5\s+1\s+–/));
      await work.press(/^Undo/);
      await work.reads('Taken back: 5 records are as they were.');
      expect(sheets.cell('B2B', 'SEZ-77', 'Status')).toBe('Pending');
      expect(rejected(work)).toEqual([]);
    }));

  it('asks for a record sheet where the user looks at another', () =>
    storyInWorkbook(browser, async (work) => {
      work.host.user.activate('Home');
      await work.go('Bulk action');
      await work.press('Preview');
      expect(await work.alert()).toBe('Go to a record sheet (B2B, B2BA, B2B-DN …) and select rows there.');
    }));
});

describe('validating', () => {
  it('leaves the user’s filter, selection and colours as they are', () =>
    storyInWorkbook(browser, async (work) => {
      const { host, sheets } = work;
      sheets.paste('B2B', 'SEZ-78', 'Status', 'Rejectd');
      await eventually(() => expect(sheets.cell('B2B', 'SEZ-78', 'Sheet validation errors')).not.toBe(''));
      const own = sheets.addressOf('B2B', 'SEZ-77', 'Trade/Legal name');
      await work.pane.frame.evaluate(
        (address) =>
          Excel.run(async (context) => {
            context.workbook.worksheets.getItem('B2B').getRange(address).format.fill.color = '#FFD700';
            await context.sync();
          }),
        own,
      );
      sheets.filter('B2B', 'GSTIN of supplier', (gstin) => gstin.startsWith('24'));
      sheets.select('B2B', 'SEZ-77', 'Remarks');
      const seen = () => ({
        rows: host.book.sheet('B2B').rows.map((row) => row?.hidden === true || row?.filtered === true),
        filter: host.book.sheet('B2B').filter?.area,
        at: sheets.standsAt(),
        own: host.book.shown('B2B', own).fill,
      });
      const before = seen();
      expect(before.rows).toContain(true);
      expect(before.own).toBe('#FFD700');

      await work.validateSheet('B2B');
      expect(seen()).toEqual(before);
      await work.validateAll();
      expect(seen()).toEqual(before);
    }));
});

function rejected({ sheets }: Work): unknown[] {
  const numbers = sheets.column('B2B', 'Document number');
  return sheets.column('B2B', 'Status').flatMap((status, row) => (status === 'Rejected' ? [numbers[row]] : []));
}
