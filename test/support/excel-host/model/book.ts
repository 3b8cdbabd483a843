import { createFormatBook, NORMAL_STYLE, type FormatBook } from './format';
import type { DateOrder } from './input';
import { invalidArgument, invalidOperation, itemNotFound, refusal } from './refusal';
import { createSheet, type DefinedName, type Sheet } from './sheet';

/** A named style; the one cell of its sheet holds the looks. */
export interface NamedStyle {
  readonly name: string;
  readonly sheet: Sheet;
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** The workbook's state. `change` counts every edit, so that results of formulas are kept until the next one. */
export interface Book {
  readonly sheets: Sheet[];
  active: Sheet;
  readonly names: DefinedName[];
  readonly styles: NamedStyle[];
  readonly settings: Map<string, unknown>;
  readonly xmlParts: XmlPart[];
  readonly properties: Record<string, string>;
  readonly formats: FormatBook;
  readonly dateOrder: DateOrder;
  readonly thisYear: number;
  calculationMode: string;
  changes: number;
  readonly nextId: () => number;
}

export interface BookOptions {
  readonly sheets: readonly string[];
  readonly dateOrder: DateOrder;
  readonly thisYear: number;
}

export function createBook({ sheets, dateOrder, thisYear }: BookOptions): Book {
  let id = 0;
  const nextId = (): number => (id += 1);
  const formats = createFormatBook();
  const all = sheets.map((name) => createSheet(sheetId(nextId()), name, formats));
  const [active] = all;
  if (active === undefined) throw new Error('A workbook has at least one sheet.');
  return {
    sheets: all,
    active,
    names: [],
    styles: [{ name: NORMAL_STYLE, sheet: createSheet('', NORMAL_STYLE, formats) }],
    settings: new Map(),
    xmlParts: [],
    properties: {},
    formats,
    dateOrder,
    thisYear,
    calculationMode: 'Automatic',
    changes: 0,
    nextId,
  };
}

const sheetId = (number: number): string => `{00000000-0001-0000-${String(number).padStart(4, '0')}-000000000000}`;

export function findSheet(book: Book, key: string): Sheet | undefined {
  const lower = key.toLowerCase();
  return book.sheets.find(({ id, name }) => id === key || name.toLowerCase() === lower);
}

export function sheetOf(book: Book, key: string): Sheet {
  const found = findSheet(book, key);
  if (found === undefined) throw itemNotFound(`the worksheet ${key}`);
  return found;
}

/** Refuses names that Excel refuses; `own` may keep its name in another case. */
export function checkSheetName(book: Book, name: string, own?: Sheet): void {
  if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || /^history$/i.test(name))
    throw invalidArgument(`the sheet name ${name}`);
  const taken = book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (taken !== undefined && taken !== own)
    throw refusal('ItemAlreadyExists', `A resource with the same name or identifier already exists: ${name}.`);
}

export function addSheet(book: Book, name?: string): Sheet {
  let free = book.sheets.length;
  while (name === undefined && findSheet(book, `Sheet${free}`) !== undefined) free += 1;
  const own = name ?? `Sheet${free}`;
  checkSheetName(book, own);
  const sheet = createSheet(sheetId(book.nextId()), own, book.formats);
  book.sheets.push(sheet);
  book.changes += 1;
  return sheet;
}

const visible = (book: Book): Sheet[] => book.sheets.filter(({ visibility }) => visibility === 'Visible');

/** Excel needs one sheet that can be seen. */
export function checkLeavesOne(book: Book, sheet: Sheet): void {
  if (visible(book).every((other) => other === sheet)) throw invalidOperation('a workbook must have a visible sheet');
}

/** The sheet that comes to the front when this one goes or is hidden. */
export function neighbour(book: Book, sheet: Sheet): Sheet {
  const at = book.sheets.indexOf(sheet);
  const others = visible(book).filter((other) => other !== sheet);
  return others.find((other) => book.sheets.indexOf(other) > at) ?? others.at(-1) ?? sheet;
}
