import { activate, addSheetOn, deleteSheet, renameSheet, setVisibility, type Desk } from '../desk';
import type { EventName } from '../events';
import { area, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, parseAreas, parseOneArea, splitSheet } from '../model/area';
import { findSheet } from '../model/book';
import { usedArea } from '../model/grid';
import { invalidArgument, itemNotFound } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import { choice, colour, count, flag, optionalFlag, optionalText, text } from './arguments';
import { autoFilterType } from './auto-filter';
import { block } from './block';
import { namesOfSheet } from './names';
import { nullObject, wire, type Argument, type Method, type ObjectType, type WireObject } from './object-type';
import { pageLayoutType } from './page-layout';
import { freezePanesType, protectionType } from './sheet-parts';
import { rangeAreasType, rangeType } from './range';
import { tablesOfSheet } from './table';

export const asSheet = (sheet: Sheet): WireObject => wire(worksheetType, sheet);

/** A pair of methods that the library calls when the first listener comes and the last one goes. */
function eventMethods<Self>(
  suffix: string,
  name: EventName,
  since: string,
  sheetOf: (self: Self) => Sheet | undefined,
): Record<string, Method<Self>> {
  return {
    [`_Register${suffix}`]: { since, call: (self, _args, desk) => desk.events.register(name, sheetOf(self)) },
    [`_Unregister${suffix}`]: { since, call: (self, _args, desk) => desk.events.unregister(name, sheetOf(self)) },
  };
}

function usedOr(sheet: Sheet, valuesOnly: Argument, orNull: boolean): WireObject {
  const of = usedArea(sheet.grid, optionalFlag(valuesOnly, 'valuesOnly'));
  if (of !== undefined) return wire(rangeType, block(sheet, of));
  return orNull ? nullObject : wire(rangeType, block(sheet, area(0, 0)));
}

function rangeOf(sheet: Sheet, address: Argument, desk: Desk): WireObject {
  if (address === undefined || address === null || address === '')
    return wire(rangeType, block(sheet, area(0, 0, MAX_ROWS, MAX_COLUMNS)));
  const given = text(address, 'address');
  const named = [...sheet.names, ...desk.book.names].find(({ name }) => name.toLowerCase() === given.toLowerCase());
  const { sheet: other } = splitSheet(named?.formula.replace(/^=/, '') ?? given);
  if (other !== undefined && other.toLowerCase() !== sheet.name.toLowerCase())
    throw invalidArgument(`the address ${given} of another worksheet`);
  return wire(rangeType, block(sheet, parseOneArea(named?.formula.replace(/^=/, '') ?? given)));
}

function byIndexes(sheet: Sheet, args: readonly Argument[]): WireObject {
  const [row = -1, column = -1, rows = 0, columns = 0] = args.map((value) => count(value, 'getRangeByIndexes'));
  const of = area(row, column, rows, columns);
  if (rows < 1 || columns < 1 || lastRow(of) >= MAX_ROWS || lastColumn(of) >= MAX_COLUMNS)
    throw invalidArgument('a range that reaches off the sheet');
  return wire(rangeType, block(sheet, of));
}

function moveTo({ book }: Desk, sheet: Sheet, position: number): void {
  if (position >= book.sheets.length) throw invalidArgument('position');
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(position, 0, sheet);
}

function nextTo({ book }: Desk, sheet: Sheet, way: 1 | -1, visibleOnly: Argument): Sheet | undefined {
  const wanted = book.sheets.filter(
    (other) => other === sheet || visibleOnly !== true || other.visibility === 'Visible',
  );
  return wanted[wanted.indexOf(sheet) + way];
}

const self = (sheet: Sheet): Sheet => sheet;

