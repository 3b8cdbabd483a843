import type { Desk } from '../desk';
import { addressOf, cellCount, columnName, isWholeColumns, isWholeRows, type Area } from '../model/area';
import { usedArea } from '../model/grid';
import { isDateFormat } from '../model/number-format';
import { invalidArgument, itemNotFound } from '../model/refusal';
import { choice, count } from './arguments';
import { areaOf, block, blockAddress, cellsOf, overlap, type Block } from './block';
import { conditionalsType } from './conditional';
import { formatType, rangeStyle } from './format';
import { nullObject, wire, type Argument, type Method, type ObjectType, type WireObject } from './object-type';
import { cellProperty, setContents, setNumberFormats, visibleAreas } from './range-cells';
import { clearRange, copyInto, mergeRange, selectRange, shiftRange, unmergeRange } from './range-edits';
import { blockArgument, moves } from './range-moves';
import { columnProperties, hidden, hiddenIn, rowProperties } from './range-strips';
import { visibleViewType } from './range-view';
import { sortType } from './sort';
import { validationType } from './validation';
import { worksheetType } from './worksheet';

const asRange = (self: Block): WireObject => wire(rangeType, self);

function intersect(self: Block, other: Argument, desk: Desk): Area[] {
  return overlap(self, blockArgument(desk.book, other, self.sheet, 'anotherRange'));
}

function intersectionOr(self: Block, other: Argument, desk: Desk, orNull: boolean): WireObject {
  const found = intersect(self, other, desk);
  if (found.length > 0) return wire(self.areas.length === 1 ? rangeType : rangeAreasType, block(self.sheet, ...found));
  if (orNull) return nullObject;
  throw itemNotFound('the intersection');
}

function usedOr(self: Block, valuesOnly: Argument, orNull: boolean): WireObject {
  const of = usedArea(self.sheet.grid, valuesOnly === true, areaOf(self));
  if (of !== undefined) return asRange(block(self.sheet, of));
  if (orNull) return nullObject;
  // The range without contents is its first cell.
  return asRange(block(self.sheet, { ...areaOf(self), rows: 1, columns: 1 }));
}

const SPECIAL = ['Visible', 'Blanks', 'Constants', 'Formulas', 'ConditionalFormats', 'DataValidations'] as const;

function specialOr(self: Block, kind: Argument, orNull: boolean): WireObject {
  if (choice(kind, SPECIAL, 'cellType') !== 'Visible')
    throw invalidArgument(`special cells ${String(kind)}, which this host does not know`);
  const found = visibleAreas(self);
  if (found.length > 0) return wire(rangeAreasType, block(self.sheet, ...found));
  if (orNull) return nullObject;
  throw itemNotFound('visible cells');
}

const move = (name: keyof typeof moves, since = '1.1'): Method<Block> => ({
  since,
  call: (self, args, desk) => asRange(moves[name](self, args, desk.book)),
});

/** The library cuts big writes in slices and asks first whether the whole fits. */
function validateArraySize(self: Block, [rows, columns]: readonly Argument[]): void {
  const of = areaOf(self);
  if (count(rows, 'rows') !== of.rows || count(columns, 'columns') !== of.columns)
    throw invalidArgument(`values of another size than ${addressOf(of)}`);
}

const formatOf = (self: Block): WireObject => wire(formatType, self);
const worksheetOf = ({ sheet }: Block): WireObject => wire(worksheetType, sheet);
const conditionalsOf = (self: Block): WireObject => wire(conditionalsType, self);
const validationOf = (self: Block): WireObject => wire(validationType, self);

