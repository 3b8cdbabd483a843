import fc from 'fast-check';
import { readXlsx, writeXlsx, type CellStyle } from 'hucre/xlsx';
import type { Cell } from '../../../src/core/kernel/cell';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';

const styles: CellStyle[] = [{ numFmt: '@' }, { numFmt: '0.00' }, { font: { bold: true } }];
const WIDTH = 6;

const filled: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('=1+1', '_x0041_', ' a ', '<c r="A1">', '007'),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((value) => value || 0),
  fc.boolean(),
);
const cell = fc.oneof(filled, fc.constant(''));
const rows = fc.array(fc.array(fc.oneof(cell, fc.constant('')), { maxLength: WIDTH }), { maxLength: 12 });
const changes = fc.array(fc.record({ row: fc.nat(16), column: fc.nat(WIDTH - 1), value: cell }), { maxLength: 30 });

const keyOf = (row: number, column: number): string => `${String(row)},${String(column)}`;

async function written(grid: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const escape = (value: Cell): Cell | null =>
    value === '' ? null : typeof value === 'string' ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value;
  const columns = Array.from({ length: WIDTH }, (_, column) => ({ style: styles[column % styles.length]! }));
  return writeXlsx({ sheets: [{ name: 'S', rows: grid.map((row) => row.map(escape)), columns }] });
}

async function valuesOf(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const found = (await readXlsx(bytes)).sheets[0]!.rows;
  const entries = found.flatMap((row, r) => row.map((value, c) => [keyOf(r, c), value] as const));
  return new Map(entries.filter(([, value]) => value !== null && value !== ''));
}

test('a patched sheet is the old one with the edits in it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, changes, fc.boolean(), async (grid, edits, replaceAll) => {
      const before = await written(grid);
      const expected = replaceAll ? new Map<string, unknown>() : await valuesOf(before);
      const columns = new Map<number, Map<number, Cell>>();
      for (const { row, column, value } of edits) {
        columns.set(column, (columns.get(column) ?? new Map<number, Cell>()).set(row, value));
        if (value === '') expected.delete(keyOf(row, column));
        else expected.set(keyOf(row, column), value);
      }
      const edit = { sheet: 'S', columns: [...columns].map(([column, values]) => ({ column, values })), replaceAll };
      const after = await patchWorkbook(before, [edit]);
      expect(await valuesOf(after)).toEqual(expected);
      if (replaceAll) return;
      const [old, now] = await Promise.all([before, after].map((bytes) => readXlsx(bytes, { readStyles: true })));
      for (const [place, { style }] of old!.sheets[0]!.cells ?? []) {
        expect(now!.sheets[0]!.cells?.get(place)?.style).toEqual(style);
      }
    }),
    { numRuns: 300 },
  );
}, 180_000);
