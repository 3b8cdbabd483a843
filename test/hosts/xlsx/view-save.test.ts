import { strFromU8, unzipSync } from 'fflate';
import type { BookView, SheetView } from '../../../src/core/book-view';
import type { Cell } from '../../../src/core/kernel/cell';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { saveView } from '../../../src/hosts/xlsx/view/save-view';
import { excelFile, excelSheet } from '../../support/excel-file';
import { seenLook, seenSheet, sheetOf } from '../../support/seen-book';
import { fixture, story } from '../../support/xlsx-story';

type Change = (sheet: SheetView) => Partial<SheetView>;

/** The view with one sheet changed as a window would. */
const changed = (view: BookView, name: string, change: Change): BookView => ({
  ...view,
  sheets: view.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change(sheet) } : sheet)),
});
const saved = async (base: Uint8Array, name: string, change: Change): Promise<Uint8Array> =>
  saveView(base, changed(await readBookView(base), name, change));
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const sheetXml = async (name: string, change: Change, base = excelFile()): Promise<string> =>
  partsOf(await saved(base, name, change))['xl/worksheets/sheet1.xml']!;
const type =
  (...cells: [row: number, column: number, value: Cell][]): Change =>
  (sheet) => {
    const height = Math.max(sheet.cells.length, ...cells.map(([row]) => row + 1));
    const grid = Array.from({ length: height }, (_, row) =>
      Array.from({ length: 5 }, (_, at) => sheet.cells[row]?.[at] ?? ''),
    );
    for (const [row, column, value] of cells) grid[row]![column] = value;
    return { cells: grid };
  };

describe('the same bytes come back where nothing changed', () => {
  test.each(['ims.xlsx', 'ims-libreoffice.xlsx', 'ims-openpyxl.xlsx', 'openpyxl.xlsx', 'libreoffice.xlsx'])(
    '%s',
    async (file) => {
      const base = fixture(`workbooks/${file}`);
      const view = await readBookView(base);
      expect(await saveView(base, view)).toBe(base);
      const cellsOnly = { sheets: view.sheets.map(({ name, cells }) => ({ name, cells })) };
      expect(await saveView(base, cellsOnly)).toBe(base);
    },
  );

  test('a file of Excel', async () => {
    const base = excelFile();
    expect(await saveView(base, await readBookView(base))).toBe(base);
  });
});

test('cells, sorted and added rows, a filter, widths and the tab are shown again', async () => {
  const base = await story.imported();
  const before = await readBookView(base);
  const now = {
    ...changed(before, 'B2B', (sheet) => {
      const [top, records] = [sheet.cells.slice(0, 6), sheet.cells.slice(6)];
      const added = [...(records[0] ?? [])];
      added[2] = '007';
      return {
        cells: [
          ...top,
          ...[...records].reverse().map((row) => row.map((cell, at) => (at === 6 ? 'Accepted' : cell))),
          added,
        ],
        columns: sheet.columns.map((column, at) =>
          at === 3 ? { ...column, width: 9.5 } : at === 4 ? { ...column, hidden: true } : column,
        ),
        hiddenRows: new Set([7, 9, 13]),
        filterColumns: new Map([[6, ['', 'Accepted', 'Say "no" & <go>']]]),
      };
    }),
    active: 'B2BA',
  };
  const bytes = await saveView(base, now);
  const after = await readBookView(bytes);
  expect(after.active).toBe('B2BA');
  for (const { name, cells } of now.sheets) {
    expect(sheetOf(after, name).cells).toEqual(cells);
    const grown = name === 'B2B' ? { filter: { row: 5, column: 0, rows: 9, columns: 29 } } : {};
    expect(seenSheet(after, name)).toEqual({ ...seenSheet(now, name), ...grown });
  }
  expect(await saveView(bytes, after)).toBe(bytes);
});

test('every other part stays byte for byte', async () => {
  const base = fixture('workbooks/openpyxl.xlsx');
  const [old, now] = [unzipSync(base), unzipSync(await saved(base, 'B2B & more', type([3, 3, 'Accepted'])))];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  const differ = Object.keys(old).filter((name) => !Buffer.from(old[name]!).equals(Buffer.from(now[name]!)));
  expect(differ).toEqual(['xl/worksheets/sheet1.xml']);
});

test('what is only shown otherwise leaves cells and calculation alone', async () => {
  const now = partsOf(await saved(excelFile(), 'B2B', () => ({ hiddenRows: new Set([3, 4]) })));
  const old = partsOf(excelFile());
  expect(now).toEqual({
    ...old,
    'xl/worksheets/sheet1.xml': excelSheet.replace('<row r="5" ', '<row hidden="1" r="5" '),
  });
});

