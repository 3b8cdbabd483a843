import { changing, select, shiftCells, type Desk, type Direction } from '../desk';
import {
  area,
  addressOf,
  cellCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  type Area,
} from '../model/area';
import { checkUnlocked, clearContents } from '../model/change-cells';
import { clearFormats, contentAt, formatIdAt, putContent, putFormatId, type Content } from '../model/grid';
import { accessDenied, apiNotFound, invalidArgument } from '../model/refusal';
import { moveFormula } from '../model/shift';
import { clearValidation } from '../model/rules';
import { valueAt } from '../model/calculate';
import { plainValue } from '../desk';
import { choice, optionalFlag } from './arguments';
import { areaOf, block, checkFormats, checkOpen, type Block } from './block';
import { clearRules } from './conditional';
import type { Argument } from './object-type';
import { blockArgument } from './range-moves';

const CLEAR = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'] as const;

export function clearRange(self: Block, given: Argument, desk: Desk): void {
  const what = given === undefined || given === null ? 'All' : choice(given, CLEAR, 'clear');
  const { sheet, areas } = self;
  if (what === 'All' || what === 'Contents') checkUnlocked(sheet, areas, 'clear');
  if (what === 'All' || what === 'Formats') checkFormats(self);
  for (const of of areas) {
    if (what === 'All' || what === 'Formats') {
      clearFormats(sheet.grid, of);
      clearRules(block(sheet, of));
    }
    if (what === 'All') clearValidation(sheet.validations, [of]);
    if (what === 'All' || what === 'Contents') changing(desk, sheet, of, () => clearContents(desk.book, sheet, of));
  }
}

/** Whole rows and whole columns only: the product moves nothing else. */
export function shiftRange(self: Block, given: Argument, desk: Desk, direction: Direction): void {
  const of = areaOf(self);
  const ways = direction === 'insert' ? (['Down', 'Right'] as const) : (['Up', 'Left'] as const);
  choice(given, ways, 'shift');
  const axis = isWholeRows(of) ? 'row' : isWholeColumns(of) ? 'column' : undefined;
  if (axis === undefined)
    throw apiNotFound(`Range.${direction} of a part of rows or columns, which this host does not know`);
  const option = `allow${direction === 'insert' ? 'Insert' : 'Delete'}${axis === 'row' ? 'Rows' : 'Columns'}`;
  const { sheet } = self;
  if (sheet.protection !== undefined && sheet.protection.options[option] !== true)
    throw accessDenied(`${direction} in the protected sheet ${sheet.name}`);
  if (direction === 'delete') checkUnlocked(sheet, [of], 'delete');
  shiftCells(desk, sheet, axis, of, direction);
}

export function selectRange(self: Block, desk: Desk): void {
  const mode = self.sheet.protection?.options['selectionMode'];
  if (mode === 'None') throw accessDenied(`select cells of the protected sheet ${self.sheet.name}`);
  if (mode === 'Unlocked') checkUnlocked(self.sheet, self.areas, 'select');
  select(desk, self.sheet, self.areas);
}

const COPY = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;

/** The source repeats where the target is a multiple of it; else the target has the size of the source. */
export function copyInto(self: Block, [from, type, skipBlanks, transpose]: readonly Argument[], desk: Desk): void {
  const source = blockArgument(desk.book, from, self.sheet, 'sourceRange');
  const what = type === undefined || type === null ? 'All' : choice(type, COPY, 'copyType');
  if (what === 'Link' || optionalFlag(transpose, 'transpose'))
    throw apiNotFound('Range.copyFrom as a link or transposed, which this host does not know');
  const [given, target] = [areaOf(source), copyTarget(areaOf(source), areaOf(self))];
  const skips = optionalFlag(skipBlanks, 'skipBlanks');
  if (what !== 'Formats') checkUnlocked(self.sheet, [target], 'copyFrom');
  if (what === 'All' || what === 'Formats') checkFormats(block(self.sheet, target));
  const copy = copiedCells(source, given, desk);
  const put = (): void => {
    for (let row = target.row; row <= lastRow(target); row += 1)
      for (let column = target.column; column <= lastColumn(target); column += 1) {
        const cell = copy[(row - target.row) % given.rows]?.[(column - target.column) % given.columns];
        if (cell === undefined || (skips && cell.content === undefined)) continue;
        const at = { row: row - cell.row, column: column - cell.column };
        if (what === 'All' || what === 'Formats') putFormatId(self.sheet.grid, row, column, cell.format);
        if (what === 'Values') putContent(self.sheet.grid, row, column, cell.value === '' ? undefined : cell.value);
        if (what === 'All' || what === 'Formulas') putContent(self.sheet.grid, row, column, moved(cell.content, at));
      }
  };
  if (what === 'Formats') put();
  else changing(desk, self.sheet, target, put);
}

const moved = (content: Content, by: { row: number; column: number }): Content =>
  typeof content === 'object' ? { formula: moveFormula(content.formula, by.row, by.column) } : content;

function copyTarget(given: Area, asked: Area): Area {
  const fits = asked.rows % given.rows === 0 && asked.columns % given.columns === 0;
  return fits ? asked : area(asked.row, asked.column, given.rows, given.columns);
}

interface CopiedCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  readonly value: string | number | boolean;
  readonly format: number;
}

function copiedCells({ sheet }: Block, given: Area, desk: Desk): CopiedCell[][] {
  if (cellCount(given) > 5_000_000) throw invalidArgument('a copy of whole rows or columns');
  const column = (row: number) => (_: unknown, index: number) => {
    const at = given.column + index;
    const value = plainValue(valueAt(desk.book, sheet, row, at));
    return { row, column: at, content: contentAt(sheet.grid, row, at), value, format: formatIdAt(sheet.grid, row, at) };
  };
  return Array.from({ length: given.rows }, (_, index) =>
    Array.from({ length: given.columns }, column(given.row + index)),
  );
}

/** Merging keeps the first cell's content only. */
export function mergeRange(self: Block, given: Argument, desk: Desk): void {
  const { sheet } = self;
  checkOpen(sheet, 'merge cells');
  const of = areaOf(self);
  if (sheet.tables.some((table) => intersection(table.area, of) !== undefined))
    throw invalidArgument('merge in a table');
  unmergeRange(self);
  const parts = optionalFlag(given, 'across')
    ? Array.from({ length: of.rows }, (_, row) => area(of.row + row, of.column, 1, of.columns))
    : [of];
  for (const part of parts) {
    const corner = contentAt(sheet.grid, part.row, part.column);
    clearContents(desk.book, sheet, part);
    putContent(sheet.grid, part.row, part.column, corner);
    if (cellCount(part) > 1) sheet.merges.push(part);
  }
}

export function unmergeRange({ sheet, areas }: Block): void {
  checkOpen(sheet, `unmerge ${areas.map(addressOf).join(',')}`);
  sheet.merges = sheet.merges.filter((merge) => !areas.some((of) => intersection(merge, of) !== undefined));
}
