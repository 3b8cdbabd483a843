import type { Desk } from '../desk';
import type { XmlPart } from '../model/book';
import { invalidArgument, invalidOperation, itemNotFound } from '../model/refusal';
import { text } from './arguments';
import { nullObject, wire, type Argument, type ObjectType, type WireObject } from './object-type';

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

export const settingsType: ObjectType<null> = {
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

export const partsType: ObjectType<null> = {
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

export const storedTypes = [settingsType, settingType, partsType, scopedPartsType, partType];
