import { dayIndex, financialYear } from '../kernel/day';
import type { Paise } from '../kernel/money';
import type { DocumentKind, TaxDocument } from './document';
import { numberForms, spelledNumber, type NumberForms } from './number';

export type Side = 'ims' | 'books';

/** A document as it is compared. NaN stands for what is not known: it equals nothing and is near to nothing. */
export interface Compared {
  readonly side: Side;
  /** its place in the list of its side */
  readonly at: number;
  readonly gstin: string;
  readonly kind: DocumentKind;
  /** without blanks, in capitals; `''` where there is no number */
  readonly spelled: string;
  readonly number: string;
  /** `ddmm` for days typed in the wrong order or of the wrong year */
  readonly date: string;
  readonly day: number;
  readonly year: number;
  readonly taxable: Paise;
  /** integrated, central, state tax and cess; undefined where the side tells none of them */
  readonly heads: readonly [Paise, Paise, Paise, Paise] | undefined;
  readonly tax: Paise;
  readonly value: Paise;
  readonly original: TaxDocument['original'];
  forms: NumberForms | undefined;
}

export function compared(document: TaxDocument, side: Side, at: number): Compared {
  const { gstin, kind, number, date, taxable = NaN, value = NaN, igst, cgst, sgst, cess, tax, original } = document;
  const tellsTax = igst !== undefined || cgst !== undefined || sgst !== undefined || cess !== undefined;
  return {
    side,
    at,
    gstin,
    kind,
    spelled: spelledNumber(number),
    number,
    date,
    day: dayIndex(date) ?? NaN,
    year: financialYear(date) ?? NaN,
    taxable,
    // A register without a column for cess has none to tell.
    heads: tellsTax ? [igst ?? 0, cgst ?? 0, sgst ?? 0, cess ?? 0] : undefined,
    tax: tellsTax ? (igst ?? 0) + (cgst ?? 0) + (sgst ?? 0) + (cess ?? 0) : (tax ?? value - taxable),
    value,
    original,
    forms: undefined,
  };
}

/** Forms of the number are made when they are first asked for: most documents are paired by their spelling. */
export function formsOf(document: Compared): NumberForms {
  return (document.forms ??= numberForms(document.number, document.year));
}

/** All that a document is compared by, as one text: the same for copies, and in order whatever the order of the lists. */
export function contentOf({ gstin, kind, number, date, taxable, heads, tax, value }: Compared): string {
  return [gstin, kind, number, date, taxable, heads?.join() ?? '', tax, value].join('|');
}

/** Largest difference of taxable value and of any tax head; NaN where too little is known to tell. */
export function headsApart(a: Compared, b: Compared): Paise {
  const base = Math.abs(a.taxable - b.taxable);
  const whole = Number.isNaN(base) ? Math.abs(a.value - b.value) : base;
  if (a.heads === undefined || b.heads === undefined) return Math.max(whole, Math.abs(a.tax - b.tax));
  let most = whole;
  for (let head = 0; head < 4; head += 1) most = Math.max(most, Math.abs((a.heads[head] ?? 0) - (b.heads[head] ?? 0)));
  return most;
}

/** Difference of taxable value or of all tax together, whichever is larger. */
export function totalsApart(a: Compared, b: Compared): Paise {
  return Math.max(Math.abs(a.taxable - b.taxable), Math.abs(a.tax - b.tax));
}
