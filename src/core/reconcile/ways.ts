import type { Paise } from '../kernel/money';
import type { Column } from './columns';
import { byKey, byKeys, bySameAmount, known, unlike, type Split } from './blocks';
import {
  formsOf,
  hasSoundGstin,
  headsApart,
  originalFormsOf,
  shorteningsOf,
  totalsApart,
  type Compared,
} from './compared';
import { isPartOf, type NumberForms } from './number';
import { isTypedWrong } from './slips';

export interface MatchSettings {
  /** by which taxable value and each tax head may differ and still be the same; 1 rupee unless told */
  readonly tolerance: Paise;
  /** by how many days two dates are near */
  readonly nearDays: number;
}

export const standardSettings: MatchSettings = { tolerance: 100, nearDays: 10 };

/** One way to compare a field of two documents. */
export interface Way {
  /** parts that two documents that pass are in together, so that only those are compared; none where any two may pass */
  readonly split?: Split;
  /** where two documents that pass have the same number, or of `taxable` one within the tolerance */
  readonly column?: Column;
  readonly holds: (a: Compared, b: Compared, settings: MatchSettings) => boolean;
}

const has = (text: string): string | undefined => (text === '' ? undefined : text);
const numbered = ({ spelled }: Compared): boolean => spelled !== '';
/** Two numbers that name different financial years are different numbers. */
const yearsAgree = (a: Compared, b: Compared): boolean => {
  const one = formsOf(a).year;
  const other = formsOf(b).year;
  return one === undefined || other === undefined || one === other;
};
const always = (): boolean => true;
const daysApart = (a: Compared, b: Compared): number => Math.abs(a.day - b.day);
const panOf = (gstin: string): string => gstin.slice(2, 12);
/** The same letters and digits, signs or not. 1/23 and 12/3 are two numbers; 123 may be either. */
const isBare = (a: Compared, b: Compared): boolean =>
  a.print === b.print &&
  numbered(a) &&
  numbered(b) &&
  formsOf(a).bare === formsOf(b).bare &&
  !(formsOf(a).plain.includes('/') && formsOf(b).plain.includes('/'));
const isNumberTypedWrong = (a: NumberForms, b: NumberForms): boolean =>
  isTypedWrong(a.clear, b.clear) || isTypedWrong(a.plain, b.plain);
const amends = (one: Compared, other: Compared): boolean =>
  numbered(other) && originalFormsOf(one)?.plain === formsOf(other).plain;
/** By a form of the number that both have. */
const byForm = (form: (forms: NumberForms) => string): Split =>
  byKey((one) => (numbered(one) ? has(form(formsOf(one))) : undefined));
const bySlips = byKeys((one) => (numbered(one) ? shorteningsOf(one) : []));

export const supplierWays = {
  // Documents of one supplier are compared together; only rungs between suppliers have to tell them apart.
  same: { column: 'supplier', holds: (a, b) => a.gstin === b.gstin },
  'other-gstin-of-pan': {
    split: byKey(({ gstin }) => has(panOf(gstin))),
    holds: (a, b) => a.gstin !== b.gstin && panOf(a.gstin) === panOf(b.gstin),
  },
  // A GSTIN typed wrong fails its check digit, except once in 36 times.
  'typed-wrong': {
    split: unlike(hasSoundGstin),
    holds: (a, b) => hasSoundGstin(a) !== hasSoundGstin(b) && isTypedWrong(a.gstin, b.gstin),
  },
  missing: { split: unlike(({ gstin }) => gstin === ''), holds: (a, b) => (a.gstin === '') !== (b.gstin === '') },
} satisfies Record<string, Way>;

export const kindWays = {
  same: { column: 'kind', split: byKey(({ kind }) => kind), holds: (a, b) => a.kind === b.kind },
  // What the buyer books as a debit note mirrors the supplier's credit note; and invoices are debited like debit notes.
  other: { holds: (a, b) => a.kind !== b.kind && (a.kind === 'debit-note' || b.kind === 'debit-note') },
} satisfies Record<string, Way>;

export const numberWays = {
  spelled: {
    column: 'print',
    split: byKey(({ spelled }) => has(spelled)),
    holds: (a, b) => numbered(a) && a.spelled === b.spelled,
  },
  plain: {
    column: 'print',
    split: byForm((forms) => forms.plain),
    holds: (a, b) => a.print === b.print && numbered(a) && numbered(b) && formsOf(a).plain === formsOf(b).plain,
  },
  bare: { column: 'print', split: byForm((forms) => forms.bare), holds: (a, b) => isBare(a, b) },
  core: {
    split: byForm((forms) => forms.core),
    holds: (a, b) => numbered(a) && numbered(b) && formsOf(a).core === formsOf(b).core && yearsAgree(a, b),
  },
  clear: {
    split: byForm((forms) => forms.clear),
    holds: (a, b) => numbered(a) && numbered(b) && formsOf(a).clear === formsOf(b).clear && yearsAgree(a, b),
  },
  part: {
    split: byForm((forms) => forms.serial),
    holds: (a, b) => numbered(a) && numbered(b) && isPartOf(formsOf(a), formsOf(b)) && yearsAgree(a, b),
  },
  'typed-wrong': {
    split: bySlips,
    holds: (a, b) => numbered(a) && numbered(b) && isNumberTypedWrong(formsOf(a), formsOf(b)) && yearsAgree(a, b),
  },
  // Another last digit is the next number, not a slip.
  slipped: {
    split: bySlips,
    holds: (a, b) =>
      numbered(a) &&
      numbered(b) &&
      isNumberTypedWrong(formsOf(a), formsOf(b)) &&
      formsOf(a).plain.slice(0, -1) !== formsOf(b).plain.slice(0, -1) &&
      yearsAgree(a, b),
  },
  original: {
    split: byKeys((one) => [
      ...(numbered(one) ? [formsOf(one).plain] : []),
      ...(one.original === undefined ? [] : [originalFormsOf(one)?.plain ?? '']),
    ]),
    holds: (a, b) => amends(a, b) || amends(b, a),
  },
  any: { holds: always },
} satisfies Record<string, Way>;

