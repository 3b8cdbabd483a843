import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';

const folder = join(__dirname, '../../../fixtures/workbooks');
const STATUS = 3;
const edits = [
  {
    sheet: 'B2B & more',
    columns: [
      { column: 0, values: new Map([[11, '27ZZZCA2001B1Z12']]) },
      {
        column: STATUS,
        values: new Map([
          [1, 'Accepted'],
          [4, '=1+1'],
          [11, 'Rejected'],
        ]),
      },
    ],
  },
  { sheet: 'Empty', columns: [{ column: 1, values: new Map([[2, 'first']]) }] },
];

const read = async (bytes: Uint8Array): Promise<Sheet[]> => (await readXlsx(bytes, { readStyles: true })).sheets;

describe.each(['openpyxl.xlsx', 'libreoffice.xlsx'])('%s', (file) => {
  const before = new Uint8Array(readFileSync(join(folder, file)));

  test('has the new values, and all others as before', async () => {
    const [old, now] = [(await read(before))[0]!, (await read(await patchWorkbook(before, edits)))[0]!];
    const expected = old.rows.map((row) => [...row]);
    expected[1]![STATUS] = 'Accepted';
    expected[4]![STATUS] = '=1+1';
    expected.push(['27ZZZCA2001B1Z12', null, null, 'Rejected', null]);
    expect(now.rows).toEqual(expected);
    for (const [place, cell] of old.cells ?? []) expect(now.cells?.get(place)?.style).toEqual(cell.style);
    expect(now.cells?.get('11,3')?.style).toEqual(old.cells?.get('10,3')?.style);
    expect(now.cells?.get('11,2')?.style?.numFmt).toBe('#,##0.00');
  });

  test('keeps its filter, rules, lists and hidden rows', async () => {
    const [old, now] = [(await read(before))[0]!, (await read(await patchWorkbook(before, edits)))[0]!];
    expect(now.autoFilter).toEqual({ ...old.autoFilter, range: 'A1:E12' });
    expect(now.dataValidations).toEqual(old.dataValidations);
    expect(now.conditionalRules).toEqual(old.conditionalRules);
    expect(now.rowDefs?.get(4)?.hidden).toBe(true);
    expect([...(now.rowDefs ?? [])].filter(([row]) => row < 11)).toEqual([...(old.rowDefs ?? [])]);
  });

  test('fills the empty sheet', async () => {
    expect((await read(await patchWorkbook(before, edits)))[1]!.rows[2]![1]).toBe('first');
  });

  test('keeps charts, notes, tables and every other part', async () => {
    const [old, now] = [unzipSync(before), unzipSync(await patchWorkbook(before, edits))];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter((name) => !Buffer.from(old[name]!).equals(Buffer.from(now[name]!)));
    expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
  });
});
