import type { Cell } from '../../../src/core/kernel/cell';
import type { SheetEdit, SheetPlan, WorkbookEvent } from '../../../src/core/workbook';
import { openExcel, type OpenExcel } from '../../support/excel';
import { area } from '../../support/excel-host/model/area';
import { patchFormats } from '../../support/excel-host/model/grid';

/** A sheet with a text, a user's column and a hidden column that says which cells are marked. */
function planOf(rows: number): SheetPlan {
  return {
    name: 'B2B',
    visibility: 'visible',
    columns: [
      { width: 20, style: 'portal-text' },
      { width: 12, style: 'user-text' },
      { width: 20, style: 'helper', hidden: true },
    ],
    top: [['Document number', 'Status', 'Marks'].map((cell) => ({ cell, style: 'heading' as const }))],
    rows: Array.from({ length: rows }, (_, index) => [`INV/26-27/${String(index)} – ಅ`, 'No Action', '']),
    headings: true,
    freeze: { rows: 1, columns: 1 },
    lists: [
      {
        column: 1,
        flagColumn: 2,
        flag: 'N',
        whenFlagged: ['Accepted', 'Rejected'],
        otherwise: ['Accepted', 'Rejected', 'Pending', 'No Action'],
        promptTitle: 'Status',
        prompt: 'What you decide',
        errorTitle: 'Not on the list',
        error: 'Choose from the list.',
      },
    ],
    highlights: [{ kind: 'marked', prefix: 'E:', marksColumn: 2, look: 'error' }],
  };
}

async function filled(rows = 20, build?: Parameters<typeof openExcel>[0]): Promise<OpenExcel> {
  const excel = await openExcel(build);
  await excel.workbook.prepare([planOf(rows)]);
  return excel;
}

function edit(column: number, values: readonly (readonly [number, Cell])[], sheet = 'B2B'): SheetEdit {
  return { sheet, columns: [{ column, values: new Map(values) }] };
}

const scattered = (rows: number, step: number, cell: Cell): (readonly [number, Cell])[] =>
  Array.from({ length: Math.floor(rows / step) }, (_, index) => [1 + index * step, cell] as const);

test.each([
  { rows: 1, columns: 1 },
  { rows: 5, columns: 0 },
  { rows: 0, columns: 2 },
])('rows and columns are frozen, or either alone: %o', async (freeze) => {
  const { host, workbook } = await openExcel();
  await workbook.prepare([{ ...planOf(3), freeze }]);
  expect(host.book.sheet('B2B').freeze).toEqual(freeze);
});

it('is printed across, one page wide, with its headings on each page', async () => {
  const { host, workbook } = await openExcel();
  await workbook.prepare([planOf(3)]);
  const { orientation, zoom, titleRows, paperSize } = host.book.sheet('B2B').print;
  expect({ orientation, zoom, paperSize }).toEqual({
    orientation: 'Landscape',
    zoom: { horizontalFitToPages: 1 },
    paperSize: 'A4',
  });
  expect(titleRows).toMatchObject({ row: 0, rows: 1 });
});

it('is made all the same where Excel has no printer to lay pages out for', async () => {
  const { host, workbook } = await openExcel();
  host.fault({ code: 'GeneralException', when: (body) => body.includes('Landscape') });
  await workbook.prepare([planOf(3)]);
  expect(await workbook.sheetNames()).toContain('B2B');
});

describe('requests to Excel', () => {
  it('are never above 4 MB, and their answers never above 5 MB, however much there is to write and read', async () => {
    const { host, workbook } = await filled(30_000);
    await workbook.change([edit(2, scattered(30_000, 1, '|E:Status|'))]);
    await workbook.read('B2B');
    expect(Math.max(...host.log.map(({ bytesIn }) => bytesIn))).toBeLessThan(4_000_000);
    expect(Math.max(...host.log.map(({ bytesOut }) => bytesOut))).toBeLessThan(5_000_000);
  });

  it('mark five thousand scattered cells in a handful of requests', async () => {
    const { host, workbook } = await filled(20_000);
    host.resetLog();
    await workbook.change([edit(2, scattered(20_000, 4, '|E:Status|'))]);
    expect(host.log.length).toBeLessThan(30);
    expect(host.book.shown('B2B', 'B2').fill).toBe('#FFC9C9');
    expect(host.book.shown('B2B', 'B3').fill).not.toBe('#FFC9C9');
  });

  it('hold long texts of other scripts too', async () => {
    const { host, workbook } = await filled(2);
    const long = 'ಕನ್ನಡ "quoted"\\\n'.repeat(1_800);
    await workbook.change([
      edit(
        0,
        Array.from({ length: 200 }, (_, row) => [row + 1, long] as const),
      ),
    ]);
    expect(Math.max(...host.log.map(({ bytesIn }) => bytesIn))).toBeLessThan(4_000_000);
    expect((await workbook.read('B2B'))?.[200]?.[0]).toBe(long);
  });
});

