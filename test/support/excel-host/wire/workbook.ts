import type { Desk } from '../desk';
import { area } from '../model/area';
import { itemNotFound } from '../model/refusal';
import { choice, flag, text } from './arguments';
import { block } from './block';
import { stylesType } from './format';
import { namesOfBook } from './names';
import { nullObject, wire, type Argument, type ObjectType, type Property, type WireObject } from './object-type';
import { rangeAreasType, rangeType } from './range';
import { partsType, settingsType } from './stored-parts';
import { tablesOfBook } from './table';
import { worksheetsType } from './worksheet';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

const applicationType: ObjectType<null> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      since: '1.1',
      get: (_self, { book }) => book.calculationMode,
      set: (_self, value, { book }) => {
        book.calculationMode = choice(value, MODES, 'calculationMode');
      },
    },
    CalculationState: { since: '1.9', get: () => 'Done' },
    DecimalSeparator: { since: '1.11', get: () => '.' },
    ThousandsSeparator: { since: '1.11', get: () => ',' },
    UseSystemSeparators: { since: '1.11', get: () => true },
  },
  navigations: {},
  methods: {
    Calculate: {
      since: '1.1',
      call: (_self, [type]) => void choice(type, ['Recalculate', 'Full', 'FullRebuild'], 'calculationType'),
    },
    SuspendApiCalculationUntilNextSync: { since: '1.6', call: () => undefined },
    SuspendScreenUpdatingUntilNextSync: { since: '1.9', call: () => undefined },
  },
};

const runtimeType: ObjectType<null> = {
  name: 'Runtime',
  properties: {
    EnableEvents: {
      since: '1.8',
      get: (_self, { events }) => events.enabled,
      set: (_self, value, { events }) => {
        events.enabled = flag(value, 'enableEvents');
      },
    },
  },
  navigations: {},
  methods: {},
};

const documentProperty = (key: string, settable = true): Property<null> => ({
  since: '1.7',
  get: (_self, { book }) => book.properties[key] ?? '',
  ...(settable
    ? {
        set: (_self: null, value: Argument, { book }: Desk) => {
          book.properties[key] = text(value, key);
        },
      }
    : {}),
});

const propertiesType: ObjectType<null> = {
  name: 'DocumentProperties',
  properties: {
    Title: documentProperty('title'),
    Subject: documentProperty('subject'),
    Author: documentProperty('author'),
    Keywords: documentProperty('keywords'),
    Comments: documentProperty('comments'),
    Category: documentProperty('category'),
    Manager: documentProperty('manager'),
    Company: documentProperty('company'),
    LastAuthor: documentProperty('lastAuthor', false),
  },
  navigations: {},
  methods: {},
};

function eventRange({ told }: Desk, id: Argument): WireObject {
  const found = told.get(text(id, 'referenceId'));
  return found === undefined ? nullObject : wire(rangeType, block(found.sheet, found.area));
}

function selected({ book }: Desk): WireObject {
  const [first, more] = book.active.selection;
  // Excel has no single range to give for a selection of several.
  if (first === undefined || more !== undefined) throw itemNotFound('one selected range');
  return wire(rangeType, block(book.active, first));
}

export const workbookType: ObjectType<null> = {
  name: 'Workbook',
  properties: {
    Name: { since: '1.7', get: () => 'Book1.xlsx' },
    ReadOnly: { since: '1.8', get: () => false },
  },
  navigations: {
    Application: { since: '1.1', to: () => wire(applicationType, null) },
    CustomXmlParts: { since: '1.5', to: () => wire(partsType, null) },
    Names: { since: '1.1', to: (_self, desk) => namesOfBook(desk) },
    Properties: { since: '1.7', to: () => wire(propertiesType, null) },
    Settings: { since: '1.4', to: () => wire(settingsType, null) },
    Styles: { since: '1.7', to: () => wire(stylesType, null) },
    Tables: { since: '1.1', to: tablesOfBook },
    Worksheets: { since: '1.1', to: () => wire(worksheetsType, null) },
    _Runtime: { since: '1.5', to: () => wire(runtimeType, null) },
  },
  methods: {
    GetActiveCell: {
      since: '1.7',
      call: (_self, _args, { book }) => {
        const { row, column } = book.active.selection.at(-1) ?? area(0, 0);
        return wire(rangeType, block(book.active, area(row, column)));
      },
    },
    GetSelectedRange: { since: '1.1', call: (_self, _args, desk) => selected(desk) },
    GetSelectedRanges: {
      since: '1.9',
      call: (_self, _args, { book }) => wire(rangeAreasType, block(book.active, ...book.active.selection)),
    },
    _GetRangeForEventByReferenceId: {
      since: '1.1',
      call: (_self, [id], desk) => {
        const found = eventRange(desk, id);
        if (found === nullObject) throw itemNotFound('the range of the event');
        return found;
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: { since: '1.1', call: (_self, [id], desk) => eventRange(desk, id) },
    // The engine keeps the references itself; the call is known here so that the schema check sees it.
    _RemoveReference: { since: '1.1', call: () => undefined },
  },
};

export const workbookTypes = [workbookType, applicationType, runtimeType, propertiesType];
