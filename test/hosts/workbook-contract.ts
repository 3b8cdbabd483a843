import type { Cell } from '../../src/core/kernel/cell';
import type { SheetEdit, SheetPlan, Workbook } from '../../src/core/workbook';
import { LISTS_SHEET } from '../../src/core/sheet-rules';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';
import { openXlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { cellOf, importFixture, ledgerOf, memoryDesk, uploadOf } from '../support/desk';
import { datedBook, OWN_CELLS, ownBook } from '../support/own-book';
import { filledCells } from '../support/seen-book';

/** A host under test, with what only its tests can do: save and open again, and type as a user. */
export interface HostUnderTest {
  readonly make: () => Promise<Workbook>;
  /** the workbook of an .xlsx file */
  readonly open: (file: Uint8Array) => Promise<Workbook>;
  /** the same workbook after it was saved and opened, by this host */
  readonly reopen: (workbook: Workbook) => Promise<Workbook>;
  /** columns of a sheet that are hidden, counted from 0 */
  readonly hiddenColumns: (workbook: Workbook, sheet: string) => Promise<readonly number[]>;
  /** the workbook as an .xlsx file; undefined where the host has no dropdown lists */
  readonly file: ((workbook: Workbook) => Promise<Uint8Array>) | undefined;
}

/** Texts that spreadsheets like to turn into something else. */
const stubbornTexts = [
  '0045',
  '007',
  '1E5',
  '03-04',
  '1234567890123456',
  '=1+1',
  '+91',
  '-5',
  '@x',
  '_x0041_',
  '<b>&"\'',
  'TRUE',
  '#N/A',
  'ಅಆ 😀',
  ' two  blanks ',
  'line\nbreak',
];

const plan: SheetPlan = {
  name: 'B2B',
  visibility: 'visible',
  columns: [
    { width: 12, style: 'portal-text' },
    { width: 12, style: 'portal-amount' },
    { width: 12, style: 'user-text' },
    { width: 12, style: 'helper', hidden: true },
    { width: 12, style: 'user-text' },
    { width: 12, style: 'helper', hidden: true },
  ],
  top: [
    [{ cell: 'Title', style: 'title' }],
    ['Text', 'Amount', 'Status', 'Key'].map((cell) => ({ cell, style: 'heading' as const })),
  ],
  rows: stubbornTexts.map((text, index) => [text, index + 0.25, '', String(index)]),
  headings: true,
  freeze: { rows: 2, columns: 1 },
};

/** The same with dropdown lists in its third column. */
const listed = (name: string, whenFlagged: readonly string[], otherwise: readonly string[]): SheetPlan => ({
  ...plan,
  name,
  lists: [
    {
      ...{ column: 2, flagColumn: 3, flag: '1', whenFlagged, otherwise },
      ...{ promptTitle: name, prompt: 'Choose one.', errorTitle: 'Not on the list', error: 'Choose one of the list.' },
    },
  ],
});

const homePlan: SheetPlan = {
  name: 'Home',
  visibility: 'visible',
  columns: [
    { width: 10, style: 'plain' },
    { width: 10, style: 'count' },
  ],
  top: [['Records', { cell: { formula: "COUNTA('B2B'!$A$3:$A$1048576)", value: 16 }, style: 'count' }]],
  rows: [],
};

const storePlan: SheetPlan = {
  name: 'Store',
  visibility: 'very-hidden',
  columns: [{ width: 10, style: 'helper' }],
  top: [],
  rows: [['x'.repeat(30_000)]],
};

function edit(
  sheet: string,
  column: number,
  values: readonly (readonly [number, Cell])[],
  more: Partial<SheetEdit> = {},
): SheetEdit {
  return { sheet, columns: [{ column, values: new Map(values) }], ...more };
}

/** What every host owes; the host without this test is the host with the bugs. */
export function describeWorkbook(name: string, host: HostUnderTest): void {
  describeAddedSheets(name, host);
  describe(`the ${name} workbook`, () => {
    const filled = async (): Promise<Workbook> => {
      const workbook = await host.make();
      await workbook.prepare([homePlan, plan, storePlan]);
      return workbook;
    };

    it('has the sheets in the order they were planned', async () => {
      const names = await (await filled()).sheetNames();
      expect(names.filter((name) => ['Home', 'B2B', 'Store'].includes(name))).toEqual(['Home', 'B2B', 'Store']);
    });

    it('keeps every text as it is', async () => {
      const again = await host.reopen(await filled());
      expect((await again.read('B2B'))?.slice(2).map((row) => row[0])).toEqual(stubbornTexts);
    });

    it('keeps amounts as numbers', async () => {
      const again = await host.reopen(await filled());
      expect((await again.read('B2B'))?.slice(2).map((row) => row[1])).toEqual(
        stubbornTexts.map((_, index) => index + 0.25),
      );
    });

    it('reads some rows of a sheet', async () => {
      const rows = await (await filled()).read('B2B', { row: 3, rows: 2 });
      expect(rows?.map((row) => row[0])).toEqual(stubbornTexts.slice(1, 3));
    });

    it('reads a blank cell as an empty text', async () => {
      expect((await (await filled()).read('B2B'))?.[2]?.[2]).toBe('');
    });

    it('has no cells of a sheet that is not there', async () => {
      expect(await (await filled()).read('Nowhere')).toBeUndefined();
    });

    it('changes the cells named and no others', async () => {
      const workbook = await filled();
      const before = await workbook.read('B2B');
      await workbook.change([
        edit('B2B', 2, [
          [2, 'Accepted'],
          [17, '=1+1'],
        ]),
        edit('B2B', 1, [[3, -0.5]]),
      ]);
      const after = await (await host.reopen(workbook)).read('B2B');
      expect(after?.[2]?.[2]).toBe('Accepted');
      expect(after?.[17]?.[2]).toBe('=1+1');
      expect(after?.[3]?.[1]).toBe(-0.5);
      expect(after?.[4]).toEqual(before?.[4]);
    });

    it('clears a cell with a blank value', async () => {
      const workbook = await filled();
      await workbook.change([edit('B2B', 0, [[2, '']])]);
      expect((await (await host.reopen(workbook)).read('B2B'))?.[2]?.[0]).toBe('');
    });

    it('shows hidden columns when told to, with cells or without', async () => {
      const workbook = await filled();
      expect(await host.hiddenColumns(workbook, 'B2B')).toEqual([3, 5]);
      await workbook.change([edit('B2B', 3, [[2, 'new']], { show: [3] })]);
      expect(await host.hiddenColumns(workbook, 'B2B')).toEqual([5]);
      await workbook.change([{ sheet: 'B2B', columns: [], show: [5, 3] }]);
      const again = await host.reopen(workbook);
      expect(await host.hiddenColumns(again, 'B2B')).toEqual([]);
      expect((await again.read('B2B'))?.[2]?.[3]).toBe('new');
    });

    it('shows only the rows with a text, and all of them again', async () => {
      const workbook = await filled();
      await workbook.change([
        edit('B2B', 2, [
          [3, 'Accepted'],
          [5, 'Rejected'],
          [9, 'Accepted'],
        ]),
      ]);
      const shown = async (): Promise<number[]> => {
        await workbook.goTo('B2B', 0, 0);
        const spans = (await workbook.view({ shown: true })).shown ?? [];
        const rows = spans.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at));
        return rows.filter((row) => row >= plan.top.length && row < plan.top.length + plan.rows.length);
      };
      const all = await shown();
      await workbook.showOnly('B2B', 1, 2, ['Accepted']);
      const some = await shown();
      await workbook.showOnly('B2B', 1, 2, ['Rejected', 'Accepted']);
      const more = await shown();
      await workbook.showOnly('B2B', 1, 2, []);
      // A host without a window filters nothing and has no view.
      expect([all.length, some, more, await shown()]).toEqual(
        all.length === 0 ? [0, [], [], []] : [plan.rows.length, [3, 9], [3, 5, 9], all],
      );
    });

    it('adds rows below the last one', async () => {
      const workbook = await filled();
      const row = plan.top.length + plan.rows.length;
      await workbook.change([
        edit('B2B', 0, [
          [row, '0099'],
          [row + 1, '0100'],
        ]),
        edit('B2B', 1, [
          [row, 1],
          [row + 1, 2],
        ]),
      ]);
      const cells = await (await host.reopen(workbook)).read('B2B');
      expect(cells?.slice(row).map(([text, amount]) => [text, amount])).toEqual([
        ['0099', 1],
        ['0100', 2],
      ]);
    });

    it('adds rows below those of a file as texts, formats and all', async () => {
      const made = await openXlsxWorkbook(undefined);
      await made.prepare([homePlan, plan, storePlan]);
      const workbook = await host.open(made.bytes());
      const row = plan.top.length + plan.rows.length;
      const texts = stubbornTexts.map((text, index) => [row + index, text] as const);
      await workbook.change([
        edit('B2B', 0, texts),
        edit('Store', 0, [
          [0, '1E5'],
          [1, '0045'],
        ]),
      ]);
      const again = await host.reopen(workbook);
      expect((await again.read('B2B'))?.slice(row).map(([text]) => text)).toEqual(stubbornTexts);
      expect((await again.read('Store'))?.map(([text]) => text)).toEqual(['1E5', '0045']);
    });

    it('keeps a formula of ours and shows the value it was told', async () => {
      const workbook = await filled();
      const row = plan.top.length + plan.rows.length;
      // A host that calculates comes to the same by itself.
      await workbook.change([edit('B2B', 0, [[row, 'one more']]), edit('Home', 1, [[0, 17]], { keepFormulas: true })]);
      expect((await (await host.reopen(workbook)).read('Home'))?.[0]?.[1]).toBe(17);
    });

    it('replaces everything on a sheet when told to', async () => {
      const workbook = await filled();
      await workbook.change([edit('Store', 0, [[0, 'new']], { replaceAll: true })]);
      const cells = await (await host.reopen(workbook)).read('Store');
      expect(cells).toEqual([['new']]);
    });

    it('changes nothing where one of the sheets is missing', async () => {
      const workbook = await filled();
      await expect(workbook.change([edit('B2B', 0, [[2, 'lost']]), edit('Nowhere', 0, [[0, 1]])])).rejects.toThrow(
        'Nowhere',
      );
      expect((await workbook.read('B2B'))?.[2]?.[0]).toBe('0045');
    });

    it('writes a large edit that renews the very column its rows are told by', async () => {
      const workbook = await filled();
      const [first, count] = [2 + stubbornTexts.length, 7_000];
      const rows = Array.from({ length: count }, (_, index) => first + index);
      const filledBy = (cell: (row: number) => Cell) => rows.map((row): [number, Cell] => [row, cell(row)]);
      const key = filledBy((row) => `key ${row}`);
      const text = filledBy((row) => `text ${row}`);
      await workbook.change([
        {
          sheet: 'B2B',
          columns: [
            { column: 3, values: new Map(key) },
            { column: 0, values: new Map(text) },
            { column: 2, values: new Map(text) },
          ],
          guard: { column: 3, values: new Map(filledBy(() => '')) },
        },
      ]);
      const cells = await workbook.read('B2B', { row: first, rows: count });
      expect(cells?.map((row) => [row[0], row[2], row[3]])).toEqual(
        rows.map((row) => [`text ${row}`, `text ${row}`, `key ${row}`]),
      );
    });

    it('does not let a reader change its cells', async () => {
      const workbook = await filled();
      const cells = await workbook.read('B2B');
      cells?.[2]?.splice(0, 1, 'mine');
      expect((await workbook.read('B2B'))?.[2]?.[0]).toBe('0045');
    });

    it('leaves nothing behind when disposed', async () => {
      const workbook = await filled();
      let told = 0;
      const stop = workbook.listen(() => (told += 1));
      stop();
      await workbook.dispose();
      expect(told).toBe(0);
    });
  });
}

