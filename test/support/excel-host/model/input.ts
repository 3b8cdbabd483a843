import { parseFormula } from '../formula/parse';
import type { Content } from './grid';
import { serialOf } from './number-format';

/** What Excel makes of something that is typed or set: the content, and a number format where it brings one. */
export interface Entry {
  readonly content: Content;
  readonly numberFormat?: string;
}

/** Whose order of day and month a typed date has. */
export type DateOrder = 'DMY' | 'MDY';

/** Cells keep 32,767 characters; Excel refuses longer text. */
export const MAX_TEXT = 32_767;

const MONTHS = 'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec'.split(',');

/**
 * Reads a value as Excel does for a cell of this number format: a text cell keeps what it is given, others turn text that
 * looks like a number, a date or a logical value. Undefined: a formula that Excel does not accept.
 */
export function readEntry(
  value: string | number | boolean,
  numberFormat: string,
  order: DateOrder,
  thisYear: number,
): Entry | undefined {
  if (numberFormat === '@') return { content: asText(value) };
  if (typeof value !== 'string') return { content: value };
  if (value === '') return { content: undefined };
  if (value.startsWith("'")) return { content: value.slice(1) };
  if (value.startsWith('=') && value.length > 1)
    return parseFormula(value.slice(1)) === undefined ? undefined : { content: { formula: value } };
  return readNumber(value) ?? readDate(value, order, thisYear) ?? readWord(value) ?? readSigned(value);
}

function asText(value: string | number | boolean): Content {
  if (value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.replace(/^'/, '');
}

const NUMBER =
  /^\s*(\()?\s*([-+]?)\s*([$₹€£]?)\s*(\d{1,3}(?:,\d{2,3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*(%)?\s*(\))?\s*$/i;

/** Excel keeps fifteen digits of a number; the rest becomes zeros, without rounding. */
function cutDigits(digits: string): string {
  let kept = 0;
  return digits.replace(/\d/g, (digit) => {
    if (kept > 0 || digit !== '0') kept += 1;
    return kept > 15 ? '0' : digit;
  });
}

function readNumber(text: string): Entry | undefined {
  const found = NUMBER.exec(text);
  if (found === null) return undefined;
  const [, open, sign, currency, digits = '', power = '', percent, close] = found;
  if ((open === undefined) !== (close === undefined) || (open !== undefined && sign !== '')) return undefined;
  const size = Number(cutDigits(digits.replaceAll(',', '')) + power);
  if (!Number.isFinite(size)) return undefined;
  const number = (open !== undefined || sign === '-' ? -size : size) / (percent === undefined ? 1 : 100);
  const numberFormat =
    percent !== undefined
      ? digits.includes('.')
        ? '0.00%'
        : '0%'
      : currency !== ''
        ? `${currency ?? ''}#,##0.00`
        : power !== ''
          ? '0.00E+00'
          : digits.includes(',')
            ? digits.includes('.')
              ? '#,##0.00'
              : '#,##0'
            : undefined;
  return { content: number, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCDate() === day && year >= 1900 && year <= 9999;
};

const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

function day(year: number, month: number, date: number, numberFormat: string): Entry | undefined {
  return isDay(year, month, date) ? { content: serialOf(year, month, date), numberFormat } : undefined;
}

function readDate(text: string, order: DateOrder, thisYear: number): Entry | undefined {
  const time = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(text);
  if (time !== null && Number(time[2]) < 60)
    return {
      content: (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400,
      numberFormat: time[3] === undefined ? 'h:mm' : 'h:mm:ss',
    };
  const full = order === 'DMY' ? 'dd-mm-yyyy' : 'm/d/yyyy';
  const iso = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})\s*$/.exec(text);
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), full);
  const three = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})\s*$/.exec(text);
  if (three !== null && (three[2] !== '.' || order === 'DMY')) {
    const [first, second] = [Number(three[1]), Number(three[3])];
    const [date, month] = order === 'DMY' ? [first, second] : [second, first];
    return day(fullYear(three[4] ?? ''), month, date, full);
  }
  const two = /^\s*(\d{1,2})[-/](\d{1,4})\s*$/.exec(text);
  if (two !== null) {
    const [first, second] = [Number(two[1]), Number(two[2])];
    const [date, month] = order === 'DMY' ? [first, second] : [second, first];
    // "03-26" is no day of a month, but a month of a year.
    return (
      day(thisYear, month, date, 'd-mmm') ?? (first <= 12 ? day(fullYear(two[2] ?? ''), first, 1, 'mmm-yy') : undefined)
    );
  }
  return readMonthName(text, thisYear);
}

function readMonthName(text: string, thisYear: number): Entry | undefined {
  const named = /^\s*(?:(\d{1,2})[- /]*)?([a-z]{3,9})[- /,]*(\d{1,4})?\s*$/i.exec(text);
  const month = MONTHS.findIndex((name) => named?.[2]?.toLowerCase().startsWith(name)) + 1;
  if (named === null || month === 0 || (named[1] === undefined && named[3] === undefined)) return undefined;
  if (named[1] === undefined) {
    const number = Number(named[3]);
    return isDay(thisYear, month, number)
      ? day(thisYear, month, number, 'd-mmm')
      : day(fullYear(named[3] ?? ''), month, 1, 'mmm-yy');
  }
  return named[3] === undefined
    ? day(thisYear, month, Number(named[1]), 'd-mmm')
    : day(fullYear(named[3]), month, Number(named[1]), 'd-mmm-yy');
}

function readWord(text: string): Entry | undefined {
  return /^(true|false)$/i.test(text) ? { content: text.toLowerCase() === 'true' } : undefined;
}

/** `+A1` and `-x` are formulas to Excel, as if `=` stood before them. Where that is no formula, Excel refuses it. */
function readSigned(text: string): Entry | undefined {
  if (!/^[-+]./.test(text)) return { content: text };
  return parseFormula(text) === undefined ? undefined : { content: { formula: `=${text}` } };
}
