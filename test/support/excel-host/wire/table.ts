import { changing, plainValue, type Desk } from '../desk';
import { area, intersection, lastRow, type Area } from '../model/area';
import { valueAt } from '../model/calculate';
import { enterAll, type Given } from '../model/change-cells';
import { contentAt } from '../model/grid';
import { invalidArgument, itemNotFound } from '../model/refusal';
import { shiftSheet } from '../model/shift';
import type { Sheet, Table } from '../model/sheet';
import { count, flag, optionalFlag, text } from './arguments';
import { areaOf, block, checkOpen } from './block';
import { nullObject, wire, type Argument, type ObjectType, type Property, type WireObject } from './object-type';
import { blockArgument } from './range-moves';
import { rangeType } from './range';
import { asSheet } from './worksheet';

interface SheetTable {
  readonly sheet: Sheet;
  readonly table: Table;
}

interface Column extends SheetTable {
  readonly index: number;
}

/** Tables of one sheet, or of all. */
type Tables = Sheet | null;

const bodyOf = ({ area: of, showHeaders, showTotals }: Table): Area =>
  area(of.row + (showHeaders ? 1 : 0), of.column, of.rows - (showHeaders ? 1 : 0) - (showTotals ? 1 : 0), of.columns);

const flagOf = (
  key: 'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn',
  since: string,
): Property<SheetTable> => ({
  since,
  get: ({ table }) => table[key],
  set: ({ table }, value) => {
    table[key] = flag(value, key);
  },
});

const range = (sheet: Sheet, of: Area): WireObject => wire(rangeType, block(sheet, of));

const columnRange = ({ sheet, table, index }: Column, of: Area): WireObject =>
  range(sheet, area(of.row, table.area.column + index, of.rows, 1));

const columnType: ObjectType<Column> = {
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: String(index + 1) }),
  properties: {
    Id: { since: '1.1', get: ({ index }) => index + 1 },
    Index: { since: '1.1', get: ({ index }) => index },
    Name: {
      since: '1.1',
      get: ({ sheet, table, index }, { book }) =>
        String(plainValue(valueAt(book, sheet, table.area.row, table.area.column + index))),
    },
  },
  navigations: {},
  methods: {
    GetRange: { since: '1.1', call: (self) => columnRange(self, self.table.area) },
    GetDataBodyRange: { since: '1.1', call: (self) => columnRange(self, bodyOf(self.table)) },
    GetHeaderRowRange: { since: '1.1', call: (self) => columnRange(self, { ...self.table.area, rows: 1 }) },
  },
};

const columnsOfTable = (self: SheetTable): Column[] =>
  Array.from({ length: self.table.area.columns }, (_, index) => ({ ...self, index }));

function findColumn(self: SheetTable, key: Argument, { book }: Desk): WireObject | undefined {
  const found = columnsOfTable(self).find(
    ({ sheet, table, index }) =>
      String(index + 1) === String(key) ||
      String(plainValue(valueAt(book, sheet, table.area.row, table.area.column + index))) === key,
  );
  return found === undefined ? undefined : wire(columnType, found);
}

const columnsType: ObjectType<SheetTable> = {
  name: 'TableColumnCollection',
  properties: { Count: { since: '1.1', get: ({ table }) => table.area.columns } },
  navigations: {},
  items: (self) => columnsOfTable(self).map((column) => wire(columnType, column)),
  item: findColumn,
  methods: {
    GetItemOrNullObject: { since: '1.4', call: (self, [key], desk) => findColumn(self, key, desk) ?? nullObject },
  },
};

function addRows({ sheet, table }: SheetTable, [index, values]: readonly Argument[], desk: Desk): void {
  checkOpen(sheet, 'table rows');
  const rows =
    Array.isArray(values) && Array.isArray(values[0])
      ? (values as unknown[][])
      : [Array.isArray(values) ? (values as unknown[]) : []];
  const body = bodyOf(table);
  const at =
    index === undefined || index === null || index === -1 ? lastRow(body) + 1 : body.row + count(index, 'index');
  if (rows.some((row) => row.length !== 0 && row.length !== table.area.columns))
    throw invalidArgument('values of another width than the table');
  shiftSheet(desk.book, sheet, { axis: 'row', at, count: rows.length });
  table.area = { ...table.area, rows: Math.max(table.area.rows, at + rows.length - table.area.row) };
  const of = area(at, table.area.column, rows.length, table.area.columns);
  changing(desk, sheet, of, () =>
    enterAll(desk.book, sheet, of, (row, column) => (rows[row]?.[column] ?? null) as Given),
  );
}

const rowsType: ObjectType<SheetTable> = {
  name: 'TableRowCollection',
  properties: { Count: { since: '1.1', get: ({ table }) => bodyOf(table).rows } },
  navigations: {},
  methods: {
    GetCount: { since: '1.4', call: ({ table }) => bodyOf(table).rows },
    Add: {
      since: '1.1',
      call: (self, args, desk) => {
        addRows(self, args, desk);
        return wire(rowsType, self);
      },
    },
  },
};

