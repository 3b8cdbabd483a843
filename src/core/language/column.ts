import type { Cell } from '../kernel/cell';
import { textOf } from '../kernel/cell';
import { readMoney, rupees } from '../kernel/money';
import { placeLabel } from '../kernel/states';

/** A code of the portal, the label shown for it, and other spellings met for the code or the label. */
export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly also?: readonly string[];
  /** any word that begins so means this choice */
  readonly begins?: string;
}

export type ColumnKind = 'text' | 'gstin' | 'day' | 'period' | 'place' | 'money' | 'choice' | 'flag';

export interface Column {
  readonly kind: ColumnKind;
  /** the portal's canonical key [rule book 1.2] */
  readonly key: string;
  /** other keys seen for it */
  readonly aliases: readonly string[];
  /** those of the aliases, in lower case, that go back as they came [rule book 7 no. 15] */
  readonly returned: readonly string[];
  readonly label: string;
  /** title over a group of headings */
  readonly group: string;
  /** in characters */
  readonly width: number;
  /** who may change the cell: the portal's columns are read from the record store, never from the cell */
  readonly edit: 'portal' | 'user';
  /** false for flags that are kept with the record and not shown */
  readonly shown: boolean;
  readonly choices: readonly Choice[];
  readonly required: boolean;
  readonly note: string;
}

type Declaration = Pick<Column, 'key' | 'label'> & Partial<Omit<Column, 'kind'>>;

function column(kind: ColumnKind, width: number, declared: Declaration): Column {
  return {
    kind,
    aliases: [],
    returned: [],
    group: '',
    width,
    edit: 'portal',
    shown: true,
    choices: [],
    required: false,
    note: '',
    ...declared,
  };
}

export const text = (declared: Declaration): Column => column('text', 18, declared);
export const gstin = (declared: Declaration): Column => column('gstin', 20, declared);
export const day = (declared: Declaration): Column => column('day', 14, declared);
export const period = (declared: Declaration): Column => column('period', 10, declared);
export const place = (declared: Declaration): Column => column('place', 20, declared);
export const money = (declared: Declaration): Column => column('money', 16, declared);
export const choice = (declared: Declaration & Pick<Column, 'choices'>): Column => column('choice', 14, declared);
export const flag = (declared: Declaration): Column => column('flag', 6, { shown: false, ...declared });

export type ColumnReading =
  | {
      readonly kind: 'value';
      readonly value: string | number;
      readonly was?: 'number' | 'text' | 'rounded' | 'unknown';
    }
  | { readonly kind: 'unreadable' };

const BLANK_VALUE: ColumnReading = { kind: 'value', value: '' };
const UNREADABLE: ColumnReading = { kind: 'unreadable' };
const FLAG_Y: ColumnReading = { kind: 'value', value: 'Y' };
const FLAG_N: ColumnReading = { kind: 'value', value: 'N' };

/** The value where nothing has to be bent, which is nearly always; undefined sends to `readPortalValue`. It spares an object per value. (Adding 0 makes 0 of -0.) */
export function readPlainValue(column: Column, value: unknown): string | number | undefined {
  if (typeof value === 'number') {
    return column.kind === 'money' && Number.isInteger(value) && Math.abs(value) < PLAIN_RUPEES
      ? value * 100 + 0
      : undefined;
  }
  if (typeof value !== 'string' || column.kind === 'money') return undefined;
  if (column.kind === 'flag') return value === 'N' || value === 'Y' ? value : undefined;
  return column.kind === 'choice' ? choiceIndexes.get(column)?.get(value)?.label : value;
}

/** Rupees that are far from every limit. */
const PLAIN_RUPEES = 1_000_000_000_000;

/** Reads a column from the portal's JSON value. `was` tells what had to be bent to read it. */
export function readPortalValue(column: Column, value: unknown): ColumnReading {
  if (value === undefined || value === null) return BLANK_VALUE;
  switch (column.kind) {
    case 'money':
      return readAmount(value);
    case 'flag':
      return readFlag(value);
    case 'choice':
      return readCode(column, value);
    default:
      if (typeof value === 'string') return { kind: 'value', value };
      if (typeof value === 'number') return { kind: 'value', value: String(value), was: 'number' };
      return UNREADABLE;
  }
}

