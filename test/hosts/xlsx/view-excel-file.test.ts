import type { BookView, SheetView } from '../../../src/core/book-view';
import { hucreCodec } from '../../../src/hosts/xlsx/codec';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { excelFile, excelSheet } from '../../support/excel-file';
import { seenLook, sheetOf } from '../../support/seen-book';

let view: BookView;
let sheet: SheetView;
beforeAll(async () => {
  view = await readBookView(excelFile());
  sheet = sheetOf(view, 'B2B');
});

test('shows the tabs that are worksheets, and which is in front', () => {
  expect(view.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['B2B', 'visible'],
    ['IMS lists', 'very-hidden'],
  ]);
  expect(view.active).toBe('B2B');
});

test('shows the layout', () => {
  const { tabColour, hasGridLines, freeze, filter, merges, rowHeights, hiddenRows } = sheet;
  expect({ tabColour, hasGridLines, freeze, filter, merges }).toEqual({
    tabColour: '1F6FB2',
    hasGridLines: false,
    freeze: { rows: 2, columns: 1 },
    filter: { row: 1, column: 0, rows: 5, columns: 5 },
    merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
  });
  expect([...rowHeights]).toEqual([
    [0, 26.25],
    [1, 31.2],
  ]);
  expect([...hiddenRows]).toEqual([3]);
  expect(sheet.columns.map(({ width, hidden }) => [width, hidden])).toEqual([
    [19, false],
    [19, false],
    [12.5, false],
    [12.5, false],
    [0, true],
  ]);
});

test('shows values, and formulas that share one in full', () => {
  expect(sheet.cells[2]).toEqual(['A & B', 'Accepted', 10, 20, '|E:Name|']);
  expect([...sheet.formulas]).toEqual([
    ['2,3', 'C3*2'],
    ['3,3', 'C4*2&"A4"'],
    ['4,3', 'C5*2&"A4"'],
    ['5,3', 'C6*2&"A4"'],
  ]);
});

test('shows lists and highlights as Excel keeps them', () => {
  expect(sheet.dataRow).toBe(2);
  expect(sheet.lists).toEqual([
    {
      column: 1,
      flagColumn: 4,
      flag: 'N',
      whenFlagged: ['Accepted', 'Rejected'],
      otherwise: ['Accepted', 'Rejected', 'Pending'],
      promptTitle: 'Status',
      prompt: 'One of these.',
      errorTitle: 'Not on the list',
      error: 'Choose "one".',
    },
  ]);
  expect(sheet.highlights).toEqual([
    { kind: 'marked', prefix: 'E:', marksColumn: 4, look: 'error' },
    { kind: 'equals', column: 1, text: 'Accepted', look: 'accepted' },
  ]);
});

test('shows what the filter leaves', () => {
  expect(sheet.filterColumns).toEqual(
    new Map<number, unknown>([
      [0, ['', 'A & B', 'C']],
      [2, 'other'],
    ]),
  );
});

test('shows colours of the theme, lighter and darker, and those with a number', () => {
  expect(seenLook(view, sheet, 0, 0)).toEqual({ bold: true, struck: true, size: 14, ink: '2F5597' });
  expect(seenLook(view, sheet, 1, 0)).toEqual({
    size: 11,
    ink: '000000',
    fill: 'C5E0B4',
    horizontal: 'center',
    middle: true,
    wrap: true,
    lines: {
      left: { style: 'thin', colour: '000000' },
      right: { style: 'thin', colour: '808080' },
      bottom: { style: 'double', colour: '00B050' },
    },
  });
  expect(seenLook(view, sheet, 4, 4)).toEqual({ size: 9.5, ink: 'C00000', fill: '123456', format: 'dd-mm-yyyy' });
});

