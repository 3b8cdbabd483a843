import { between, type Area, MAX_COLUMNS, MAX_ROWS } from '../model/area';
import { functions } from './functions';
import { parseFormula, type Expression } from './parse';
import type { Corner, Reference } from './tokens';

/** What a cell shows: '' is blank. */
export type CellValue = string | number | boolean;

/** An error value such as #N/A, kept apart from the text that looks like it. */
export interface ErrorValue {
  readonly error: string;
}

/** Cells that a reference names, read one by one only where a function wants them. */
export interface Cells {
  readonly sheet: string;
  readonly area: Area;
  readonly at: (row: number, column: number) => Value;
  /** values of cells that are not blank */
  readonly filled: () => Iterable<Value>;
}

export type Value = CellValue | ErrorValue | undefined;
export type Result = Value | Cells;

/** What formulas may ask of the workbook. */
export interface Scope {
  readonly cells: (sheet: string | undefined, area: Area) => Cells | undefined;
  readonly name: (name: string) => string | undefined;
  /** where the formula stands: relative references move with it */
  readonly row: number;
  readonly column: number;
  /** how far it stands from the cell that it was written for */
  readonly down: number;
  readonly across: number;
}

export const errorValue = (error: string): ErrorValue => ({ error });
export const isError = (value: unknown): value is ErrorValue =>
  typeof value === 'object' && value !== null && 'error' in value;
export const isCells = (value: Result): value is Cells => typeof value === 'object' && 'area' in value;

/** The value of a formula without its `=`. */
export function evaluate(formula: string, scope: Scope): Result {
  const tree = parseFormula(formula);
  return tree === undefined ? errorValue('#NAME?') : valueOf(tree, scope);
}

function valueOf(tree: Expression, scope: Scope): Result {
  switch (tree.kind) {
    case 'literal':
      return tree.value;
    case 'error':
      return errorValue(tree.code);
    case 'reference':
      return cellsOf(tree.reference, scope);
    case 'name': {
      const formula = scope.name(tree.name);
      return formula === undefined ? errorValue('#NAME?') : evaluate(formula.replace(/^=/, ''), scope);
    }
    case 'call': {
      const call = functions[tree.name];
      if (call === undefined) return errorValue('#NAME?');
      return call(
        tree.args.map((arg) => () => valueOf(arg, scope)),
        scope,
      );
    }
    case 'unary':
      return signed(tree.sign, single(valueOf(tree.of, scope), scope));
    case 'binary':
      return combined(tree.sign, single(valueOf(tree.left, scope), scope), single(valueOf(tree.right, scope), scope));
  }
}

const wrap = (index: number, count: number): number => ((index % count) + count) % count;

function cellsOf({ sheet, from, to }: Reference, scope: Scope): Cells | ErrorValue {
  const place = (corner: Corner, whole: 'first' | 'last'): [number, number] => [
    corner.row === undefined
      ? whole === 'first'
        ? 0
        : MAX_ROWS - 1
      : wrap(corner.row + (corner.rowFixed ? 0 : scope.down), MAX_ROWS),
    corner.column === undefined
      ? whole === 'first'
        ? 0
        : MAX_COLUMNS - 1
      : wrap(corner.column + (corner.columnFixed ? 0 : scope.across), MAX_COLUMNS),
  ];
  const [top, left] = place(from, 'first');
  const [bottom, right] = place(to ?? from, to === undefined ? 'first' : 'last');
  const named = between(Math.min(top, bottom), Math.min(left, right), Math.max(top, bottom), Math.max(left, right));
  return scope.cells(sheet, named) ?? errorValue('#REF!');
}

/** One value where a formula wants one: a block gives its cell in the formula's own row or column. */
export function single(result: Result, scope: Scope): Value {
  if (!isCells(result)) return result;
  const { area, at } = result;
  if (area.rows === 1 && area.columns === 1) return at(area.row, area.column);
  if (area.columns === 1 && scope.row >= area.row && scope.row < area.row + area.rows)
    return at(scope.row, area.column);
  if (area.rows === 1 && scope.column >= area.column && scope.column < area.column + area.columns)
    return at(area.row, scope.column);
  return errorValue('#VALUE!');
}

export function toNumber(value: Value): number | ErrorValue {
  if (isError(value)) return value;
  if (value === undefined) return 0;
  if (typeof value === 'string') {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    return Number.isNaN(number) ? errorValue('#VALUE!') : number;
  }
  return Number(value);
}

export function toText(value: Value): string | ErrorValue {
  return isError(value) ? value : plainText(value);
}

export function plainText(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value;
}

function signed(sign: string, value: Value): Value {
  if (sign === '@') return value;
  const number = toNumber(value);
  if (isError(number)) return number;
  return sign === '-' ? -number : sign === '%' ? number / 100 : number;
}

const arithmetic: Record<string, (left: number, right: number) => Value> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? errorValue('#DIV/0!') : left / right),
  '^': (left, right) => left ** right,
};

function combined(sign: string, left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (sign === '&') return `${plainText(left)}${plainText(right)}`;
  const calculate = arithmetic[sign];
  if (calculate === undefined) return compares(sign, compare(left, right));
  const [one, other] = [toNumber(left), toNumber(right)];
  if (isError(one)) return one;
  return isError(other) ? other : calculate(one, other);
}

const compares = (sign: string, order: number): boolean =>
  ({ '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0 })[sign] ??
  false;

/** Excel's order: numbers before text before logical values; text without case; a blank is what it is compared with. */
export function compare(left: CellValue | undefined, right: CellValue | undefined): number {
  const [one, other] = [left ?? blankLike(right), right ?? blankLike(left)];
  const rank = (value: CellValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  const [small, great] =
    typeof one === 'string' ? [one.toLowerCase(), String(other).toLowerCase()] : [Number(one), Number(other)];
  return small === great ? 0 : small < great ? -1 : 1;
}

function blankLike(other: CellValue | undefined): CellValue {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}
