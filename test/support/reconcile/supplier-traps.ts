import type { OutOfScope, TaxDocument } from '../../../src/core/reconcile/document';
import { makeDocument, randomDay, randomTaxable, typed } from './documents';
import { caseOf, may, type Case } from './labels';
import { makeGstin, ownNumbers, withCheckCharacter } from './suppliers';
import type { Trap } from './traps';

/** Two suppliers, two states of one supplier, two kinds of document under one number, and what is not of IMS at all. */
export const supplierTraps: Record<string, (trap: Trap) => Case> = {
  'same number from two suppliers': (trap) => {
    const [a, b] = twoSuppliers(trap, { sameAmount: false, sameDay: true });
    return caseOf([], [a], [b]);
  },
  'same number and amounts from two suppliers on other days': (trap) => {
    const [a, b] = twoSuppliers(trap, { sameAmount: true, sameDay: false });
    return caseOf([], [a], [b]);
  },
  'all the same but the supplier': (trap) => {
    const [a, b] = twoSuppliers(trap, { sameAmount: true, sameDay: true });
    return caseOf([], [a], [b], [may(a, [b], ['GSTIN mismatch'])]);
  },
  'all the same from two suppliers, on both sides': (trap) => {
    const [a, b] = twoSuppliers(trap, { sameAmount: true, sameDay: true });
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'all the same from two suppliers, the books have one': (trap) => {
    const [a, b] = twoSuppliers(trap, { sameAmount: true, sameDay: true });
    return caseOf([[a, typed(a)]], [b]);
  },
  'two states of one PAN, same number and day, on both sides': (trap) => {
    const [a, b] = twoStates(trap, trap.random.chance(0.5));
    return caseOf([
      [a, typed(a)],
      [b, typed(b)],
    ]);
  },
  'two states of one PAN, the books have one': (trap) => {
    const [a, b] = twoStates(trap, trap.random.chance(0.5));
    return trap.random.chance(0.5) ? caseOf([[a, typed(a)]], [b]) : caseOf([[b, typed(b)]], [], [a]);
  },
  'two states of one PAN, one on each side, other amounts': (trap) => {
    const [a, b] = twoStates(trap, false);
    return caseOf([], [a], [b]);
  },
  'invoice and credit note under one number, on both sides': (trap) => {
    const [invoice, note] = invoiceAndNote(trap, trap.random.chance(0.5));
    return caseOf([
      [invoice, typed(invoice)],
      [note, typed(note)],
    ]);
  },
  'invoice and credit note under one number, one side has one': (trap) => {
    const [invoice, note] = invoiceAndNote(trap, trap.random.chance(0.5));
    return trap.random.chance(0.5)
      ? caseOf([[invoice, typed(invoice)]], [], [note])
      : caseOf([[invoice, typed(invoice)]], [note]);
  },
  'invoice in IMS, credit note of other amounts in the books': (trap) => {
    const [invoice, note] = invoiceAndNote(trap, false);
    return caseOf([], [invoice], [note]);
  },
  'invoice in IMS, credit note of its amounts in the books': (trap) => {
    const [invoice, note] = invoiceAndNote(trap, true);
    return caseOf([], [invoice], [note], [may(invoice, [note], ['Probable', 'Value mismatch'])]);
  },
  'out of scope, and IMS has one just like it': ({ random, supplier }) => {
    const ims = makeDocument(supplier(), 1, { date: randomDay(random), taxable: randomTaxable(random) });
    return caseOf([], [ims], [typed(ims, outside(random.pick(reasons.filter((reason) => reason !== 'no-gstin'))))]);
  },
  'out of scope beside the real one': ({ random, supplier }) => {
    const ims = makeDocument(supplier(), 1, { date: randomDay(random), taxable: randomTaxable(random) });
    return caseOf(
      [[ims, typed(ims)]],
      [],
      reasons.map((reason) => typed(ims, outside(reason))),
    );
  },
};

const reasons: readonly OutOfScope[] = ['reverse-charge', 'isd', 'import', 'no-gstin', 'own-gstin'];

function outside(outOfScope: OutOfScope): Partial<TaxDocument> {
  return outOfScope === 'no-gstin' || outOfScope === 'import' ? { outOfScope, gstin: '' } : { outOfScope };
}

function twoSuppliers(
  { random, supplier }: Trap,
  alike: { sameAmount: boolean; sameDay: boolean },
): [TaxDocument, TaxDocument] {
  const [date, taxable] = [randomDay(random), randomTaxable(random)];
  const number = String(1 + random.whole(900));
  // Suppliers of one state and one rate: nothing but the GSTIN tells them apart.
  const shared = { style: ownNumbers, rate: 18, cessRate: 0 };
  const first = supplier(shared);
  const second = supplier(shared);
  const sameState = { ...second, gstin: withCheckCharacter(first.gstin.slice(0, 2) + second.gstin.slice(2, 14)) };
  return [
    makeDocument(first, 1, { date, taxable, number }),
    makeDocument(sameState, 1, {
      date: alike.sameDay ? date : randomDay(random),
      taxable: alike.sameAmount ? taxable : randomTaxable(random),
      number,
    }),
  ];
}

function twoStates({ random, supplier }: Trap, sameAmount: boolean): [TaxDocument, TaxDocument] {
  const [date, taxable] = [randomDay(random), randomTaxable(random)];
  const first = supplier({ gstin: makeGstin(random.whole(9_999), random, '29'), style: ownNumbers });
  const second = { ...first, gstin: withCheckCharacter(`33${first.gstin.slice(2, 14)}`) };
  const number = `INV/${1 + random.whole(900)}`;
  return [
    makeDocument(first, 1, { date, taxable, number }),
    makeDocument(second, 1, { date, taxable: sameAmount ? taxable : randomTaxable(random), number }),
  ];
}

function invoiceAndNote({ random, supplier }: Trap, sameAmount: boolean): [TaxDocument, TaxDocument] {
  const [date, taxable] = [randomDay(random), randomTaxable(random)];
  const from = supplier();
  return [
    makeDocument(from, 1, { date, taxable, number: '101' }),
    makeDocument(from, 1, {
      date,
      taxable: sameAmount ? taxable : Math.round(taxable / 3),
      number: '101',
      kind: 'credit-note',
    }),
  ];
}
