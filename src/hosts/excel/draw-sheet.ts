/// <reference types="office-js" />
import type { Cell } from '../../core/kernel/cell';
import { columnLetters } from '../../core/language/address';
import { looks, type Look } from '../../core/look';
import type { Formula, PlannedCell, SheetPlan, StyleName } from '../../core/workbook';
import { draw, wipe } from './draw';
import { asText } from './text-cells';

/** A character of the standard font is 7 pixels wide, with 5 pixels around the text; Excel counts in points here. */
function points(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

/** Looks and widths of whole columns. */
export function drawColumns(sheet: Excel.Worksheet, { columns }: SheetPlan): void {
  const whole = (from: number, to: number): Excel.Range =>
    sheet.getRange(`${columnLetters(from)}:${columnLetters(to - 1)}`);
  drawStyles(
    columns.map(({ style }) => style),
    whole,
  );
  for (const width of new Set(columns.map((column) => column.width))) {
    const alike = columns.flatMap((column, index) => (column.width === width ? [columnLetters(index)] : []));
    sheet.getRanges(alike.map((letters) => `${letters}:${letters}`).join()).format.columnWidth = points(width);
  }
  for (const [index, { hidden }] of columns.entries()) {
    if (hidden === true) whole(index, index + 1).columnHidden = true;
  }
}

/** Everything above the data. */
export function drawTop(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const width = Math.max(plan.columns.length, ...plan.top.map((row) => row.length));
  wipe(sheet.getRangeByIndexes(0, 0, plan.top.length, width));
  for (const { row, rows, styles } of alikeRows(plan.top)) {
    drawStyles(styles, (from, to) => sheet.getRangeByIndexes(row, from, rows, to - from));
  }
  for (const [row, cells] of plan.top.entries()) {
    if (cells.length > 0) sheet.getRangeByIndexes(row, 0, 1, cells.length).formulas = [cells.map(content)];
  }
  for (const { row, column, columns } of plan.merges ?? []) sheet.getRangeByIndexes(row, column, 1, columns).merge();
  for (const [row, height] of plan.rowHeights ?? []) {
    sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
  }
}

interface AlikeRows {
  readonly row: number;
  readonly rows: number;
  readonly styles: readonly StyleName[];
}

/** Rows below each other whose cells have the same styles are drawn as one. */
function alikeRows(top: SheetPlan['top']): AlikeRows[] {
  const groups: AlikeRows[] = [];
  for (const [row, cells] of top.entries()) {
    const styles = cells.map((cell) => (typeof cell === 'object' && 'style' in cell ? cell.style : 'plain'));
    const last = groups.at(-1);
    if (last?.styles.join() === styles.join()) groups.splice(-1, 1, { ...last, rows: last.rows + 1 });
    else groups.push({ row, rows: 1, styles });
  }
  return groups;
}

/** Draws styles side by side, what neighbours share only once: a request of formats is mostly addresses. */
function drawStyles(styles: readonly StyleName[], rangeOf: (from: number, to: number) => Excel.Range): void {
  for (let from = 0; from < styles.length;) {
    const base = lookAt(styles, from);
    let to = from + 1;
    while (to < styles.length && hasAllOf(lookAt(styles, to), base)) to += 1;
    draw(rangeOf(from, to), base);
    for (let start = from; start < to;) {
      let end = start + 1;
      while (end < to && styles[end] === styles[start]) end += 1;
      const own = beyond(lookAt(styles, start), base);
      if (Object.keys(own).length > 0) draw(rangeOf(start, end), own);
      start = end;
    }
    from = to;
  }
}

function lookAt(styles: readonly StyleName[], at: number): Look {
  return looks[styles[at] ?? 'plain'];
}

/** True where a look names everything that the base names, so that drawing it over the base leaves nothing behind. */
function hasAllOf(look: Look, base: Look): boolean {
  const sides = Object.keys(look.lines ?? {});
  return (
    Object.keys(base).every((key) => key in look) && Object.keys(base.lines ?? {}).every((side) => sides.includes(side))
  );
}

/** What a look names otherwise than its base. */
function beyond(look: Look, base: Look): Look {
  const said = Object.entries(look).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof Look]),
  );
  return Object.fromEntries(said);
}

function content(cell: PlannedCell): Cell {
  const inner: Cell | Formula = typeof cell === 'object' && 'style' in cell ? cell.cell : cell;
  return typeof inner === 'object' ? `=${inner.formula}` : asText(inner);
}
