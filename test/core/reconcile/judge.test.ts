import type { TaxDocument } from '../../../src/core/reconcile/document';
import type { Matching, Pair } from '../../../src/core/reconcile/match';
import { makeRegister, type Register } from '../../support/reconcile/register';
import { emptyScore, judge, type Score } from '../../support/reconcile/score';
import { recallOf, totalsOf } from '../../support/reconcile/scoreboard';

const register = makeRegister({ seed: 3, suppliers: 120, traps: 1 });

function scoreOf(pairs: readonly Pair[], rest: Partial<Matching> = {}): Score {
  const score = emptyScore();
  judge(register, { pairs, onlyInIms: [], onlyInBooks: [], copies: [], notInScope: [], ...rest }, score);
  return score;
}

/** Pairs the first documents of both sides that have the same key, as a lookup in a sheet does. */
function lookup({ ims, books }: Register, keyOf: (document: TaxDocument) => string): Pair[] {
  const places = new Map([...books.entries()].reverse().map(([at, document]) => [keyOf(document), at]));
  return [...ims.entries()].flatMap(([at, document]) => {
    const other = places.get(keyOf(document));
    if (other === undefined) return [];
    places.delete(keyOf(document));
    return [{ rung: 'same' as const, category: 'Matched' as const, score: 1, ims: [at], books: [other] }];
  });
}

test('labels themselves, taken as the answer, have full marks', () => {
  const placesOf = (side: 'ims' | 'books', documents: readonly TaxDocument[]) =>
    documents.map((document) => register[side].indexOf(document));
  const pairs = register.cases.flatMap(({ labels }) =>
    labels
      .filter(({ must }) => must)
      .map(({ links: [link] }): Pair => {
        const { ims, books, categories } = link!;
        return {
          rung: 'same',
          category: categories[0]!,
          score: 1,
          ims: placesOf('ims', ims),
          books: placesOf('books', books),
        };
      }),
  );
  const copies = register.cases.flatMap(({ twins = [] }) =>
    twins.flatMap(({ side, documents: [first, ...others] }) =>
      others.map((other) => ({ side, at: register[side].indexOf(other), of: register[side].indexOf(first!) })),
    ),
  );
  const labelled = new Set(pairs.flatMap(({ books }) => books));
  const notInScope = [...register.books.keys()].filter(
    (at) => register.books[at]!.outOfScope !== undefined && !labelled.has(at),
  );
  const score = scoreOf(pairs, { copies, notInScope });
  expect(totalsOf(score)).toEqual({ falseAccepts: 0, precision: 1, recall: 1 });
  expect(score.failures).toEqual([]);
});

test('who finds nothing accepts nothing falsely and has no recall', () => {
  const score = scoreOf([]);
  expect(totalsOf(score)).toMatchObject({ falseAccepts: 0, recall: 0 });
  expect([...score.rows.values()].filter((row) => row.demanded > 0 && recallOf(row) > 0)).toEqual([]);
});

test('who goes by the number alone, by the amount alone, or by supplier and number, is found out', () => {
  const byNumber = totalsOf(scoreOf(lookup(register, ({ number }) => number)));
  const byAmount = totalsOf(scoreOf(lookup(register, ({ gstin, taxable }) => `${gstin} ${taxable ?? ''}`)));
  const byBoth = totalsOf(scoreOf(lookup(register, ({ gstin, number }) => `${gstin} ${number}`)));
  for (const totals of [byNumber, byAmount, byBoth]) {
    expect(totals.falseAccepts).toBeGreaterThan(10);
    expect(totals.recall).toBeLessThan(0.98);
  }
  expect(byNumber.precision).toBeLessThan(byBoth.precision);
});

test('a safe category is false where a field differs, though the documents are the same', () => {
  const place = (name: string): Pair => {
    const { labels } = register.cases.find((one) => one.name === name)!;
    const { ims, books } = labels[0]!.links[0]!;
    return {
      rung: 'same',
      category: 'Matched within tolerance',
      score: 1,
      ims: ims.map((document) => register.ims.indexOf(document)),
      books: books.map((document) => register.books.indexOf(document)),
    };
  };
  const falseOf = (name: string) => totalsOf(scoreOf([place(name)])).falseAccepts;
  for (const name of [
    'a paisa beyond tolerance',
    'next month',
    'GSTIN of another state',
    'tax heads swapped',
    'digit missing',
  ]) {
    expect([name, falseOf(name)]).toEqual([name, 1]);
  }
  expect(falseOf('a rupee apart')).toBe(0);
  expect(falseOf('separators changed')).toBe(0);
});
