import {
  area,
  bounding,
  contains,
  intersection,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAreas,
  splitSheet,
  type Area,
} from '../model/area';
import { sheetOf, type Book } from '../model/book';
import { contentAt, usedArea } from '../model/grid';
import { invalidArgument } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import { whole } from './arguments';
import { areaOf, block, type Block } from './block';
import { selfOf, type Argument } from './object-type';
import { rangeAreasType, rangeType } from './range';

/** How one range leads to another: every way that has no effect on cells. */
function checked(of: Area): Area {
  if (
    of.row < 0 ||
    of.column < 0 ||
    of.rows < 1 ||
    of.columns < 1 ||
    lastRow(of) >= MAX_ROWS ||
    lastColumn(of) >= MAX_COLUMNS
  )
    throw invalidArgument('a range that reaches off the sheet');
  return of;
}

export function blockArgument(book: Book, value: Argument, own: Sheet, what: string): Block {
  const given = selfOf(rangeType, value) ?? selfOf(rangeAreasType, value);
  if (given !== undefined) return given;
  if (typeof value !== 'string') throw invalidArgument(what);
  const { sheet } = splitSheet(value);
  return block(sheet === undefined ? own : sheetOf(book, sheet), ...parseAreas(value));
}

const onSheet = ({ sheet }: Block, of: Area): Block => block(sheet, checked(of));

type Move = (self: Block, args: readonly Argument[], book: Book) => Block;

export const moves = {
  getCell: (self, [row, column]) => {
    const of = areaOf(self);
    return onSheet(self, area(of.row + whole(row, 'row'), of.column + whole(column, 'column')));
  },
  getRow: (self, [row]) => {
    const of = areaOf(self);
    return onSheet(self, area(of.row + whole(row, 'row'), of.column, 1, of.columns));
  },
  getColumn: (self, [column]) => {
    const of = areaOf(self);
    return onSheet(self, area(of.row, of.column + whole(column, 'column'), of.rows, 1));
  },
  getLastRow: (self) => {
    const of = areaOf(self);
    return onSheet(self, area(lastRow(of), of.column, 1, of.columns));
  },
  getLastColumn: (self) => {
    const of = areaOf(self);
    return onSheet(self, area(of.row, lastColumn(of), of.rows, 1));
  },
  getLastCell: (self) => onSheet(self, area(lastRow(areaOf(self)), lastColumn(areaOf(self)))),
  getEntireRow: (self) => onSheet(self, area(areaOf(self).row, 0, areaOf(self).rows, MAX_COLUMNS)),
  getEntireColumn: (self) => onSheet(self, area(0, areaOf(self).column, MAX_ROWS, areaOf(self).columns)),
  getOffsetRange: (self, [rows, columns]) => {
    const of = areaOf(self);
    return onSheet(
      self,
      area(of.row + whole(rows, 'rowOffset'), of.column + whole(columns, 'columnOffset'), of.rows, of.columns),
    );
  },
  getResizedRange: (self, [rows, columns]) => {
    const of = areaOf(self);
    return onSheet(
      self,
      area(of.row, of.column, of.rows + whole(rows, 'deltaRows'), of.columns + whole(columns, 'deltaColumns')),
    );
  },
  getAbsoluteResizedRange: (self, [rows, columns]) => {
    const of = areaOf(self);
    return onSheet(self, area(of.row, of.column, whole(rows, 'numRows'), whole(columns, 'numColumns')));
  },
  getBoundingRect: (self, [other], book) => {
    const given = blockArgument(book, other, self.sheet, 'anotherRange');
    if (given.sheet !== self.sheet) throw invalidArgument('ranges of two worksheets');
    return onSheet(self, bounding(areaOf(self), areaOf(given)));
  },
  getRowsAbove: (self, [count]) => beside(self, -1, count, 'rows'),
  getRowsBelow: (self, [count]) => beside(self, 1, count, 'rows'),
  getColumnsBefore: (self, [count]) => beside(self, -1, count, 'columns'),
  getColumnsAfter: (self, [count]) => beside(self, 1, count, 'columns'),
  getSurroundingRegion: (self) => block(self.sheet, region(self.sheet, areaOf(self))),
} as const satisfies Record<string, Move>;

/** A negative count takes rows of the range itself. */
function beside(self: Block, way: 1 | -1, given: Argument, axis: 'rows' | 'columns'): Block {
  const of = areaOf(self);
  const count = given === undefined || given === null ? 1 : whole(given, 'count');
  if (count === 0) throw invalidArgument('count');
  const start = axis === 'rows' ? of.row : of.column;
  const size = axis === 'rows' ? of.rows : of.columns;
  const edge = way === 1 ? start + size : start;
  const first = (way === 1) === count > 0 ? edge : edge - Math.abs(count);
  return onSheet(
    self,
    axis === 'rows'
      ? area(first, of.column, Math.abs(count), of.columns)
      : area(of.row, first, of.rows, Math.abs(count)),
  );
}

/** The block of filled cells around a range, up to blank rows and columns. */
function region(sheet: Sheet, start: Area): Area {
  let found = start;
  const isFilled = (of: Area): boolean => {
    for (let row = Math.max(0, of.row); row <= lastRow(of); row += 1)
      for (let column = Math.max(0, of.column); column <= lastColumn(of); column += 1)
        if (!contains(found, row, column) && contentAt(sheet.grid, row, column) !== undefined) return true;
    return false;
  };
  const used = usedArea(sheet.grid, true);
  if (used === undefined) return found;
  for (let grown = true; grown;) {
    grown = false;
    const { row, column, rows, columns } = found;
    const sides = [
      area(row - 1, column - 1, 1, columns + 2),
      area(row + rows, column - 1, 1, columns + 2),
      area(row - 1, column - 1, rows + 2, 1),
      area(row - 1, column + columns, rows + 2, 1),
    ];
    for (const side of sides)
      if (isFilled(side)) {
        found = bounding(found, intersection(side, bounding(used, found)) ?? found);
        grown = true;
      }
  }
  return found;
}
