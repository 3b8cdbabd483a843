import { changing, plainValue, valueTypeOf, type Desk } from '../desk';
import { area, cellCount, isUnbounded, type Area } from '../model/area';
import { valueAt } from '../model/calculate';
import { checkUnlocked, enterAll, typedAt, type Given } from '../model/change-cells';
import { formatIdAt, patchFormats } from '../model/grid';
import { invalidArgument, refusal } from '../model/refusal';
import { textAt } from '../model/shown';
import { isHiddenColumn, isHiddenRow, type Sheet } from '../model/sheet';
import { areaOf, checkFormats, type Block } from './block';
import type { Argument, Property } from './object-type';

/** Cells that one read may have, on every platform. */
const MAX_READ = 5_000_000;

type Reader = (desk: Desk, sheet: Sheet, row: number, column: number) => unknown;

/** A grid of answers for a block; null for whole rows and columns, which have too many cells. */
function readCells(desk: Desk, { sheet, ...rest }: Block, read: Reader): unknown {
  const of = areaOf({ sheet, ...rest });
  if (isUnbounded(of)) return null;
  if (cellCount(of) > MAX_READ) throw refusal('RangeExceedsLimit', `The range has ${cellCount(of)} cells.`);
  return rowsOf(of).map((row) => columnsOf(of).map((column) => read(desk, sheet, row, column)));
}

const span = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
export const rowsOf = (of: Area): number[] => span(of.row, of.rows);
export const columnsOf = (of: Area): number[] => span(of.column, of.columns);

export const cellReaders = {
  Values: (desk, sheet, row, column) => plainValue(valueAt(desk.book, sheet, row, column)),
  Formulas: (_desk, sheet, row, column) => typedAt(sheet, row, column),
  Text: (desk, sheet, row, column) => textAt(desk.book, sheet, row, column),
  ValueTypes: (desk, sheet, row, column) => valueTypeOf(valueAt(desk.book, sheet, row, column)),
  NumberFormat: (desk, sheet, row, column) => desk.book.formats.at(formatIdAt(sheet.grid, row, column)).numberFormat,
} as const satisfies Record<string, Reader>;

export const cellProperty = (name: keyof typeof cellReaders, since = '1.1'): Property<Block> => ({
  since,
  get: (self, desk) => readCells(desk, self, cellReaders[name]),
});

/** A grid of the block's size, or one value for all its cells. */
function gridOf(value: Argument, of: Area, what: string): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const lines = value as readonly unknown[];
  const [firstLine] = lines;
  if (lines.length === 1 && Array.isArray(firstLine) && firstLine.length === 1) {
    const [only] = firstLine as readonly unknown[];
    return () => only;
  }
  if (lines.length !== of.rows || lines.some((line) => !Array.isArray(line) || line.length !== of.columns))
    throw invalidArgument(`${what} of another size than ${of.rows} rows and ${of.columns} columns`);
  return (row, column) => (lines[row] as readonly unknown[])[column];
}

function givenCell(value: unknown, what: string): Given {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw invalidArgument(`${what} with a cell that is no text, number or logical value`);
}

/** Values and formulas: what an add-in sets goes in as if it were typed, only without data validation. */
export function setContents(self: Block, value: Argument, desk: Desk, what: string): void {
  const { sheet } = self;
  const of = areaOf(self);
  if (isUnbounded(of)) throw invalidArgument(`${what} of whole rows or columns`);
  const cells = gridOf(value, of, what);
  checkUnlocked(sheet, [of], what);
  changing(desk, sheet, of, () => enterAll(desk.book, sheet, of, (row, column) => givenCell(cells(row, column), what)));
}

export function setNumberFormats(self: Block, value: Argument, desk: Desk): void {
  const of = areaOf(self);
  const cells = gridOf(value, of, 'numberFormat');
  checkFormats(self);
  const format = (given: unknown): { numberFormat: string } | undefined => {
    if (given === null) return undefined;
    if (typeof given !== 'string' || given === '') throw invalidArgument('numberFormat');
    return { numberFormat: given };
  };
  const isOne = !Array.isArray(value) || (value as readonly unknown[]).length * of.columns === 1 || isUnbounded(of);
  if (isOne || sameEverywhere(cells, of)) {
    const patch = format(cells(0, 0));
    if (patch !== undefined) patchFormats(self.sheet.grid, of, patch);
  } else {
    for (const row of rowsOf(of))
      for (const column of columnsOf(of)) {
        const patch = format(cells(row - of.row, column - of.column));
        if (patch !== undefined) patchFormats(self.sheet.grid, area(row, column), patch);
      }
  }
  desk.events.raise('formatChanged', self.sheet, { type: 'WorksheetFormatChanged' });
}

function sameEverywhere(cells: (row: number, column: number) => unknown, of: Area): boolean {
  const first = cells(0, 0);
  for (let row = 0; row < of.rows; row += 1)
    for (let column = 0; column < of.columns; column += 1) if (cells(row, column) !== first) return false;
  return true;
}

/** Rows and columns of a block that can be seen. */
export function visibleParts({ sheet, areas }: Block): { rows: number[]; columns: number[] } {
  const of = areaOf({ sheet, areas });
  return {
    rows: rowsOf(of).filter((row) => !isHiddenRow(sheet, row)),
    columns: columnsOf(of).filter((column) => !isHiddenColumn(sheet, column)),
  };
}

/** The visible cells as blocks: runs of visible rows crossed with runs of visible columns. */
export function visibleAreas(self: Block): Area[] {
  return self.areas.flatMap((of) => {
    const { rows, columns } = visibleParts({ sheet: self.sheet, areas: [of] });
    return runs(rows).flatMap(([top, height]) => runs(columns).map(([left, width]) => area(top, left, height, width)));
  });
}

function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const next of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[0] + last[1] === next) last[1] += 1;
    else found.push([next, 1]);
  }
  return found;
}
