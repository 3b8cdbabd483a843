import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { byCommandLine, withCommandLine } from '../support/browser/command-line';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, type FileContent } from '../support/browser/workbench';
import { generateDownload, RECIPIENT } from '../support/generate-download';
import { OWN_CELLS, ownBook } from '../support/own-book';
import { contentOf } from '../support/seen-book';

/** Workbooks go to and fro between the page and the command line, and bad files stay outside. */
let browser: Browser;
const fixtures = join(__dirname, '../../fixtures');

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

it('loses nothing between the command line and the page', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    const made = byCommandLine(
      undefined,
      ...['import', join(fixtures, 'downloads/download.json'), '--out', 'book.xlsx', '--gstin', RECIPIENT],
    );
    const answered = byCommandLine(made, 'act', 'book.xlsx', '--actions', join(fixtures, 'actions/download.csv'));

    await bench.openWorkbook({ name: 'from-ims.xlsx', content: answered });
    await bench.reads('from-ims');
    await bench.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
    const untouched = await bench.saveWorkbook();
    expect(untouched.name).toBe('from-ims.xlsx');
    expect(await contentOf(untouched.bytes)).toEqual(await contentOf(answered));

    await bench.choose('B2B', 'SEZ-78', 'Status', 'Rejected');
    await bench.type('B2B', 'SEZ-78', 'Remarks', '=not a formula');
    await bench.filter('B2B', '0045', 'Status', 'Rejected');
    const saved = await bench.saveWorkbook();
    const content = await contentOf(saved.bytes);
    expect(content['B2B']).toMatchObject({
      hiddenRows: [9, 10],
    });
    expect(content['IMS store']).toEqual((await contentOf(answered))['IMS store']);

    const later = await another();
    await later.openWorkbook({ name: saved.name, content: saved.bytes });
    await later.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
    for (const sheet of await bench.tabs()) expect(await later.copied(sheet)).toEqual(await bench.copied(sheet));
    expect(JSON.stringify(content['B2B'])).toContain('"=not a formula"');
    const again = await later.saveWorkbook();
    expect(await contentOf(again.bytes)).toEqual(content);

    await later.validateAll();
    await later.reads(/^All sheets: 0 errors, /);
    const lines = await later.lines();
    await later.generate();
    await later.reads('No errors.');
    const upload: unknown = JSON.parse(readFileSync(await (await later.saveUpload()).path(), 'utf8'));
    withCommandLine(saved.bytes, ({ validate, generate }) => {
      const { errors, findings } = validate();
      expect([errors, findings.length]).toEqual([0, lines.length]);
      for (const [index, { message }] of findings.entries()) expect(lines[index]).toContain(message);
      expect(generate()).toEqual([upload]);
    });
    expect(upload).toMatchObject({ rtin: RECIPIENT });
  }));

it('takes an import into a workbook of the user, and keeps all of his', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    const file = { name: 'register.xlsx', content: await ownBook() };
    await bench.openWorkbook(file);
    await bench.reads(/^register$/);
    await bench.select('Purchases', 'B3');
    await bench.page.keyboard.type('Bhoomi');
    await bench.page.keyboard.press('Enter');
    await bench.go('Home');
    await bench.give(bench.paneButton('Open Downloaded IMS JSON File'), 'downloads/download.json');
    await bench.reads('22 records on 8 sheets.');
    expect((await bench.tabs()).slice(0, 4)).toEqual(['Purchases', 'Notes', 'Home', 'B2B']);
    await bench.choose('B2B', 'SEZ-78', 'Status', 'Rejected');

    const { bytes } = await bench.saveWorkbook();
    const [before, after] = [unzipSync(file.content), unzipSync(bytes)];
    expect(after['xl/worksheets/sheet2.xml']).toEqual(before['xl/worksheets/sheet2.xml']);
    const [mine, now] = [await contentOf(file.content), await contentOf(bytes)];
    expect(now['Notes']).toEqual(mine['Notes']);
    expect(now['Purchases']).toEqual({
      ...mine['Purchases'],
      cells: OWN_CELLS.map((row, index) => (index === 2 ? [row[0], 'Bhoomi', row[2]] : row)),
    });
    const alone = await contentOf(
      byCommandLine(undefined, ...['import', join(fixtures, 'downloads/download.json'), '--out', 'book.xlsx']),
    );
    for (const sheet of ['B2BA', 'B2B-CN', 'ECOA', 'IMS lists']) expect(now[sheet]).toEqual(alone[sheet]);
    expect(withCommandLine(bytes, ({ validate }) => validate().errors)).toBe(0);

    const taken = await another();
    await taken.openWorkbook({ name: 'taken.xlsx', content: await ownBook('b2b') });
    await taken.reads(/^taken$/);
    await taken.give(taken.paneButton('Open Downloaded IMS JSON File'), 'downloads/download.json');
    await taken.reads(/has a sheet named B2B that is not ours/);
    expect(await taken.tabs()).toEqual(['b2b', 'Notes']);
  }));

