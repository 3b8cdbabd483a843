import { isErrorValue, NO_RESULT, type Cell } from '../../core/kernel/cell';
import type { Expression, Over, OverName, Sign } from './formula';
import { createPauses } from './pauses';
import type { SheetCells } from './sheet-cells';

/** A number, a text that Excel shows in its place (`#DIV/0!`), or undefined where only Excel can tell. */
type Outcome = number | string | undefined;

export interface Evaluation {
  /** what a formula on this sheet comes to; undefined where only Excel can tell */
  of(expression: Expression, own: SheetCells): Promise<Cell | undefined>;
  /** cells of a sheet changed: those of these columns, or all */
  forget(sheet: string, columns?: Iterable<string>): void;
}

/** Works formulas out. Results over columns are known until something in the column changes. */
export function createEvaluation(sheetNamed: (name: string) => SheetCells | undefined): Evaluation {
  /** by sheet and column, then by what is counted */
  const known = new Map<string, Map<string, Outcome>>();
  let changes = 0;

  const valueOf = async (expression: Expression, own: SheetCells): Promise<Outcome> => {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'rounded': {
        const [value, digits] = [await valueOf(expression.value, own), await valueOf(expression.digits, own)];
        return onNumbers(value, digits, rounded);
      }
      case 'operation': {
        const [left, right] = [await valueOf(expression.left, own), await valueOf(expression.right, own)];
        return onNumbers(left, right, (a, b) => calculated(expression.sign, a, b));
      }
      case 'cell': {
        const sheet = expression.sheet === undefined ? own : sheetNamed(expression.sheet);
        return sheet === undefined ? undefined : numberIn(sheet.value(expression.row, expression.column));
      }
      case 'over': {
        const sheet = expression.range.sheet === undefined ? own : sheetNamed(expression.range.sheet);
        return sheet === undefined ? undefined : overRange(expression, sheet);
      }
    }
  };
  const overRange = async (over: Over, sheet: SheetCells): Promise<Outcome> => {
    const { name, range, text } = over;
    let total: Outcome = START[name];
    for (let column = range.column; column < range.column + range.columns; column += 1) {
      const place = `${sheet.name}!${String(column)}`;
      let results = known.get(place);
      if (results === undefined) known.set(place, (results = new Map<string, Outcome>()));
      const key = `${name}(${text})${String(range.row)}:${String(range.rows)}`;
      const before = changes;
      const result = results.has(key) ? results.get(key) : await overColumn(over, sheet, column);
      if (changes === before) results.set(key, result);
      total = onNumbers(total, result, JOIN[name]);
    }
    return total === Infinity || total === -Infinity ? 0 : total;
  };
  return {
    of: async (expression, own) => {
      // A reference alone shows whatever stands there.
      if (expression.kind === 'cell') {
        const sheet = expression.sheet === undefined ? own : sheetNamed(expression.sheet);
        const value = sheet?.value(expression.row, expression.column);
        return value === NO_RESULT ? undefined : value === '' ? 0 : value;
      }
      const value = await valueOf(expression, own);
      if (typeof value !== 'number') return value;
      // Free of the dust of binary fractions, as Excel shows 15 digits.
      return Number.isFinite(value) ? Number(value.toPrecision(15)) : '#NUM!';
    },
    forget: (sheet, columns) => {
      changes += 1;
      if (columns !== undefined) for (const column of columns) known.delete(`${sheet}!${column}`);
      else for (const place of known.keys()) if (place.startsWith(`${sheet}!`)) known.delete(place);
    },
  };
}

/** What a column without numbers comes to, so that it changes nothing in those beside it. */
const START: Readonly<Record<OverName, number>> = {
  ...{ COUNT: 0, COUNTA: 0, COUNTIF: 0, SUM: 0 },
  ...{ MIN: Infinity, MAX: -Infinity },
};

const add = (a: number, b: number): number => a + b;
const JOIN: Readonly<Record<OverName, (a: number, b: number) => number>> = {
  ...{ COUNT: add, COUNTA: add, COUNTIF: add, SUM: add },
  ...{ MIN: Math.min, MAX: Math.max },
};

async function overColumn({ name, text, range }: Over, sheet: SheetCells, column: number): Promise<Outcome> {
  const pauses = createPauses();
  const counts = counterOf(name, text);
  const end = Math.min(range.row + range.rows, sheet.rows());
  let total: Outcome = START[name];
  for (let row = range.row; row < end; row += 1) {
    const value = sheet.value(row, column);
    if (value !== '') total = onNumbers(total, counts(value), JOIN[name]);
    if ((row & 1023) === 0 && pauses.due()) await pauses.take();
  }
  return total;
}

/** What one filled cell of a range adds. */
function counterOf(name: OverName, text: string): (value: string | number | boolean) => Outcome {
  const wanted = text.toLowerCase();
  switch (name) {
    case 'COUNTA':
      return () => 1;
    case 'COUNT':
      return (value) => (typeof value === 'number' ? 1 : 0);
    case 'COUNTIF':
      return (value) => (typeof value === 'string' && value.toLowerCase() === wanted ? 1 : 0);
    default:
      return (value) =>
        value === NO_RESULT ? undefined : typeof value === 'number' || isErrorValue(value) ? value : START[name];
  }
}

/** A reference within a calculation. Excel takes some texts for numbers, by the language of the computer. */
function numberIn(cell: Cell): Outcome {
  if (cell === NO_RESULT) return undefined;
  if (typeof cell !== 'string' || cell === '') return Number(cell);
  if (isErrorValue(cell)) return cell;
  if (/^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(cell)) return Number(cell);
  return /\d/.test(cell) ? undefined : '#VALUE!';
}

function onNumbers(left: Outcome, right: Outcome, work: (left: number, right: number) => Outcome): Outcome {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === 'string') return left;
  return typeof right === 'string' ? right : work(left, right);
}

function calculated(sign: Sign, left: number, right: number): Outcome {
  if (sign === '/' && right === 0) return '#DIV/0!';
  const value = operations[sign](left, right);
  return Number.isFinite(value) ? value : '#NUM!';
}

const operations: Readonly<Record<Sign, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
};

/** Half away from 0, as in Excel; 15 digits first, or 1.005 would be rounded down. */
function rounded(value: number, digits: number): number {
  // A number has no more places than these on either side that rounding could reach.
  if (Math.abs(digits) > 300) return digits > 0 ? value : 0;
  const scale = 10 ** Math.trunc(digits);
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  return Number.isFinite(scaled) ? (Math.sign(value) * Math.round(scaled)) / scale : value;
}
