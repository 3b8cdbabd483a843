import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { NO_RESULT } from '../../../src/core/kernel/cell';
import { readCells } from '../../../src/hosts/xlsx/cells/read-cells';
import { excelFile } from '../../support/excel-file';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with these rows; styles are numbers of formats. */
function bookOf(rows: string, { formats = [], texts = '', book = '' }: Partial<Extra> = {}): Uint8Array {
  const own = formats.map((code, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${code}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${String(200 + index)}"/>`);
  const part = (name: string): string =>
    `<Relationship Id="${name}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`;
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${book}<sheets><sheet name="S" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${['worksheet', 'styles', 'sharedStrings'].map(part).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts}</sst>`,
    'xl/worksheet.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

interface Extra {
  readonly formats: readonly string[];
  readonly texts: string;
  readonly book: string;
}

const rowsOf = async (bytes: Uint8Array) => (await readCells(bytes))[0]?.cells;

/** What the library reads, in our words. */
async function byLibrary(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]?.rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? value.toISOString().slice(0, 10).split('-').reverse().join('-') : (value ?? ''),
    ),
  );
}

test('values of each kind', async () => {
  const cells = [
    '<c r="A1" t="s"><v>1</v></c>',
    '<c r="B1" t="inlineStr"><is><r><t>one &amp; </t></r><r><rPr><b/></rPr><t xml:space="preserve">two</t></r></is></c>',
    '<c r="C1" t="str"><f>A1&amp;"x"</f><v>b_x0041_</v></c>',
    '<c r="D1" t="b"><v>1</v></c>',
    '<c r="E1" t="e"><v>#N/A</v></c>',
    '<c r="F1"><f>1+1</f></c>',
    '<c r="G1" s="1"><v>46023</v></c>',
    '<c r="I1" t="str"><v><![CDATA[<&amp;>]]></v></c>',
    '<c r="J1"/>',
  ];
  const texts = '<si><t>no</t></si><si><t>₹ 1 &lt; 2</t><rPh sb="0" eb="1"><t>spoken</t></rPh></si>';
  expect(
    await rowsOf(bookOf(`<row r="1">${cells.join('')}</row><row r="3"><c t="n"><v>1e3</v></c></row>`, { texts })),
  ).toEqual([
    ['₹ 1 < 2', 'one & two', 'bA', true, '#N/A', NO_RESULT, '01-01-2026', '', '<&amp;>', ''],
    ['', '', '', '', '', '', '', '', '', ''],
    [1000, '', '', '', '', '', '', '', '', ''],
  ]);
});

test.each([
  [1, '01-01-1900', '02-01-1904'],
  [59, '28-02-1900', '29-02-1904'],
  [61, '01-03-1900', '02-03-1904'],
  [46023.75, '01-01-2026', '02-01-2030'],
])('day %d of both calendars', async (serial, since1900, since1904) => {
  const rows = `<row r="1"><c r="A1" s="1"><v>${String(serial)}</v></c></row>`;
  expect(await rowsOf(bookOf(rows))).toEqual([[since1900]]);
  expect(await rowsOf(bookOf(rows, { book: '<workbookPr date1904="1"/>' }))).toEqual([[since1904]]);
});

test('tells dates by their formats as the library does', async () => {
  const piece = fc.constantFrom(
    'd',
    'mmm',
    'mm',
    'yy',
    'h',
    'ss',
    '0.00',
    '#,##0',
    '[Red]',
    '[h]',
    '\\d',
    '_y',
    '@',
    '-',
    ' ',
    '/',
    'General',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 5 }), async (pieces) => {
      const bytes = bookOf('<row r="1"><c r="A1" s="2"><v>46023</v></c></row>', { formats: [pieces.join('')] });
      expect(await rowsOf(bytes)).toEqual(await byLibrary(bytes));
    }),
  );
});

test('reads any texts and numbers as the library does', async () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((given) =>
      given
        .replace(/[^\t\n\x20-\uD7FF\uE000-\uFFFD]/g, '')
        .replace(/[&<>]/g, (mark) => `&#${String(mark.charCodeAt(0))};`),
    );
  const cell = fc.oneof(
    text.map((value) => `<c t="str"><v>${value}</v></c>`),
    text.map((value) => `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => `<c><v>${String(value)}</v></c>`),
    fc.constantFrom('<c/>', '<c t="s"><v>0</v></c>', '<c t="s"><v>9</v></c>'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      text,
      async (rows, shared) => {
        const bytes = bookOf(rows.map((cells) => `<row>${cells.join('')}</row>`).join(''), {
          texts: `<si><t>${shared}</t></si>`,
        });
        expect(await rowsOf(bytes)).toEqual(await byLibrary(bytes));
      },
    ),
  );
});

test('a sheet of many bands is read as one of few', async () => {
  const count = 9_000;
  const rows = Array.from(
    { length: count },
    (_, row) =>
      `<row r="${String(row + 1)}"><c r="A${String(row + 1)}" t="inlineStr"><is><t>${'ध'.repeat(row % 40)}${String(row)}</t></is></c></row>`,
  );
  const read = await rowsOf(bookOf(rows.join('\n')));
  expect(read).toEqual(Array.from({ length: count }, (_, row) => [`${'ध'.repeat(row % 40)}${String(row)}`]));
});

test('the tab of a chart has no cells', async () => {
  expect((await readCells(excelFile())).map(({ name, cells }) => [name, cells.length])).toEqual([
    ['Chart', 0],
    ['B2B', 6],
    ['IMS lists', 3],
  ]);
});

test('refuses more cells than a computer can hold', async () => {
  const rows = '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>';
  await expect(readCells(bookOf(rows))).rejects.toThrow('the sheet S has more than 20 million cells');
});
