import { dayNumber, makeDay, type Day } from './day';

/** A tax period as the portal writes it: `MMYYYY`. Some files carry `MM` alone; the text is always kept as it came. */
export type Period = string;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface Month {
  readonly month: number;
  readonly year: number;
}

/**
 * The month meant. For `MM` the year comes from the document's date: the period is that month on or after the
 * document's own (a document of December reported in `01` belongs to January of the next year).
 */
export function monthOf(period: Period, documentDate: Day): Month | undefined {
  const parts = /^(0[1-9]|1[0-2])(\d{4})?$/.exec(period.trim());
  if (parts === null) return undefined;
  const month = Number(parts[1]);
  if (parts[2] !== undefined) return { month, year: Number(parts[2]) };
  const day = dayNumber(documentDate);
  if (day === undefined) return undefined;
  const documentMonth = Math.floor(day / 100) % 100;
  const year = Math.floor(day / 10_000);
  return { month, year: month < documentMonth ? year + 1 : year };
}

/** The same text for `04` and `042026` of one document, so that spellings of a period can be compared. */
export function periodKey(period: Period, documentDate: Day): string {
  const month = monthOf(period, documentDate);
  return month === undefined ? period : `${String(month.month)}/${String(month.year)}`;
}

export function monthsLater({ month, year }: Month, months: number): Month {
  const count = year * 12 + (month - 1) + months;
  return { month: (count % 12) + 1, year: Math.floor(count / 12) };
}

/** `Apr 2026` */
export function monthName({ month, year }: Month): string {
  return `${MONTHS[month - 1] ?? ''} ${String(year)}`;
}

/** Due date of a monthly filer's GSTR-3B: the 20th of the next month [rule book 3.10]. */
export function gstr3bDueDate(month: Month): Day {
  const next = monthsLater(month, 1);
  return makeDay(20, next.month, next.year);
}

/** Last day for taking credit under section 16(4): 30 November after the end of the document's financial year [rule book 3.10]. */
export function creditLimit(documentDate: Day): Day | undefined {
  const day = dayNumber(documentDate);
  if (day === undefined) return undefined;
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  return makeDay(30, 11, month >= 4 ? year + 1 : year);
}
