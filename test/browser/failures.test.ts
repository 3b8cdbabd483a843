import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story, storyInWorkbook, type Work } from '../support/browser/work-in-pane';
import { generateDownload, RECIPIENT } from '../support/generate-download';

/** What goes wrong between the pane and Excel, at each of the three jobs that write. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** A request that writes cells; what the library asks for its own housekeeping may fail unseen. */
const writes = (body: string): boolean => /"Name":"(Values|Formulas)"/.test(body);

interface Failure {
  readonly code: string;
  readonly says: RegExp;
  readonly afterActions?: number;
}

const failures: readonly Failure[] = [
  { code: 'RequestPayloadSizeLimitExceeded', says: /Excel refused a request as too large/ },
  { code: 'ResponsePayloadSizeLimitExceeded', says: /Excel refused a request as too large/ },
  {
    code: 'SessionExpired',
    says: /the connection to the workbook is lost\. Open the workbook again, then try again\./i,
  },
  { code: 'InvalidOperationInCellEditMode', says: /Excel waits for a cell that is being edited\. Press Enter or Esc/i },
  { code: 'GeneralException', says: /Excel could not do it/i },
  // The cells are written by then; the answer says that they were not.
  { code: 'AccessDenied', says: /protected against changes .* Unprotect it in Excel/, afterActions: 5 },
];

describe('an import that fails in its middle', () => {
  it('says so in words, takes its sheets away, and works when nothing fails any more', () =>
    story(browser, async (work) => {
      const before = work.sheets.everything();
      for (const { says, ...failure } of failures) {
        work.host.fault({ ...failure, when: writes, at: 12 });
        await work.give('Open Downloaded IMS JSON File', 'downloads/download.json');
        await saysPlainly(work, says);
        expect({ failure, everything: work.sheets.everything() }).toEqual({ failure, everything: before });
      }
      await work.openDownload();
      await work.reads('22 records on 8 sheets.');
    }));

  it('takes its sheets away when the user presses Cancel', () =>
    story(browser, async (work) => {
      const before = work.host.book.sheetNames();
      const text = generateDownload({ records: 6_000, gstin: RECIPIENT });
      await work.give('Open Downloaded IMS JSON File', { name: 'many.json', text });
      await work.reads(/^Opening the IMS JSON: [1-9]/);
      expect(work.host.book.sheetNames().length).toBeGreaterThan(before.length);
      await work.press('Cancel');
      expect(await work.alert()).toBe('Stopped. Nothing was changed.');
      expect(work.host.book.sheetNames()).toEqual(before);
      await work.openDownload();
    }));
});

describe('a download without a record', () => {
  it('makes no sheet and says what to do, and is taken once the workbook has records', () =>
    story(browser, async (work) => {
      const before = work.sheets.everything();
      const empty = { name: 'empty.json', text: '{"imsDetails": {"b2b": [], "b2bcn": []}}' };
      await work.give('Open Downloaded IMS JSON File', empty);
      expect(await work.alert()).toMatch(
        /^empty\.json: the portal sent no records for B2B, .* There is nothing to act on\./,
      );
      const unusable = { name: 'unusable.json', text: '{"imsDetails": {"b2b": [null]}}' };
      await work.give('Open Downloaded IMS JSON File', unusable);
      await work.reads(/^unusable\.json: the only record in it cannot be used .* Download the file again/);
      expect(work.sheets.everything()).toEqual(before);

      await work.openDownload();
      await work.go('Home');
      await work.give('Open Downloaded IMS JSON File', empty);
      await work.on('Is this the right file?');
      await work.press('Mark them as withdrawn and merge');
      await work.on('Merged with your work');
      await work.reads('7 withdrawn');
    }));
});

describe('a workbook that fails while it is validated or written in bulk', () => {
  it('says so in words, changes nothing, and validates the next time', () =>
    storyInWorkbook(browser, async (work) => {
      await withMistake(work);
      const before = work.sheets.everything();
      await work.go('Home');
      for (const { says, ...failure } of failures) {
        work.host.fault({ ...failure, when: writes });
        await work.press('Validate All Sheets');
        await saysPlainly(work, says);
        expect({ failure, everything: work.sheets.everything() }).toEqual({ failure, everything: before });
      }
      await work.validateAll();
      await work.reads(/^All sheets: 1 error, /);
    }));

  it('says so in words, writes no half of a bulk action, and writes all of it the next time', () =>
    storyInWorkbook(browser, async (work) => {
      work.host.user.activate('B2B');
      work.host.user.select('B2B', 'A7:A13');
      await work.go('Bulk action');
      await work.choose('Reject');
      await work.press('Preview');
      await work.on('Check before applying');
      const before = work.sheets.everything();
      for (const { says, ...failure } of failures) {
        // What is too large for one request is sent in halves; four times too large is a single row.
        work.host.fault({ ...failure, when: writes, times: failure.code.includes('PayloadSize') ? 4 : 1 });
        await work.press('Apply');
        await saysPlainly(work, says);
        expect({ failure, everything: work.sheets.everything() }).toEqual({ failure, everything: before });
      }
      await work.press('Apply');
      await work.reads('Done: 6 records rejected.');
      await work.press('Undo');
      await work.reads('Taken back: 6 records are as they were.');
    }));

  it.each(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded'])(
    'sends less at a time by itself at %s',
    (code) =>
      storyInWorkbook(browser, async (work) => {
        work.host.user.activate('B2B');
        work.host.user.select('B2B', 'A7:A13');
        await work.go('Bulk action');
        await work.press('Preview');
        work.host.fault({ code, when: writes });
        await work.press('Apply');
        await work.reads('Done: 6 records accepted.');
        expect(work.sheets.column('B2B', 'Status')).toEqual(Array(7).fill('Accepted'));
      }),
  );

  it('waits by itself where Excel has too much to do', () =>
    story(browser, async (work) => {
      work.host.fault({ code: 'ActivityLimitReached', when: writes, at: 12 });
      await work.openDownload();
      await work.go('Home');
      work.host.fault({ code: 'ActivityLimitReached', when: writes });
      await work.validateAll();
      work.host.user.activate('B2B');
      work.host.user.select('B2B', 'A7:A13');
      await work.go('Bulk action');
      await work.press('Preview');
      work.host.fault({ code: 'ActivityLimitReached', when: writes });
      await work.press('Apply');
      await work.reads('Done: 6 records accepted.');
      expect(work.sheets.column('B2B', 'Status')).toEqual(Array(7).fill('Accepted'));
    }));

  it('names the sheet that was deleted', () =>
    storyInWorkbook(browser, async (work) => {
      await work.go('Home');
      work.host.user.deleteSheet('ECO');
      await work.press('Validate All Sheets');
      expect(await work.alert()).toMatch(/The sheet ECO is not in the workbook\. If it was renamed/);
    }));
});

async function withMistake(work: Work): Promise<void> {
  work.sheets.paste('B2B', 'SEZ-77', 'Status', 'Rejectd');
  await eventually(() => expect(work.sheets.cell('B2B', 'SEZ-77', 'Sheet validation errors')).toMatch(/^Error: /));
}

/** One alert for people: no code's insides, no stack. */
async function saysPlainly(work: Work, says: RegExp): Promise<void> {
  const alert = await work.alert();
  expect(alert).toMatch(says);
  expect(alert).not.toMatch(/\n|\bat \w+ \(|Error:|undefined|\[object/);
  await work.press('Close this message');
}