it('brings an import into a workbook of the user back after a crash, with what he typed before it', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    await bench.openWorkbook({ name: 'register.xlsx', content: await ownBook() });
    await bench.reads(/^register$/);
    await bench.select('Purchases', 'B3');
    await bench.page.keyboard.type('Bhoomi');
    await bench.page.keyboard.press('Enter');
    await bench.go('Home');
    await bench.give(bench.paneButton('Open Downloaded IMS JSON File'), 'downloads/download.json');
    await bench.reads('22 records on 8 sheets.');
    await bench.type('B2B', 'SEZ-77', 'Status', 'Accepted');
    expect(await bench.cell('B2B', 'SEZ-77', 'Status')).toBe('Accepted');
    await bench.page.close({ runBeforeUnload: false });
    const later = await another();
    await later.press('Go on with it');
    await later.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
    await later.button('Go on with it').waitFor({ state: 'hidden' });
    expect(await later.cell('B2B', 'SEZ-77', 'Status')).toBe('Accepted');
    expect((await later.copied('Purchases', 'B3'))[0]).toEqual(['Bhoomi']);
    expect(await contentOf((await later.saveWorkbook()).bytes)).toHaveProperty('IMS store');
  }));

describe('a file that is no workbook', () => {
  const whole = readFileSync(join(fixtures, 'workbooks/ims.xlsx'));
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]);
  const files: FileContent[] = [
    { name: 'cut-off.xlsx', content: whole.subarray(0, whole.length / 2) },
    {
      name: 'damaged.xlsx',
      content: Buffer.concat([whole.subarray(0, 2_000), Buffer.alloc(2_000, 7), whole.subarray(4_000)]),
    },
    { name: 'text.xlsx', content: 'GSTIN,Status\n' },
    { name: 'empty.xlsx', content: '' },
    { name: 'download.json', content: '{}' },
    { name: 'with-password.xlsx', content: compound },
  ];

  it('is refused in one sentence, and the open workbook stays as it is', () =>
    atWorkbench(browser, async ({ bench }) => {
      await bench.openWorkbook('workbooks/ims.xlsx');
      await bench.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
      const before = await bench.copied('B2B');
      for (const file of files) {
        await bench.openWorkbook(file);
        await eventually(async () => expect(await bench.message()).toContain(`${file.name}: `));
        const said = await bench.message();
        expect(said).not.toMatch(/undefined|TypeError|at .*\.js:/);
        if (file.name.endsWith('.json')) expect(said).toContain('Open it with Open Downloaded IMS JSON File');
      }
      expect(await bench.copied('B2B')).toEqual(before);
      await bench.reads(/^ims$/);
      await bench.validateAll();
      await bench.reads(/^All sheets: 0 errors, /);
    }));
});

describe('a file that takes its time', () => {
  let large: Uint8Array;

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'ims-'));
    const download = join(folder, 'download.json');
    writeFileSync(download, generateDownload({ records: 15_000, gstin: RECIPIENT }));
    large = byCommandLine(undefined, 'import', download, '--out', 'book.xlsx', '--gstin', RECIPIENT);
    rmSync(folder, { recursive: true });
  });

  it('can be given up on while it is read', () =>
    atWorkbench(browser, async ({ bench }) => {
      await bench.openWorkbook('workbooks/ims.xlsx');
      await bench.page.getByRole('tab', { name: 'B2B', exact: true }).waitFor();
      const before = await bench.copied('B2B');
      await bench.openWorkbook({ name: 'large.xlsx', content: large });
      await bench.press('Cancel');
      await bench.reads('Stopped. Nothing was changed.');
      expect(await bench.copied('B2B')).toEqual(before);
      await bench.reads(/^ims$/);
      expect(await bench.page.getByText('Not saved').count()).toBe(0);

      await bench.openWorkbook({ name: 'large.xlsx', content: large });
      await bench.reads(/^large$/);
      expect((await bench.copied('Home', 'A1:D12')).flat().join(' ')).toContain(RECIPIENT);
    }));

  it('does not call saved what is typed while it is saved', () =>
    atWorkbench(browser, async ({ bench, another }) => {
      await bench.openWorkbook({ name: 'large.xlsx', content: large });
      await bench.reads(/^large$/);
      await bench.select('B2B', 'C7');
      const saved = bench.page.waitForEvent('download');
      await bench.button('Save workbook').click();
      await bench.select('B2B', 'A1');
      await bench.page.keyboard.type('typed meanwhile');
      await bench.page.keyboard.press('Enter');
      await saved;
      await bench.button('Cancel').waitFor({ state: 'hidden' });
      await bench.reads('Not saved');
      expect(await bench.copied('B2B', 'A1')).toEqual([['typed meanwhile']]);
      await bench.page.close({ runBeforeUnload: false });

      const later = await another();
      await later.press('Go on with it');
      await later.reads(/^large$/);
      expect(await later.copied('B2B', 'A1')).toEqual([['typed meanwhile']]);
    }));
});
