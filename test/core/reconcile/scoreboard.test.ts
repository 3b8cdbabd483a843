import { matchDocuments } from '../../../src/core/reconcile/match';
import { seeded } from '../../support/generate-download';
import { mirrored, wordsOf } from '../../support/reconcile/mirror';
import { makeRegister, shuffled } from '../../support/reconcile/register';
import { emptyScore, judge } from '../../support/reconcile/score';
import { isHard, recallOf, tableOf, totalsOf } from '../../support/reconcile/scoreboard';
import { SCORING_SEEDS } from '../../support/reconcile/seeds';

describe.each(['nothing', 'value', 'tax heads'] as const)('books without a column for %s', (without) => {
  const score = emptyScore();
  for (const seed of SCORING_SEEDS) {
    const register = makeRegister({ seed, without });
    judge(register, matchDocuments(register.ims, register.books), score);
  }
  const rows = [...score.rows.values()];
  process.stdout.write(`\nBooks without a column for ${without}\n${tableOf(score)}`);

  test('nothing is accepted that is not the same, or that differs beyond tolerance', () => {
    expect(rows.filter(({ falseAccepts }) => falseAccepts > 0)).toEqual([]);
  });

  test('of a hundred pairs at least 99.5 are the same document, also where the clean ones do not count', () => {
    expect(totalsOf(score).precision).toBeGreaterThanOrEqual(0.995);
    expect(totalsOf(score, isHard).precision).toBeGreaterThanOrEqual(0.995);
  });

  test('of a hundred that can be found at least 98 are, whatever is wrong with them', () => {
    expect(
      rows.filter((row) => recallOf(row) < 0.98).map(({ name, found, demanded }) => ({ name, found, demanded })),
    ).toEqual([]);
  });

  test('no trap leads to a pair of documents that are not the same', () => {
    expect(rows.filter(({ sort, wrong }) => sort === 'trap' && wrong > 0)).toEqual([]);
  });
});

describe('a whole register', () => {
  const seed = SCORING_SEEDS[0]!;
  const { ims, books } = makeRegister({ seed });
  const matching = matchDocuments(ims, books);

  test('comes out the same whatever the order of its rows', () => {
    const random = seeded(seed);
    const [otherIms, otherBooks] = [shuffled(ims, random), shuffled(books, random)];
    const other = matchDocuments(otherIms, otherBooks);
    expect(wordsOf(other, otherIms, otherBooks)).toEqual(wordsOf(matching, ims, books));
  });

  test('comes out as its mirror image with the sides exchanged', () => {
    const inScope = books.filter(({ outOfScope }) => outOfScope === undefined);
    const there = matchDocuments(ims, inScope);
    const back = matchDocuments(inScope, ims);
    expect(wordsOf(mirrored(back), ims, inScope)).toEqual(wordsOf(there, ims, inScope));
  });
});
