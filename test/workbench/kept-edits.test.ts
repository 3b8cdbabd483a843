import type { Cell } from '../../src/core/kernel/cell';
import type { SheetEdit } from '../../src/core/workbook';
import { createMemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { keptEdits, keptParts } from '../../src/workbench/kept-edits';

/** More cells than one message holds. */
const ROWS = 15_000;

const column = (at: number, cell: (row: number) => Cell) => ({
  column: at,
  values: new Map(Array.from({ length: ROWS }, (_, row) => [row, cell(row)])),
});

/** The cells of a sheet after edits were kept and done again. */
async function doneAgain(edits: readonly SheetEdit[]): Promise<readonly (readonly Cell[])[]> {
  const workbook = createMemoryWorkbook();
  await workbook.prepare([{ name: 'B2B', visibility: 'visible', columns: [], top: [['old', 'old', 'old']], rows: [] }]);
  await workbook.change(keptEdits(edits.flatMap(keptParts)));
  return (await workbook.read('B2B')) ?? [];
}

it('brings back all of an edit that replaces a sheet, however many parts it has', async () => {
  const cells = await doneAgain([
    { sheet: 'B2B', replaceAll: true, columns: [column(0, (row) => `a${row}`), column(1, (row) => row)] },
  ]);
  expect(cells.length).toBe(ROWS);
  expect(cells[0]).toEqual(['a0', 0]);
  expect(cells[ROWS - 1]).toEqual([`a${ROWS - 1}`, ROWS - 1]);
});

it('does edits again that follow each other on the same guarded cells', async () => {
  const status = (before: string, after: string): SheetEdit => ({
    sheet: 'B2B',
    columns: [{ column: 0, values: new Map([[0, after]]) }],
    guard: { column: 0, values: new Map([[0, before]]) },
  });
  const edits = [status('old', 'Accepted'), status('Accepted', 'Rejected')];
  // The second guard holds only after the first edit, and hosts look at all guards before they write.
  expect(keptEdits(edits.flatMap(keptParts)).map(({ guard }) => guard)).toEqual([undefined, undefined]);
  const cells = await doneAgain(edits);
  expect(cells[0]?.[0]).toBe('Rejected');
});

it('lets the last edit have the last word', async () => {
  const write = (text: string): SheetEdit => ({ sheet: 'B2B', columns: [{ column: 2, values: new Map([[0, text]]) }] });
  expect((await doneAgain([write('first'), write('second')]))[0]).toEqual(['old', 'old', 'second']);
});

it('brings formulas back with their cells, and lets a value take the place of one', () => {
  const edits = [
    {
      ...{ sheet: 'Own', columns: [column(0, (row) => row), column(1, () => 1)] },
      formulas: new Map([
        ['3,0', 'B4*2'],
        [`${ROWS - 1},1`, 'SUM(A1:A2)'],
      ]),
    },
    { sheet: 'Own', columns: [{ column: 0, values: new Map([[3, 5]]) }], formulas: new Map() },
  ];
  const again = keptEdits(edits.flatMap(keptParts));
  expect(again.flatMap(({ formulas }) => [...(formulas ?? [])])).toEqual([
    ['3,0', 'B4*2'],
    [`${ROWS - 1},1`, 'SUM(A1:A2)'],
  ]);
  expect(again.at(-1)).toMatchObject({ formulas: new Map(), keepFormulas: false });
});
