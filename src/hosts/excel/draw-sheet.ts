/// <reference types="office-js" />
import type { Cell } from '../../core/kernel/cell';
import { columnLetters } from '../../core/language/address';
import type { Formula, PlannedCell, SheetPlan } from '../../core/workbook';
import { cellsAddress } from './address';
import { NORMAL, styleOf } from './styles';
import { asText } from './text-cells';

/** A character of the standard font is 7 pixels wide, with 5 pixels around the text; Excel counts in points here. */
function points(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

/** Looks and widths of whole columns. */
export function drawColumns(sheet: Excel.Worksheet, { columns }: SheetPlan): void {
  const whole = (runs: readonly Run[]): string[] =>
    runs.map(({ from, to }) => `${columnLetters(from)}:${columnLetters(to - 1)}`);
  for (const [style, runs] of runsOf(columns.map((column) => styleOf(column.style)))) {
    areas(sheet, whole(runs)).style = style;
  }
  for (const [width, runs] of runsOf(columns.map((column) => column.width))) {
    areas(sheet, whole(runs)).format.columnWidth = points(width);
  }
  for (const address of whole(runsOf(columns.map(({ hidden }) => hidden === true)).get(true) ?? [])) {
    sheet.getRange(address).columnHidden = true;
  }
}

/** Everything above the data. Cells without a plan lose the style of their column. */
export function drawTop(sheet: Excel.Worksheet, { columns, top, merges, rowHeights }: SheetPlan): void {
  const width = Math.max(columns.length, ...top.map((row) => row.length));
  const blocks = new Map<string, string[]>();
  for (const [row, cells] of top.entries()) {
    const styles = cells.map((cell) => styleOf(typeof cell === 'object' && 'style' in cell ? cell.style : 'plain'));
    while (styles.length < width) styles.push(NORMAL);
    for (const [style, runs] of runsOf(styles)) {
      const own = runs.map(({ from, to }) => cellsAddress(row, from, 1, to - from));
      blocks.set(style, [...(blocks.get(style) ?? []), ...own]);
    }
  }
  for (const [style, addresses] of blocks) areas(sheet, addresses).style = style;
  sheet.getRangeByIndexes(0, 0, top.length, width).formulas = top.map((cells) => [
    ...cells.map(content),
    ...new Array<Cell>(width - cells.length).fill(''),
  ]);
  for (const { row, column, columns: across } of merges ?? []) sheet.getRangeByIndexes(row, column, 1, across).merge();
  const heights = top.map((_, row) => rowHeights?.get(row));
  for (const [height, runs] of runsOf(heights)) {
    const cells = runs.map(({ from, to }) => cellsAddress(from, 0, to - from, 1));
    if (height !== undefined) areas(sheet, cells).format.rowHeight = height;
  }
}

/** Neighbours, `to` not among them. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where each value stands. A request is mostly addresses, so what is alike is drawn at once. */
function runsOf<T>(values: readonly T[]): Map<T, Run[]> {
  const runs = new Map<T, Run[]>();
  for (const [at, value] of values.entries()) {
    const own = runs.get(value) ?? [];
    const last = own.at(-1);
    if (last?.to === at) own.splice(-1, 1, { ...last, to: at + 1 });
    else own.push({ from: at, to: at + 1 });
    runs.set(value, own);
  }
  return runs;
}

function areas(sheet: Excel.Worksheet, addresses: readonly string[]): Excel.Range | Excel.RangeAreas {
  const [only = '', ...more] = addresses;
  return more.length === 0 ? sheet.getRange(only) : sheet.getRanges(addresses.join());
}

function content(cell: PlannedCell): Cell {
  const inner: Cell | Formula = typeof cell === 'object' && 'style' in cell ? cell.cell : cell;
  return typeof inner === 'object' ? `=${inner.formula}` : asText(inner);
}
