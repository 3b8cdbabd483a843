import type { Desk } from '../desk';
import { area, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from '../model/area';
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import { count, filled, optionalText } from './arguments';
import { areaOf, block } from './block';
import { nullObject, wire, type ObjectType, type WireObject } from './object-type';
import { blockArgument } from './range-moves';
import { rangeType } from './range';

/** What a protected sheet allows by default: nothing but selecting. */
const closed = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

function tell(desk: Desk, sheet: Sheet): void {
  desk.events.raise('protectionChanged', sheet, { isProtected: sheet.protection !== undefined });
}

export const protectionType: ObjectType<Sheet> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { since: '1.2', get: ({ protection }) => protection !== undefined },
    Options: { since: '1.2', get: ({ protection }) => protection?.options ?? null },
  },
  navigations: {},
  methods: {
    Protect: {
      since: '1.2',
      call: (sheet, [options, password], desk) => {
        if (sheet.protection !== undefined) throw invalidOperation(`the worksheet ${sheet.name} is protected already`);
        const given = options === undefined || options === null ? closed : filled(options, closed, 'options');
        sheet.protection = { options: given, password: optionalText(password, 'password') };
        tell(desk, sheet);
      },
    },
    Unprotect: {
      since: '1.2',
      call: (sheet, [password], desk) => {
        const wanted = sheet.protection?.password;
        if (wanted !== undefined && wanted !== '' && wanted !== password)
          throw accessDenied(`unprotect the worksheet ${sheet.name}: the password differs`);
        if (sheet.protection === undefined) return;
        sheet.protection = undefined;
        tell(desk, sheet);
      },
    },
  },
};

function frozen({ freeze }: Sheet): ReturnType<typeof area> | undefined {
  if (freeze === undefined) return undefined;
  const { rows, columns } = freeze;
  return area(0, 0, rows === 0 ? MAX_ROWS : rows, columns === 0 ? MAX_COLUMNS : columns);
}

const location = (sheet: Sheet): WireObject => {
  const of = frozen(sheet);
  return of === undefined ? nullObject : wire(rangeType, block(sheet, of));
};

export const freezePanesType: ObjectType<Sheet> = {
  name: 'WorksheetFreezePanes',
  properties: {},
  navigations: {},
  methods: {
    FreezeAt: {
      since: '1.7',
      call: (sheet, [range], { book }) => {
        const given = blockArgument(book, range, sheet, 'frozenRange');
        const of = areaOf(given);
        if (given.sheet !== sheet) throw invalidArgument('frozenRange of another worksheet');
        const [rows, columns] = [lastRow(of) + 1, lastColumn(of) + 1];
        sheet.freeze = { rows: rows === MAX_ROWS ? 0 : rows, columns: columns === MAX_COLUMNS ? 0 : columns };
      },
    },
    FreezeRows: {
      since: '1.7',
      call: (sheet, [rows]) => {
        sheet.freeze = { rows: rows === undefined || rows === null ? 1 : count(rows, 'count'), columns: 0 };
      },
    },
    FreezeColumns: {
      since: '1.7',
      call: (sheet, [columns]) => {
        sheet.freeze = { rows: 0, columns: columns === undefined || columns === null ? 1 : count(columns, 'count') };
      },
    },
    Unfreeze: {
      since: '1.7',
      call: (sheet) => {
        sheet.freeze = undefined;
      },
    },
    GetLocationOrNullObject: { since: '1.7', call: location },
    GetLocation: {
      since: '1.7',
      call: (sheet) => {
        const found = location(sheet);
        if (found === nullObject) throw itemNotFound('frozen panes');
        return found;
      },
    },
  },
};
