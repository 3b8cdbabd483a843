/** Indian rupees in whole paise. Exact up to 90 trillion rupees, the limit of integers in a double. */
export type Paise = number;

/** The portal's own limit: 15 digits with the paise, see rule book 3.4 and the GSTR-2B template (9999999999999.99). */
export const MAX_PAISE: Paise = 999_999_999_999_999;

export type MoneyReading =
  | { readonly kind: 'amount'; readonly paise: Paise; readonly rounded: boolean; readonly fromText: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' };

const BLANK_READING: MoneyReading = { kind: 'blank' };
const UNREADABLE: MoneyReading = { kind: 'unreadable' };

/**
 * Digits with optional sign, rupee sign, Indian or western grouping, and brackets for a negative amount. The last group
 * has three digits, so that a decimal comma (12,34) is not taken for a grouping one.
 */
const PLAIN_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.\d*)?$/;

/**
 * Reads an amount in rupees, from JSON or from a cell. `rounded` says that it had more than two decimals
 * (float noise such as 0.30000000000000004 does not count); `fromText` that it was a number kept as text.
 */
export function readMoney(value: unknown): MoneyReading {
  if (typeof value === 'number') return paiseOf(value, false);
  if (value === undefined || value === null || value === '') return BLANK_READING;
  if (typeof value !== 'string') return UNREADABLE;
  let text = value.replace(/[₹\s]/g, '').replace(/^(?:rs|inr)\.?/i, '');
  if (text === '') return value.trim() === '' ? BLANK_READING : UNREADABLE;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1] !== undefined) text = `-${bracketed[1]}`;
  if (!PLAIN_NUMBER.test(text) || !/\d/.test(text)) return UNREADABLE;
  return paiseOf(Number(text.replace(/,/g, '')), true);
}

function paiseOf(rupees: number, fromText: boolean): MoneyReading {
  if (!Number.isFinite(rupees)) return UNREADABLE;
  const exact = rupees * 100;
  const paise = Math.sign(exact) * Math.round(Math.abs(exact));
  if (Math.abs(paise) > MAX_PAISE) return UNREADABLE;
  // A double near 10^13 rupees is off by up to a fifth of a paisa, so noise grows with the amount.
  const noise = Math.max(1e-6, Math.abs(exact) * 4e-16);
  return { kind: 'amount', paise: paise === 0 ? 0 : paise, rounded: Math.abs(exact - paise) > noise, fromText };
}

/** Paise as the number of rupees that a cell or the portal's JSON shows; never more than two decimals. */
export function rupees(paise: Paise): number {
  return paise / 100;
}

/** `12,34,567.00`: two decimals, lakh and crore grouping. */
export function formatRupees(paise: Paise): string {
  const digits = String(Math.floor(Math.abs(paise) / 100));
  const decimals = String(Math.abs(paise) % 100).padStart(2, '0');
  const head = digits.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ',');
  return `${paise < 0 ? '-' : ''}${head === '' ? '' : `${head},`}${digits.slice(-3)}.${decimals}`;
}

/** `₹ 9,000.00`, with a space that does not break: an amount never stands apart from its currency. */
export function inRupees(paise: Paise): string {
  return `₹\u00a0${formatRupees(paise)}`;
}

/** `1,00,000`: a count in Indian grouping. */
export function formatCount(count: number): string {
  return formatRupees(count * 100).slice(0, -3);
}