describe('formulas', () => {
  const formulas = async (change: Change): Promise<[string, string][]> => [
    ...sheetOf(await readBookView(await saved(excelFile(), 'B2B', change)), 'B2B').formulas,
  ];
  const without =
    (place: string): Change =>
    (sheet) => ({ formulas: new Map([...sheet.formulas].filter(([key]) => key !== place)) });

  test('stay where they stand, with the value they have now', async () => {
    const xml = await sheetXml('B2B', type([2, 3, 99], [3, 3, 'text'], [4, 3, 5]));
    expect(xml).toContain('<c r="D3" s="4"><f>C3*2</f><v>99</v></c>');
    expect(xml).toContain('<c r="D4" s="4" t="str"><f t="shared" ref="D4:D6" si="0">C4*2&amp;"A4"</f><v>text</v></c>');
    expect(xml).toContain('<c r="D5" s="4"><f t="shared" si="0"/><v>5</v></c>');
  });

  test('give way to a value, even to the one they had', async () => {
    expect(await formulas(without('2,3'))).toEqual([
      ['3,3', 'C4*2&"A4"'],
      ['4,3', 'C5*2&"A4"'],
      ['5,3', 'C6*2&"A4"'],
    ]);
  });

  test('that shared the one that went are written in full, with their own new values', async () => {
    const change: Change = (sheet) => ({ ...type([3, 3, 'typed'], [4, 3, 15])(sheet), ...without('3,3')(sheet) });
    const xml = await sheetXml('B2B', change);
    expect(xml).toContain('<c r="D5" s="4"><f>C5*2&amp;"A4"</f><v>15</v></c>');
    expect(xml).toContain('<c r="D6" s="4"><f>C6*2&amp;"A4"</f><v>16</v></c>');
    expect(xml).not.toContain('t="shared"');
  });

  test('are written where they came to stand', async () => {
    const moved: Change = (sheet) => ({
      ...type([2, 4, 4], [7, 3, true])(sheet),
      formulas: new Map([...sheet.formulas, ['2,4', 'C3<9'], ['7,3', 'NOT(FALSE)']]),
    });
    const after = sheetOf(await readBookView(await saved(excelFile(), 'B2B', moved)), 'B2B');
    expect([after.formulas.get('2,4'), after.cells[2]?.[4]]).toEqual(['C3<9', 4]);
    expect([after.formulas.get('7,3'), after.cells[7]?.[3]]).toEqual(['NOT(FALSE)', true]);
  });
});

test('colours of the user go with their record when rows are sorted', async () => {
  const base = excelFile();
  const before = await readBookView(base);
  const now = changed(before, 'B2B', (sheet) => {
    const swap = (row: number): number => (row === 3 ? 5 : row === 5 ? 3 : row);
    return {
      cells: sheet.cells.map((_, row) =>
        (sheet.cells[swap(row)] ?? []).map((cell, column) => (column === 3 ? (sheet.cells[row]?.[3] ?? '') : cell)),
      ),
      cellLooks: new Map([...sheet.cellLooks].map(([row, looks]) => [swap(row), looks])),
    };
  });
  const after = await readBookView(await saveView(base, now));
  const sheet = sheetOf(after, 'B2B');
  expect(seenLook(after, sheet, 5, 0)).toMatchObject({ fill: 'FFFF00' });
  expect(seenLook(after, sheet, 3, 0)?.fill).toBeUndefined();
  expect(seenSheet(after, 'B2B')).toEqual(seenSheet(now, 'B2B'));
});

describe('columns', () => {
  const resize =
    (...widths: [column: number, width: number, hidden?: boolean][]): Change =>
    ({ columns }) => ({
      columns: columns.map((column, at) => {
        const [, width, hidden = false] = widths.find(([wide]) => wide === at) ?? [];
        return width === undefined ? column : { ...column, width, hidden };
      }),
    });
  const columnsXml = (xml: string): string => /<cols>.*<\/cols>/.exec(xml)?.[0] ?? '';

  test('a run is split where one of it changes', async () => {
    expect(columnsXml(await sheetXml('B2B', resize([3, 20], [4, 8, false])))).toBe(
      '<cols><col min="1" max="2" width="19" customWidth="1"/><col min="3" max="3" width="12.5" style="4" customWidth="1"/>' +
        '<col min="4" max="4" style="4" width="20" customWidth="1"/><col min="5" max="5" width="8" customWidth="1"/>' +
        '<col min="8" max="16384" width="9.109375" style="1"/></cols>',
    );
  });

  test('a sheet that says nothing of columns says it then', async () => {
    const bare = excelFile({ 'xl/worksheets/sheet1.xml': excelSheet.replace(/<cols>.*<\/cols>/, '') });
    expect(await sheetXml('B2B', resize([1, 30], [0, 5, true]), bare)).toContain(
      '<cols><col min="1" max="1" width="5" customWidth="1" hidden="1"/><col min="2" max="2" width="30" customWidth="1"/></cols><sheetData>',
    );
  });
});

