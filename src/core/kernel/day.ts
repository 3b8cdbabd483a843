/** A calendar day as the portal and the sheets write it: `dd-mm-yyyy`. */
export type Day = string;

/** GST began on this day; no document of it can be older. */
export const GST_BEGAN: Day = '01-07-2017';

const HYPHEN = 45;
const ZERO = 48;

/** Sortable number (yyyymmdd), or undefined where the text is no day of the calendar. */
export function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(2) !== HYPHEN || text.charCodeAt(5) !== HYPHEN) return undefined;
  const day = digits(text, 0, 2);
  const month = digits(text, 3, 5);
  const year = digits(text, 6, 10);
  // What is no number fails each comparison.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year))) return undefined;
  return year * 10_000 + month * 100 + day;
}

/** The number that a part of a text is; NaN where one of its characters is no digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function makeDay(day: number, month: number, year: number): Day {
  return `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${String(year).padStart(4, '0')}`;
}

/** Whole days from one day to the other; negative where `to` is earlier. Undefined where one of them is no day. */
export function daysBetween(from: Day, to: Day): number | undefined {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return a === undefined || b === undefined ? undefined : dayCount(b) - dayCount(a);
}

/** Days since a fixed point of the calendar; undefined where the text is no day. */
export function dayIndex(text: string): number | undefined {
  const number = dayNumber(text);
  return number === undefined ? undefined : dayCount(number);
}

/** First year of the financial year that a day lies in: it begins in April. Undefined where the text is no day. */
export function financialYear(text: string): number | undefined {
  const number = dayNumber(text);
  if (number === undefined) return undefined;
  return Math.floor(number / 10_000) - (Math.floor(number / 100) % 100 < 4 ? 1 : 0);
}

/** Days since a fixed point of the Gregorian calendar, so that differences are exact without a clock library. */
function dayCount(yyyymmdd: number): number {
  const year = Math.floor(yyyymmdd / 10_000);
  const month = Math.floor(yyyymmdd / 100) % 100;
  const shifted = month > 2 ? year : year - 1;
  const fromMarch = (month + 9) % 12;
  return (
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * fromMarch + 2) / 5) +
    (yyyymmdd % 100)
  );
}

/** Serial numbers of the days that a workbook can hold, from 01-03-1900: before that programs count differently. */
const [FIRST_SERIAL, LAST_SERIAL] = [61, 2_958_465];
/** From the day that `dayCount` counts from, 01-03-0000, to 30-12-1899, from which workbooks count. */
const BEFORE_SERIALS = 693_899;

/** The day that a workbook keeps as this number, its time of day left away; undefined where it is none. */
export function dayOfSerial(serial: number): Day | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= FIRST_SERIAL && whole <= LAST_SERIAL)) return undefined;
  const count = whole + BEFORE_SERIALS;
  const cycle = Math.floor(count / 146_097);
  const ofCycle = count - cycle * 146_097;
  const year = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365,
  );
  const ofYear = ofCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return makeDay(day, month, year + cycle * 400 + (month < 3 ? 1 : 0));
}
