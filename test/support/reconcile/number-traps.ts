import type { TaxDocument } from '../../../src/core/reconcile/document';
import { addDays, makeDocument, randomDay, randomTaxable, typed, withValue } from './documents';
import { caseOf, may, must, type Case } from './labels';
import { ownNumbers } from './suppliers';
import type { Trap } from './traps';

const unsafe = ['Probable', 'Value mismatch', 'Date mismatch'] as const;

/** Numbers that look alike and are those of different documents. */
export const numberTraps: Record<string, (trap: Trap) => Case> = {
  'neighbours, one on each side': (trap) => {
    const [a, b] = twoOf(trap, '4711', '4712', { sameDay: true, sameAmount: true });
    return caseOf([], [a], [b], [may(a, [b], ['Probable'])]);
  },
  'neighbours, the books have one': (trap) => {
    const [a, b] = twoOf(trap, '4711', '4712', { sameDay: true, sameAmount: true });
    return trap.random.chance(0.5) ? caseOf([[a, typed(a)]], [b]) : caseOf([[b, typed(b)]], [a]);
  },
  'neighbours, IMS has one': (trap) => {
    const [a, b] = twoOf(trap, 'INV/25-26/0099', 'INV/25-26/0100', { sameDay: true, sameAmount: true });
    return trap.random.chance(0.5) ? caseOf([[a, typed(a)]], [], [b]) : caseOf([[b, typed(b)]], [], [a]);
  },
  'neighbours on both sides': (trap) => {
    const [a, b] = twoOf(trap, '4711', '4712', { sameDay: true, sameAmount: true });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'neighbours within tolerance on both sides': (trap) => {
    const [a, b] = twoOf(trap, '811', '812', { sameDay: true, sameAmount: true });
    const near = withValue({ ...b, taxable: (b.taxable ?? 0) + 50 });
    return caseOf([
      [a, typed(a)],
      [near, typed(near)],
    ]);
  },
  'swapped digits that are a real neighbour': (trap) => {
    const [a, b] = twoOf(trap, '1234', '1243', { sameDay: true, sameAmount: trap.random.chance(0.5) });
    return trap.random.chance(0.5) ? caseOf([[b, typed(b)]], [a]) : caseOf([[b, typed(b)]], [], [a]);
  },
  'swapped digits, and the neighbour is there too': (trap) => {
    const [a, b] = twoOf(trap, '1234', '1243', { sameDay: false, sameAmount: false });
    const wrong = typed(a, { number: b.number });
    return caseOf([[b, typed(b)]], [a], [wrong], [must(a, [wrong], ['Probable'])]);
  },
  'A/1003 and A1003 on both sides': (trap) => {
    const [a, b] = twoOf(trap, 'A/1003', 'A1003', {
      sameDay: trap.random.chance(0.5),
      sameAmount: trap.random.chance(0.5),
    });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'A/1003 and A1003, one side has one': (trap) => {
    const [a, b] = twoOf(trap, 'A/1003', 'A1003', { sameDay: trap.random.chance(0.5), sameAmount: false });
    return trap.random.chance(0.5) ? caseOf([[b, typed(b)]], [a]) : caseOf([[a, typed(a)]], [], [b]);
  },
  '1/23 and 12/3 on both sides': (trap) => {
    const [a, b] = twoOf(trap, '1/23', '12/3', { sameDay: true, sameAmount: trap.random.chance(0.5) });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  '1/23 and 12/3, one on each side': (trap) => {
    const [a, b] = twoOf(trap, '1/23', '12/3', { sameDay: true, sameAmount: true });
    return caseOf([], [a], [b], [may(a, [b], ['Probable'])]);
  },
  '1/23 and 12/3, one side has one': (trap) => {
    const [a, b] = twoOf(trap, '1/23', '12/3', { sameDay: true, sameAmount: true });
    return trap.random.chance(0.5) ? caseOf([[b, typed(b)]], [a]) : caseOf([[a, typed(a)]], [], [b]);
  },
  'number and number with a letter, the books have one': (trap) => {
    const [a, b] = twoOf(trap, '101', trap.random.pick(['101A', '101-1']), { sameDay: true, sameAmount: false });
    return trap.random.chance(0.5) ? caseOf([[a, typed(a)]], [b]) : caseOf([[b, typed(b)]], [a]);
  },
  'two series, one on each side': (trap) => {
    const [a, b] = twoOf(trap, 'A-4587', 'B-4587', { sameDay: true, sameAmount: true });
    return caseOf([], [a], [b], [may(a, [b], ['Probable'])]);
  },
  'two series of equal amounts, books without the prefix': (trap) => {
    const [a, b] = twoOf(trap, 'A-4587', 'B-4587', { sameDay: true, sameAmount: true });
    const books = typed(a, { number: '4587' });
    return eitherOr([a, b], books);
  },
  'two series, books without the prefix': (trap) => {
    const [a, b] = twoOf(trap, 'A-4587', 'B-4587', { sameDay: trap.random.chance(0.5), sameAmount: false });
    const books = typed(a, { number: '4587' });
    return caseOf([], [a, b], [books], [must(a, [books], ['Matched', 'Probable'])]);
  },
  'two alike in IMS, books with a number that is neither': (trap) => {
    const [a, b] = twoOf(trap, '4711', '4713', { sameDay: true, sameAmount: true });
    return eitherOr([a, b], typed(a, { number: trap.random.pick(['4712', '471', '']) }));
  },
  'number with and without a prefix, on both sides': (trap) => {
    const [a, b] = twoOf(trap, 'INV-101', '101', { sameDay: true, sameAmount: trap.random.chance(0.5) });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'number with and without zeros, on both sides': (trap) => {
    const [a, b] = twoOf(trap, '0101', '101', { sameDay: true, sameAmount: trap.random.chance(0.5) });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'same number in two years, other amounts, one on each side': (trap) => {
    const [a, b] = twoOf(trap, '5', '5', { sameDay: true, sameAmount: false });
    return caseOf([], [a], [{ ...b, date: addDays(a.date, -365) }]);
  },
  'other number, other day, other amount': (trap) => {
    const [a, b] = twoOf(trap, '4711', '4712', { sameDay: trap.random.chance(0.5), sameAmount: false });
    return caseOf([], [a], [b]);
  },
  'one number twice, on other days and for other amounts': (trap) => {
    const [a, b] = twoOf(trap, '77', '77', { sameDay: false, sameAmount: false });
    return caseOf([], [a], [b], [may(a, [b], unsafe)]);
  },
};

interface Alike {
  readonly sameDay: boolean;
  readonly sameAmount: boolean;
}

/** Two documents of one supplier. */
export function twoOf(
  { random, supplier }: Trap,
  first: string,
  second: string,
  alike: Alike,
): [TaxDocument, TaxDocument] {
  const from = supplier({ style: ownNumbers });
  const [date, taxable] = [randomDay(random), randomTaxable(random)];
  return [
    makeDocument(from, 1, { date, taxable, number: first }),
    makeDocument(from, 2, {
      date: alike.sameDay ? date : otherDay(random, date),
      taxable: alike.sameAmount ? taxable : randomTaxable(random),
      number: second,
    }),
  ];
}

function otherDay(random: Trap['random'], date: string): string {
  for (;;) {
    const other = randomDay(random);
    if (other !== date) return other;
  }
}

/** Nobody can tell which of the two it is. */
function eitherOr(ims: readonly TaxDocument[], books: TaxDocument): Case {
  const links = ims.map((one) => ({ ims: [one], books: [books], categories: ['Probable' as const] }));
  return { ims, books: [books], labels: [{ must: false, links }] };
}
