import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../../../src/core/kernel/cell';
import { compareBook } from '../../../src/hosts/xlsx/view/compare-book';
import { carryEdits, landEdits } from '../../../src/hosts/xlsx/view/carried-edits';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { editsOfView, saveView } from '../../../src/hosts/xlsx/view/save-view';
import type { ShownSheet } from '../../../src/hosts/xlsx/view/shown-book';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';

const HEIGHT = 12;
const WIDTH = 4;

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom('', '', 'a', '=1+1', '007', '<row r="3">'),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
);
const row = fc.record({
  cells: fc.array(cell, { minLength: WIDTH, maxLength: WIDTH }),
  formula: fc.option(fc.record({ column: fc.nat(WIDTH - 1), text: fc.constantFrom('A1+1', 'B2&"<f>"') }), {
    nil: undefined,
  }),
  look: fc.option(fc.record({ column: fc.nat(WIDTH - 1), look: fc.nat(2) }), { nil: undefined }),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const looks = [{}, { fill: 'FFCC00' }, { bold: true }];

/** Formulas have a value, as in a window. */
const shownOf = (rows: readonly Row[], columns: ShownSheet['columns']): ShownSheet => ({
  name: 'S',
  cells: rows.map(({ cells, formula }) => cells.map((value, at) => (formula?.column === at ? 5 : value))),
  formulas: new Map(
    rows.flatMap(({ formula }, at) => (formula ? [[`${String(at)},${String(formula.column)}`, formula.text]] : [])),
  ),
  cellLooks: new Map(rows.flatMap(({ look }, at) => (look ? [[at, new Map([[look.column, look.look]])]] : []))),
  columns: columns ?? [],
});

/** As a page saves that hands over what was touched alone, and has the rest done in another thread. */
async function saveTouched(base: Uint8Array, sheet: ShownSheet, touched: ReadonlySet<number>, block: number) {
  const comparison = await compareBook(base, ['S']);
  const rows = sheet.cells.map((cells, at) => (touched.has(at) ? cells : null));
  for (let from = 0; from < rows.length; from += block)
    await comparison.add({ sheet: 0, rows: rows.slice(from, from + block) });
  const found = await editsOfView(await comparison.end(), { sheets: [sheet], looks });
  const carried = carryEdits(found);
  const { edits, active } = carried === undefined ? found : landEdits(structuredClone(carried));
  return patchWorkbook(base, edits, undefined, active);
}

test('rows that nobody touched need not be handed over', async () => {
  const empty = await writeXlsx({
    sheets: [{ name: 'S', rows: [['x']], autoFilter: { range: 'A1:D9' }, columns: [{ width: 9 }] }],
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: HEIGHT, maxLength: HEIGHT }),
      fc.array(fc.tuple(fc.nat(HEIGHT + 2), row), { maxLength: 4 }),
      fc.uniqueArray(fc.nat(HEIGHT)),
      fc.integer({ min: 1, max: HEIGHT + 3 }),
      async (before, changes, idly, block) => {
        const opened = (await readBookView(empty)).sheets[0];
        const base = await saveView(empty, { sheets: [shownOf(before, opened?.columns)], looks });
        const columns = (await readBookView(base)).sheets[0]?.columns;
        const after = [...before];
        for (const [at, changed] of changes) after[Math.min(at, after.length)] = changed;
        const isTouched = (at: number): boolean => idly.includes(at) || after[at] !== before[at];
        const touched = new Set([...after.keys()].filter(isTouched));
        const sheet = shownOf(after, columns);
        const whole = await saveView(base, { sheets: [sheet], looks });
        expect(Buffer.compare(await saveTouched(base, sheet, touched, block), whole)).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});
