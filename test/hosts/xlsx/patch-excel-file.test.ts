import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '../../../src/core/kernel/cell';
import type { SheetEdit } from '../../../src/core/workbook';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const SHEET = `${PROLOG}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}" xmlns:x14ac="urn:x"><sheetPr filterMode="1"/><dimension ref="A1:E6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="3" width="12"/><col min="6" max="7" width="9" style="2"/></cols><sheetData><row r="1" spans="1:5" ht="30" customHeight="1" x14ac:dyDescent="0.3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row><row r="2" spans="1:5"><c r="A2" t="s"><v>2</v></c><c r="B2" s="2"><v>1</v></c><c r="C2" s="2"><f t="shared" ref="C2:C5" si="0">B2*2&amp;"B2"</f><v>2</v></c><c r="E2" s="3" t="str" cm="1" vm="2"><f>IF(B2&gt;0,"yes","no")</f><v>yes</v></c></row><row r="3" spans="1:5" hidden="1"><c r="A3" t="s"><v>2</v></c><c r="B3" s="2"><v>2</v></c><c r="C3" s="2"><f t="shared" si="0"/><v>4</v></c></row><row r="4" spans="1:5"><c r="A4" t="s"><v>2</v></c><c r="B4" s="2"><v>3</v></c><c r="C4" s="2"><f t="shared" si="0"/><v>6</v></c><c r="D4" s="3"><f t="array" ref="D4:D5">B4:B5</f><v>3</v></c></row><row r="6"/></sheetData><autoFilter ref="A1:E4"><filterColumn colId="0"><filters><filter val="one"/></filters></filterColumn></autoFilter><conditionalFormatting sqref="B2:B5"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>2</formula></cfRule></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><anything val="&gt;"/></ext></extLst></worksheet>`;

const BOOK = `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><fileVersion appName="xl"/><workbookPr/><sheets><sheet name="Chart" sheetId="7" r:id="rId9"/><sheet name='R&amp;D "1"' sheetId="1" state="hidden" r:id='rId1'/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Chart!$A$1:$A$4</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'R&amp;D "1"'!$A$1:$E$4</definedName><definedName name="Mine">'R&amp;D "1"'!$A$4</definedName></definedNames><calcPr calcId="191029" iterate="1"/><extLst><ext uri="x"/></extLst></workbook>`;

const FILES: Record<string, string> = {
  '[Content_Types].xml': `${PROLOG}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/Sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': BOOK,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Target='/xl/worksheets/Sheet1.xml' Type='${RELATIONS}/worksheet' Id='rId1'/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${RELATIONS}/calcChain" Target="calcChain.xml"/><Relationship Id="rId9" Type="${RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/Sheet1.xml': SHEET,
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
  'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
  'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="urn:x"> as it was </xdr:wsDr>',
  'xl/comments1.xml': '<comments>a note</comments>',
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="5" uniqueCount="3"><si><t>Name</t></si><si><t>Value</t></si><si><t>one</t></si></sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1"/><xf numFmtId="4"/><xf numFmtId="49"/></cellXfs></styleSheet>`,
  'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="C2" i="1"/></calcChain>`,
  'customXml/item1.xml': '<mine/>',
};

