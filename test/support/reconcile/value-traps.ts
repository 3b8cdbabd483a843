import type { TaxDocument } from '../../../src/core/reconcile/document';
import { addDays, amountFields, typed, withValue } from './documents';
import { caseOf, may, type Case } from './labels';
import { twoOf } from './number-traps';
import type { Trap } from './traps';

/** Amounts that agree, add up or differ where that proves nothing. */
export const valueTraps: Record<string, (trap: Trap) => Case> = {
  'two under one number and day, on both sides': (trap) => {
    const [a, b] = twoOf(trap, '55', '55', { sameDay: true, sameAmount: false });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'two under one number and day, the books have one': (trap) => {
    const [a, b] = twoOf(trap, '55', '55', { sameDay: true, sameAmount: false });
    return trap.random.chance(0.5) ? caseOf([[a, typed(a)]], [b]) : caseOf([[a, typed(a)]], [], [b]);
  },
  'two under one number and day, one on each side': (trap) => {
    const [a, b] = twoOf(trap, '55', '55', { sameDay: true, sameAmount: false });
    return caseOf([], [a], [b], [may(a, [b], ['Value mismatch'])]);
  },
  // To the paisa and on one day: it may well be one purchase, and it may not.
  'two that add up to a third on one day': (trap) => {
    const [a, b, sum] = twoAndTheirSum(trap, true);
    return caseOf([], [a, b], [sum], [may([a, b], [sum], ['Probable'])]);
  },
  'two that add up to a third, on three days': (trap) => {
    const [a, b, sum] = twoAndTheirSum(trap, false);
    return caseOf([], [a, b], [sum]);
  },
  'reversed by a note and billed again': (trap) => {
    const [a, b] = twoOf(trap, '901', '905', { sameDay: false, sameAmount: true });
    const note = { ...typed(a), number: 'CN3', kind: 'credit-note' as const };
    return caseOf(
      [
        [a, typed(a)],
        [b, typed(b)],
      ],
      [note],
    );
  },
  'equal but for the day, on both sides': (trap) => {
    const [a, b] = twoOf(trap, '55', '55', { sameDay: false, sameAmount: true });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
};

/** Two documents of a supplier, and a third, under another number, whose amounts are theirs together. */
function twoAndTheirSum(trap: Trap, sameDay: boolean): [TaxDocument, TaxDocument, TaxDocument] {
  const [a, b] = twoOf(trap, '3801', '3950', { sameDay, sameAmount: false });
  const both = (field: (typeof amountFields)[number]): number => (a[field] ?? 0) + (b[field] ?? 0);
  const amounts = Object.fromEntries(amountFields.map((field) => [field, both(field)] as const));
  const date = sameDay ? a.date : addDays(a.date > b.date ? a.date : b.date, 40);
  return [a, b, withValue(typed(a, { ...amounts, number: '7214', date }))];
}