/** A number that counts nothing says nothing of a document of another day. */
const acrossDays =
  (holds: Way['holds']): Way['holds'] =>
  (a, b, settings) =>
    holds(a, b, settings) && (a.day === b.day || (formsOf(a).counts && formsOf(b).counts));

const isDated = ({ day }: Compared): boolean => !Number.isNaN(day);
const isOneDated = (a: Compared, b: Compared): boolean => isDated(a) !== isDated(b);
const byOneDate = unlike(isDated);

export const dateWays = {
  same: { column: 'day', split: byKey(({ day }) => known(day)), holds: (a, b) => a.day === b.day },
  'same-year': { split: byKey(({ year }) => known(year)), holds: acrossDays((a, b) => a.year === b.year) },
  near: { holds: acrossDays((a, b, { nearDays }) => daysApart(a, b) <= nearDays) },
  // Without a date, a short number with a round amount may be that of any year.
  missing: { split: byOneDate, holds: acrossDays((a, b) => isOneDated(a, b) && !isShort(a) && !isShort(b)) },
  'of-any-year': { split: byOneDate, holds: acrossDays(isOneDated) },
  'near-or-typed-wrong': {
    holds: acrossDays(
      (a, b, { nearDays }) => daysApart(a, b) <= nearDays || (isDateTypedWrong(a, b) && !isShort(a) && !isShort(b)),
    ),
  },
  'typed-wrong': {
    holds: acrossDays(
      (a, b) =>
        isOtherOrder(a.date, b.date) ||
        (daysApart(a, b) <= MONTH_AND_MORE && !isShort(a) && !isShort(b)) ||
        (isOtherYear(a.date, b.date) && isLong(a) && isLong(b)),
    ),
  },
  // At the end of March a month later is another financial year.
  unsure: {
    holds: acrossDays(
      (a, b) =>
        a.year === b.year ||
        (isDateTypedWrong(a, b) && !isShort(a) && !isShort(b)) ||
        Number.isNaN(a.day) ||
        Number.isNaN(b.day),
    ),
  },
  any: { holds: always },
} satisfies Record<string, Way>;

function isOtherOrder(one: string, other: string): boolean {
  if (one === '' || one === other) return false;
  return (
    one.slice(6) === other.slice(6) && one.slice(0, 2) === other.slice(3, 5) && one.slice(3, 5) === other.slice(0, 2)
  );
}

function isOtherYear(one: string, other: string): boolean {
  return (
    one !== '' && one.slice(0, 5) === other.slice(0, 5) && Math.abs(Number(one.slice(6)) - Number(other.slice(6))) === 1
  );
}

const MONTH_AND_MORE = 45;

/** Amounts that are not whole hundreds of rupees: two documents hardly have the same by chance. */
export function isTelling({ taxable }: Compared): boolean {
  return taxable % 10_000 !== 0;
}

function isDateTypedWrong(a: Compared, b: Compared): boolean {
  return isOtherOrder(a.date, b.date) || isOtherYear(a.date, b.date) || daysApart(a, b) <= MONTH_AND_MORE;
}

/** Short numbers come again each financial year, with round amounts. */
function isShort(document: Compared): boolean {
  return formsOf(document).plain.length < 4 && !isTelling(document);
}

/** Numbers that name their year, or have many digits, hardly come again. */
function isLong(document: Compared): boolean {
  return formsOf(document).year !== undefined || formsOf(document).serial.length >= 6;
}

export const amountWays = {
  same: { column: 'taxable', split: bySameAmount, holds: (a, b) => headsApart(a, b) === 0 },
  near: { column: 'taxable', holds: (a, b, { tolerance }) => headsApart(a, b) <= tolerance },
  'same-totals': { holds: (a, b, { tolerance }) => totalsApart(a, b) <= tolerance },
  'same-value': {
    holds: (a, b, { tolerance }) => Number.isNaN(headsApart(a, b)) && Math.abs(a.value - b.value) <= tolerance,
  },
  unknown: { holds: (a, b) => Number.isNaN(headsApart(a, b)) && Number.isNaN(a.value - b.value) },
  any: { holds: always },
} satisfies Record<string, Way>;
