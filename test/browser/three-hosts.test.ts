import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { STORE_SHEET } from '../../src/core/engine/store';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';
import { openXlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { byCommandLine, withCommandLine } from '../support/browser/command-line';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench } from '../support/browser/workbench';
import { story } from '../support/browser/work-in-pane';
import { actBy, fixtureJson, importJson, invoice, ledgerOf, memoryDesk, mergeJson, must } from '../support/desk';
import { connect } from '../support/excel';
import { loadOfficeInNode, openInExcelHost, type ExcelHost } from '../support/excel-host/excel-host';
import { RECIPIENT } from '../support/generate-download';
import { contentOf, seenLook, sheetOf } from '../support/seen-book';
import { generate } from '../../src/core/tasks/generate';

/** One workbook goes from the command line to Excel, to the workbench and back; nothing is lost between the three. */
let browser: Browser;
const fixtures = join(__dirname, '../../fixtures');
const ACTIONS = readFileSync(join(fixtures, 'actions/download.csv'), 'utf8');
const DOWNLOAD = 'downloads/download.json';

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** A later download: one supplier has reported one more document. */
function laterDownload(): unknown {
  const download = fixtureJson(DOWNLOAD) as { imsDetails: Record<string, unknown[]> };
  const more = invoice({ inum: '0099', idt: '29-04-2026', rtnprd: '042026', 'key of tomorrow': { deep: ['0010'] } });
  const { imsDetails } = download;
  return { ...download, imsDetails: { ...imsDetails, b2b: [...(imsDetails['b2b'] ?? []), more] } };
}

/** What the user does in Excel past our pane: a colour, a sheet of his own, a filter, a wider column, a hidden one. */
async function makeItHis(host: ExcelHost): Promise<void> {
  const { Excel: excel } = await loadOfficeInNode(host);
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('B2B');
    sheet.getRange('B7').format.fill.color = '#FFC000';
    sheet.getRange('B:B').format.columnWidth = 210;
    sheet.getRange('H:H').columnHidden = true;
    const notes = context.workbook.worksheets.add('My notes');
    notes.getRange('A:A').numberFormat = [['@']];
    notes.getRange('A1:B2').values = [
      ['0045', 10],
      ['1E5', '=B1*2'],
    ];
    const credits = context.workbook.worksheets.getItem('B2B-CN');
    credits.autoFilter.apply(credits.getRange('A6:AC11'), 6, { filterOn: 'Values', values: ['Accepted', 'Pending'] });
    await context.sync();
  });
}

const DRAWING = '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>';

