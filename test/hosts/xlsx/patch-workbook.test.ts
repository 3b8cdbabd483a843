import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Cell } from '../../../src/core/kernel/cell';
import type { SheetEdit } from '../../../src/core/workbook';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';

const text: CellStyle = { numFmt: '@', fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } } };
const amount: CellStyle = { numFmt: '#,##0.00' };
const heading: CellStyle = { font: { bold: true } };

const records = (rows: (string | number | boolean | null)[][], more: Partial<WriteSheet> = {}): Promise<Uint8Array> => {
  const headings = ['Supplier', 'Amount', 'Status'];
  const cells = new Map(headings.map((value, column) => [`0,${String(column)}`, { value, style: heading }]));
  const columns = [{ style: text }, { style: amount }, { style: text }];
  const sheet = { name: 'B2B', rows: [headings, ...rows], cells, columns, ...more };
  return writeXlsx({ sheets: [sheet, { name: 'Notes', rows: [['kept']] }] });
};

const edit = (cells: readonly (readonly [row: number, column: number, value: Cell])[], more = {}): SheetEdit => ({
  sheet: 'B2B',
  columns: [...new Set(cells.map(([, column]) => column))].map((column) => ({
    column,
    values: new Map(cells.flatMap(([row, c, value]) => (c === column ? [[row, value] as const] : []))),
  })),
  ...more,
});

const rowsOf = async (bytes: Uint8Array): Promise<unknown[][]> => (await readXlsx(bytes)).sheets[0]!.rows;
const styleOf = async (bytes: Uint8Array, row: number, column: number): Promise<CellStyle | undefined> =>
  (await readXlsx(bytes, { readStyles: true })).sheets[0]!.cells?.get(`${String(row)},${String(column)}`)?.style;
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

test('changes the cells named and no others', async () => {
  const before = await records([
    ['A', 1, 'Accepted'],
    ['B', 2, 'Rejected'],
    ['C', 3, null],
  ]);
  const after = await patchWorkbook(before, [
    edit([
      [1, 2, 'Pending'],
      [2, 1, 2.5],
      [2, 0, true],
      [3, 2, '007'],
    ]),
  ]);
  expect(await rowsOf(after)).toEqual([
    ['Supplier', 'Amount', 'Status'],
    ['A', 1, 'Pending'],
    [true, 2.5, 'Rejected'],
    ['C', 3, '007'],
  ]);
  for (const [row, column] of [
    [1, 2],
    [2, 1],
    [2, 0],
    [3, 2],
    [1, 0],
  ] as const) {
    expect(await styleOf(after, row, column)).toEqual(await styleOf(before, row, column));
  }
});

test('a blank value clears the cell and keeps its look', async () => {
  const before = await records([['A', 1, 'Accepted']]);
  const after = await patchWorkbook(before, [
    edit([
      [1, 2, ''],
      [7, 0, ''],
    ]),
  ]);
  expect(await rowsOf(after)).toEqual([
    ['Supplier', 'Amount', 'Status'],
    ['A', 1, null],
  ]);
  expect(await styleOf(after, 1, 2)).toEqual(await styleOf(before, 1, 2));
});

test.each([
  '=1+1',
  '_x0041_',
  '_x005F_x0041_x0042_',
  '<b>&"\'>]]>',
  '1234567890123456',
  '1E5',
  '03-04',
  '😀 ₹ नमस्ते',
  '  both ends  ',
  ' ',
  'two\nlines',
  'carriage\r\nreturn',
  '\ttab',
  '@SUM(A1)',
])('%j comes back as the same text', async (value) => {
  const after = await patchWorkbook(await records([['A', 1, 'x']]), [
    edit([
      [1, 2, value],
      [2, 0, value],
    ]),
  ]);
  const [, first, second] = await rowsOf(after);
  expect(first).toEqual(['A', 1, value]);
  expect(second![0]).toBe(value);
});

test('drops characters that XML cannot hold', async () => {
  const value = 'a\u0000b\u0008c\u000bd\u001fe\ufffff\ud800g\udc00h';
  const after = await patchWorkbook(await records([['A', 1, 'x']]), [edit([[1, 2, value]])]);
  expect((await rowsOf(after))[1]).toEqual(['A', 1, 'abcdefgh']);
});

test('rows below the last one continue its looks', async () => {
  const before = await records([['A', 1, 'Accepted']]);
  const after = await patchWorkbook(before, [
    edit([
      [2, 0, 'B'],
      [5, 0, 'E'],
      [5, 9, 'far'],
    ]),
  ]);
  const rows = await rowsOf(after);
  expect(rows[2]![0]).toBe('B');
  expect(rows[3]?.every((cell) => cell === null) ?? true).toBe(true);
  expect([rows[5]![0], rows[5]![9]]).toEqual(['E', 'far']);
  for (const column of [0, 1, 2]) {
    expect(await styleOf(after, 2, column)).toEqual(await styleOf(before, 1, column));
    expect(await styleOf(after, 5, column)).toEqual(await styleOf(before, 1, column));
  }
  expect(part(after, 'xl/worksheets/sheet1.xml')).toContain('<dimension ref="A1:J6"/>');
});

