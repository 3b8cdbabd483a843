import { dayNumber, type Day } from '../../../src/core/kernel/day';
import { isGstin } from '../../../src/core/kernel/gstin';
import type { Paise } from '../../../src/core/kernel/money';
import type { TaxDocument } from '../../../src/core/reconcile/document';
import type { Random } from '../generate-download';
import type { FieldDefect } from './defects';
import { addDays, amountFields, amountsOf, withValue } from './documents';
import { inState, withCheckCharacter, type Supplier } from './suppliers';

type DayChange = (day: Day, random: Random, supplier: Supplier) => Day;

const dayChanges: Record<string, DayChange> = {
  'day and month swapped': (day) => `${day.slice(3, 5)}-${day.slice(0, 2)}${day.slice(5)}`,
  'other day of the month': (day, random) => `${String(1 + random.whole(28)).padStart(2, '0')}${day.slice(2)}`,
  'posted some days later': (day, random) => addDays(day, 1 + random.whole(9)),
  'next month': (day) => addDays(day, 30),
  // The rent of the same month a year before looks just like it.
  'wrong year': (day, random, supplier) =>
    supplier.regular === undefined ? day.slice(0, 6) + String(Number(day.slice(6)) + random.pick([-1, 1])) : day,
  'no date': () => '',
};

export const dateDefects: readonly FieldDefect[] = Object.entries(dayChanges).map(([name, change]) => ({
  name,
  field: 'date',
  grade: name === 'wrong year' ? 'other' : 'short',
  categories: name === 'no date' ? ['Date mismatch', 'Probable'] : ['Date mismatch'],
  change: ({ date }, { random, supplier }) => {
    const wrong = change(date, random, supplier);
    return { date: wrong === '' || dayNumber(wrong) !== undefined ? wrong : date };
  },
}));

type AmountChange = (document: TaxDocument, random: Random, supplier: Supplier) => Partial<TaxDocument>;

/** Both tolerances hold: a rupee for each amount, and one for all tax together. */
const within: Record<string, AmountChange> = {
  'differs within tolerance': (document, random) =>
    shifted(document, () => random.whole(67) - 33, 1 + random.whole(100)),
  'rounded to whole rupees': (document) =>
    withValue({ ...document, ...eachAmount(document, (paise) => Math.round(paise / 100) * 100) }),
  'a rupee apart': (document) => shifted(document, (_, heads) => (heads === 2 ? 50 : 100), 100),
};

const beyond: Record<string, AmountChange> = {
  'a paisa beyond tolerance': (document) => shifted(document, () => 0, 101),
  'taxable value lower': (document, random, supplier) => taxed(document, 0.5 + random.next() * 0.45, supplier),
  'taxable value higher': (document, random, supplier) => taxed(document, 1.05 + random.next(), supplier),
  'tax lower': (document, random) => taxTimes(document, 0.4 + random.next() * 0.5),
  'tax higher': (document, random) => taxTimes(document, 1.1 + random.next()),
  'cess typed as 0': (document) => ((document.cess ?? 0) > 100 ? withValue({ ...document, cess: 0 }) : document),
};

function eachAmount(document: TaxDocument, change: (paise: Paise) => Paise): Partial<TaxDocument> {
  return Object.fromEntries(amountFields.map((field) => [field, change(document[field] ?? 0)] as const));
}

/** Moves the heads that have tax, and the taxable value. */
function shifted(
  document: TaxDocument,
  by: (paise: Paise, heads: number) => Paise,
  taxableBy: Paise,
): Partial<TaxDocument> {
  const taxes = (['igst', 'cgst', 'sgst'] as const).filter((field) => (document[field] ?? 0) > 0);
  const changed = taxes.map(
    (field) => [field, (document[field] ?? 0) + by(document[field] ?? 0, taxes.length)] as const,
  );
  return withValue({ ...document, ...Object.fromEntries(changed), taxable: (document.taxable ?? 0) + taxableBy });
}

