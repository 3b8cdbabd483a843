import type { TaxDocument } from '../../../src/core/reconcile/document';
import { addDays, documentsOf, makeDocument, monthly, randomDay, randomTaxable, typed, withValue } from './documents';
import { caseOf, may, must, type Case } from './labels';
import { twoOf } from './number-traps';
import { ownNumbers, withCheckCharacter } from './suppliers';
import type { Trap } from './traps';

/** What clerks put in the place of a number, the same for each document of the supplier. */
const inPlaceOfNumbers = ['2025', '2526', '2025-26', 'RENT', 'CASH', 'AS PER BILL', '-', '000'];

/** Numbers that number nothing, kinds mixed up, amendments and entries made twice: as registers of real clerks have them. */
export const entryTraps: Record<string, (trap: Trap) => Case> = {
  'rent, books with one word for all numbers, one month missing on each side': ({ random, supplier }) => {
    const all = monthly(supplier({ style: ownNumbers, start: 0, size: 12, cessRate: 0 }), 10_000_00, 5);
    const word = random.pick(inPlaceOfNumbers);
    const at = random.whole(10);
    const entries = all.map((one) => typed(one, { number: word }));
    // Day and amount may lead to the entry, but those of another month are another rent.
    const labels = all.map((one, month) => may(one, [entries[month]!], ['Probable']));
    return without(at, at + 1, all, entries, labels);
  },
  'rent, one number for all months on both sides, one month missing on each': ({ random, supplier }) => {
    const year = random.pick(['2025', '2526', '2025-26', 'FY 25-26', 'RENT', 'RENT/2025-26']);
    const rent = supplier({ style: () => year, size: 12, cessRate: 0 });
    const all = monthly(rent, 10_000_00, 5);
    const at = random.whole(10);
    const entries = all.map((one) => typed(one));
    const labels = all.map((one, month) => must(one, [entries[month]!], ['Matched']));
    return without(at, at + 1, all, entries, labels);
  },
  'books with one word for all numbers, amounts that vary': ({ random, supplier }) => {
    const all = documentsOf(supplier({ size: 6 }), random);
    const word = random.pick(inPlaceOfNumbers);
    const entries = all.map((one) => typed(one, { number: word }));
    return { ims: all, books: entries, labels: all.map((one, at) => must(one, [entries[at]!], ['Probable'])) };
  },
  'rent, a number typed as that of the month before': ({ random, supplier }) => {
    const all = monthly(supplier({ style: ownNumbers, start: 0, size: 12, cessRate: 0 }), 10_000_00, 5);
    const at = 1 + random.whole(11);
    const slip = typed(all[at]!, { number: all[at - 1]!.number });
    const rest = all.filter((one) => one !== all[at]).map((one) => [one, typed(one)] as const);
    return caseOf(rest, [all[at]!], [slip], [must(all[at]!, [slip], ['Probable'])]);
  },
  'rent without dates, of the year before': ({ supplier }) => {
    const rent = supplier({ style: ownNumbers, start: 0, size: 12, cessRate: 0 });
    const [before, now] = [monthly(rent, 10_000_00, 5, 2024), monthly(rent, 10_000_00, 5, 2025)];
    const entries = before.map((one) => typed(one, { date: '' }));
    return { ims: now, books: entries, labels: now.map((one, at) => may(one, [entries[at]!], ['Probable'])) };
  },
  'invoice and debit note under one number, on both sides': (trap) => {
    const [invoice, note] = invoiceAndDebitNote(trap);
    return caseOf([
      [invoice, typed(invoice)],
      [note, typed(note)],
    ]);
  },
  'invoice and debit note under one number, the books have both as invoices': (trap) => {
    const [invoice, note] = invoiceAndDebitNote(trap);
    const entry = typed(note, { kind: 'invoice' });
    return caseOf([[invoice, typed(invoice)]], [note], [entry], [must(note, [entry], ['Probable'])]);
  },
  'invoice on one side, debit note of its number on the other': (trap) => {
    const [invoice, note] = invoiceAndDebitNote(trap);
    return trap.random.chance(0.5) ? caseOf([], [invoice], [note]) : caseOf([], [note], [invoice]);
  },
  'credit note entered under the number of its invoice': ({ random, supplier }) => {
    const from = supplier({ style: ownNumbers, start: 500 });
    const invoice = makeDocument(from, 1, { date: randomDay(random), taxable: randomTaxable(random) });
    const note = makeDocument(from, 9, {
      date: addDays(invoice.date, 3),
      taxable: Math.round((invoice.taxable ?? 0) / 3),
      kind: 'credit-note',
      number: 'CN/9',
    });
    const entry = typed(note, { number: invoice.number });
    return caseOf([[invoice, typed(invoice)]], [note], [entry], [must(note, [entry], ['Probable'])]);
  },
  'credit note entered as an invoice': (trap) => {
    const [note] = twoOf(trap, 'CN/14', '15', { sameDay: true, sameAmount: false });
    return caseOf([], [{ ...note, kind: 'credit-note' }], [typed(note)]);
  },
  'amended, the books have original and amended': (trap) => {
    const { original, amended } = amendment(trap, trap.random.chance(0.5));
    const { original: _, ...entry } = amended;
    return caseOf([[amended, entry]], [], [typed(original)]);
  },
  'original and amended on both sides': (trap) => {
    const { original, amended } = amendment(trap, trap.random.chance(0.5));
    const { original: _, ...entry } = amended;
    return caseOf([
      [original, typed(original)],
      [amended, entry],
    ]);
  },
  'two states of one PAN with one series, an entry under the wrong one': (trap) => {
    const [a, b] = twoOf(trap, 'MH/31', 'MH/31', { sameDay: true, sameAmount: false });
    const other = {
      ...b,
      gstin: withCheckCharacter(`${a.gstin.startsWith('33') ? '29' : '33'}${a.gstin.slice(2, 14)}`),
    };
    const entry = typed(other, { gstin: a.gstin });
    return caseOf([[a, typed(a)]], [other], [entry], [must(other, [entry], ['GSTIN mismatch'])]);
  },
  'freight entered by itself, under another number': (trap) => {
    const [whole] = twoOf(trap, '2207', '1', { sameDay: true, sameAmount: false });
    const share = (part: (paise: number) => number): Partial<TaxDocument> =>
      withValue({
        taxable: part(whole.taxable ?? 0),
        igst: part(whole.igst ?? 0),
        cgst: part(whole.cgst ?? 0),
        sgst: part(whole.sgst ?? 0),
        cess: part(whole.cess ?? 0),
      });
    const goods = typed(
      whole,
      share((paise) => paise - Math.floor(paise / 20)),
    );
    const freight = typed(whole, { ...share((paise) => Math.floor(paise / 20)), number: 'LR 66120' });
    const links = [
      { ims: [whole], books: [goods, freight], categories: ['Probable' as const] },
      { ims: [whole], books: [goods], categories: ['Value mismatch' as const] },
    ];
    return { ims: [whole], books: [goods, freight], labels: [{ must: true, links }] };
  },
  'entered twice, once under the voucher number': (trap) => {
    const [one] = twoOf(trap, 'TI-880', '1', { sameDay: true, sameAmount: false });
    return caseOf([[one, typed(one)]], [], [typed(one, { number: 'PV/0413' })]);
  },
  'entered again a month later': (trap) => {
    const [one] = twoOf(trap, 'TI-880', '1', { sameDay: true, sameAmount: false });
    const first = { ...one, date: '12-06-2025' };
    const again = typed(first, { date: '12-07-2025' });
    const entry = typed(first);
    const links = [
      { ims: [first], books: [entry], categories: ['Matched' as const] },
      { ims: [first], books: [again], categories: ['Date mismatch' as const] },
    ];
    const books = [entry, again];
    return { ims: [first], books, labels: [{ must: true, links }], twins: [{ side: 'books', documents: books }] };
  },
  'documents that bill nothing, other numbers on each side': ({ random, supplier }) => {
    const from = supplier({ style: ownNumbers, start: 700 });
    const date = randomDay(random);
    const [a, b, c] = [11, 34, 57].map((nth) => makeDocument(from, nth, { date, taxable: 0 }));
    return caseOf([], [a!], [b!, c!]);
  },
  'a whole number of thousands that two others add up to by chance': ({ random, supplier }) => {
    const from = supplier({ style: ownNumbers, start: 700, cessRate: 0, rate: 18 });
    const date = randomDay(random);
    const [a, b, sum] = (
      [
        [11, 10_000_00],
        [34, 15_000_00],
        [57, 25_000_00],
      ] as const
    ).map(([nth, taxable]) => makeDocument(from, nth, { date, taxable }));
    return caseOf([], [a!, b!], [sum!], [may([a!, b!], [sum!], ['Probable'])]);
  },
};

/** All months of both sides but one of each. */
function without(
  inIms: number,
  inBooks: number,
  all: readonly TaxDocument[],
  entries: readonly TaxDocument[],
  labels: Case['labels'],
): Case {
  const ims = all.filter((_, at) => at !== inIms);
  const books = entries.filter((_, at) => at !== inBooks);
  return { ims, books, labels: labels.filter((_, at) => at !== inIms && at !== inBooks) };
}

function invoiceAndDebitNote(trap: Trap): [TaxDocument, TaxDocument] {
  const [invoice, note] = twoOf(trap, '77', '77', { sameDay: trap.random.chance(0.5), sameAmount: false });
  return [invoice, { ...note, kind: 'debit-note' }];
}

function amendment(trap: Trap, newNumber: boolean): { original: TaxDocument; amended: TaxDocument } {
  const [original, other] = twoOf(trap, 'S/305', newNumber ? 'S/305A' : 'S/305', { sameDay: true, sameAmount: false });
  return { original, amended: { ...other, original: { number: original.number, date: original.date } } };
}
