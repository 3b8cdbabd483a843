import { isGstin } from '../../../src/core/kernel/gstin';
import { safeCategories } from '../../../src/core/reconcile/category';
import { defects } from '../../support/reconcile/defects';
import { makeRegister } from '../../support/reconcile/register';
import { SCORING_SEEDS, TUNING_SEEDS } from '../../support/reconcile/seeds';
import { traps } from '../../support/reconcile/traps';

const register = makeRegister({ seed: 1 });
const documentsOfCases = (side: 'ims' | 'books') => register.cases.flatMap((one) => one[side]);

test('a seed makes the same register every time, and another seed another one', () => {
  expect(makeRegister({ seed: 1 })).toEqual(register);
  expect(makeRegister({ seed: 2 }).ims).not.toEqual(register.ims);
});

test('no seed is used for tuning and for scoring', () => {
  expect(SCORING_SEEDS.filter((seed) => TUNING_SEEDS.includes(seed))).toEqual([]);
});

test('every document of the two sides belongs to exactly one case', () => {
  for (const side of ['ims', 'books'] as const) {
    const all = documentsOfCases(side);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(register[side])).toEqual(new Set(all));
    expect(register[side]).toHaveLength(all.length);
  }
});

test('labels name documents of their own case, twins share a partner, and only certain labels may be safe', () => {
  for (const { ims, books, labels, twins = [] } of register.cases) {
    for (const { links, must } of labels) {
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        expect(link.ims.length * link.books.length * link.categories.length).toBeGreaterThan(0);
        expect(link.ims.every((document) => ims.includes(document))).toBe(true);
        expect(link.books.every((document) => books.includes(document))).toBe(true);
        const isSafe = link.categories.some((category) => safeCategories.includes(category));
        expect(isSafe && !must).toBe(false);
      }
    }
    for (const { side, documents } of twins) {
      const partners = labels.flatMap(({ links }) => links).map((link) => link[side]);
      expect(documents.map((document) => partners.some((some) => some.includes(document)))).not.toContain(false);
    }
  }
});

test('no document out of scope has a partner, but for those whose GSTIN was forgotten', () => {
  const labelled = register.cases.flatMap(({ labels }) =>
    labels.flatMap(({ links }) => links.flatMap(({ books }) => books)),
  );
  expect(new Set(labelled.map(({ outOfScope }) => outOfScope))).toEqual(new Set([undefined, 'no-gstin']));
  expect(new Set(register.books.map(({ outOfScope }) => outOfScope))).toEqual(
    new Set([undefined, 'no-gstin', 'reverse-charge', 'isd', 'import', 'own-gstin']),
  );
});

test('every defect and every trap occurs, and most documents of the suppliers are clean', () => {
  const count = (name: string) => register.cases.filter((one) => one.name === name).length;
  expect([...defects.keys(), ...Object.keys(traps)].filter((name) => count(name) === 0)).toEqual([]);
  const ofSuppliers = register.cases.filter(({ sort }) => sort !== 'trap');
  expect(count('clean') / ofSuppliers.length).toBeGreaterThan(0.6);
});

test('a case with a defect differs from a clean one, and IMS itself has whole documents', () => {
  for (const { sort, ims, books } of register.cases) {
    if (sort === 'defect') expect([ims, ims.length]).not.toEqual([books, 1]);
    if (sort === 'clean') expect(books).toEqual(ims);
  }
  for (const { gstin, cess, igst = 0, cgst = 0, sgst = 0, taxable = 0, value } of documentsOfCases('ims')) {
    expect(isGstin(gstin)).toBe(true);
    expect(value).toBe(taxable + igst + cgst + sgst + (cess ?? 0));
  }
});

test.each(['value', 'tax heads'] as const)('books without a column for %s tell none', (without) => {
  const { books, cases } = makeRegister({ seed: 1, without });
  const fields = without === 'value' ? (['value'] as const) : (['igst', 'cgst', 'sgst', 'cess'] as const);
  expect(
    books.flatMap((document) => fields.map((field) => document[field])).filter((paise) => paise !== undefined),
  ).toEqual([]);
  const all = new Set(books);
  const labelled = cases.flatMap(({ labels }) => labels.flatMap(({ links }) => links.flatMap((link) => link.books)));
  expect(labelled.filter((document) => !all.has(document))).toEqual([]);
});
