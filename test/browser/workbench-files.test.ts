import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { withCommandLine } from '../support/browser/command-line';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, type FileContent } from '../support/browser/workbench';
import { contentOf } from '../support/seen-book';
import { RECIPIENT } from '../support/generate-download';

/** Workbooks go to and fro between the page and the command line, and bad files stay outside. */
let browser: Browser;
const fixtures = join(__dirname, '../../fixtures');

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** Runs the command line where `book.xlsx` is this, if given; gives that file as it is afterwards. */
function ims(book: Uint8Array | undefined, ...args: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'ims-'));
  try {
    if (book !== undefined) writeFileSync(join(folder, 'book.xlsx'), book);
    const { status, stderr } = spawnSync(process.execPath, [join(__dirname, '../../dist/ims.js'), ...args], {
      cwd: folder,
      env: { ...process.env, TZ: 'Asia/Kolkata' },
    });
    if (status !== 0) throw new Error(`ims ${args.join(' ')}: ${String(stderr)}`);
    return readFileSync(join(folder, 'book.xlsx'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('loses nothing between the command line and the page', () =>
  atWorkbench(browser, async ({ bench, another }) => {
    const made = ims(
      undefined,
      ...['import', join(fixtures, 'downloads/download.json'), '--out', 'book.xlsx', '--gstin', RECIPIENT],
    );
    const answered = ims(made, 'act', 'book.xlsx', '--actions', join(fixtures, 'actions/download.csv'));

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
        expect(said).not.toMatch(/undefined|TypeError|at .*\.js/);
      }
      expect(await bench.copied('B2B')).toEqual(before);
      await bench.reads(/^ims$/);
      await bench.validateAll();
      await bench.reads(/^All sheets: 0 errors, /);
    }));
});
