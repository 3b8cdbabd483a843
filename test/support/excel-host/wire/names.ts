import type { Desk } from '../desk';
import { parseFormula } from '../formula/parse';
import { fullAddress, parseArea } from '../model/area';
import { formulaValue, targetOf } from '../model/calculate';
import { invalidArgument, itemNotFound, refusal } from '../model/refusal';
import type { DefinedName, Sheet } from '../model/sheet';
import { plainValue } from '../desk';
import { flag, optionalText, text } from './arguments';
import { areaOf, block } from './block';
import { nullObject, selfOf, wire, type Argument, type ObjectType, type WireObject } from './object-type';
import { rangeType } from './range';
import { asSheet } from './worksheet';

/** Names of the workbook, or of one sheet. */
interface Names {
  readonly list: DefinedName[];
  readonly sheet: Sheet | undefined;
}

interface Name extends Names {
  readonly item: DefinedName;
}

const absolute = (address: string): string => address.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function add({ list, sheet }: Names, [name, reference, comment]: readonly Argument[]): WireObject {
  const given = text(name, 'name');
  if (!/^[A-Za-z_\\][\w.\\]*$/.test(given) || parseArea(given) !== undefined || given.length > 255)
    throw invalidArgument(`the name ${given}`);
  if (list.some((item) => item.name.toLowerCase() === given.toLowerCase()))
    throw refusal('ItemAlreadyExists', `A name ${given} exists already.`);
  const range = selfOf(rangeType, reference);
  const formula =
    range === undefined
      ? text(reference, 'reference')
      : `=${fullAddress(range.sheet.name, areaOf(range)).replace(/![^!]*$/, absolute)}`;
  if (!formula.startsWith('=') || parseFormula(formula.slice(1)) === undefined) throw invalidArgument('reference');
  const item: DefinedName = { name: given, formula, comment: optionalText(comment, 'comment') ?? '', visible: true };
  list.push(item);
  return wire(nameType, { list, sheet, item });
}

function rangeOr({ item, sheet }: Name, { book }: Desk): WireObject {
  const own = sheet ?? book.active;
  const target = targetOf(book, item.formula, own);
  return target === undefined ? nullObject : wire(rangeType, block(target.sheet, target.area));
}

const nameType: ObjectType<Name> = {
  name: 'NamedItem',
  identity: ({ item }) => ({ _Id: item.name }),
  properties: {
    Name: { since: '1.1', get: ({ item }) => item.name },
    Formula: {
      since: '1.7',
      get: ({ item }) => item.formula,
      set: ({ item }, value) => {
        item.formula = text(value, 'formula');
      },
    },
    Comment: {
      since: '1.4',
      get: ({ item }) => item.comment,
      set: ({ item }, value) => {
        item.comment = text(value, 'comment');
      },
    },
    Scope: { since: '1.4', get: ({ sheet }) => (sheet === undefined ? 'Workbook' : 'Worksheet') },
    Type: { since: '1.1', get: (self, desk) => (rangeOr(self, desk) === nullObject ? 'String' : 'Range') },
    Value: {
      since: '1.1',
      get: (self, { book }) =>
        targetOf(book, self.item.formula, book.active) === undefined
          ? plainValue(formulaValue(book, self.sheet ?? book.active, self.item.formula, { row: 0, column: 0 }))
          : self.item.formula.slice(1),
    },
    Visible: {
      since: '1.1',
      get: ({ item }) => item.visible,
      set: ({ item }, value) => {
        item.visible = flag(value, 'visible');
      },
    },
    _Id: { since: '1.1', get: ({ item }) => item.name, onlyByName: true },
  },
  navigations: {
    WorksheetOrNullObject: { since: '1.4', to: ({ sheet }) => (sheet === undefined ? nullObject : asSheet(sheet)) },
  },
  methods: {
    Delete: {
      since: '1.4',
      call: ({ list, item }) => {
        list.splice(list.indexOf(item), 1);
      },
    },
    GetRange: {
      since: '1.1',
      call: (self, _args, desk) => {
        const found = rangeOr(self, desk);
        if (found === nullObject) throw itemNotFound(`the range of ${self.item.name}`);
        return found;
      },
    },
    GetRangeOrNullObject: { since: '1.4', call: (self, _args, desk) => rangeOr(self, desk) },
  },
};

function find(names: Names, key: Argument): WireObject | undefined {
  const wanted = text(key, 'name').toLowerCase();
  const item = names.list.find(({ name }) => name.toLowerCase() === wanted);
  return item === undefined ? undefined : wire(nameType, { ...names, item });
}

const namesType: ObjectType<Names> = {
  name: 'NamedItemCollection',
  properties: {},
  navigations: {},
  items: (names) => names.list.map((item) => wire(nameType, { ...names, item })),
  item: find,
  methods: {
    Add: { since: '1.4', call: add },
    GetCount: { since: '1.4', call: ({ list }) => list.length },
    GetItemOrNullObject: { since: '1.4', call: (names, [key]) => find(names, key) ?? nullObject },
  },
};

export const namesOfSheet = (sheet: Sheet): WireObject => wire(namesType, { list: sheet.names, sheet });
export const namesOfBook = ({ book }: Desk): WireObject => wire(namesType, { list: book.names, sheet: undefined });
export const nameTypes = [namesType, nameType];