test('the autofilter and its hidden name grow with rows below the last one', async () => {
  const sheets = [{ name: 'B2B', rows: [['Supplier'], ['A']], autoFilter: { range: 'A1:A2' } }];
  const namedRanges = [{ name: '_xlnm._FilterDatabase', range: "'B2B'!$A$1:$A$2", scope: 'B2B' }];
  const after = await patchWorkbook(await writeXlsx({ sheets, namedRanges }), [
    edit([
      [2, 0, 'B'],
      [3, 0, 'C'],
    ]),
  ]);
  expect(part(after, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:A4"/>');
  expect(part(after, 'xl/workbook.xml')).toContain('$A$1:$A$4</definedName>');
});

test('the autofilter stays where rows below it hold something else', async () => {
  const before = await records(
    [
      ['A', 1, ''],
      ['Total', 1, ''],
    ],
    { autoFilter: { range: 'A1:C2' } },
  );
  const after = await patchWorkbook(before, [edit([[4, 0, 'below']])]);
  expect(part(after, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:C2"/>');
});

test('records under headings do not look like headings', async () => {
  const before = await writeXlsx({
    sheets: [
      {
        name: 'B2B',
        rows: [['Supplier']],
        cells: new Map([['0,0', { value: 'Supplier', style: heading }]]),
        autoFilter: { range: 'A1:A1' },
      },
    ],
  });
  const after = await patchWorkbook(before, [edit([[1, 0, 'A']])]);
  expect((await rowsOf(after))[1]).toEqual(['A']);
  expect((await styleOf(after, 1, 0))?.font?.bold ?? false).toBe(false);
  expect(part(after, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:A2"/>');
});

test('replaceAll leaves nothing of what was there', async () => {
  const before = await records([
    ['A', 1, 'x'],
    ['B', 2, 'y'],
  ]);
  const after = await patchWorkbook(before, [
    edit(
      [
        [0, 0, 'one'],
        [2, 1, 3],
      ],
      { replaceAll: true },
    ),
  ]);
  const rows = await rowsOf(after);
  expect([rows[0]![0], rows[2]![1], rows.flat().filter((cell) => cell !== null).length]).toEqual(['one', 3, 2]);
  const empty = await patchWorkbook(after, [edit([], { replaceAll: true })]);
  expect(await rowsOf(empty)).toEqual([]);
  expect(await rowsOf(await patchWorkbook(empty, [edit([[1, 1, 'again']])]))).toEqual([
    [null, null],
    [null, 'again'],
  ]);
});

test('parts that have nothing to do with the edit stay byte for byte', async () => {
  const before = await records([['A', 1, 'x']]);
  const [old, patched] = [unzipSync(before), unzipSync(await patchWorkbook(before, [edit([[1, 2, 'y']])]))];
  expect(Object.keys(patched)).toEqual(Object.keys(old));
  const changed = Object.keys(old).filter((name) => !Buffer.from(old[name]!).equals(Buffer.from(patched[name]!)));
  expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
  expect(part(before, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
});

test('several edits of one sheet follow each other', async () => {
  const before = await records([['A', 1, 'x']]);
  const edits = [
    edit([
      [2, 0, 'first'],
      [1, 2, 'first'],
    ]),
    edit([[2, 0, 'second']]),
    { ...edit([[0, 1, 'N']]), sheet: 'Notes' },
  ];
  const { sheets } = await readXlsx(await patchWorkbook(before, edits));
  expect(sheets[0]!.rows.slice(1)).toEqual([
    ['A', 1, 'first'],
    ['second', null, null],
  ]);
  expect(sheets[1]!.rows).toEqual([['kept', 'N']]);
});

test('no change, no new file', async () => {
  const before = await records([['A', 1, 'x']]);
  expect(await patchWorkbook(before, [])).toBe(before);
  expect(await patchWorkbook(before, [edit([[9, 9, '']])])).toBe(before);
});

test('tells of its progress until all is done', async () => {
  const seen: [number, number][] = [];
  const before = await records(Array.from({ length: 50_000 }, (_, row) => [`supplier ${String(row)}`, row, 'x']));
  await patchWorkbook(before, [edit([[1, 2, 'y']])], (done, of) => seen.push([done, of]));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
  expect(seen.at(-1)![0]).toBe(seen.at(-1)![1]);
});

test.each([
  ['There is no sheet named Gone.', { sheet: 'Gone', columns: [] }],
  ['Excel cannot hold the value for B2B!C2.', edit([[1, 2, 'x'.repeat(32_768)]])],
  ['Excel cannot hold the value for B2B!A1.', edit([[0, 0, Number.NaN]])],
  ['There is no row 1048576.', edit([[1_048_576, 0, 'x']])],
  ['There is no column 16384.', edit([[0, 16_384, 'x']])],
])('says: %s', async (sentence, wrong) => {
  await expect(patchWorkbook(await records([['A', 1, 'x']]), [wrong])).rejects.toThrow(sentence);
});
