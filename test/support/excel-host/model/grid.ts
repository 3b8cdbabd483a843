import { between, type Area, isWholeColumns, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, wholeSheet } from './area';
import type { FormatBook, FormatPatch } from './format';

/** A formula as it stands in the cell, with `=` before it. */
export interface FormulaCell {
  readonly formula: string;
}

export type Content = string | number | boolean | FormulaCell | undefined;

/** One row: contents and own formats, both with holes. */
interface Line {
  cells: Content[];
  formats: (number | undefined)[];
}

/**
 * Contents and formats of a sheet. A whole column has one format, which its cells inherit, so that formatting it costs the
 * same for ten rows as for a million.
 */
export interface Grid {
  lines: (Line | undefined)[];
  readonly columnFormats: Map<number, number>;
  readonly rowFormats: Map<number, number>;
  readonly formats: FormatBook;
}

export function createGrid(formats: FormatBook): Grid {
  return { lines: [], columnFormats: new Map(), rowFormats: new Map(), formats };
}

export function contentAt(grid: Grid, row: number, column: number): Content {
  return grid.lines[row]?.cells[column];
}

function lineAt(grid: Grid, row: number): Line {
  return (grid.lines[row] ??= { cells: [], formats: [] });
}

export function putContent(grid: Grid, row: number, column: number, content: Content): void {
  if (content === undefined && grid.lines[row] === undefined) return;
  lineAt(grid, row).cells[column] = content;
}

function inheritedFormat(grid: Grid, row: number, column: number): number {
  return grid.rowFormats.get(row) ?? grid.columnFormats.get(column) ?? 0;
}

export function formatIdAt(grid: Grid, row: number, column: number): number {
  return grid.lines[row]?.formats[column] ?? inheritedFormat(grid, row, column);
}

export function putFormatId(grid: Grid, row: number, column: number, id: number | undefined): void {
  if (id === undefined && grid.lines[row] === undefined) return;
  lineAt(grid, row).formats[column] = id;
}

/** Rows of an area that hold anything, in order. */
export function* storedRows(grid: Grid, of: Area): Generator<[number, Line]> {
  const end = Math.min(lastRow(of), grid.lines.length - 1);
  for (let row = of.row; row <= end; row += 1) {
    const line = grid.lines[row];
    if (line !== undefined) yield [row, line];
  }
}

export function patchFormats(grid: Grid, of: Area, patch: FormatPatch): void {
  // Down to the last row: the column gets the format and the cells above, which are fewer, keep what they had.
  if (lastRow(of) === MAX_ROWS - 1 && of.rows > MAX_ROWS / 2) {
    if (!isWholeColumns(of)) pin(grid, between(0, of.column, of.row - 1, lastColumn(of)));
    patchColumns(grid, of, patch);
    return;
  }
  if (of.column === 0 && of.columns === MAX_COLUMNS) {
    for (let row = of.row; row <= lastRow(of); row += 1) patchRow(grid, row, patch);
    return;
  }
  for (let row = of.row; row <= lastRow(of); row += 1)
    for (let column = of.column; column <= lastColumn(of); column += 1)
      putFormatId(grid, row, column, grid.formats.patched(formatIdAt(grid, row, column), patch));
}

function pin(grid: Grid, of: Area): void {
  for (let row = of.row; row <= lastRow(of); row += 1)
    for (let column = of.column; column <= lastColumn(of); column += 1)
      putFormatId(grid, row, column, formatIdAt(grid, row, column));
}

function patchColumns(grid: Grid, of: Area, patch: FormatPatch): void {
  for (const row of grid.rowFormats.keys()) if (row >= of.row) pin(grid, between(row, of.column, row, lastColumn(of)));
  for (const [, { formats }] of storedRows(grid, of))
    for (let column = of.column; column <= Math.min(lastColumn(of), formats.length - 1); column += 1) {
      const id = formats[column];
      if (id !== undefined) formats[column] = grid.formats.patched(id, patch);
    }
  for (let column = of.column; column <= lastColumn(of); column += 1)
    grid.columnFormats.set(column, grid.formats.patched(grid.columnFormats.get(column) ?? 0, patch));
}

function patchRow(grid: Grid, row: number, patch: FormatPatch): void {
  if (!grid.rowFormats.has(row))
    for (const column of grid.columnFormats.keys()) pin(grid, between(row, column, row, column));
  const formats = grid.lines[row]?.formats;
  if (formats !== undefined)
    for (const [column, id] of formats.entries())
      if (id !== undefined) formats[column] = grid.formats.patched(id, patch);
  grid.rowFormats.set(row, grid.formats.patched(grid.rowFormats.get(row) ?? 0, patch));
}

/** Back to the plain look, as "clear formats" does. */
export function clearFormats(grid: Grid, of: Area): void {
  patchFormats(grid, of, grid.formats.at(0));
}

/** The different formats in an area. Cheap for a block of empty columns, one look at each stored row else. */
export function distinctFormats(grid: Grid, of: Area): Set<number> {
  const found = new Set<number>();
  let stored = 0;
  for (const [row] of storedRows(grid, of)) {
    stored += 1;
    for (let column = of.column; column <= lastColumn(of); column += 1) found.add(formatIdAt(grid, row, column));
  }
  for (const [row, id] of grid.rowFormats)
    if (row >= of.row && row <= lastRow(of) && grid.lines[row] === undefined) {
      stored += 1;
      found.add(id);
    }
  if (stored < of.rows)
    for (let column = of.column; column <= lastColumn(of); column += 1) found.add(grid.columnFormats.get(column) ?? 0);
  return found;
}

/** The block around all contents, and around own formats too where `valuesOnly` is not set. */
export function usedArea(grid: Grid, valuesOnly: boolean, within: Area = wholeSheet): Area | undefined {
  let [top, left, bottom, right] = [-1, MAX_COLUMNS, -1, -1];
  for (const [row, line] of storedRows(grid, within)) {
    const isUsed = (column: number): boolean =>
      line.cells[column] !== undefined || (!valuesOnly && hasOwnLook(grid, line, row, column));
    let first = within.column;
    let last = Math.min(lastColumn(within), Math.max(line.cells.length, line.formats.length) - 1);
    while (first <= last && !isUsed(first)) first += 1;
    while (last >= first && !isUsed(last)) last -= 1;
    if (first > last) continue;
    if (top < 0) top = row;
    bottom = row;
    if (first < left) left = first;
    if (last > right) right = last;
  }
  return bottom < 0 ? undefined : between(top, left, bottom, right);
}

function hasOwnLook(grid: Grid, line: Line, row: number, column: number): boolean {
  const own = line.formats[column];
  return own !== undefined && own !== inheritedFormat(grid, row, column);
}
