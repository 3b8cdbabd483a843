import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, leave } from '../support/browser/workbench';

/** What is not saved outlives its tab, and is not discarded without a word. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const KEPT =
  /^Work on IMS_27ZZZCR1001K1Z0 that was not saved is kept in this browser, as it stood on \d{2}-\d{2}-\d{4} \d{2}:\d{2}\.$/;

it('brings work back that a closed tab left behind', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    await bench.trySample();
    await bench.type('B2B', 'SEZ-77', 'Status', 'Rejected');
    await bench.type('B2B', 'SEZ-77', 'Remarks', '=not ours');
    await bench.type('B2B', '0045', 'Status', 'Pending');
    await bench.sort('B2B', 'C7', 'descending');
    await eventually(async () => expect((await bench.copied('B2B', 'C7'))[0]).toEqual(['TOS-3']));
    const cells = await bench.copied('B2B');

    // While its tab is open, nobody else is offered its work.
    const beside = await another();
    await beside.reads('No workbook yet');
    expect(await beside.button('Go on with it').count()).toBe(0);
    await beside.page.close();

    await bench.page.close({ runBeforeUnload: false });
    const later = await another();
    await later.reads(KEPT);
    await later.press('Go on with it');
    await later.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
    await later.button('Go on with it').waitFor({ state: 'hidden' });
    await later.reads('Not saved');
    expect(await later.copied('B2B')).toEqual(cells);
    await eventually(async () => expect(await later.paneText()).toContain('27ZZZCR1001K1Z0 · '));

    // It is kept on: closed again, it is there again, as it was left.
    await later.type('B2B', '0045', 'Status', 'Accepted');
    expect(await later.cell('B2B', '0045', 'Status')).toBe('Accepted');
    await later.page.close({ runBeforeUnload: false });
    const last = await another();
    await last.press('Go on with it');
    await last.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
    await last.button('Go on with it').waitFor({ state: 'hidden' });
    expect(await last.cell('B2B', '0045', 'Status')).toBe('Accepted');
    expect(await last.cell('B2B', 'SEZ-77', 'Remarks')).toBe('=not ours');

    // What was saved is told until something changes.
    const { name } = await last.saveWorkbook();
    await last.type('B2B', '0045', 'Status', 'Rejected');
    await last.reads('Not saved');
    await last.page.getByText(`Saved as ${name}`).waitFor({ state: 'detached' });

    // Saved, there is nothing left to be kept.
    await last.saveWorkbook();
    await last.page.close({ runBeforeUnload: true });
    const after = await another();
    await after.reads('No workbook yet');
    await after.trySample();
    expect(await after.page.getByText('kept in this browser').count()).toBe(0);
  }));

it('erases for good what is not wanted', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    await bench.trySample();
    await bench.type('B2B', 'SEZ-77', 'Status', 'Rejected');
    await bench.reads('Not saved');
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Rejected');
    await bench.page.close({ runBeforeUnload: false });

    const later = await another();
    await later.reads(KEPT);
    // Who is asked can still keep it.
    await later.press('Erase it');
    await later.press('Keep it');
    await later.reads(KEPT);
    await later.press('Erase it');
    await later.reads(/^Erase the work on IMS_27ZZZCR1001K1Z0 of \d{2}-\d{2}-\d{4} \d{2}:\d{2} for good\?/);
    await later.press('Erase for good');
    await later.reads('Erased from this browser.');
    expect(await later.button('Go on with it').count()).toBe(0);
    const left = await later.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('ims-offline');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
      const count = (store: string) =>
        new Promise<number>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).count();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(String(request.error)));
        });
      return Promise.all([...database.objectStoreNames].map(count));
    });
    expect(left).toEqual([0, 0, 0]);
    await later.page.close();

    const last = await another();
    await last.trySample();
    expect(await last.button('Go on with it').count()).toBe(0);
  }));

it('asks before unsaved changes are discarded', () =>
  atWorkbench(browser, async ({ bench }) => {
    await bench.openWorkbook('workbooks/ims.xlsx');
    await bench.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
    expect(await bench.page.getByText('Not saved').count()).toBe(0);
    await bench.type('B2B', 'SEZ-77', 'Status', 'Rejected');
    await bench.reads('Not saved');
    const question = 'ims has changes that are not saved. Discard them?';

    await bench.openWorkbook('workbooks/ims.xlsx');
    await bench.reads(question);
    await bench.press('Keep them');
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Rejected');

    // A file that is refused takes nothing away, and what is not saved stays so.
    await bench.openWorkbook({ name: 'text.xlsx', content: 'GSTIN,Status' });
    await bench.reads(question);
    await bench.press('Discard the changes');
    await bench.reads(/^text\.xlsx: /);
    await bench.reads('Not saved');
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Rejected');

    const dialog = await leave(bench.page);
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Rejected');

    await bench.openWorkbook('workbooks/ims.xlsx');
    await bench.press('Discard the changes');
    await bench.page.getByText('Not saved', { exact: true }).waitFor({ state: 'hidden' });
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('No Action');

    await bench.type('B2B', 'SEZ-77', 'Status', 'Rejected');
    await bench.reads('Not saved');
    await bench.press('Start anew');
    await bench.reads(question);
    await bench.page.keyboard.press('Escape');
    await bench.page.getByText(question).waitFor({ state: 'hidden' });
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Rejected');
    await bench.press('Start anew');
    await bench.press('Discard the changes');
    await bench.reads('No workbook yet');
    expect(await bench.tabs()).toEqual([]);
    await bench.trySample();
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('No Action');
  }));
