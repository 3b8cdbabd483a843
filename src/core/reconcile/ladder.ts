import type { Because } from '../kernel/match-words';
import type { PairCategory } from './category';
import type { Column } from './columns';
import type { Compared } from './compared';
import { amountWays, dateWays, kindWays, numberWays, supplierWays, type MatchSettings, type Way } from './ways';

/** The fields of a document that a rung compares, and in which of their ways. */
export interface Compares {
  readonly supplier: keyof typeof supplierWays;
  readonly kind: keyof typeof kindWays;
  readonly number: keyof typeof numberWays;
  readonly date: keyof typeof dateWays;
  readonly amounts: keyof typeof amountWays;
}

export type Field = keyof Compares;

const fields: readonly Field[] = ['supplier', 'kind', 'number', 'date', 'amounts'];

export interface Rung extends Compares {
  readonly id: Because;
  readonly category: PairCategory;
  /** how sure a pair is, from 0 to 1 */
  readonly score: number;
  /** a pair counts only where no other document is as near to either of the two */
  readonly alone?: true;
  /** and where no other document of the supplier has these amounts: on the `day`, or in `all` */
  readonly lonely?: 'day' | 'all';
}

/** A rung that compares several documents of one side with one or several of the other, by the sum of their amounts. */
export interface GroupRung {
  readonly id: Because;
  readonly category: PairCategory;
  readonly score: number;
  readonly group: 'same-number' | 'same-number-in-year' | 'parts-of-number' | 'netted' | 'sum-of-day' | 'sum-of-month';
  /** how far the sums may be apart: not at all, or by the tolerance */
  readonly sums: 'same' | 'near';
}

/** Rungs that are tried supplier by supplier, or between all suppliers. */
export interface Phase {
  readonly scope: 'supplier' | 'everyone';
  /** copies of documents that are paired by now are set aside before it */
  readonly copiesFirst?: true;
  readonly rungs: readonly (Rung | GroupRung)[];
}

const SAME = { supplier: 'same', kind: 'same', date: 'same' } as const;
const ALONE = { ...SAME, alone: true } as const;

/** The safe ones: number, date and amounts agree, only the writing of the number is forgiven. */
// prettier-ignore
const safe: Phase = { scope: 'supplier', rungs: [
  { id: 'same', category: 'Matched', score: 1, ...SAME, number: 'spelled', amounts: 'same' },
  { id: 'written-otherwise', category: 'Matched', score: 0.99, ...SAME, number: 'plain', amounts: 'same' },
  { id: 'same', category: 'Matched within tolerance', score: 0.97, ...SAME, number: 'spelled', amounts: 'near' },
  { id: 'written-otherwise', category: 'Matched within tolerance', score: 0.96, ...SAME, number: 'plain', amounts: 'near' },
  { id: 'same-number-in-parts', category: 'Matched', score: 0.95, group: 'same-number', sums: 'same' },
  { id: 'same-number-in-parts', category: 'Matched within tolerance', score: 0.94, group: 'same-number', sums: 'near' },
  { id: 'separators', category: 'Matched', score: 0.95, ...ALONE, number: 'bare', amounts: 'same' },
  { id: 'separators', category: 'Matched within tolerance', score: 0.93, ...ALONE, number: 'bare', amounts: 'near' },
  { id: 'without-year', category: 'Matched', score: 0.94, ...ALONE, number: 'core', amounts: 'same' },
  { id: 'without-year', category: 'Matched within tolerance', score: 0.92, ...ALONE, number: 'core', amounts: 'near' },
  { id: 'part', category: 'Matched', score: 0.91, ...ALONE, number: 'part', amounts: 'same' },
] };

/** All agrees but the supplier. */
// prettier-ignore
const suppliers: Phase = { scope: 'everyone', rungs: [
  { id: 'other-gstin-of-pan', category: 'GSTIN mismatch', score: 0.88, ...ALONE, supplier: 'other-gstin-of-pan', number: 'plain', amounts: 'near' },
  { id: 'gstin-typed-wrong', category: 'GSTIN mismatch', score: 0.87, ...ALONE, supplier: 'typed-wrong', number: 'plain', amounts: 'near' },
  { id: 'gstin-missing', category: 'GSTIN mismatch', score: 0.85, ...ALONE, supplier: 'missing', number: 'plain', amounts: 'near' },
] };