function taxed(document: TaxDocument, times: number, supplier: Supplier): Partial<TaxDocument> {
  const taxable = Math.round((document.taxable ?? 0) * times);
  return amountsOf(taxable, supplier.rate, inState(supplier), supplier.cessRate);
}

function taxTimes(document: TaxDocument, times: number): Partial<TaxDocument> {
  const { igst = 0, cgst = 0 } = document;
  const half = Math.round(cgst * times);
  return withValue({ ...document, igst: Math.round(igst * times), cgst: half, sgst: half });
}

function headsSwapped(document: TaxDocument): Partial<TaxDocument> {
  const { igst = 0, cgst = 0, sgst = 0 } = document;
  if (igst === 0) return { igst: cgst + sgst, cgst: 0, sgst: 0 };
  return { igst: 0, cgst: Math.ceil(igst / 2), sgst: Math.floor(igst / 2) };
}

export const amountDefects: readonly FieldDefect[] = [
  ...Object.entries(within).map(([name, change]) => amountDefect(name, 'same', [], change)),
  ...Object.entries(beyond).map(([name, change]) => amountDefect(name, 'other', ['Value mismatch'], change)),
  amountDefect('tax heads swapped', 'other', ['Tax-head mismatch'], headsSwapped),
];

function amountDefect(
  name: string,
  grade: FieldDefect['grade'],
  categories: FieldDefect['categories'],
  change: AmountChange,
): FieldDefect {
  return {
    name,
    field: 'amount',
    grade,
    categories,
    change: (document, { random, supplier }) => change(document, random, supplier),
  };
}

type GstinChange = (gstin: string, random: Random) => string;

const gstinChanges: Record<string, GstinChange> = {
  'GSTIN with a wrong character': (gstin, random) => {
    const at = random.whole(15);
    const others = /\d/.test(gstin.charAt(at)) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    return gstin.slice(0, at) + others.charAt(random.whole(others.length)) + gstin.slice(at + 1);
  },
  'GSTIN with neighbours transposed': (gstin, random) => {
    const at = random.whole(14);
    return gstin.slice(0, at) + gstin.charAt(at + 1) + gstin.charAt(at) + gstin.slice(at + 2);
  },
  'GSTIN of another state': (gstin, random) =>
    withCheckCharacter(
      random.pick(['27', '29', '24', '07', '33'].filter((state) => !gstin.startsWith(state))) + gstin.slice(2, 14),
    ),
  'no GSTIN': () => '',
};

export const gstinDefects: readonly FieldDefect[] = Object.entries(gstinChanges).map(([name, change]) => ({
  name,
  field: 'gstin',
  grade: 'short',
  categories: name === 'no GSTIN' ? ['GSTIN mismatch', 'Probable'] : ['GSTIN mismatch'],
  change: ({ gstin }, { random }) => {
    const wrong = change(gstin, random);
    if (wrong === '') return { gstin: '', ...(random.chance(0.5) && { outOfScope: 'no-gstin' as const }) };
    const isTypo = name.startsWith('GSTIN with');
    return { gstin: isTypo && isGstin(wrong) ? gstin : wrong };
  },
}));

export const kindDefects: readonly FieldDefect[] = [
  {
    name: 'note typed as the other kind of note',
    field: 'kind',
    grade: 'other',
    categories: ['Probable'],
    change: ({ kind }) =>
      kind === 'invoice' ? {} : { kind: kind === 'credit-note' ? ('debit-note' as const) : ('credit-note' as const) },
  },
];

/** What the register has no column for is not told at all. */
export const untold: readonly FieldDefect[] = [
  {
    name: 'no column for cess',
    field: 'untold',
    grade: 'same',
    categories: [],
    change: (document) => ((document.cess ?? 0) > 0 ? { cess: undefined } : {}),
  },
  {
    name: 'no columns for the tax heads',
    field: 'untold',
    grade: 'same',
    categories: [],
    change: () => ({ igst: undefined, cgst: undefined, sgst: undefined, cess: undefined }),
  },
];