/** The file with a chart on the sheet of the user, which the test host cannot hold. */
function withChart(file: Uint8Array): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const number = (parts['xl/workbook.xml'] ?? '').match(/<sheet /g)?.length ?? 0;
  const sheet = `xl/worksheets/sheet${String(number)}.xml`;
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = '[Content_Types].xml';
  const changed = {
    ...parts,
    [sheet]: parts[sheet]!.replace('</worksheet>', `<drawing xmlns:r="${relations}" r:id="rId1"/></worksheet>`),
    [`xl/worksheets/_rels/sheet${String(number)}.xml.rels`]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    'xl/drawings/drawing1.xml': DRAWING,
    [types]: parts[types]!.replace(
      '</Types>',
      '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(changed).map(([name, text]) => [name, strToU8(text)])));
}

async function openedDesk(file: Uint8Array) {
  return { ...memoryDesk(), workbook: await openXlsxWorkbook(file) };
}

/** The same month in one workbook that never left its program. */
async function atOnePlace() {
  const desk = memoryDesk();
  await importJson(desk, fixtureJson(DOWNLOAD));
  await actBy(desk, ACTIONS);
  await mergeJson(desk, laterDownload());
  const head = 'Sheet,GSTIN of supplier,Document number,Document date,Status,Remarks';
  const lines = [
    'B2B,27AAPFU0939F1ZV,0099,29-04-2026,Pending,=awaited',
    'B2B,24ZZZCS2003D1ZG,SEZ-78,12-04-2026,Rejected,Rate differs',
  ];
  expect(await actBy(desk, [head, ...lines].join('\n'))).toMatchObject({ changed: 2, unmatched: [] });
  const { files } = must(await generate(desk));
  return { ledger: await ledgerOf(desk), uploads: files.map(({ text }): unknown => JSON.parse(text)) };
}

it('nothing is lost between the command line, Excel and the workbench', async () => {
  const arguments_ = ['import', join(fixtures, DOWNLOAD), '--out', 'book.xlsx', '--gstin', RECIPIENT];
  const imported = byCommandLine(undefined, ...arguments_);
  const fromCli = byCommandLine(imported, 'act', 'book.xlsx', '--actions', join(fixtures, 'actions/download.csv'));

  const host = await openInExcelHost(fromCli);
  await story(
    browser,
    async (work) => {
      const { sheets } = work;
      await work.reads(RECIPIENT);
      await work.openDownload({ name: 'later.json', text: JSON.stringify(laterDownload()) });
      expect(sheets.type('B2B', '0099', 'Status', 'Pending')).toEqual({ accepted: true });
      expect(sheets.type('B2B', '0099', 'Remarks', "'=awaited")).toEqual({ accepted: true });
      expect(sheets.type('B2B', 'SEZ-78', 'Status', 'Nonsense')).toMatchObject({ alert: { title: 'Not on the list' } });
      sheets.paste('B2B', 'SEZ-78', 'Status', 'Rejectd');
      sheets.typeOnHome('Name', 'Zeta Traders');
      sheets.typeOnHome('Tolerance in rupees', 2);
      await makeItHis(host);
      await work.validateAll();
      await work.reads(/^All sheets: 1 error, /);
      await eventually(() =>
        expect(sheets.cell('B2B', 'SEZ-78', 'Sheet validation errors')).toMatch(/^Error: Rejectd/),
      );
    },
    { host },
  );
  const fromExcel = withChart(await host.toXlsx());
  const afterExcel = await contentOf(fromExcel);

  const fromPage = await new Promise<Uint8Array>((resolve, reject) => {
    atWorkbench(browser, async ({ bench }) => {
      await bench.openWorkbook({ name: 'july.xlsx', content: fromExcel });
      await bench.reads(/^july$/);
      expect(await bench.tabs()).toContain('My notes');
      await bench.validateAll();
      await bench.reads(/^All sheets: 1 error, /);
      const untouched = await bench.saveWorkbook();
      const others = Object.entries(await contentOf(untouched.bytes)).filter(([name]) => name !== 'Home');
      expect(others).toEqual(Object.entries(afterExcel).filter(([name]) => name !== 'Home'));
      await bench.choose('B2B', 'SEZ-78', 'Status', 'Rejected');
      await bench.type('B2B', 'SEZ-78', 'Remarks', 'Rate differs');
      expect(await bench.cell('B2B', 'SEZ-78', 'Sheet validation errors')).toBe('');
      await bench.select('My notes', 'A3');
      await bench.page.keyboard.type('Ask Meera');
      await bench.page.keyboard.press('Enter');
      resolve((await bench.saveWorkbook()).bytes);
    }).catch(reject);
  });

  const { ledger, uploads } = await atOnePlace();
  withCommandLine(fromPage, (cli) => {
    expect(cli.validate().errors).toBe(0);
    expect(cli.generate()).toEqual(uploads);
  });
  expect((await ledgerOf(await openedDesk(fromPage))).records).toEqual(ledger.records);

  const content = await contentOf(fromPage);
  expect(Object.keys(content)).toEqual(Object.keys(afterExcel));
  expect(content[STORE_SHEET]?.['visibility']).toBe('very-hidden');
  expect(content['B2B-CN']).toEqual(afterExcel['B2B-CN']);
  expect(content['B2B-CN']).toMatchObject({ filterColumns: [[6, ['Accepted', 'Pending']]] });
  expect(content['B2B-CN']?.['hiddenRows']).not.toEqual([]);
  for (const part of ['hiddenColumns', 'lists', 'highlights', 'freeze', 'filter', 'formulas'])
    expect([part, content['B2B']?.[part]]).toEqual([part, afterExcel['B2B']?.[part]]);
  expect(content['My notes']).toMatchObject({
    cells: [['0045', 10], ['1E5', 20], ['Ask Meera']],
    formulas: [['1,1', 'B1*2']],
  });
  const view = await readBookView(fromPage);
  const b2b = sheetOf(view, 'B2B');
  expect(seenLook(view, b2b, 6, 1)).toMatchObject({ fill: 'FFC000' });
  expect(b2b.columns[1]?.width).toBe(sheetOf(await readBookView(fromExcel), 'B2B').columns[1]?.width);
  expect(JSON.stringify(content['Home']?.['cells'])).toContain('"Name","Zeta Traders"');
  expect(JSON.stringify(content['Home']?.['cells'])).toMatch(/"Tolerance in rupees","?2/);
  expect(strFromU8(unzipSync(fromPage)['xl/drawings/drawing1.xml']!)).toBe(DRAWING);

  // And once more into Excel: it finds what it needs there.
  const again = await connect(await openInExcelHost(fromPage));
  expect((await ledgerOf({ ...memoryDesk(), workbook: again.workbook })).records).toEqual(ledger.records);
});
