import { cluesOf } from '../../../src/core/reconcile/clues';
import type { TaxDocument } from '../../../src/core/reconcile/document';
import { matchDocuments } from '../../../src/core/reconcile/match';

const one: TaxDocument = {
  gstin: '27AAPFU0939F1ZV',
  number: 'INV-1',
  date: '03-04-2026',
  kind: 'invoice',
  taxable: 1_000_000,
  igst: 0,
  cgst: 90_000,
  sgst: 90_000,
  cess: 0,
  value: undefined,
};
const clues = (ims: readonly TaxDocument[], books: readonly TaxDocument[]) =>
  cluesOf(matchDocuments(ims, books), ims, books);

test('documents without a partner that have the same supplier and amounts, whatever their number and date', () => {
  const far = { date: '03-04-2024' } as const;
  const books = [
    { ...one, ...far, number: 'X/91' },
    { ...one, ...far, number: 'Y-7', date: '09-09-2024', cess: undefined },
    { ...one, ...far, number: 'Z3', kind: 'credit-note' as const },
    { ...one, ...far, number: 'W5', taxable: 5 },
  ];
  expect(clues([one], books).get(0)).toEqual({ alike: 2, elsewhere: undefined });
});

test.each(['reverse-charge', 'isd', 'import'] as const)('a number that the books have as %s', (outOfScope) => {
  expect(clues([one], [{ ...one, number: 'inv-1', outOfScope }]).get(0)).toEqual({ alike: 0, elsewhere: outOfScope });
});

test('a record that has a partner, or of which the books have nothing, has none', () => {
  expect(clues([one], [one]).size).toBe(0);
  expect(clues([one], []).size).toBe(0);
  expect(clues([one], [{ ...one, number: 'INV-1', outOfScope: 'own-gstin' }]).size).toBe(0);
});
