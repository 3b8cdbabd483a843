import type { TaxDocument } from '../../../src/core/reconcile/document';
import { matchDocuments } from '../../../src/core/reconcile/match';
import { mirrored, wordsOf } from '../../support/reconcile/mirror';

// Examples that the property tests found: the order of the rows, or which side was first, made a difference.

const invoice: TaxDocument = {
  gstin: '24ZZZCA1000B1ZQ',
  number: '21',
  date: '02-03-2026',
  kind: 'invoice',
  taxable: 1_000_00,
  igst: 180_00,
  cgst: 0,
  sgst: 0,
  cess: 0,
  value: 1_180_00,
};
const original = { number: '12', date: '02-03-2026' };
const less = (taxable: number): Partial<TaxDocument> => ({ taxable, igst: taxable * 0.18, value: taxable * 1.18 });

test.each<[string, TaxDocument[], TaxDocument[]]>([
  ['a copy whose row says that it has no GSTIN', [], [invoice, { ...invoice, outOfScope: 'no-gstin' }]],
  ['a copy that amends another document', [], [invoice, { ...invoice, original }]],
  ['a copy that is paired, and one that tells no cess', [invoice], [invoice, { ...invoice, cess: undefined }]],
  [
    'two entries that may both be the invoice less its note',
    [invoice, { ...invoice, ...less(100_00), number: 'CN1', kind: 'credit-note' }],
    [
      { ...invoice, ...less(900_00), date: '05-03-2026' },
      { ...invoice, ...less(900_00), date: '09-03-2026' },
    ],
  ],
])('whatever the order of the rows: %s', (_, ims, books) => {
  const [otherIms, otherBooks] = [[...ims].reverse(), [...books].reverse()];
  const other = matchDocuments(otherIms, otherBooks);
  expect(wordsOf(other, otherIms, otherBooks)).toEqual(wordsOf(matchDocuments(ims, books), ims, books));
});

test.each<[string, string]>([
  ['', '-/-'],
  ['0', '0O'],
  ['00', '0/0'],
])('%p and %p are the same whichever side has which', (one, other) => {
  const [ims, books] = [[{ ...invoice, number: one }], [{ ...invoice, number: other }]];
  const back = mirrored(matchDocuments(books, ims));
  expect(wordsOf(back, ims, books)).toEqual(wordsOf(matchDocuments(ims, books), ims, books));
});

test('a row that says nothing but signs has no number', () => {
  const [pair] = matchDocuments([{ ...invoice, number: '-/-' }], [{ ...invoice, number: '0/0' }]).pairs;
  expect(pair).toMatchObject({ category: 'Probable', rung: 'number-differs' });
});