/** Sheets of ours come into a workbook that has other sheets. */
export function describeAddedSheets(name: string, host: Omit<HostUnderTest, 'make' | 'hiddenColumns'>): void {
  describe(`the ${name} workbook of a user`, () => {
    it('makes sheets behind his own, which stay as they are', async () => {
      const workbook = await host.open(await ownBook());
      await workbook.prepare([homePlan, plan, storePlan]);
      await workbook.change([edit('B2B', 2, [[2, 'Accepted']])]);
      const again = await host.reopen(workbook);
      expect(await again.sheetNames()).toEqual(['Purchases', 'Notes', 'Home', 'B2B', 'Store']);
      expect(filledCells((await again.read('Purchases')) ?? [])).toEqual(OWN_CELLS);
      expect((await again.read('B2B'))?.slice(2).map((row) => row[0])).toEqual(stubbornTexts);
      expect((await again.read('B2B'))?.[2]?.slice(0, 3)).toEqual(['0045', 0.25, 'Accepted']);
      expect((await again.read('Home'))?.[0]).toEqual(['Records', 16]);
      expect((await again.read('Store'))?.[0]?.[0]).toHaveLength(30_000);
    });

    it('tells which sheets he sees, and reads one as it is: dates and merged cells', async () => {
      const workbook = await host.open(await datedBook());
      expect(await workbook.sheetNames({ shown: true })).toEqual(['July', 'Blank']);
      expect(await workbook.sheetNames()).toEqual(['July', 'Lists', 'Blank']);
      expect(await workbook.readRaw('July')).toEqual({
        name: 'July',
        rows: [
          ['Supplier', 'Bill date', 'Bill no.', 'Taxable'],
          ['Aarav Steel Traders', { date: '03-07-2026' }, '0045', 8960],
          ['', { date: '14-07-2026' }, '1E5', 45_000.5],
        ],
        merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
      });
      expect((await workbook.readRaw('Blank'))?.rows.flat()).toEqual([]);
      expect(await workbook.readRaw('Lists')).toBeUndefined();
      expect(await workbook.readRaw('August')).toBeUndefined();
    });

    it('tells nothing of very hidden sheets where it is asked for those that he sees', async () => {
      const workbook = await host.open(await ownBook());
      await workbook.prepare([plan, storePlan]);
      expect(await workbook.sheetNames({ shown: true })).toEqual(['Purchases', 'Notes', 'B2B']);
    });

    it('makes more sheets on another day', async () => {
      const workbook = await host.open(await ownBook());
      await workbook.prepare([plan, storePlan]);
      await workbook.prepare([{ ...plan, name: 'Reconciliation' }]);
      const again = await host.reopen(workbook);
      expect(await again.sheetNames()).toEqual(['Purchases', 'Notes', 'B2B', 'Store', 'Reconciliation']);
      expect(await again.read('Reconciliation')).toEqual(await again.read('B2B'));
    });

    it('makes sheets and changes others in one go, or does neither', async () => {
      const workbook = await host.open(await ownBook());
      await workbook.prepare([plan, storePlan]);
      const more = { ...plan, name: 'More' };
      const first = edit('B2B', 2, [[2, 'Accepted']]);
      await expect(workbook.prepare([more], undefined, [first, edit('Missing', 0, [[0, 'x']])])).rejects.toThrow();
      const between = await host.reopen(workbook);
      expect(await between.sheetNames()).toEqual(['Purchases', 'Notes', 'B2B', 'Store']);
      expect((await between.read('B2B'))?.[2]?.[2]).toBe('');
      await between.prepare([more], undefined, [first]);
      const again = await host.reopen(between);
      expect(await again.sheetNames()).toEqual(['Purchases', 'Notes', 'B2B', 'Store', 'More']);
      expect((await again.read('B2B'))?.[2]?.[2]).toBe('Accepted');
      expect((await again.read('More'))?.[2]?.[2]).toBe('');
    });

    it('makes sheets with lists on several days, and gives each its own', async () => {
      const plans = [
        listed('B2B', ['Accepted', 'Rejected'], ['Accepted', 'Rejected', 'Pending']),
        listed('DN', [], ['Accepted', 'Rejected', 'Pending']),
        listed('Reconciliation', ['Yes', '007'], ['Accepted', 'Rejected']),
      ];
      let workbook = await host.open(await ownBook());
      for (const plan of plans) {
        await workbook.prepare([plan]);
        workbook = await host.reopen(workbook);
      }
      await workbook.prepare([{ ...plan, name: 'More' }]);
      const made = await host.reopen(workbook);
      const names = (await made.sheetNames()).filter((name) => name !== LISTS_SHEET);
      expect(names).toEqual(['Purchases', 'Notes', 'B2B', 'DN', 'Reconciliation', 'More']);
      expect(filledCells((await made.read('Purchases')) ?? [])).toEqual(OWN_CELLS);
      if (host.file === undefined) return;
      const { sheets } = await readBookView(await host.file(made));
      const listsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.lists;
      for (const { name, lists } of plans) {
        const [list] = listsOf(name) ?? [];
        expect({ name, ...list }).toEqual({ name, ...lists?.[0] });
      }
      expect(listsOf('More')).toEqual([]);
      expect(sheets.filter(({ name }) => name === LISTS_SHEET)).toHaveLength(1);
    });

    it('leaves a sheet of his that has the name of our hidden one', async () => {
      const workbook = await host.open(await ownBook(LISTS_SHEET));
      if (host.file === undefined) return;
      await expect(workbook.prepare([listed('B2B', ['Yes'], ['No'])])).rejects.toMatchObject({
        refusal: { id: 'sheet-name-taken', where: LISTS_SHEET },
      });
      const again = await host.reopen(workbook);
      expect(await again.sheetNames()).toEqual([LISTS_SHEET, 'Notes']);
      expect(filledCells((await again.read(LISTS_SHEET)) ?? [])).toEqual(OWN_CELLS);
    });

    it('refuses a name that a sheet of his has, and changes nothing', async () => {
      const workbook = await host.open(await ownBook('b2b'));
      await expect(workbook.prepare([homePlan, plan, storePlan])).rejects.toMatchObject({
        refusal: { id: 'sheet-name-taken', where: 'B2B' },
      });
      const again = await host.reopen(workbook);
      expect(await again.sheetNames()).toEqual(['b2b', 'Notes']);
      expect(filledCells((await again.read('b2b')) ?? [])).toEqual(OWN_CELLS);
    });

    it('takes an import of the portal’s JSON, answers and all', async () => {
      const opened = { ...memoryDesk(), workbook: await host.open(await ownBook()) };
      await importFixture(opened, 'downloads/download.json', '27ZZZCR1001K1Z0');
      const desk = { ...opened, workbook: await host.reopen(opened.workbook) };
      expect((await ledgerOf(desk)).records).toHaveLength(22);
      const row = (await desk.workbook.read('B2B'))?.findIndex((cells) => cells.includes('SEZ-78')) ?? -1;
      await desk.workbook.change([edit('B2B', 6, [[row, 'Accepted']])]);
      expect(await cellOf(desk, 'B2B', 'SEZ-78', 'Status')).toBe('Accepted');
      expect(await uploadOf(desk)).toMatchObject({ b2b: [{ inum: 'SEZ-78', action: 'A' }] });
      expect(filledCells((await desk.workbook.read('Purchases')) ?? [])).toEqual(OWN_CELLS);
    });
  });
}
