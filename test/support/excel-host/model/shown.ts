import { isError } from '../formula/evaluate';
import { cellName, contains } from './area';
import type { Book } from './book';
import { formulaValue, valueAt } from './calculate';
import { formatIdAt } from './grid';
import { shownText } from './number-format';
import type { ConditionalLook, ConditionalRule } from './rules';
import { originOf } from './shift';
import type { Sheet } from './sheet';

/** A cell as a person sees it, conditional formats included. */
export interface Shown {
  readonly text: string;
  /** `#RRGGBB`, or undefined where the cell has no colour */
  readonly fill: string | undefined;
  readonly fontColour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly numberFormat: string;
}

export function textAt(book: Book, sheet: Sheet, row: number, column: number, numberFormat?: string): string {
  const value = valueAt(book, sheet, row, column);
  if (value === undefined) return '';
  if (isError(value)) return value.error;
  return shownText(value, numberFormat ?? book.formats.at(formatIdAt(sheet.grid, row, column)).numberFormat);
}

export function shownAt(book: Book, sheet: Sheet, row: number, column: number): Shown {
  const format = book.formats.at(formatIdAt(sheet.grid, row, column));
  const look = lookAt(book, sheet, row, column);
  const fill = look.fill ?? format.fill;
  const numberFormat = look.numberFormat ?? format.numberFormat;
  return {
    text: textAt(book, sheet, row, column, numberFormat),
    fill: fill === '' ? undefined : fill,
    fontColour: look.fontColour ?? format.fontColour,
    bold: look.bold ?? format.bold,
    italic: look.italic ?? format.italic,
    strikethrough: look.strikethrough ?? format.strikethrough,
    numberFormat,
  };
}

/** Of rules that hold, each setting comes from the first; `stopIfTrue` ends the search. */
function lookAt(book: Book, sheet: Sheet, row: number, column: number): ConditionalLook {
  let look: ConditionalLook = {};
  for (const rule of sheet.rules) {
    if (!rule.areas.some((of) => contains(of, row, column)) || !holds(book, sheet, rule, row, column)) continue;
    look = { ...rule.format, ...look };
    if (rule.stopIfTrue) break;
  }
  return look;
}

function holds(book: Book, sheet: Sheet, rule: ConditionalRule, row: number, column: number): boolean {
  const formula = rule.type === 'Custom' ? rule.formula : cellValueFormula(rule);
  if (formula === '') return false;
  const value = formulaValue(book, sheet, formula, { row, column }, originOf(rule.areas));
  return typeof value === 'boolean' ? value : typeof value === 'number' && value !== 0;
}

const SIGNS: Record<string, string> = {
  EqualTo: '=',
  NotEqualTo: '<>',
  GreaterThan: '>',
  GreaterThanOrEqual: '>=',
  LessThan: '<',
  LessThanOrEqual: '<=',
};

/** A "cell value" rule said as a formula about the first cell of its block. */
function cellValueFormula(rule: ConditionalRule): string {
  const { operator, formula1 } = rule.cellValueRule ?? {};
  const sign = SIGNS[String(operator)];
  if (sign === undefined || typeof formula1 !== 'string') return '';
  const { row, column } = originOf(rule.areas);
  return `${cellName(row, column)}${sign}(${formula1.replace(/^=/, '')})`;
}
