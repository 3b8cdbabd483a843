import type { Desk } from '../desk';
import type { XmlPart } from '../model/book';
import { area } from '../model/area';
import { invalidArgument, invalidOperation, itemNotFound } from '../model/refusal';
import { choice, flag, text } from './arguments';
import { block } from './block';
import { namesOfBook } from './names';
import { nullObject, wire, type Argument, type ObjectType, type Property, type WireObject } from './object-type';
import { rangeAreasType, rangeType } from './range';
import { tablesOfBook } from './table';
import { worksheetsType } from './worksheet';

const settingType: ObjectType<string> = {
  name: 'Setting',
  identity: (key) => ({ _Id: key }),
  properties: {
    Key: { since: '1.4', get: (key) => key },
    Value: {
      since: '1.4',
      get: (key, { book }) => book.settings.get(key) ?? null,
      set: (key, value, { book }) => book.settings.set(key, value),
    },
    _Id: { since: '1.4', get: (key) => key, onlyByName: true },
  },
  navigations: {},
  methods: { Delete: { since: '1.4', call: (key, _args, { book }) => void book.settings.delete(key) } },
};

const findSetting = (key: Argument, { book }: Desk): WireObject | undefined =>
  book.settings.has(text(key, 'key')) ? wire(settingType, text(key, 'key')) : undefined;

const settingsType: ObjectType<null> = {
  name: 'SettingCollection',
  properties: {},
  navigations: {},
  items: (_self, { book }) => [...book.settings.keys()].map((key) => wire(settingType, key)),
  item: (_self, key, desk) => findSetting(key, desk),
  methods: {
    Add: {
      since: '1.4',
      call: (_self, [key, value], { book }) => {
        book.settings.set(text(key, 'key'), value);
        return wire(settingType, text(key, 'key'));
      },
    },
    GetCount: { since: '1.4', call: (_self, _args, { book }) => book.settings.size },
    GetItemOrNullObject: { since: '1.4', call: (_self, [key], desk) => findSetting(key, desk) ?? nullObject },
  },
};

function namespaceOf({ xml }: XmlPart): string {
  return /<[^!?][^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '';
}

function checkedXml(value: Argument): string {
  const xml = text(value, 'xml');
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<[\w:.-]+[^]*>\s*$/.test(xml)) throw invalidArgument('xml');
  return xml;
}

const partType: ObjectType<XmlPart> = {
  name: 'CustomXmlPart',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { since: '1.5', get: ({ id }) => id },
    NamespaceUri: { since: '1.5', get: namespaceOf },
  },
  navigations: {},
  methods: {
    GetXml: { since: '1.5', call: ({ xml }) => xml },
    SetXml: {
      since: '1.5',
      call: (part, [xml]) => {
        part.xml = checkedXml(xml);
      },
    },
    Delete: {
      since: '1.5',
      call: (part, _args, { book }) => {
        const at = book.xmlParts.indexOf(part);
        if (at < 0) throw itemNotFound('the custom XML part');
        book.xmlParts.splice(at, 1);
      },
    },
  },
};

const findPart = (parts: readonly XmlPart[], id: Argument): WireObject | undefined => {
  const found = parts.find((part) => part.id === id);
  return found === undefined ? undefined : wire(partType, found);
};

const inNamespace = (uri: string, { book }: Desk): XmlPart[] =>
  book.xmlParts.filter((part) => namespaceOf(part) === uri);

const scopedPartsType: ObjectType<string> = {
  name: 'CustomXmlPartScopedCollection',
  properties: {},
  navigations: {},
  items: (uri, desk) => inNamespace(uri, desk).map((part) => wire(partType, part)),
  item: (uri, id, desk) => findPart(inNamespace(uri, desk), id),
  methods: {
    GetCount: { since: '1.5', call: (uri, _args, desk) => inNamespace(uri, desk).length },
    GetItemOrNullObject: {
      since: '1.5',
      call: (uri, [id], desk) => findPart(inNamespace(uri, desk), id) ?? nullObject,
    },
    GetOnlyItem: {
      since: '1.5',
      call: (uri, _args, desk) => {
        const [part, more] = inNamespace(uri, desk);
        if (part === undefined || more !== undefined) throw invalidOperation('not exactly one custom XML part');
        return wire(partType, part);
      },
    },
    GetOnlyItemOrNullObject: {
      since: '1.5',
      call: (uri, _args, desk) => {
        const [part, more] = inNamespace(uri, desk);
        return part === undefined || more !== undefined ? nullObject : wire(partType, part);
      },
    },
  },
};

const partsType: ObjectType<null> = {
  name: 'CustomXmlPartCollection',
  properties: {},
  navigations: {},
  items: (_self, { book }) => book.xmlParts.map((part) => wire(partType, part)),
  item: (_self, id, { book }) => findPart(book.xmlParts, id),
  methods: {
    Add: {
      since: '1.5',
      call: (_self, [xml], { book }) => {
        const part: XmlPart = {
          id: `{${String(book.nextId()).padStart(8, '0')}-0000-0000-0000-000000000000}`,
          xml: checkedXml(xml),
        };
        book.xmlParts.push(part);
        return wire(partType, part);
      },
    },
    GetByNamespace: { since: '1.5', call: (_self, [uri]) => wire(scopedPartsType, text(uri, 'namespaceUri')) },
    GetCount: { since: '1.5', call: (_self, _args, { book }) => book.xmlParts.length },
    GetItemOrNullObject: { since: '1.5', call: (_self, [id], { book }) => findPart(book.xmlParts, id) ?? nullObject },
  },
};

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

export const workbookTypes = [
  workbookType,
  settingsType,
  settingType,
  partsType,
  scopedPartsType,
  partType,
  applicationType,
  runtimeType,
  propertiesType,
];
