import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { ADDIN } from '../support/browser/static-files';
import { story } from '../support/browser/work-in-pane';
import { createExcelHost } from '../support/excel-host/excel-host';
import { RECIPIENT } from '../support/generate-download';

/** The add-in for networks without the internet, where only its own server answers. */
let browser: Browser;
const root = join(__dirname, '../..');

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), '--env', 'closed'], { cwd: root });
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser.close();
});

it.each([
  { excel: 'web', build: 'excel-web-16.00.js' },
  { excel: 'windows', build: 'excel-win32-16.01.js' },
  { excel: 'mac', build: 'excel-mac-16.00.js' },
] as const)('on Excel for $excel everything works and nothing asks another server', ({ excel, build }) =>
  story(
    browser,
    async (work) => {
      await work.openDownload();
      await work.reads('22 records on 8 sheets.');
      work.sheets.typeOnHome('GSTIN', RECIPIENT);
      work.sheets.type('B2B', 'SEZ-77', 'Status', 'Accepted');
      await work.validateAll();
      await work.reads(/^All sheets: 0 errors, /);
      await work.generate();
      if (excel === 'mac') await work.press(/^Save IMS_/);
      else await work.save();
      await work.reads(excel === 'mac' ? /^Your browser opened a page that saves IMS_/ : /^Saved as IMS_/);

      const scripts = await work.pane.frame.locator('script[src]').evaluateAll(addressesOf);
      expect(scripts).toContain(`${ADDIN}/office/${build}`);
      expect(scripts.filter((address) => !address.startsWith(`${ADDIN}/`))).toEqual([]);
      // What the policy stops does not even come to be refused.
      expect(work.pane.refusedRequests).toEqual([]);
    },
    {
      excel,
      folder: 'dist/addin-closed',
      closed: true,
      host: createExcelHost({ platform: excel === 'web' ? 'web' : 'desktop' }),
    },
  ),
);

function addressesOf(scripts: Element[]): string[] {
  return scripts.map((script) => (script as HTMLScriptElement).src);
}
