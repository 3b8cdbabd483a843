import type { TaxDocument } from '../../../src/core/reconcile/document';
import { addDays, documentsOf, makeDocument, monthly, randomDay, randomTaxable, typed } from './documents';
import { caseOf, may, must, type Case } from './labels';
import { ownNumbers } from './suppliers';
import type { Trap } from './traps';

/** Many documents of one supplier that hardly differ. */
export const crowdTraps: Record<string, (trap: Trap) => Case> = {
  'rent numbered 1 to 12 in two years, one year missing on each side': (trap) => {
    const rent = trap.supplier({ style: ownNumbers, start: 0, size: 12, cessRate: 0 });
    return rentOfTwoYears(rent, trap);
  },
  'rent numbered with the year, one year missing on each side': (trap) => {
    const style = (_: string, nth: number, year: number) =>
      `RENT/${String(year).slice(2)}-${String(year + 1).slice(2)}/${nth}`;
    return rentOfTwoYears(trap.supplier({ style, start: 0, size: 12, cessRate: 0 }), trap);
  },
  'equal amounts, days near, other month missing on each side': ({ random, supplier }) => {
    const from = supplier({ style: ownNumbers, start: 400, size: 12, cessRate: 0 });
    const taxable = randomTaxable(random);
    // Every fortnight: the next one is within any tolerance of days that forgives a late posting.
    const all = Array.from({ length: 10 }, (_, index) =>
      makeDocument(from, index * 3 + 1, { date: addDays('02-04-2025', index * 9), taxable }),
    );
    const missing = 2 + random.whole(6);
    return without(all, [all[missing]!], [all[missing + 1]!]);
  },
  'equal amounts every month, one month missing on each side': ({ random, supplier }) => {
    const from = supplier({ size: 12, cessRate: 0 });
    const all = monthly(from, randomTaxable(random), 1 + random.whole(28));
    return without(all, [all[3]!], [all[8]!]);
  },
  'books without numbers': ({ random, supplier }) => {
    const all = documentsOf(supplier({ size: 6 }), random);
    const none = random.pick(['', 'NA', 'N/A', '-', '0']);
    const books = all.map((document) => typed(document, { number: none }));
    // Same day and same amounts, and nobody else of this supplier has them.
    return { ims: all, books, labels: all.map((document, index) => must(document, [books[index]!], ['Probable'])) };
  },
  'books without numbers, other amounts': ({ random, supplier }) => {
    const from = supplier({ size: 5 });
    const ims = documentsOf(from, random);
    const books = documentsOf(from, random).map((document) => typed(document, { number: 'NA' }));
    return caseOf([], ims, books);
  },
  'neither side has numbers, other amounts': ({ random, supplier }) => {
    const from = supplier({ size: 4 });
    const nameless = () => documentsOf(from, random).map((document) => typed(document, { number: 'NA' }));
    return caseOf([], nameless(), nameless());
  },
  'equal amounts on one day, books without numbers': (trap) => {
    const all = sameDay(trap, 5);
    const books = all.slice(0, 3).map((document) => typed(document, { number: 'NA' }));
    const links = all.flatMap((one) =>
      books.map((other) => ({ ims: [one], books: [other], categories: ['Probable' as const] })),
    );
    return { ims: all, books, labels: links.map((link) => may(link.ims, link.books, link.categories)) };
  },
  'many of equal amount on one day': (trap) => {
    const all = sameDay(trap, trap.crowd);
    // 10012 to 10014, and 10036 to 10038: no slip of one digit leads from one to the other.
    return without(all, all.slice(11, 14), all.slice(35, 38));
  },
};

function rentOfTwoYears(rent: ReturnType<Trap['supplier']>, { random }: Trap): Case {
  const taxable = randomTaxable(random);
  const day = 1 + random.whole(28);
  const [before, now] = [monthly(rent, taxable, day, 2024), monthly(rent, taxable, day, 2025)];
  const at = random.whole(12);
  return without([...before, ...now], [now[at]!], [before[at]!]);
}

/** Clean pairs of all, but for those that only one side has. */
function without(
  all: readonly TaxDocument[],
  onlyIms: readonly TaxDocument[],
  onlyBooks: readonly TaxDocument[],
): Case {
  const alone = new Set([...onlyIms, ...onlyBooks]);
  const both = all.filter((document) => !alone.has(document));
  return caseOf(
    both.map((document) => [document, typed(document)]),
    onlyIms,
    onlyBooks,
  );
}

function sameDay({ random, supplier }: Trap, count: number): TaxDocument[] {
  const from = supplier({ style: ownNumbers, start: 10_000 });
  const [date, taxable] = [randomDay(random), randomTaxable(random)];
  return Array.from({ length: count }, (_, index) => makeDocument(from, index + 1, { date, taxable }));
}
