import { parseArea, splitSheet } from '../model/area';
import {
  compare,
  errorValue,
  isCells,
  isError,
  plainText,
  single,
  toNumber,
  toText,
  type Result,
  type Scope,
  type Value,
} from './evaluate';

/** Arguments come unevaluated, so that IF and IFERROR touch only what they need. */
type Call = (args: readonly (() => Result)[], scope: Scope) => Result;

const one = (args: readonly (() => Result)[], index: number, scope: Scope): Value => {
  const arg = args[index];
  return arg === undefined ? undefined : single(arg(), scope);
};

function* values(args: readonly (() => Result)[]): Generator<{ value: Value; fromCells: boolean }> {
  for (const arg of args) {
    const result = arg();
    if (isCells(result)) for (const value of result.filled()) yield { value, fromCells: true };
    else yield { value: result, fromCells: false };
  }
}

/** Numbers as SUM and its like see them: text and logical values in cells do not count, typed into the formula they do. */
function numbers(args: readonly (() => Result)[]): number[] | { error: string } {
  const found: number[] = [];
  for (const { value, fromCells } of values(args)) {
    if (isError(value)) return value;
    if (fromCells && typeof value !== 'number') continue;
    const number = toNumber(value);
    if (isError(number)) return number;
    found.push(number);
  }
  return found;
}

const ofNumbers =
  (calculate: (found: readonly number[]) => number): Call =>
  (args) => {
    const found = numbers(args);
    return Array.isArray(found) ? calculate(found) : found;
  };

const ofText =
  (calculate: (text: string, args: readonly (() => Result)[], scope: Scope) => Value): Call =>
  (args, scope) => {
    const text = toText(one(args, 0, scope));
    return isError(text) ? text : calculate(text, args, scope);
  };

const numberArg = (args: readonly (() => Result)[], index: number, scope: Scope, otherwise: number): number => {
  if (args[index] === undefined) return otherwise;
  const number = toNumber(one(args, index, scope));
  return isError(number) ? otherwise : Math.trunc(number);
};

/** `"Accepted"`, `">5"`, `"A*"`: whether a value meets a criterion of COUNTIF. */
export function meets(value: Value, criterion: Value): boolean {
  if (isError(value) || isError(criterion)) return false;
  const [, sign = '', rest = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(plainText(criterion)) ?? [];
  const wanted = rest !== '' && !Number.isNaN(Number(rest)) ? Number(rest) : rest;
  if (sign === '' || sign === '=' || sign === '<>') {
    const same =
      typeof wanted === 'number'
        ? (typeof value === 'number' || typeof value === 'string') && value !== '' && Number(value) === wanted
        : typeof value !== 'number' && like(plainText(value), wanted);
    return sign === '<>' ? !same : same;
  }
  if (typeof value !== typeof wanted) return false;
  const order = compare(value, wanted);
  return sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0;
}

function like(text: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/~([*?~])|\*|\?/g, (found, escaped: string | undefined) =>
      escaped === undefined ? (found === '*' ? '.*' : '.') : `\\${escaped}`,
    );
  return new RegExp(`^${source}$`, 'is').test(text);
}

function find(args: readonly (() => Result)[], scope: Scope, sameCase: boolean): Value {
  const wanted = toText(one(args, 0, scope));
  const text = toText(one(args, 1, scope));
  if (isError(wanted)) return wanted;
  if (isError(text)) return text;
  const from = numberArg(args, 2, scope, 1) - 1;
  const at = sameCase ? text.indexOf(wanted, from) : text.toLowerCase().indexOf(wanted.toLowerCase(), from);
  return at < 0 ? errorValue('#VALUE!') : at + 1;
}

function truths(args: readonly (() => Result)[]): boolean[] | { error: string } {
  const found: boolean[] = [];
  for (const { value, fromCells } of values(args)) {
    if (isError(value)) return value;
    if (typeof value === 'string' || value === undefined) {
      if (!fromCells && value !== undefined) return errorValue('#VALUE!');
      continue;
    }
    found.push(Boolean(value));
  }
  return found;
}

const ofTruths =
  (calculate: (found: readonly boolean[]) => boolean): Call =>
  (args) => {
    const found = truths(args);
    return Array.isArray(found) ? calculate(found) : found;
  };

/** The functions that the product writes, and a few that its tests want. Any other name shows #NAME?. */
export const functions: Readonly<Record<string, Call | undefined>> = {
  SUM: ofNumbers((found) => found.reduce((sum, number) => sum + number, 0)),
  COUNT: (args) => [...values(args)].filter(({ value }) => typeof value === 'number').length,
  MIN: ofNumbers((found) => (found.length === 0 ? 0 : Math.min(...found))),
  MAX: ofNumbers((found) => found.reduce((most, number) => Math.max(most, number), found[0] ?? 0)),
  COUNTA: (args) => {
    let count = 0;
    for (const { value } of values(args)) if (value !== undefined) count += 1;
    return count;
  },
  COUNTIF: (args, scope) => {
    const cells = args[0]?.();
    if (cells === undefined || !isCells(cells)) return errorValue('#VALUE!');
    const criterion = one(args, 1, scope);
    let count = 0;
    for (const value of cells.filled()) if (meets(value, criterion)) count += 1;
    return count;
  },
  IF: (args, scope) => {
    const test = one(args, 0, scope);
    if (isError(test)) return test;
    const holds = typeof test === 'string' ? toNumber(test) : Boolean(test);
    if (isError(holds)) return holds;
    return holds ? (args[1]?.() ?? 0) : args[2] === undefined ? false : args[2]();
  },
  IFERROR: (args, scope) => {
    const value = one(args, 0, scope);
    return isError(value) ? one(args, 1, scope) : value;
  },
  AND: ofTruths((found) => found.every(Boolean)),
  OR: ofTruths((found) => found.some(Boolean)),
  NOT: (args, scope) => {
    const value = one(args, 0, scope);
    return isError(value) ? value : !value;
  },
  ISNUMBER: (args, scope) => typeof one(args, 0, scope) === 'number',
  ISTEXT: (args, scope) => typeof one(args, 0, scope) === 'string',
  ISBLANK: (args, scope) => one(args, 0, scope) === undefined,
  ISERROR: (args, scope) => isError(one(args, 0, scope)),
  LEN: ofText((text) => text.length),
  TRIM: ofText((text) => text.trim().replace(/ +/g, ' ')),
  UPPER: ofText((text) => text.toUpperCase()),
  LOWER: ofText((text) => text.toLowerCase()),
  LEFT: ofText((text, args, scope) => text.slice(0, numberArg(args, 1, scope, 1))),
  RIGHT: ofText((text, args, scope) => text.slice(Math.max(0, text.length - numberArg(args, 1, scope, 1)))),
  MID: ofText((text, args, scope) => {
    const from = numberArg(args, 1, scope, 1) - 1;
    return text.slice(from, from + numberArg(args, 2, scope, 0));
  }),
  FIND: (args, scope) => find(args, scope, true),
  SEARCH: (args, scope) => find(args, scope, false),
  ROW: (args, scope) => {
    const cells = args[0]?.();
    return cells !== undefined && isCells(cells) ? cells.area.row + 1 : scope.row + 1;
  },
  INDIRECT: (args, scope) => {
    const text = toText(one(args, 0, scope));
    if (isError(text)) return text;
    const { sheet, rest } = splitSheet(text);
    const area = parseArea(rest);
    return (area === undefined ? undefined : scope.cells(sheet, area)) ?? errorValue('#REF!');
  },
};
