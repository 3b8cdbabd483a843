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
  return monthCounted(year * 12 + (month - 1) + months);
}

/** The month after so many since January of the year 0. */
function monthCounted(count: number): Month {
  return { month: (count % 12) + 1, year: Math.floor(count / 12) };
}

/** `Apr 2026` */
export function monthName({ month, year }: Month): string {
  return `${MONTHS[month - 1] ?? ''} ${String(year)}`;
}

/** `Mar–May 2026`, `Nov 2025–Jan 2026`: for narrow places, months that follow each other as one span. In any order. */
export function monthSpans(months: Iterable<Month>): string {
  const counts = [...new Set([...months].map(({ month, year }) => year * 12 + month - 1))].sort((a, b) => a - b);
  const spans: [first: number, last: number][] = [];
  for (const count of counts) {
    const span = spans.at(-1);
    if (span?.[1] === count - 1) span[1] = count;
    else spans.push([count, count]);
  }
  return spans.map(([first, last]) => spanName(monthCounted(first), monthCounted(last))).join(', ');
}

function spanName(first: Month, last: Month): string {
  if (first.year !== last.year) return `${monthName(first)}–${monthName(last)}`;
  return first.month === last.month ? monthName(last) : `${MONTHS[first.month - 1] ?? ''}–${monthName(last)}`;
}

/** How often a taxpayer files GSTR-3B; quarterly ones are due on the 22nd or the 24th, by state [rule book 3.10]. */
export const filers = ['Monthly', 'Quarterly, 22nd', 'Quarterly, 24th'] as const;
export type Filer = (typeof filers)[number];

const dueDay: Record<Filer, number> = { Monthly: 20, 'Quarterly, 22nd': 22, 'Quarterly, 24th': 24 };

/** Last month of the return that a month belongs to: the month itself, or the end of its quarter. */
function endOfReturn({ month, year }: Month, filer: Filer): Month {
  return filer === 'Monthly' ? { month, year } : { month: Math.ceil(month / 3) * 3, year };
}

/** The return after the one that a month belongs to, by its last month. */
export function nextReturn(month: Month, filer: Filer): Month {
  return endOfReturn(monthsLater(endOfReturn(month, filer), 1), filer);
}

/** Due date of the GSTR-3B that a month belongs to: a day of the month after the return's last [rule book 3.10]. */
export function gstr3bDueDate(month: Month, filer: Filer): Day {
  const next = monthsLater(endOfReturn(month, filer), 1);
  return makeDay(dueDay[filer], next.month, next.year);
}

/** `Apr 2026`, or `Apr-Jun 2026` for a quarterly filer. */
export function returnName(month: Month, filer: Filer): string {
  const end = endOfReturn(month, filer);
  return filer === 'Monthly' ? monthName(end) : `${MONTHS[end.month - 3] ?? ''}-${monthName(end)}`;
}

/** Last day for taking credit under section 16(4): 30 November after the end of the document's financial year [rule book 3.10]. */
export function creditLimit(documentDate: Day): Day | undefined {
  const day = dayNumber(documentDate);
  if (day === undefined) return undefined;
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  return makeDay(30, 11, month >= 4 ? year + 1 : year);
}
