import { noClues } from '../../../src/core/reconcile/clues';
import { categories } from '../../../src/core/reconcile/category';
import { suggestionFor, type Compare } from '../../../src/core/reconcile/suggest';

const invoice: Compare = {
  category: 'Matched',
  kind: 'invoice',
  difference: 0,
  pendingBlocked: false,
  pendingEnded: () => undefined,
  clues: noClues,
  asksReduction: false,
};
const suggested = (changes: Partial<Compare>) => suggestionFor({ ...invoice, ...changes });
const of = (changes: Partial<Compare>) => suggested(changes).suggestion;
const ended = () => ({ day: '20-06-2026', why: 'due date of GSTR-3B of May 2026' });
const words = (changes: Partial<Compare>) => suggested(changes).reasons.map(({ word }) => word);

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

test('never Pending where the portal blocks it or its last day has passed, never an unasked reduction of an invoice', () => {
  for (const category of categories)
    for (const difference of [-1, 0, 1, undefined]) {
      expect(of({ category, difference, pendingBlocked: true })).not.toBe('Pending');
      expect(of({ category, difference, pendingEnded: ended })).not.toBe('Pending');
      expect(of({ category, difference, asksReduction: true })).not.toBe('Accepted');
    }
});

test('a person who is to look is told at what', () => {
  for (const category of categories)
    for (const kind of ['invoice', 'debit-note', 'credit-note'] as const)
      for (const difference of [-1, 0, 1, undefined])
        for (const given of [{}, { pendingBlocked: true }, { pendingEnded: ended }, { asksReduction: true }]) {
          const { suggestion, reasons } = suggested({ category, kind, difference, ...given });
          if (suggestion === 'look') expect(reasons.length).toBeGreaterThan(0);
        }
});

test('why Pending is not suggested any more', () => {
  expect(words({ category: 'Only in IMS', pendingBlocked: true })).toEqual(['reason-pending-blocked']);
  expect(suggested({ category: 'Tax-head mismatch', pendingEnded: ended }).reasons).toEqual([
    { word: 'reason-pending-ended', values: ended() },
  ]);
});

test('of a record that the books do not have: what they have instead, and that a credit note takes credit away', () => {
  const alone = { category: 'Only in IMS' } as const;
  expect(words(alone)).toEqual([]);
  expect(words({ ...alone, kind: 'credit-note' })).toEqual(['reason-note-not-booked']);
  expect(words({ ...alone, clues: { alike: 2, elsewhere: undefined } })).toEqual(['reason-alike']);
  expect(suggested({ ...alone, clues: { alike: 0, elsewhere: 'reverse-charge' } })).toEqual({
    suggestion: 'look',
    reasons: [{ word: 'reason-reverse-charge' }],
  });
});