const excelFile = (files: Record<string, string> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...FILES, ...files }).map(([name, text]) => [name, strToU8(text)])));
const sheetXml = (cells: string): Uint8Array =>
  excelFile({ 'xl/worksheets/Sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>` });
const edit = (cells: Record<string, Cell>, more: Partial<SheetEdit> = {}): SheetEdit => ({
  sheet: 'R&D "1"',
  columns: Object.entries(cells).map(([at, value]) => ({
    column: at.charCodeAt(0) - 65,
    values: new Map([[Number(at.slice(1)) - 1, value]]),
  })),
  ...more,
});
const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const patched = async (bytes: Uint8Array, cells: Record<string, Cell>, more?: Partial<SheetEdit>): Promise<string> =>
  textsOf(await patchWorkbook(bytes, [edit(cells, more)]))['xl/worksheets/Sheet1.xml']!;
const inside = (sheet: string): string =>
  sheet.slice(sheet.indexOf('<sheetData>') + 11, sheet.lastIndexOf('</sheetData>'));
const textCell = (attributes: string, text: string): string =>
  `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

test('everything but the cell stays byte for byte', async () => {
  const old = textsOf(excelFile());
  const now = textsOf(await patchWorkbook(excelFile(), [edit({ B3: 'new' })]));
  expect(Object.keys(now)).toEqual(Object.keys(old));
  expect(now).toEqual({
    ...old,
    'xl/worksheets/Sheet1.xml': SHEET.replace('<row r="3" spans="1:5" ', '<row r="3" ').replace(
      '<c r="B3" s="2"><v>2</v></c>',
      textCell('r="B3" s="2"', 'new'),
    ),
    'xl/workbook.xml': BOOK.replace('<calcPr ', '<calcPr fullCalcOnLoad="1" '),
  });
});

test('a cell that was not there takes the style of the cell above or of its column', async () => {
  const now = await patched(excelFile(), { B6: 5, D2: true, E4: 'e', F4: 'f', H4: 'h' });
  expect(now).toContain('<v>2</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"');
  expect(now).toContain(
    textCell('r="E4" s="3"', 'e') + textCell('r="F4" s="2"', 'f') + textCell('r="H4"', 'h') + '</row>',
  );
  expect(now).toContain('<row r="6"><c r="B6" s="2"><v>5</v></c></row></sheetData>');
  expect(now).toContain('<dimension ref="A1:H6"/>');
});

test('a row that was not there stands in its order', async () => {
  expect(inside(await patched(excelFile(), { A5: 'a', B5: 5 }))).toContain(
    `</row><row r="5">${textCell('r="A5"', 'a')}<c r="B5" s="2"><v>5</v></c></row><row r="6"/>`,
  );
});

test('the filter grows with its name; its criteria and hidden rows stay', async () => {
  const now = textsOf(await patchWorkbook(excelFile(), [edit({ A5: 'one', A7: 'two' })]));
  const sheet = now['xl/worksheets/Sheet1.xml']!;
  expect(sheet).toContain('<autoFilter ref="A1:E7"><filterColumn colId="0"><filters><filter val="one"/>');
  expect(sheet).toContain('<row r="3" spans="1:5" hidden="1">');
  expect(sheet).toContain(
    `<row r="7">${textCell('r="A7"', 'two')}<c r="B7" s="2"/><c r="C7" s="2"/><c r="D7" s="3"/></row></sheetData>`,
  );
  expect(now['xl/workbook.xml']).toContain(`hidden="1">'R&amp;D "1"'!$A$1:$E$7</definedName><definedName name="Mine">`);
  expect(now['xl/workbook.xml']).toContain('Chart!$A$1:$A$4<');
});

test('a formula that gives way takes the order of calculation with it', async () => {
  const now = textsOf(await patchWorkbook(excelFile(), [edit({ E2: 'typed' })]));
  expect(now['xl/worksheets/Sheet1.xml']).toContain(textCell('r="E2" s="3"', 'typed'));
  expect(Object.keys(now)).toEqual(Object.keys(FILES).filter((name) => name !== 'xl/calcChain.xml'));
  expect(now['[Content_Types].xml']).not.toContain('calcChain');
  expect(now['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  expect(now['xl/_rels/workbook.xml.rels']).toContain('rId9');
});

test('a formula that is kept gets a new value', async () => {
  const formulas = { keepFormulas: true };
  const yes = '<f>IF(B2&gt;0,"yes","no")</f>';
  expect(await patched(excelFile(), { E2: 'n<o' }, formulas)).toContain(
    `<c r="E2" s="3" cm="1" t="str">${yes}<v>n&lt;o</v></c>`,
  );
  expect(await patched(excelFile(), { E2: 7 }, formulas)).toContain(`<c r="E2" s="3" cm="1">${yes}<v>7</v></c>`);
  expect(await patched(excelFile(), { E2: '' }, formulas)).toContain(
    `<c r="E2" s="3" cm="1" t="str">${yes}<v></v></c>`,
  );
  expect(await patched(excelFile(), { E2: false }, formulas)).toContain(`cm="1" t="b">${yes}<v>0</v></c>`);
  expect(await patched(excelFile(), { C2: 9 }, formulas)).toContain('si="0">B2*2&amp;"B2"</f><v>9</v>');
  const now = textsOf(await patchWorkbook(excelFile(), [edit({ E2: 1, B2: 2 }, formulas)]));
  expect(now['xl/calcChain.xml']).toBe(FILES['xl/calcChain.xml']);
});

test('followers of a shared formula get it in full when its first cell gets a value', async () => {
  const now = inside(await patched(excelFile(), { C2: 'x', C4: 4 }));
  expect(now).toContain('<c r="C3" s="2"><f>B3*2&amp;"B2"</f><v>4</v></c>');
  expect(now).toContain('<c r="C4" s="2"><v>4</v></c>');
  expect(now).not.toContain('shared');
});

test('cells of an array formula keep their values when its first cell gets another', async () => {
  const now = inside(await patched(excelFile(), { D4: 1 }));
  expect(now).toContain('<c r="D4" s="3"><v>1</v></c></row>');
});

test('rows and cells may come without their place', async () => {
  const bytes = sheetXml(
    '<row><c><v>1</v></c><c s="2"><v>2</v></c></row><row r="4"><c r="B4"/><c><v>3</v></c></row><row/>',
  );
  expect(inside(await patched(bytes, { B1: 5, D1: 6, A2: 7, C4: '', D4: 8, A5: 9 }))).toBe(
    '<row><c><v>1</v></c><c s="2"><v>5</v></c><c r="D1"><v>6</v></c></row><row r="2"><c r="A2"><v>7</v></c></row>' +
      '<row r="4"><c r="B4"/><c/><c r="D4"><v>8</v></c></row><row><c r="A5"><v>9</v></c></row>',
  );
});

test('an empty sheet is filled', async () => {
  const bytes = excelFile({ 'xl/worksheets/Sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData /></worksheet>` });
  expect(await patched(bytes, { B2: 1 })).toBe(
    `<worksheet xmlns="${MAIN}"><sheetData ><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>`,
  );
});

