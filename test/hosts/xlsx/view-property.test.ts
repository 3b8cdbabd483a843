import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../../../src/core/kernel/cell';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { saveView } from '../../../src/hosts/xlsx/view/save-view';
import { filledCells } from '../../support/seen-book';

const WIDTH = 5;
const HEIGHT = 8;

const filled: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
  fc.constantFrom('=1+1', '_x0041_', ' a ', '<c r="A1">', '007'),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((value) => value || 0),
  fc.boolean(),
);
const grid = fc.array(fc.array(fc.oneof(filled, fc.constant('')), { maxLength: WIDTH }), { maxLength: HEIGHT });
const formulas = fc
  .array(
    fc.record({ row: fc.nat(HEIGHT), column: fc.nat(WIDTH - 1), text: fc.constantFrom('A1+1', 'B2&"<x>"', '1>2') }),
  )
  .map((all) => new Map(all.map(({ row, column, text }) => [`${String(row)},${String(column)}`, text])));
const shown = fc.record({
  cells: grid,
  formulas,
  hidden: fc.uniqueArray(fc.nat(HEIGHT + 2)),
  width: fc.integer({ min: 1, max: 99 }),
});

type Shown = typeof shown extends fc.Arbitrary<infer T> ? T : never;

/** A formula has a value, as a window shows one. */
const valued = ({ cells, formulas }: Shown): Cell[][] =>
  Array.from({ length: HEIGHT + 1 }, (_, row) =>
    Array.from({ length: WIDTH }, (_, column) =>
      formulas.has(`${String(row)},${String(column)}`) ? 5 : (cells[row]?.[column] ?? ''),
    ),
  );

test('what a window shows is shown again, whatever was there before', async () => {
  const base = await writeXlsx({ sheets: [{ name: 'S', rows: [['x']], columns: [{ width: 9 }] }] });
  await fc.assert(
    fc.asyncProperty(fc.array(shown, { minLength: 1, maxLength: 3 }), async (steps) => {
      let bytes: Uint8Array = base;
      for (const step of steps) {
        const sheet = {
          name: 'S',
          cells: valued(step),
          formulas: step.formulas,
          hiddenRows: new Set(step.hidden),
          columns: [{ width: step.width, hidden: step.hidden.length > 3 }],
        };
        bytes = await saveView(bytes, { sheets: [sheet] });
        const after = (await readBookView(bytes)).sheets[0]!;
        expect(filledCells(after.cells)).toEqual(filledCells(sheet.cells));
        expect(new Map(after.formulas)).toEqual(sheet.formulas);
        expect(new Set(after.hiddenRows)).toEqual(sheet.hiddenRows);
        expect(after.columns[0]).toMatchObject({ width: step.width, hidden: sheet.columns[0]!.hidden });
      }
      expect(await saveView(bytes, await readBookView(bytes))).toBe(bytes);
    }),
    { numRuns: 50 },
  );
});