export const rangeType: ObjectType<Block> = {
  name: 'Range',
  properties: {
    Address: { since: '1.1', get: blockAddress },
    AddressLocal: { since: '1.1', get: blockAddress },
    CellCount: { since: '1.1', get: (self) => (cellsOf(self) > 2 ** 31 - 1 ? -1 : cellsOf(self)) },
    RowIndex: { since: '1.1', get: (self) => areaOf(self).row },
    ColumnIndex: { since: '1.1', get: (self) => areaOf(self).column },
    RowCount: { since: '1.1', get: (self) => areaOf(self).rows },
    ColumnCount: { since: '1.1', get: (self) => areaOf(self).columns },
    IsEntireColumn: { since: '1.7', get: (self) => isWholeColumns(areaOf(self)), answer: 'isEntireColumn' },
    IsEntireRow: { since: '1.7', get: (self) => isWholeRows(areaOf(self)), answer: 'isEntireRow' },
    RowHidden: hidden('rows'),
    ColumnHidden: hidden('columns'),
    Hidden: { since: '1.2', get: (self) => hiddenIn(self, 'rows') === true || hiddenIn(self, 'columns') === true },
    Text: cellProperty('Text'),
    ValueTypes: cellProperty('ValueTypes'),
    Values: { ...cellProperty('Values'), set: (self, value, desk) => setContents(self, value, desk, 'values') },
    Formulas: { ...cellProperty('Formulas'), set: (self, value, desk) => setContents(self, value, desk, 'formulas') },
    FormulasLocal: {
      ...cellProperty('Formulas'),
      set: (self, value, desk) => setContents(self, value, desk, 'formulasLocal'),
    },
    NumberFormat: { ...cellProperty('NumberFormat'), set: setNumberFormats },
    Style: rangeStyle('1.7'),
    NumberFormatCategories: {
      since: '1.12',
      get: (self, desk) => {
        const formats = cellProperty('NumberFormat').get?.(self, desk);
        return Array.isArray(formats) ? formats.map((row: string[]) => row.map(categoryOf)) : null;
      },
    },
    _ReferenceId: { since: '1.1', get: () => '', onlyByName: true },
  },
  navigations: {
    Format: { since: '1.1', to: formatOf },
    Worksheet: { since: '1.1', to: worksheetOf },
    ConditionalFormats: { since: '1.6', to: conditionalsOf },
    DataValidation: { since: '1.8', to: validationOf },
    Sort: { since: '1.2', to: (self) => wire(sortType, self) },
  },
  methods: {
    GetCell: move('getCell'),
    GetRow: move('getRow'),
    GetColumn: move('getColumn'),
    GetLastRow: move('getLastRow'),
    GetLastColumn: move('getLastColumn'),
    GetLastCell: move('getLastCell'),
    GetEntireRow: move('getEntireRow'),
    GetEntireColumn: move('getEntireColumn'),
    GetOffsetRange: move('getOffsetRange'),
    GetResizedRange: move('getResizedRange', '1.3'),
    GetAbsoluteResizedRange: move('getAbsoluteResizedRange', '1.7'),
    GetBoundingRect: move('getBoundingRect'),
    GetRowsAbove: move('getRowsAbove', '1.3'),
    GetRowsBelow: move('getRowsBelow', '1.3'),
    GetColumnsBefore: move('getColumnsBefore', '1.3'),
    GetColumnsAfter: move('getColumnsAfter', '1.3'),
    GetSurroundingRegion: move('getSurroundingRegion', '1.7'),
    GetIntersection: { since: '1.1', call: (self, [other], desk) => intersectionOr(self, other, desk, false) },
    GetIntersectionOrNullObject: {
      since: '1.4',
      call: (self, [other], desk) => intersectionOr(self, other, desk, true),
    },
    GetUsedRange: { since: '1.1', call: (self, [valuesOnly]) => usedOr(self, valuesOnly, false) },
    GetUsedRangeOrNullObject: { since: '1.4', call: (self, [valuesOnly]) => usedOr(self, valuesOnly, true) },
    GetVisibleView: { since: '1.3', call: (self) => wire(visibleViewType, self) },
    GetSpecialCells: { since: '1.9', call: (self, [kind]) => specialOr(self, kind, false) },
    GetSpecialCellsOrNullObject: { since: '1.9', call: (self, [kind]) => specialOr(self, kind, true) },
    GetRowProperties: { since: '1.9', call: (self, [asked]) => rowProperties(self, asked) },
    GetColumnProperties: { since: '1.9', call: (self, [asked]) => columnProperties(self, asked) },
    GetMergedAreasOrNullObject: { since: '1.13', call: mergedAreas },
    Select: { since: '1.1', call: (self, _args, desk) => selectRange(self, desk) },
    Clear: { since: '1.1', call: (self, [what], desk) => clearRange(self, what, desk) },
    Calculate: { since: '1.6', call: () => undefined },
    CopyFrom: { since: '1.9', call: (self, args, desk) => copyInto(self, args, desk) },
    Insert: {
      since: '1.1',
      call: (self, [shift], desk) => {
        const inserted = block(self.sheet, areaOf(self));
        shiftRange(self, shift, desk, 'insert');
        return asRange(inserted);
      },
    },
    Delete: { since: '1.1', call: (self, [shift], desk) => shiftRange(self, shift, desk, 'delete') },
    Merge: { since: '1.2', call: (self, [across], desk) => mergeRange(self, across, desk) },
    Unmerge: { since: '1.2', call: (self) => unmergeRange(self) },
    _KeepReference: { since: '1.1', call: () => undefined },
    _ValidateArraySize: { since: '1.3', call: (self, args) => validateArraySize(self, args) },
  },
};