const tableType: ObjectType<SheetTable> = {
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id }),
  properties: {
    Id: { since: '1.1', get: ({ table }) => table.id },
    Name: {
      since: '1.1',
      get: ({ table }) => table.name,
      set: ({ table }, value) => {
        table.name = text(value, 'name');
      },
    },
    Style: {
      since: '1.1',
      get: ({ table }) => table.style,
      set: ({ table }, value) => {
        table.style = text(value, 'style');
      },
    },
    ShowHeaders: { since: '1.1', get: ({ table }) => table.showHeaders },
    ShowTotals: { since: '1.1', get: ({ table }) => table.showTotals },
    ShowBandedRows: flagOf('showBandedRows', '1.3'),
    ShowBandedColumns: flagOf('showBandedColumns', '1.3'),
    ShowFilterButton: flagOf('showFilterButton', '1.3'),
    HighlightFirstColumn: flagOf('highlightFirstColumn', '1.3'),
    HighlightLastColumn: flagOf('highlightLastColumn', '1.3'),
  },
  navigations: {
    Columns: { since: '1.1', to: (self) => wire(columnsType, self) },
    Rows: { since: '1.1', to: (self) => wire(rowsType, self) },
    Worksheet: { since: '1.2', to: ({ sheet }) => asSheet(sheet) },
  },
  methods: {
    GetRange: { since: '1.1', call: ({ sheet, table }) => range(sheet, table.area) },
    GetHeaderRowRange: { since: '1.1', call: ({ sheet, table }) => range(sheet, { ...table.area, rows: 1 }) },
    GetDataBodyRange: { since: '1.1', call: ({ sheet, table }) => range(sheet, bodyOf(table)) },
    ConvertToRange: {
      since: '1.2',
      call: ({ sheet, table }) => {
        checkOpen(sheet, 'table');
        sheet.tables.splice(sheet.tables.indexOf(table), 1);
        return range(sheet, table.area);
      },
    },
    Delete: {
      since: '1.1',
      call: ({ sheet, table }, _args, desk) => {
        checkOpen(sheet, 'table');
        sheet.tables.splice(sheet.tables.indexOf(table), 1);
        changing(desk, sheet, table.area, () => enterAll(desk.book, sheet, table.area, () => ''));
      },
    },
  },
};

function add(of: Tables, [address, hasHeaders]: readonly Argument[], desk: Desk): WireObject {
  const { book } = desk;
  const given = blockArgument(book, address, of ?? book.active, 'address');
  const { sheet } = given;
  checkOpen(sheet, 'table');
  let target = areaOf(given);
  if (sheet.tables.some((table) => intersection(table.area, target) !== undefined))
    throw invalidArgument('a table over a table');
  if (!optionalFlag(hasHeaders, 'hasHeaders')) {
    shiftSheet(book, sheet, { axis: 'row', at: target.row, count: 1 });
    target = { ...target, rows: target.rows + 1 };
  }
  // A table has at least one row under its headings, and every heading has a text of its own.
  if (target.rows === 1) target = { ...target, rows: 2 };
  for (let index = 0; index < target.columns; index += 1)
    if (contentAt(sheet.grid, target.row, target.column + index) === undefined)
      enterAll(book, sheet, area(target.row, target.column + index), () => `Column${index + 1}`);
  const id = book.nextId();
  const table: Table = {
    id: String(id),
    name: `Table${id}`,
    area: target,
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
  sheet.tables.push(table);
  return wire(tableType, { sheet, table });
}

const all = (of: Tables, { book }: Desk): SheetTable[] =>
  (of === null ? book.sheets : [of]).flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));

function find(of: Tables, key: Argument, desk: Desk): WireObject | undefined {
  const wanted = String(key).toLowerCase();
  const found = all(of, desk).find(({ table }) => table.id === wanted || table.name.toLowerCase() === wanted);
  return found === undefined ? undefined : wire(tableType, found);
}

const tablesType: ObjectType<Tables> = {
  name: 'TableCollection',
  properties: { Count: { since: '1.1', get: (of, desk) => all(of, desk).length } },
  navigations: {},
  items: (of, desk) => all(of, desk).map((found) => wire(tableType, found)),
  item: find,
  methods: {
    Add: { since: '1.1', call: add },
    GetCount: { since: '1.4', call: (of, _args, desk) => all(of, desk).length },
    GetItemAt: {
      since: '1.1',
      call: (of, [index], desk) => {
        const found = all(of, desk)[count(index, 'index')];
        if (found === undefined) throw itemNotFound(`the table ${String(index)}`);
        return wire(tableType, found);
      },
    },
    GetItemOrNullObject: { since: '1.4', call: (of, [key], desk) => find(of, key, desk) ?? nullObject },
  },
};

export const tablesOfSheet = (sheet: Sheet): WireObject => wire(tablesType, sheet);
export const tablesOfBook = (): WireObject => wire(tablesType, null);
export const tableTypes = [tablesType, tableType, columnsType, columnType, rowsType];