test('prefixes, strict namespaces, odd quotes, blanks and cases', async () => {
  const sheet = `<x:worksheet xmlns:x="${STRICT}"><x:dimension ref='B2'/><x:sheetData>\n <x:row r='2' spans = '1:5'\n x="a>b" >\n  <x:c r='B2' s='3' t="inlineStr" ><x:is><x:t>old</x:t></x:is></x:c >\n </x:row ></x:sheetData></x:worksheet>`;
  const book = `<x:workbook xmlns:x="${STRICT}" xmlns:rel="urn:r"><x:sheets><x:sheet name="R&#38;D &quot;1&quot;" sheetId="1" rel:id="rId1"/></x:sheets><x:oleSize ref="A1"/></x:workbook>`;
  const rels = FILES['xl/_rels/workbook.xml.rels']!.replace('/Sheet1.xml', '/sheet1.XML');
  const bytes = excelFile({
    'xl/worksheets/Sheet1.xml': sheet,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': rels,
  });
  const now = textsOf(await patchWorkbook(bytes, [edit({ A2: 1, B2: 'new', B3: 2 })]));
  expect(now['xl/worksheets/Sheet1.xml']).toBe(
    `<x:worksheet xmlns:x="${STRICT}"><x:dimension ref='A2:B3'/><x:sheetData>\n <x:row r='2'\n x="a>b" >\n  <x:c r="A2"><x:v>1</x:v></x:c><x:c r='B2' s='3' t="inlineStr"><x:is><x:t xml:space="preserve">new</x:t></x:is></x:c>\n </x:row ><x:row r="3"><x:c r="B3" s="3"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  );
  expect(now['xl/workbook.xml']).toContain('</x:sheets><x:calcPr fullCalcOnLoad="1"/><x:oleSize');
});

test('rows with a prefix of their own', async () => {
  const row = `<x:row xmlns:x="${MAIN}" r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>`;
  expect(inside(await patched(sheetXml(`${row}<row r="2"/>`), { A1: 2, B1: 3, A2: 4 }))).toBe(
    `<x:row xmlns:x="${MAIN}" r="1"><x:c r="A1"><x:v>2</x:v></x:c><x:c r="B1"><x:v>3</x:v></x:c></x:row><row r="2"><c r="A2"><v>4</v></c></row>`,
  );
});

test('comments, CDATA and instructions that look like cells', async () => {
  const marks = '<!-- <row r="1"><c r="A1"></c></row></sheetData> --><?x <row> ?>';
  const cells = (value: string): string =>
    `${marks}<row r="1">${marks}<c r="A1" t="str"><v><![CDATA[</c></row>]]></v></c>${marks}${value}${marks}</row>${marks}<row r="2"><!-- </row> --></row>`;
  expect(inside(await patched(sheetXml(cells('<c r="B1"><!-- </c> --><v>1</v></c>')), { B1: 2 }))).toBe(
    cells('<c r="B1"><v>2</v></c>'),
  );
});

test.each([
  ['rows', '<row r="2"/><row r="1"/>', 'the rows of a sheet are out of order'],
  ['cells', '<row r="1"><c r="B1"/><c r="A1"/></row>', 'the cells of row 1 are out of order'],
  ['an end', '<row r="1"><c r="A1">', 'its XML ends too early'],
])('refuses a sheet without %s in order', async (_, cells, sentence) => {
  await expect(patched(sheetXml(cells), { C1: 1, A3: 1 })).rejects.toThrow(sentence);
});

test('is read by the library with the same looks as before', async () => {
  const after = await patchWorkbook(excelFile(), [edit({ B2: 10, A5: 'five', C2: '' })]);
  const { sheets } = await readXlsx(after, { readStyles: true, sheets: [1] });
  const sheet = sheets[0]!;
  expect(sheet.rows.map((row) => row.slice(0, 3))).toEqual([
    ['Name', 'Value', null],
    ['one', 10, null],
    ['one', 2, 4],
    ['one', 3, 6],
    ['five', null, null],
  ]);
  expect(sheet.cells?.get('1,1')?.style?.numFmt).toBe('#,##0.00');
});
