import { categories } from '../../../src/core/reconcile/category';
import { suggestionFor, type Compare } from '../../../src/core/reconcile/suggest';

const invoice: Compare = {
  category: 'Matched',
  kind: 'invoice',
  difference: 0,
  pendingBlocked: false,
  asksReduction: false,
};
const of = (changes: Partial<Compare>) => suggestionFor({ ...invoice, ...changes });

test.each([
  ['Matched', 'Accepted'],
  ['Matched within tolerance', 'Accepted'],
  ['Date mismatch', 'Accepted'],
  ['Probable', 'look'],
  ['Tax-head mismatch', 'Pending'],
  ['GSTIN mismatch', 'look'],
  ['Only in IMS', 'Pending'],
  ['Duplicate', 'look'],
] as const)('%s: %s', (category, suggestion) => {
  expect(of({ category })).toBe(suggestion);
});

test('what IMS has less than the books is claimed, what it has more waits', () => {
  expect(of({ category: 'Value mismatch', difference: 1 })).toBe('Accepted');
  expect(of({ category: 'Value mismatch', difference: -1 })).toBe('Pending');
  expect(of({ category: 'Value mismatch', difference: -1, pendingBlocked: true })).toBe('look');
  expect(of({ category: 'Value mismatch', difference: undefined })).toBe('look');
});

test('a credit note that does not agree is for a person', () => {
  for (const difference of [-1, 1]) {
    expect(of({ category: 'Value mismatch', kind: 'credit-note', difference })).toBe('look');
    expect(of({ category: 'Tax-head mismatch', kind: 'credit-note', difference })).toBe('look');
  }
  expect(of({ kind: 'credit-note' })).toBe('Accepted');
});

test('never Pending where the portal blocks it, never an unasked reduction of an invoice', () => {
  for (const category of categories)
    for (const difference of [-1, 0, 1, undefined]) {
      expect(of({ category, difference, pendingBlocked: true })).not.toBe('Pending');
      expect(of({ category, difference, asksReduction: true })).not.toBe('Accepted');
    }
});
