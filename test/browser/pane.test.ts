import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { openPane } from '../support/browser/pane';
import { openPaneOn } from '../support/browser/pane-on-host';
import type { Answer } from '../support/browser/window-protocol';
import { createExcelHost } from '../support/excel-host/excel-host';

/** The built add-in in a real browser, with Microsoft's own library. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('the pane in Excel on the web', () => {
  it('starts as an add-in of Excel, asks nobody for anything, and keeps to its policy', async () => {
    const pane = await openPane(browser, { answer: nothingThere });
    await pane.frame.waitForSelector('#root > *');
    const { host, platform } = await pane.frame.evaluate(() => Office.onReady());
    expect({ host, platform }).toEqual({ host: 'Excel', platform: 'OfficeOnline' });
    expect(pane).toMatchObject({ refusedRequests: [], violations: [], errors: [], unknownCalls: [] });
    await pane.close();
  });

  it('refuses a connection, an inline script and eval', async () => {
    const pane = await openPane(browser, { answer: nothingThere });
    await pane.frame.evaluate(async () => {
      await fetch('https://example.org/').catch(() => undefined);
      const script = document.createElement('script');
      script.textContent = 'window.stranger = true';
      document.head.append(script);
    });
    await pane.frame.evaluate(`setTimeout('window.stranger = true')`);
    await pane.page.waitForTimeout(50);
    expect(await pane.frame.evaluate(() => 'stranger' in window)).toBe(false);
    expect(pane.violations.map((text) => text.split(' ')[0])).toEqual(['connect-src', 'script-src-elem', 'script-src']);
    expect(pane.refusedRequests).toEqual([]);
    await pane.close();
  });

  it('hands over a file as a download', async () => {
    const pane = await openPane(browser, { answer: nothingThere });
    const [download] = await Promise.all([
      pane.page.waitForEvent('download'),
      pane.frame.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['{"gstin":"27ZZZCR1001K1Z0"}']));
        link.download = 'IMS_27ZZZCR1001K1Z0_20260801-1200.json';
        link.click();
      }),
    ]);
    expect(download.suggestedFilename()).toBe('IMS_27ZZZCR1001K1Z0_20260801-1200.json');
    expect(readFileSync(await download.path(), 'utf8')).toBe('{"gstin":"27ZZZCR1001K1Z0"}');
    await pane.close();
  });
});

describe('the window that plays Excel', () => {
  it('lets through what Excel on the web says in place of an answer', async () => {
    const pane = await openPane(browser, { answer: () => ({ fault: 'requestTooBig' }) });
    const code = await pane.frame.evaluate(async () => {
      await Office.onReady();
      return Excel.run((context) => context.sync())
        .then(() => Excel.run((context) => (context.workbook.load('name'), context.sync())))
        .then(() => 'none')
        .catch((error: unknown) => (error as OfficeExtension.Error).code);
    });
    expect(code).toBe('RequestPayloadSizeLimitExceeded');
    await pane.close();
  });

  it('brings events to their listeners', async () => {
    const pane = await openPane(browser, { answer: nothingThere });
    await pane.frame.evaluate(async () => {
      await Office.onReady();
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('sheet').onChanged.add((event) => {
          document.title = event.address;
          return Promise.resolve();
        });
        await context.sync();
      });
    });
    const args = {
      type: 'WorksheetChanged',
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: 'sheet',
      address: 'B2',
    };
    pane.pushEvent([65_536, 10, 'sheet', JSON.stringify(args), 1]);
    await pane.frame.waitForFunction(() => document.title === 'B2');
    await pane.close();
  });

  it('shows the colours that are asked for and says which features there are', async () => {
    const pane = await openPane(browser, {
      answer: nothingThere,
      theme: 'high-contrast',
      readOnly: true,
      requirements: { ExcelApi: '1.8' },
    });
    const seen = await pane.frame.evaluate(async () => {
      await Office.onReady();
      return {
        highContrast: matchMedia('(forced-colors: active)').matches,
        mode: String(Office.context.document.mode),
        new: Office.context.requirements.isSetSupported('ExcelApi', '1.9'),
      };
    });
    expect(seen).toEqual({ highContrast: true, mode: 'readOnly', new: false });
    await pane.close();
  });

  it('has a workbook behind it that reads, writes and tells of edits', async () => {
    const host = createExcelHost({ sheets: ['B2B'] });
    const pane = await openPaneOn(browser, host);
    await pane.frame.evaluate(async () => {
      await Office.onReady();
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('B2B');
        sheet.getRange('A1').values = [['Status']];
        sheet.onChanged.add((event) => {
          document.title = event.address;
          return Promise.resolve();
        });
        await context.sync();
      });
    });
    expect(host.book.values('B2B')).toEqual([['Status']]);
    host.user.type('B2B', 'A2', 'Accepted');
    await pane.frame.waitForFunction(() => document.title === 'A2');
    await pane.close();
  });
});

/** A workbook that agrees to everything and knows one object. */
function nothingThere(body: string): Answer {
  const { Actions } = JSON.parse(body) as { Actions: readonly { readonly Id: number }[] };
  return {
    status: 200,
    body: JSON.stringify({ Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: { Id: 'sheet' } })) }),
  };
}
