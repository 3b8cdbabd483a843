import fc from 'fast-check';
import type { OutOfScope, TaxDocument } from '../../../src/core/reconcile/document';
import { amountsOf } from './documents';

const { constantFrom } = fc;

const untold = { igst: undefined, cgst: undefined, sgst: undefined, cess: undefined };

/** How often each number comes: plain ones mostly, and among them those that are none, nothing but signs, or nothing but a year. */
const numbers = [
  ...['1', '01', '11', '12', '21', 'INV-12', 'INV/25-26/12', '12A', '12-1', '1/2', 'INV-I2', 'NA', ''],
  ...['0', '0/0', 'OO', '0O', '-/-', '2526', '2025-26', '12/25-26', '252612', ' inv 12'],
];

/** So few values that documents hardly differ: numbers, days, amounts and suppliers meet in every way. */
export const meeting: fc.Arbitrary<TaxDocument> = fc
  .record({
    gstin: constantFrom('27AAPFU0939F1ZV', '27AAPFU0993F1ZV', '29AAPFU0939F1ZR', '24ZZZCA1000B1ZQ', ''),
    number: constantFrom(...numbers),
    date: constantFrom('02-03-2026', '03-02-2026', '05-03-2026', '02-04-2026', '02-03-2025', ''),
    kind: constantFrom('invoice' as const, 'invoice' as const, 'credit-note' as const, 'debit-note' as const),
    taxable: constantFrom(100_000, 100_000, 100_050, 100_150, 200_000, 50_000, 0),
    oneState: fc.boolean(),
    told: constantFrom('all', 'all', 'all', 'all', 'no cess', 'no heads', 'no taxable', 'value', 'nothing'),
    original: constantFrom(undefined, undefined, undefined, undefined, '12', 'NA', 'INV-12'),
  })
  .map(({ taxable, oneState, told, original, ...rest }) => {
    const document = { ...rest, ...amountsOf(taxable, 18, oneState), ...amends(original) };
    switch (told) {
      case 'no cess':
        return { ...document, cess: undefined };
      case 'no heads':
        return { ...document, ...untold };
      case 'no taxable':
        return { ...document, taxable: undefined };
      case 'value':
        return { ...document, ...untold, taxable: undefined };
      case 'nothing':
        return { ...document, ...untold, taxable: undefined, value: undefined };
      default:
        return document;
    }
  });

function amends(number: string | undefined): Pick<TaxDocument, 'original'> {
  return number === undefined ? {} : { original: { number, date: '02-03-2026' } };
}

const reason = constantFrom<OutOfScope | undefined>(undefined, undefined, undefined, 'no-gstin', 'isd', 'import');

export const anySide = fc.array(meeting, { maxLength: 14 });

/** Only the books have documents out of scope. */
export const anyBooks = fc.array(
  fc.tuple(meeting, reason).map(([one, outOfScope]) => (outOfScope === undefined ? one : { ...one, outOfScope })),
  { maxLength: 14 },
);
