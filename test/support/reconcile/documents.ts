import { type Day, makeDay } from '../../../src/core/kernel/day';
import type { Paise } from '../../../src/core/kernel/money';
import type { DocumentKind, TaxDocument } from '../../../src/core/reconcile/document';
import type { Random } from '../generate-download';
import { inState, numberOf, type Supplier } from './suppliers';

export type Amounts = Pick<TaxDocument, 'taxable' | 'igst' | 'cgst' | 'sgst' | 'cess' | 'value'>;

export const amountFields = ['taxable', 'igst', 'cgst', 'sgst', 'cess'] as const;

/** Tax at a rate (percent), in one head or in two equal ones. */
export function amountsOf(taxable: Paise, rate: number, oneState: boolean, cessRate = 0): Amounts & { taxable: Paise } {
  const half = Math.round((taxable * rate) / 200);
  return withValue({
    taxable,
    igst: oneState ? 0 : Math.round((taxable * rate) / 100),
    cgst: oneState ? half : 0,
    sgst: oneState ? half : 0,
    cess: Math.round((taxable * cessRate) / 100),
  });
}

/** The value of a document as the sum of its amounts. */
export function withValue<T extends Omit<Amounts, 'value'>>(amounts: T): T & { value: Paise } {
  return { ...amounts, value: amountFields.reduce((sum, field) => sum + (amounts[field] ?? 0), 0) };
}

/** Calendar day so many days later. */
export function addDays(day: Day, days: number): Day {
  const [date = 1, month = 1, year = 2025] = day.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1, date + days));
  return makeDay(moved.getUTCDate(), moved.getUTCMonth() + 1, moved.getUTCFullYear());
}

export function randomDay(random: Random): Day {
  return addDays('01-04-2025', random.whole(365));
}

/** Rupees and paise, so that two documents agree by the same purchase and hardly ever by chance. */
export function randomTaxable(random: Random): Paise {
  return 50_000 + random.whole(random.chance(0.7) ? 5_000_000 : 90_000_000);
}

export interface Wanted {
  readonly date: Day;
  readonly taxable: Paise;
  readonly kind?: DocumentKind;
  readonly number?: string;
  /** in which the financial year of the number begins */
  readonly year?: number;
}

export function makeDocument(supplier: Supplier, nth: number, wanted: Wanted): TaxDocument {
  const { date, taxable, kind = 'invoice' } = wanted;
  return {
    gstin: supplier.gstin,
    number: wanted.number ?? numberOf(supplier, nth, kind, wanted.year),
    date,
    kind,
    ...amountsOf(taxable, supplier.rate, inState(supplier), supplier.cessRate),
  };
}

/** The documents of a year in the order of their numbers, which is that of their days. */
export function documentsOf(supplier: Supplier, random: Random): TaxDocument[] {
  if (supplier.regular !== undefined) return monthly(supplier, supplier.regular, 1 + random.whole(28));
  const days = Array.from({ length: supplier.size }, () => random.whole(365)).sort((a, b) => a - b);
  return days.map((day, index) => {
    const kind = random.chance(0.88) ? 'invoice' : random.chance(0.7) ? 'credit-note' : 'debit-note';
    return makeDocument(supplier, index + 1, {
      date: addDays('01-04-2025', day),
      taxable: randomTaxable(random),
      kind,
    });
  });
}

/** One document on the same day of each month from April, numbered from 1. */
export function monthly(supplier: Supplier, taxable: Paise, day: number, year = 2025): TaxDocument[] {
  return Array.from({ length: Math.min(12, supplier.size) }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    const date = makeDay(day, month, index < 9 ? year : year + 1);
    return makeDocument(supplier, index + 1, { date, taxable, year });
  });
}

/** The document as an honest clerk types it: the same, in an object of its own. */
export function typed(document: TaxDocument, change: Partial<TaxDocument> = {}): TaxDocument {
  return { ...document, ...change };
}
