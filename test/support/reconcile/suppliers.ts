import { gstinCheckCharacter } from '../../../src/core/kernel/gstin';
import type { Paise } from '../../../src/core/kernel/money';
import type { DocumentKind } from '../../../src/core/reconcile/document';
import { RECIPIENT, type Random } from '../generate-download';

export interface Supplier {
  readonly gstin: string;
  readonly style: NumberStyle;
  readonly prefix: string;
  /** the number before the first of a financial year */
  readonly start: number;
  /** percent */
  readonly rate: number;
  /** percent */
  readonly cessRate: number;
  /** taxable value of every document, one a month: rent, AMC, telephone; undefined where amounts vary */
  readonly regular: Paise | undefined;
  /** documents of the year */
  readonly size: number;
}

/** How a supplier numbers its documents, with the year in which the financial year begins (2025). */
type NumberStyle = (prefix: string, nth: number, year: number) => string;

const numberStyles: readonly NumberStyle[] = [
  (prefix, nth, year) => `${prefix}/${shortYear(year)}/${pad(nth, 4)}`,
  (prefix, nth) => `${noteMark(prefix)}${nth}`,
  (prefix, nth) => `${prefix}-${nth}`,
  (prefix, nth) => `${prefix === 'CN' ? 17 : prefix === 'DN' ? 18 : 51}${pad(nth, 8)}`,
  (prefix, nth, year) => `GST${compactYear(year)}${prefix.slice(0, 2)}${pad(nth, 7)}`,
  (prefix, nth) => `${noteMark(prefix)}${pad(nth, 7)}`,
  (prefix, nth, year) => `${noteMark(prefix)}${nth}/${shortYear(year)}`,
  (prefix, nth, year) => `${noteMark(prefix)}${compactYear(year)}${pad(nth, 7)}`,
  (prefix, nth) => `${prefix}${nth}`,
  (prefix, nth, year) => `${prefix.slice(0, 3)}/${year}-${String(year + 1).slice(2)}/${pad(nth, 4)}`,
  (prefix, nth) => `${noteMark(prefix)}${nth}/MUM`,
  (prefix, nth, year) => `${prefix}/${String(year).slice(2)}${pad((nth % 12) + 1, 2)}/${pad(nth, 5)}`,
];

/** Suppliers without a prefix of their own still tell notes from invoices. */
function noteMark(prefix: string): string {
  return prefix === 'CN' || prefix === 'DN' ? prefix : '';
}

/** `25-26` */
function shortYear(year: number): string {
  return `${String(year).slice(2)}-${String(year + 1).slice(2)}`;
}

/** `2526` */
function compactYear(year: number): string {
  return shortYear(year).replace('-', '');
}

function pad(count: number, length: number): string {
  return String(count).padStart(length, '0');
}

export function numberOf(supplier: Supplier, nth: number, kind: DocumentKind = 'invoice', year = 2025): string {
  const prefix = kind === 'invoice' ? supplier.prefix : kind === 'credit-note' ? 'CN' : 'DN';
  return supplier.style(prefix, supplier.start + nth, year);
}

export function inState(supplier: Supplier): boolean {
  return supplier.gstin.startsWith(RECIPIENT.slice(0, 2));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const states = ['27', '27', '27', '29', '24', '07', '33', '36', '09', '19', '06', '08'];
const prefixes = ['INV', 'TI', 'A', 'SI', 'BILL', 'GST', 'MH', 'S', 'PUN', 'TX'];

/** A GSTIN nobody else has: every one of a run is made with its own `index`. */
export function makeGstin(index: number, random: Random, state = random.pick(states)): string {
  const letter = () => LETTERS.charAt(random.whole(26));
  return withCheckCharacter(`${state}ZZZ${random.pick(['C', 'F', 'P'])}${letter()}${pad(index, 4)}${letter()}1Z`);
}

export function withCheckCharacter(first14: string): string {
  return `${first14}${gstinCheckCharacter(first14) ?? ''}`;
}

export function makeSupplier(index: number, random: Random, wanted: Partial<Supplier> = {}): Supplier {
  return {
    gstin: makeGstin(index, random),
    style: random.pick(numberStyles),
    prefix: random.pick(prefixes),
    start: random.chance(0.3) ? 0 : random.whole(6000),
    rate: random.pick([5, 12, 18, 18, 18, 28]),
    cessRate: random.chance(0.08) ? 12 : 0,
    regular: undefined,
    size: 1,
    ...wanted,
  };
}

/** Plain numbers, for traps that write their own. */
export const ownNumbers: NumberStyle = (_, nth) => String(nth);

/** Most suppliers have a handful of documents, some have hundreds, one has very many; every sixth bills the same amount each month. */
export function makeSuppliers(count: number, random: Random): Supplier[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return makeSupplier(index, random, { size: 700 });
    if (index < 4) return makeSupplier(index, random, { size: 100 + random.whole(100) });
    if (index % 6 === 0) {
      return makeSupplier(index, random, {
        size: 4 + random.whole(9),
        regular: 100 * (5_000 + random.whole(95_000)),
        cessRate: 0,
      });
    }
    return makeSupplier(index, random, { size: 1 + random.whole(5) });
  });
}