describe('what belongs to the user', () => {
  it('keeps colours, filter, selection and the rows that the filter hides', async () => {
    const { host, workbook } = await filled();
    host.user.filterRows('B2B', (row) => row % 2 === 0);
    host.user.activate('B2B');
    host.user.select('B2B', 'B5:B7');
    const before = await workbook.view({ shown: true });
    await workbook.change([edit(1, [[3, 'Accepted']]), edit(2, scattered(20, 1, '|E:Status|'))]);
    expect(await workbook.view({ shown: true })).toEqual(before);
    expect(host.book.value('B2B', 'B4')).toBe('Accepted');
  });

  it('makes each named style once, however often sheets are made', async () => {
    const { host, workbook } = await openExcel();
    const plain = { ...planOf(3), lists: [] };
    await workbook.prepare([plain]);
    const styles = host.book.state.styles.map(({ name }) => name);
    expect(styles).toEqual(['Normal', 'IMS portal text', 'IMS user text', 'IMS helper', 'IMS heading']);
    host.user.deleteSheet('B2B');
    // The user made numbers of our texts, for his eyes only.
    const text = host.book.state.styles.find(({ name }) => name === 'IMS user text');
    if (text !== undefined) patchFormats(text.sheet.grid, area(0, 0), { numberFormat: '0', fontColour: '#00AA00' });
    await workbook.prepare([plain]);
    expect(host.book.state.styles.map(({ name }) => name)).toEqual(styles);
    expect(host.book.format('B2B', 'B2')).toMatchObject({
      style: 'IMS user text',
      numberFormat: '@',
      fontColour: '#00AA00',
    });
  });

  it('grows the filter over rows that are added below it, and goes on filtering by what it filtered by', async () => {
    const { host, workbook } = await filled(3);
    await workbook.change([
      edit(0, [
        [4, 'INV/4'],
        [5, 'INV/5'],
      ]),
    ]);
    expect(host.book.sheet('B2B').filter?.area.rows).toBe(6);
  });

  it('hears nothing of what we write, and everything of what the user types', async () => {
    const { host, workbook, failures } = await filled();
    const told: WorkbookEvent[] = [];
    const stop = workbook.listen((event) => told.push(event));
    await workbook.read('B2B');
    await workbook.change([edit(1, [[3, 'Accepted']])]);
    host.user.type('B2B', 'B5', 'Rejected');
    await delivered();
    expect(told.filter(({ kind }) => kind === 'edited')).toEqual([
      { kind: 'edited', sheet: 'B2B', span: { row: 4, rows: 1 }, column: 1, columns: 1 },
    ]);
    stop();
    await delivered();
    host.user.type('B2B', 'B6', 'Rejected');
    await delivered();
    expect(told.filter(({ kind }) => kind === 'edited')).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  it('offers Pending only where the hidden column allows it', async () => {
    const { host, workbook } = await filled();
    await workbook.change([edit(2, [[2, 'N']])]);
    expect(host.user.type('B2B', 'B2', 'Pending').accepted).toBe(true);
    expect(host.user.type('B2B', 'B3', 'Pending')).toMatchObject({
      accepted: false,
      alert: { title: 'Not on the list', message: 'Choose from the list.' },
    });
  });
});

describe('texts that look like formulas', () => {
  it.each(['=HYPERLINK("http://example.org")', '+1', '-1', '@SUM(A1)', "'quoted"])('stay text: %s', async (text) => {
    const { host, workbook } = await filled();
    await workbook.change([edit(0, [[1, text]])]);
    expect(host.book.formula('B2B', 'A2')).toBeUndefined();
    expect((await workbook.read('B2B'))?.[1]?.[0]).toBe(text);
  });

  it('stay text when a later failure puts them back', async () => {
    const { host, workbook } = await filled();
    await workbook.change([edit(0, [[1, '=1+1']])]);
    host.fault({ code: 'GeneralException', when: (body) => body.includes('Rejected') });
    await expect(workbook.change([edit(0, [[1, 'x']]), edit(1, [[1, 'Rejected']])])).rejects.toThrow();
    expect(host.book.formula('B2B', 'A2')).toBeUndefined();
    expect((await workbook.read('B2B'))?.[1]?.[0]).toBe('=1+1');
  });

  it('keep a month from becoming a date in cells of the standard format', async () => {
    const { host, workbook } = await openExcel();
    const home = { name: 'Home', visibility: 'visible', columns: [{ width: 9, style: 'plain' }], rows: [] } as const;
    await workbook.prepare([{ ...home, top: [['Apr 2026']] }]);
    await workbook.change([{ ...edit(0, [[0, 'May 2026']], 'Home'), keepFormulas: true }]);
    expect(host.book.value('Home', 'A1')).toBe('May 2026');
  });
});

/** Handlers may ask Excel for names, which takes a few turns. */
async function delivered(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
