import { dayNumber, dayOfSerial, makeDay, type Day } from '../../kernel/day';
import { isDateCell, rawText, type RawCell } from '../../kernel/raw-sheet';
import { note } from '../../kernel/sentences';

/** Which of two numbers comes first in a date such as 03/04/2026. */
export type DayOrder = 'day-first' | 'month-first';

/** A date as written: whole, or two numbers whose order only the column can tell. */
export type WrittenDate =
  | { readonly kind: 'blank' | 'unreadable' }
  | { readonly kind: 'day'; readonly day: Day; readonly cell: boolean }
  | { readonly kind: 'either'; readonly first: number; readonly second: number; readonly year: number };

const NONE: WrittenDate = { kind: 'blank' };
const UNREADABLE: WrittenDate = { kind: 'unreadable' };

/** No date has more characters; a hostile one is not searched through. */
const LONGEST = 60;

const TIME = /[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?Z?$/i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})$/;
const MONTH_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ']*(\d{4}|\d{2})$/i;
const MONTH_AHEAD = /^([a-z]{3,9})[-. ]*(\d{1,2})(?:st|nd|rd|th)?[-., ]+(\d{4}|\d{2})$/i;

/** Reads a date in any form that registers have: a date of the sheet, a serial number, or text. */
export function readWrittenDate(cell: RawCell | undefined): WrittenDate {
  if (isDateCell(cell))
    return dayNumber(cell.date) === undefined ? UNREADABLE : { kind: 'day', day: cell.date, cell: true };
  if (typeof cell === 'number') return ofNumber(cell);
  const written = rawText(cell);
  if (written.length > LONGEST) return UNREADABLE;
  const text = written.replace(TIME, '');
  if (text === '' || /^[-–—]+$/.test(text)) return NONE;
  const numbers = NUMBERS.exec(text);
  if (numbers !== null)
    return { kind: 'either', first: Number(numbers[1]), second: Number(numbers[2]), year: fullYear(numbers[3]) };
  if (/^\d+(?:\.\d+)?$/.test(text)) return ofNumber(Number(text), text);
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return whole(Number(day), Number(month), Number(year));
  const [, named, monthName = '', ofYear] = MONTH_NAMED.exec(text) ?? [];
  if (named !== undefined) return whole(Number(named), monthNumber(monthName), fullYear(ofYear));
  const [, ahead = '', dayBehind, yearBehind] = MONTH_AHEAD.exec(text) ?? [];
  return dayBehind === undefined ? UNREADABLE : whole(Number(dayBehind), monthNumber(ahead), fullYear(yearBehind));
}

/** Days since 30-12-1899, from 2000 to 2099; or eight digits, as SAP writes a date (20260704, seldom 04072026). */
function ofNumber(number: number, text = String(number)): WrittenDate {
  const ofSerial = number >= 36_526 && number < 73_051 ? dayOfSerial(number) : undefined;
  if (ofSerial !== undefined) return { kind: 'day', day: ofSerial, cell: true };
  if (!/^\d{7,8}$/.test(text)) return UNREADABLE;
  const eight = text.padStart(8, '0');
  const yearAhead = whole(Number(eight.slice(6)), Number(eight.slice(4, 6)), Number(eight.slice(0, 4)));
  if (yearAhead.kind === 'day' && /^20/.test(eight)) return yearAhead;
  return /^20/.test(eight.slice(4))
    ? whole(Number(eight.slice(0, 2)), Number(eight.slice(2, 4)), Number(eight.slice(4)))
    : UNREADABLE;
}

function whole(day: number, month: number, year: number): WrittenDate {
  const text = makeDay(day, month, year);
  return dayNumber(text) === undefined ? UNREADABLE : { kind: 'day', day: text, cell: false };
}

function fullYear(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

const LONG_MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore

function monthNumber(name: string): number {
  const written = name.toLowerCase();
  return 1 + LONG_MONTHS.findIndex((month) => month.startsWith(written));
}

/** How people say it. */
export function dayOrderText(order: DayOrder): string {
  return note(order === 'day-first' ? 'register-day-first' : 'register-month-first');
}

/** The day meant, given the column's order. `swapped`: dates of the sheet have day and month the wrong way round. */
export function dayMeant(written: WrittenDate, order: DayOrder, swapped: boolean): Day | undefined {
  if (written.kind === 'day') {
    if (!swapped || !written.cell) return written.day;
    const turned = `${written.day.slice(3, 5)}-${written.day.slice(0, 2)}-${written.day.slice(6)}`;
    return dayNumber(turned) === undefined ? written.day : turned;
  }
  if (written.kind !== 'either') return undefined;
  const { first, second, year } = written;
  const day = order === 'day-first' ? makeDay(first, second, year) : makeDay(second, first, year);
  return dayNumber(day) === undefined ? undefined : day;
}