/** All agrees but the date. */
// prettier-ignore
const dates: Phase = { scope: 'supplier', rungs: [
  { id: 'date-differs', category: 'Date mismatch', score: 0.86, ...SAME, date: 'same-year', number: 'plain', amounts: 'near' },
  { id: 'date-differs', category: 'Date mismatch', score: 0.8, ...ALONE, date: 'same-year', number: 'bare', amounts: 'same' },
  { id: 'date-typed-wrong', category: 'Date mismatch', score: 0.78, ...ALONE, date: 'near-or-typed-wrong', number: 'bare', amounts: 'near', lonely: 'all' },
  { id: 'date-missing', category: 'Date mismatch', score: 0.84, ...ALONE, date: 'missing', number: 'plain', amounts: 'near' },
  { id: 'date-missing', category: 'Date mismatch', score: 0.78, ...ALONE, date: 'missing', number: 'bare', amounts: 'near' },
  { id: 'date-typed-wrong', category: 'Date mismatch', score: 0.83, ...ALONE, date: 'typed-wrong', number: 'plain', amounts: 'near' },
  { id: 'date-typed-wrong', category: 'Date mismatch', score: 0.82, ...ALONE, date: 'near-or-typed-wrong', number: 'plain', amounts: 'near', lonely: 'all' },
] };

/** What may differ beside the supplier, and how sure a pair is then, in hundredths. */
// prettier-ignore
const beside: readonly (Pick<Rung, 'number'> & Partial<Pick<Rung, 'date' | 'lonely'>> & { readonly sure: number })[] = [
  { number: 'bare', sure: 66 },
  { number: 'core', sure: 70 },
  { number: 'clear', sure: 68 },
  { number: 'part', sure: 65 },
  { number: 'plain', date: 'unsure', lonely: 'all', sure: 60 },
  { number: 'typed-wrong', lonely: 'day', sure: 55 },
];

const twiceFor = (id: Because, supplier: Rung['supplier'], less: number, ways: typeof beside): Rung[] =>
  ways.map(({ sure, ...way }) => ({
    ...ALONE,
    ...way,
    id,
    category: 'GSTIN mismatch',
    score: (sure - less) / 100,
    supplier,
    amounts: 'same',
  }));

/** The supplier and one thing more do not agree. */
const twice: Phase = {
  scope: 'everyone',
  rungs: [
    ...twiceFor('other-gstin-of-pan', 'other-gstin-of-pan', 0, beside),
    ...twiceFor('gstin-typed-wrong', 'typed-wrong', 5, beside),
    // Without a GSTIN, a number that is only alike may be anybody's.
    ...twiceFor(
      'gstin-missing',
      'missing',
      10,
      beside.filter(({ number }) => number !== 'typed-wrong'),
    ),
  ],
};

/** What a person has to look at. */
// prettier-ignore
const doubtful: Phase = { scope: 'supplier', copiesFirst: true, rungs: [
  { id: 'part', category: 'Probable', score: 0.8, ...ALONE, number: 'part', amounts: 'near' },
  { id: 'letters-for-digits', category: 'Probable', score: 0.8, ...ALONE, number: 'clear', amounts: 'near' },
  { id: 'value-only', category: 'Probable', score: 0.8, ...ALONE, number: 'plain', amounts: 'same-value' },
  { id: 'other-kind', category: 'Probable', score: 0.78, ...ALONE, kind: 'other', number: 'plain', amounts: 'near' },
  { id: 'original-number', category: 'Probable', score: 0.76, ...ALONE, number: 'original', date: 'any', amounts: 'near' },
  { id: 'number-typed-wrong', category: 'Probable', score: 0.75, ...ALONE, number: 'typed-wrong', amounts: 'same', lonely: 'day' },
  { id: 'number-typed-wrong', category: 'Probable', score: 0.72, ...ALONE, number: 'slipped', amounts: 'near', lonely: 'day' },
  { id: 'same-number-in-parts', category: 'Probable', score: 0.75, group: 'same-number-in-year', sums: 'near' },
  { id: 'number-in-parts', category: 'Probable', score: 0.75, group: 'parts-of-number', sums: 'near' },
  { id: 'netted', category: 'Probable', score: 0.75, group: 'netted', sums: 'near' },
  { id: 'sum-of-day', category: 'Probable', score: 0.7, group: 'sum-of-day', sums: 'near' },
  { id: 'without-year-and-date', category: 'Probable', score: 0.7, ...ALONE, date: 'near', number: 'core', amounts: 'near' },
  { id: 'date-missing', category: 'Probable', score: 0.7, ...ALONE, date: 'of-any-year', number: 'plain', amounts: 'near' },
  { id: 'tax-heads', category: 'Tax-head mismatch', score: 0.7, ...SAME, date: 'same-year', number: 'plain', amounts: 'same-totals' },
  { id: 'tax-heads', category: 'Tax-head mismatch', score: 0.65, ...ALONE, number: 'core', amounts: 'same-totals' },
  { id: 'amounts-unknown', category: 'Probable', score: 0.6, ...ALONE, number: 'plain', amounts: 'unknown' },
  { id: 'value', category: 'Value mismatch', score: 0.6, ...SAME, number: 'plain', amounts: 'any' },
  { id: 'value', category: 'Value mismatch', score: 0.55, ...SAME, date: 'same-year', number: 'spelled', amounts: 'any' },
  { id: 'value', category: 'Value mismatch', score: 0.5, ...ALONE, date: 'near', number: 'plain', amounts: 'any' },
  { id: 'value', category: 'Value mismatch', score: 0.5, ...ALONE, number: 'core', amounts: 'any' },
  { id: 'value', category: 'Value mismatch', score: 0.5, ...ALONE, number: 'bare', amounts: 'any' },
  { id: 'original-value', category: 'Value mismatch', score: 0.5, ...ALONE, number: 'original', date: 'any', amounts: 'any' },
  { id: 'without-year-and-date', category: 'Probable', score: 0.45, ...ALONE, date: 'unsure', number: 'core', amounts: 'same', lonely: 'all' },
  { id: 'letters-and-date', category: 'Probable', score: 0.45, ...ALONE, date: 'unsure', number: 'clear', amounts: 'same', lonely: 'all' },
  { id: 'without-year-and-date', category: 'Probable', score: 0.42, ...ALONE, date: 'same-year', number: 'core', amounts: 'same' },
  { id: 'letters-and-date', category: 'Probable', score: 0.42, ...ALONE, date: 'same-year', number: 'clear', amounts: 'same' },
  { id: 'number-and-date', category: 'Probable', score: 0.41, ...ALONE, date: 'near', number: 'slipped', amounts: 'same', lonely: 'day' },
  { id: 'part-and-date', category: 'Probable', score: 0.41, ...ALONE, date: 'near', number: 'part', amounts: 'same' },
  { id: 'part-and-date', category: 'Probable', score: 0.45, ...ALONE, date: 'unsure', number: 'part', amounts: 'same', lonely: 'all' },
  { id: 'number-and-date', category: 'Probable', score: 0.4, ...ALONE, date: 'unsure', number: 'typed-wrong', amounts: 'same', lonely: 'all' },
  { id: 'number-differs', category: 'Probable', score: 0.4, ...ALONE, number: 'any', amounts: 'same', lonely: 'all' },
  { id: 'number-differs', category: 'Probable', score: 0.35, ...ALONE, number: 'any', amounts: 'same', lonely: 'day' },
  { id: 'sum-of-month', category: 'Probable', score: 0.3, group: 'sum-of-month', sums: 'same' },
] };