describe('the filter', () => {
  const leave =
    (...columns: [number, readonly string[] | 'other'][]): Change =>
    () => ({ filterColumns: new Map(columns) });
  const filterXml = (xml: string): string => /<autoFilter.*<\/autoFilter>|<autoFilter[^>]*\/>/.exec(xml)?.[0] ?? '';
  const custom =
    '<filterColumn colId="2"><customFilters><customFilter operator="greaterThan" val="1"/></customFilters></filterColumn>';

  test('gets other texts; what only Excel can say stays', async () => {
    expect(filterXml(await sheetXml('B2B', leave([2, 'other'], [1, ['', 'Accepted']], [0, ['D']])))).toBe(
      '<autoFilter ref="A2:E6"><filterColumn colId="0"><filters><filter val="D"/></filters></filterColumn>' +
        `<filterColumn colId="1"><filters blank="1"><filter val="Accepted"/></filters></filterColumn>${custom}</autoFilter>`,
    );
  });

  test('leaves all rows again', async () => {
    const xml = await sheetXml('B2B', () => ({ filterColumns: new Map(), hiddenRows: new Set() }));
    expect(filterXml(xml)).toBe('<autoFilter ref="A2:E6"></autoFilter>');
    expect(xml).toContain('<sheetPr filterMode="0">');
    expect(xml).not.toContain('<row r="4" spans="1:6" hidden="1"');
  });

  test('hides rows that have nothing in them', async () => {
    expect(await sheetXml('B2B', () => ({ hiddenRows: new Set([3, 6, 8]) }))).toContain(
      '<row r="7" hidden="1"/><row r="9" hidden="1"/></sheetData>',
    );
  });
});

describe('the tab in front', () => {
  test('is alone selected, counted with the tabs that are not shown', async () => {
    const base = excelFile();
    const now = partsOf(await saveView(base, { ...(await readBookView(base)), active: 'IMS lists' }));
    expect(now['xl/workbook.xml']).toContain('activeTab="2"');
    expect(now['xl/workbook.xml']).not.toContain('fullCalcOnLoad');
    expect(now['xl/worksheets/sheet1.xml']).toBe(excelSheet.replace('tabSelected="1"', 'tabSelected="0"'));
  });

  test('is said in a book that says none', async () => {
    const book = partsOf(excelFile())['xl/workbook.xml']!.replace(/<bookViews>.*<\/bookViews>/, '');
    const base = excelFile({ 'xl/workbook.xml': book });
    const after = await readBookView(await saveView(base, { ...(await readBookView(base)), active: 'B2B' }));
    expect(after.active).toBe('B2B');
  });
});

test('many texts go where texts are kept once', async () => {
  const rows = Array.from({ length: 2000 }, (_, row) => [`name ${String(row % 10)}`, 'Accepted', row]);
  const bytes = await saved(excelFile(), 'B2B', (sheet) => ({ cells: [...sheet.cells, ...rows] }));
  const after = sheetOf(await readBookView(bytes), 'B2B');
  expect(after.cells.slice(6).map((row) => row.slice(0, 3))).toEqual(rows);
  const parts = partsOf(bytes);
  expect(parts['xl/sharedStrings.xml']!.match(/<si>/g)).toHaveLength(12 + 11);
  expect(parts['xl/worksheets/sheet1.xml']).not.toContain('inlineStr');
  expect(after.filter).toEqual({ row: 1, column: 0, rows: 2005, columns: 5 });
});

test('rows that the window took away are blank', async () => {
  const after = await readBookView(
    await saved(excelFile(), 'B2B', (sheet) => ({ cells: sheet.cells.slice(0, 2), formulas: new Map() })),
  );
  expect(
    sheetOf(after, 'B2B')
      .cells.slice(2)
      .flat()
      .every((cell) => cell === ''),
  ).toBe(true);
});

test('refuses a sheet that the file does not have, and what Excel cannot hold', async () => {
  const base = excelFile();
  await expect(saveView(base, { sheets: [{ name: 'Chart', cells: [] }] })).rejects.toThrow(
    'There is no sheet named Chart.',
  );
  await expect(saved(base, 'B2B', type([2, 1, 'x'.repeat(40_000)]))).rejects.toThrow(
    'Excel cannot hold the value for B2B!B3.',
  );
});

test('tells how far it is, and stops when told to', async () => {
  const base = await story.imported();
  const view = changed(await readBookView(base), 'B2B', type([6, 6, 'Rejected']));
  const told: number[] = [];
  await saveView(base, view, (done, of) => told.push(done / of));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
  const stop = (): never => {
    throw new Error('stopped');
  };
  await expect(saveView(base, view, stop)).rejects.toThrow('stopped');
});