export const worksheetType: ObjectType<Sheet> = {
  name: 'Worksheet',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { since: '1.1', get: ({ id }) => id },
    Name: {
      since: '1.1',
      get: ({ name }) => name,
      set: (sheet, value, desk) => renameSheet(desk, sheet, text(value, 'name')),
    },
    Position: {
      since: '1.1',
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, value, desk) => moveTo(desk, sheet, count(value, 'position')),
    },
    Visibility: {
      since: '1.1',
      get: ({ visibility }) => visibility,
      set: (sheet, value, desk) =>
        setVisibility(desk, sheet, choice(value, ['Visible', 'Hidden', 'VeryHidden'], 'visibility')),
    },
    TabColor: {
      since: '1.7',
      get: ({ tabColour }) => tabColour,
      set: (sheet, value) => {
        sheet.tabColour = colour(value, 'tabColor');
      },
    },
    ShowGridlines: { since: '1.8', get: ({ gridlines }) => gridlines },
    ShowHeadings: { since: '1.8', get: ({ headings }) => headings },
    // The library sends these two under shorter names than it asks for.
    Gridlines: {
      since: '1.8',
      set: (sheet, value) => {
        sheet.gridlines = flag(value, 'showGridlines');
      },
    },
    Headings: {
      since: '1.8',
      set: (sheet, value) => {
        sheet.headings = flag(value, 'showHeadings');
      },
    },
    StandardHeight: { since: '1.7', get: () => 15 },
    EnableCalculation: {
      since: '1.9',
      get: ({ calculates }) => calculates,
      set: (sheet, value) => {
        sheet.calculates = flag(value, 'enableCalculation');
      },
    },
  },
  navigations: {
    AutoFilter: { since: '1.9', to: (sheet) => wire(autoFilterType, sheet) },
    FreezePanes: { since: '1.7', to: (sheet) => wire(freezePanesType, sheet) },
    Names: { since: '1.4', to: (sheet) => namesOfSheet(sheet) },
    PageLayout: { since: '1.9', to: (sheet) => wire(pageLayoutType, sheet) },
    Protection: { since: '1.2', to: (sheet) => wire(protectionType, sheet) },
    Tables: { since: '1.1', to: (sheet) => tablesOfSheet(sheet) },
  },
  methods: {
    Activate: { since: '1.1', call: (sheet, _args, desk) => activate(desk, sheet) },
    Calculate: { since: '1.6', call: () => undefined },
    Delete: { since: '1.1', call: (sheet, _args, desk) => deleteSheet(desk, sheet) },
    GetCell: {
      since: '1.1',
      call: (sheet, [row, column]) => wire(rangeType, block(sheet, area(count(row, 'row'), count(column, 'column')))),
    },
    GetRange: { since: '1.1', call: (sheet, [address], desk) => rangeOf(sheet, address, desk) },
    GetRangeByIndexes: { since: '1.7', call: (sheet, args) => byIndexes(sheet, args) },
    GetRanges: {
      since: '1.9',
      call: (sheet, [address]) =>
        wire(
          rangeAreasType,
          block(
            sheet,
            ...(address === undefined || address === null
              ? [area(0, 0, MAX_ROWS, MAX_COLUMNS)]
              : parseAreas(text(address, 'address'))),
          ),
        ),
    },
    GetUsedRange: { since: '1.1', call: (sheet, [valuesOnly]) => usedOr(sheet, valuesOnly, false) },
    GetUsedRangeOrNullObject: { since: '1.4', call: (sheet, [valuesOnly]) => usedOr(sheet, valuesOnly, true) },
    GetNext: { since: '1.5', call: (sheet, [visible], desk) => needed(nextTo(desk, sheet, 1, visible)) },
    GetPrevious: { since: '1.5', call: (sheet, [visible], desk) => needed(nextTo(desk, sheet, -1, visible)) },
    GetNextOrNullObject: { since: '1.5', call: (sheet, [visible], desk) => orNull(nextTo(desk, sheet, 1, visible)) },
    GetPreviousOrNullObject: {
      since: '1.5',
      call: (sheet, [visible], desk) => orNull(nextTo(desk, sheet, -1, visible)),
    },
    _GetSheetById: { since: '1.7', call: (_sheet, [id], { book }) => needed(findSheet(book, text(id, 'id'))) },
    ...eventMethods('DataChangedEvent', 'changed', '1.7', self),
    ...eventMethods('SelectionChangedEvent', 'selectionChanged', '1.7', self),
    ...eventMethods('ActivatedEvent', 'activated', '1.7', self),
    ...eventMethods('DeactivatedEvent', 'deactivated', '1.7', self),
    ...eventMethods('CalculatedEvent', 'calculated', '1.8', self),
    ...eventMethods('FormatChangedEvent', 'formatChanged', '1.9', self),
    ...eventMethods('RowSortedEvent', 'rowSorted', '1.10', self),
    ...eventMethods('RowHiddenChangedEvent', 'rowHiddenChanged', '1.11', self),
    ...eventMethods('ProtectionChangedEvent', 'protectionChanged', '1.14', self),
  },
};

const orNull = (sheet: Sheet | undefined): WireObject => (sheet === undefined ? nullObject : asSheet(sheet));

function needed(sheet: Sheet | undefined): WireObject {
  if (sheet === undefined) throw itemNotFound('a worksheet there');
  return asSheet(sheet);
}

const visibleSheets = ({ book }: Desk, visibleOnly: Argument): Sheet[] =>
  book.sheets.filter(({ visibility }) => visibleOnly !== true || visibility === 'Visible');

const none = (): undefined => undefined;

/** The collection has no state of its own. */
export const worksheetsType: ObjectType<null> = {
  name: 'WorksheetCollection',
  properties: {},
  navigations: {},
  items: (_self, { book }) => book.sheets.map(asSheet),
  item: (_self, key, { book }) => {
    const found = findSheet(book, text(key, 'key'));
    return found === undefined ? undefined : asSheet(found);
  },
  methods: {
    Add: { since: '1.1', call: (_self, [name], desk) => asSheet(addSheetOn(desk, optionalText(name, 'name'))) },
    GetActiveWorksheet: { since: '1.1', call: (_self, _args, { book }) => asSheet(book.active) },
    GetCount: { since: '1.4', call: (_self, [visible], desk) => visibleSheets(desk, visible).length },
    GetFirst: { since: '1.5', call: (_self, [visible], desk) => needed(visibleSheets(desk, visible)[0]) },
    GetLast: { since: '1.5', call: (_self, [visible], desk) => needed(visibleSheets(desk, visible).at(-1)) },
    GetItemOrNullObject: { since: '1.4', call: (_self, [key], { book }) => orNull(findSheet(book, text(key, 'key'))) },
    ...eventMethods('DataChangedEvent', 'changed', '1.9', none),
    ...eventMethods('SelectionChangedEvent', 'selectionChanged', '1.9', none),
    ...eventMethods('ActivatedEvent', 'activated', '1.7', none),
    ...eventMethods('DeactivatedEvent', 'deactivated', '1.7', none),
    ...eventMethods('AddedEvent', 'added', '1.7', none),
    ...eventMethods('DeletedEvent', 'deleted', '1.7', none),
    ...eventMethods('CalculatedEvent', 'calculated', '1.8', none),
    ...eventMethods('FormatChangedEvent', 'formatChanged', '1.9', none),
    ...eventMethods('RowSortedEvent', 'rowSorted', '1.10', none),
    ...eventMethods('RowHiddenChangedEvent', 'rowHiddenChanged', '1.11', none),
    ...eventMethods('ProtectionChangedEvent', 'protectionChanged', '1.14', none),
    // Later a part of ExcelApi 1.17; the library in use has it as it was before.
    ...eventMethods('EventNameChanged', 'nameChanged', 'ExcelApiOnline 1.1', none),
  },
};