/** What the user links is no rung's business; the category says whether the amounts agree. */
export const byHand = {
  near: { id: 'by-hand', category: 'Matched', score: 1, group: 'same-number', sums: 'near' },
  apart: { id: 'by-hand', category: 'Value mismatch', score: 1, group: 'same-number', sums: 'near' },
} as const satisfies Record<string, GroupRung>;

/** From the safest down. What a rung pairs, no later rung sees. */
export const ladder: readonly Phase[] = [safe, suppliers, dates, twice, doubtful];

/** Those that compare one document with one, in their order: to explain by. */
export const pairRungs: readonly Rung[] = ladder.flatMap(({ rungs }) => rungs.filter((rung) => 'number' in rung));

/** How a rung compares a field. */
export function wayOf(rung: Rung, field: Field): Way {
  switch (field) {
    case 'supplier':
      return supplierWays[rung.supplier];
    case 'kind':
      return kindWays[rung.kind];
    case 'number':
      return numberWays[rung.number];
    case 'date':
      return dateWays[rung.date];
    case 'amounts':
      return amountWays[rung.amounts];
  }
}

/** The ways in which all of some rungs compare, those that tell most documents apart first. */
export function sharedWays(rungs: Phase['rungs']): Way[] {
  const order = ['amounts', 'date', 'kind', 'number', 'supplier'] as const satisfies readonly Field[];
  return order.flatMap((field) => {
    const ways = new Set(rungs.map((rung) => ('group' in rung ? undefined : wayOf(rung, field))));
    return ways.size === 1 ? [...ways].filter((way) => way !== undefined) : [];
  });
}

/** What the documents of a group of each sort have in common. */
const groupColumns: Partial<Readonly<Record<GroupRung['group'], readonly Column[]>>> = {
  'same-number': ['supplier', 'kind', 'day', 'print'],
};

/** In which columns documents of both sides are the same that belong together. */
export interface InCommon {
  readonly columns: readonly Column[];
  /** several of one side at least */
  readonly isGroup: boolean;
}

/** What two documents have in common that one of some rungs pairs, and what the documents of each sort of group have. */
export function inCommon(rungs: Phase['rungs']): InCommon[] {
  const pairs = rungs.filter((rung) => 'number' in rung);
  const groups = new Set(rungs.flatMap((rung) => ('group' in rung ? [rung.group] : [])));
  const [first = [], ...others] = pairs.map((rung) => fields.flatMap((field) => wayOf(rung, field).column ?? []));
  const columns = first.filter((column) => others.every((some) => some.includes(column)));
  return [
    { columns, isGroup: false },
    ...[...groups].map((group) => ({ columns: groupColumns[group] ?? [], isGroup: true })),
  ];
}

/** The fields in which two documents miss a rung; none where they could be its pair. */
export function missed(rung: Rung, a: Compared, b: Compared, settings: MatchSettings): Field[] {
  return fields.filter((field) => !wayOf(rung, field).holds(a, b, settings));
}