function mergedAreas(self: Block): WireObject {
  const found = overlap(self, block(self.sheet, ...self.sheet.merges));
  return found.length === 0 ? nullObject : wire(rangeAreasType, block(self.sheet, ...found));
}

function categoryOf(format: string): string {
  if (format === 'General' || format === '@') return format === '@' ? 'Text' : 'General';
  return isDateFormat(format)
    ? 'Date'
    : format.includes('%')
      ? 'Percentage'
      : /^[#,0.]+$/.test(format)
        ? 'Number'
        : 'Custom';
}

/** Areas whose whole-sheet selection would hang Excel are answered as they are: this host keeps them as blocks. */
const areasType: ObjectType<Block> = {
  name: 'RangeCollection',
  properties: {},
  navigations: {},
  items: ({ sheet, areas }) => areas.map((of) => asRange(block(sheet, of))),
  methods: {
    GetCount: { since: '1.9', call: ({ areas }) => areas.length },
    GetItemAt: {
      since: '1.9',
      call: ({ sheet, areas }, [index]) => {
        const of = areas[count(index, 'index')];
        if (of === undefined) throw itemNotFound(`the area ${String(index)}`);
        return asRange(block(sheet, of));
      },
    },
  },
};

export const rangeAreasType: ObjectType<Block> = {
  name: 'RangeAreas',
  properties: {
    Address: { since: '1.9', get: blockAddress },
    AddressLocal: { since: '1.9', get: blockAddress },
    AreaCount: { since: '1.9', get: ({ areas }) => areas.length },
    CellCount: { since: '1.9', get: ({ areas }) => areas.reduce((sum, of) => sum + cellCount(of), 0) },
    IsEntireColumn: { since: '1.9', get: ({ areas }) => areas.every(isWholeColumns) },
    IsEntireRow: { since: '1.9', get: ({ areas }) => areas.every(isWholeRows) },
    Style: rangeStyle('1.9'),
    _ReferenceId: { since: '1.9', get: () => '', onlyByName: true },
  },
  navigations: {
    Areas: { since: '1.9', to: (self) => wire(areasType, self) },
    Format: { since: '1.9', to: formatOf },
    Worksheet: { since: '1.9', to: worksheetOf },
    ConditionalFormats: { since: '1.9', to: conditionalsOf },
    DataValidation: { since: '1.9', to: validationOf },
  },
  methods: {
    Clear: { since: '1.9', call: (self, [what], desk) => clearRange(self, what, desk) },
    Calculate: { since: '1.9', call: () => undefined },
    GetEntireRow: { since: '1.9', call: (self) => wire(rangeAreasType, entire(self, 'getEntireRow')) },
    GetEntireColumn: { since: '1.9', call: (self) => wire(rangeAreasType, entire(self, 'getEntireColumn')) },
    GetIntersection: { since: '1.9', call: (self, [other], desk) => intersectionOr(self, other, desk, false) },
    GetIntersectionOrNullObject: {
      since: '1.9',
      call: (self, [other], desk) => intersectionOr(self, other, desk, true),
    },
    GetUsedRangeAreasOrNullObject: { since: '1.9', call: (self, [valuesOnly]) => usedAreas(self, valuesOnly) },
    GetSpecialCellsOrNullObject: { since: '1.9', call: (self, [kind]) => specialOr(self, kind, true) },
    _KeepReference: { since: '1.9', call: () => undefined },
  },
};

function entire(self: Block, way: 'getEntireRow' | 'getEntireColumn'): Block {
  const found = self.areas.flatMap((of) => moves[way](block(self.sheet, of)).areas);
  return block(self.sheet, ...new Map(found.map((of) => [columnName(of.column) + addressOf(of), of])).values());
}

function usedAreas(self: Block, valuesOnly: Argument): WireObject {
  const found = self.areas.flatMap((of) => usedArea(self.sheet.grid, valuesOnly === true, of) ?? []);
  return found.length === 0 ? nullObject : wire(rangeAreasType, block(self.sheet, ...found));
}

export const rangeTypes = [rangeType, rangeAreasType, areasType];