function readAmount(value: unknown): ColumnReading {
  const reading = readMoney(value);
  if (reading.kind === 'unreadable') return UNREADABLE;
  if (reading.kind === 'blank') return BLANK_VALUE;
  if (reading.rounded) return { kind: 'value', value: reading.paise, was: 'rounded' };
  return reading.fromText
    ? { kind: 'value', value: reading.paise, was: 'text' }
    : { kind: 'value', value: reading.paise };
}

function readFlag(value: unknown): ColumnReading {
  if (value === 'N') return FLAG_N;
  if (value === 'Y') return FLAG_Y;
  const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (said === 'y' || said === 'yes' || said === true || said === 'true' || said === 1 || said === '1') {
    return FLAG_Y;
  }
  if (said === 'n' || said === 'no' || said === false || said === 'false' || said === 0 || said === '0') {
    return FLAG_N;
  }
  return said === '' ? BLANK_VALUE : { kind: 'value', value: '', was: 'unknown' };
}

function readCode(column: Column, value: unknown): ColumnReading {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return UNREADABLE;
  const said = String(value);
  const found = findChoice(column, said);
  if (found !== undefined) return { kind: 'value', value: found.label };
  return said.trim() === '' ? BLANK_VALUE : { kind: 'value', value: said, was: 'unknown' };
}

/**
 * The choice that a person means: code, label or a known short form, in any case and with blanks around, and nothing else.
 * `Accepted?` is a question and `#N/A` the error of a formula; neither is an answer [rule book 2.5].
 */
export function findTyped(column: Column, said: string): Choice | undefined {
  const plain = (text: string): string => text.replace(/\s/g, '').toLowerCase();
  const typed = plain(said);
  return column.choices.find(({ code, label, also = [] }) =>
    [code, label, ...also].some((spelling) => plain(spelling) === typed),
  );
}

const choiceIndexes = new WeakMap<Column, Map<string, Choice>>();

/** The choice meant by a code or label in any known spelling; case, blanks and punctuation do not count. */
export function findChoice(column: Column, said: string): Choice | undefined {
  let index = choiceIndexes.get(column);
  if (index === undefined) {
    index = new Map();
    for (const choice of column.choices) {
      for (const spelling of [choice.code, choice.label, ...(choice.also ?? [])]) index.set(squeeze(spelling), choice);
    }
    choiceIndexes.set(column, index);
  }
  const known = index.get(said);
  if (known !== undefined) return known;
  const squeezed = squeeze(said);
  const found =
    index.get(squeezed) ??
    column.choices.find(({ begins }) => begins !== undefined && squeezed !== '' && squeezed.startsWith(begins));
  if (found !== undefined) index.set(said, found);
  return found;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Excel holds 32,767 characters in a cell; the record store holds the whole text. */
const LONGEST_CELL = 32_000;

/** The cell for a value of this column. */
export function cellOf(column: Column, value: string | number): Cell {
  if (value === '') return '';
  if (column.kind === 'money') return typeof value === 'number' ? rupees(value) : value;
  const text = column.kind === 'place' ? placeLabel(String(value)) : String(value);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}

/** True where the cell shows this value, however the host or the user spelled it. */
export function cellShows(column: Column, cell: Cell, value: string | number): boolean {
  const expected = cellOf(column, value);
  if (cell === expected) return true;
  if (column.kind === 'money') {
    const reading = readMoney(cell);
    return reading.kind === 'amount' ? reading.paise === value : reading.kind === 'blank' && value === '';
  }
  return textOf(printable(cell)) === textOf(printable(expected));
}

/** Control characters cannot live in a worksheet; every host drops them, so comparing leaves them out. */
function printable(cell: Cell): Cell {
  // eslint-disable-next-line no-control-regex -- these are exactly the characters that XML 1.0 forbids
  return typeof cell === 'string' ? cell.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '') : cell;
}