test('shows what the user coloured, beside what the column looks like', () => {
  const record = { size: 11, ink: '000000', format: '@', horizontal: 'left', indent: 2, unlocked: true };
  expect(seenLook(view, sheet, 2, 0)).toEqual(record);
  expect(seenLook(view, sheet, 3, 0)).toEqual({ ...record, fill: 'FFFF00' });
  expect(view.looks[sheet.columns[0]?.look ?? -1]).toMatchObject(record);
  expect(sheet.cellLooks.get(2)).toBeUndefined();
  expect([...(sheet.cellLooks.get(3)?.keys() ?? [])]).toEqual([0]);
});

test('shows the look of a column where a row has no cell, and that of the row before it', () => {
  const amount = { size: 11, ink: '000000', format: '[<0]-##,##0.00;##,##0.00' };
  expect(seenLook(view, sheet, 0, 3)).toEqual(amount);
  expect(seenLook(view, sheet, 4, 2)).toEqual({ size: 11, ink: '000000', format: '#,##0.00', shrink: true });
  expect(seenLook(view, sheet, 2, 4)).toEqual({ size: 11, ink: '000000' });
});

test('a file without styles and theme is shown plain', async () => {
  const plain = await readBookView(
    excelFile({
      'xl/_rels/workbook.xml.rels': withoutRelations('styles', 'theme'),
      'xl/worksheets/sheet1.xml': bare('<row><c><v>1</v></c></row>'),
    }),
  );
  expect(plain.looks).toEqual([{}]);
  expect(sheetOf(plain, 'B2B').columns).toEqual([{ width: 9.140625, hidden: false, look: 0 }]);
});

test('prefixes, rows and cells without their place, elements that mean nothing', async () => {
  const part = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:__proto__/><x:constructor/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:f>A1+1</x:f><x:v>2</x:v></x:c></x:row><x:row hidden="true"/></x:sheetData></x:worksheet>`;
  const shown = sheetOf(await readBookView(excelFile({ 'xl/worksheets/sheet1.xml': part })), 'B2B');
  expect([...shown.formulas]).toEqual([['0,1', 'A1+1']]);
  expect([...shown.hiddenRows]).toEqual([1]);
  expect(shown.hasGridLines).toBe(true);
});

test.each([
  [
    'rows out of order',
    bare('<row r="2"/><row r="1"/>'),
    'The file cannot be read: the rows of a sheet are out of order.',
  ],
  [
    'a row below the last',
    bare('<row r="1048577"/>'),
    'The file cannot be read: the rows of a sheet are out of order.',
  ],
  [
    'cells out of order',
    bare('<row r="1"><c r="B1"/><c r="A1"/></row>'),
    'The file cannot be read: the cells of row 1 are out of order.',
  ],
  [
    'one long formula for many cells',
    bare(
      `<row r="1"><c><f t="shared" si="0" ref="A1:A40000">"${'x'.repeat(8000)}"</f></c></row>${'<row><c><f t="shared" si="0"/></c></row>'.repeat(7_000)}`,
    ),
    'The file cannot be read: its formulas are longer than 50 million characters.',
  ],
])('refuses a sheet with %s', async (_, part, sentence) => {
  await expect(readBookView(excelFile({ 'xl/worksheets/sheet1.xml': part }))).rejects.toThrow(sentence);
});

test('refuses a file that is cut off or locked as the library and the zip do', async () => {
  const cut = excelFile({ 'xl/worksheets/sheet1.xml': excelSheet.slice(0, -20) });
  const reason = await hucreCodec.read(cut).catch((error: unknown) => error);
  await expect(readBookView(cut)).rejects.toEqual(reason);
  await expect(readBookView(excelFile().slice(0, 500))).rejects.toThrow('it is no zip file');
  await expect(readBookView(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).rejects.toThrow('encrypted');
});

function bare(rows: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}

function withoutRelations(...types: string[]): string {
  const relation = (id: number, type: string, target: string): string =>
    types.includes(type)
      ? ''
      : `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'chartsheet', 'chartsheets/sheet1.xml')}${relation(3, 'worksheet', 'worksheets/sheet2.xml')}${relation(4, 'styles', 'styles.xml')}${relation(6, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`;
}
