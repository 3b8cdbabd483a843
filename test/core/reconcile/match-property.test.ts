import fc from 'fast-check';
import { safeCategories } from '../../../src/core/reconcile/category';
import type { TaxDocument } from '../../../src/core/reconcile/document';
import { matchDocuments } from '../../../src/core/reconcile/match';
import { seeded } from '../../support/generate-download';
import { fieldsAgree } from '../../support/reconcile/agree';
import { amountsOf } from '../../support/reconcile/documents';
import { anyBooks, anySide, meeting } from '../../support/reconcile/meeting';
import { mirrored, wordsOf } from '../../support/reconcile/mirror';
import { shuffled } from '../../support/reconcile/register';

const RUNS = { numRuns: 1_500 };

test('every document is in exactly one of pairs, only here, copies and out of scope', () => {
  fc.assert(
    fc.property(anySide, anyBooks, (ims, books) => {
      const { pairs, onlyInIms, onlyInBooks, copies, notInScope } = matchDocuments(ims, books);
      const copiesOf = (of: 'ims' | 'books') => copies.filter((copy) => copy.side === of).map(({ at }) => at);
      const ours = [...pairs.flatMap((pair) => pair.ims), ...onlyInIms, ...copiesOf('ims')];
      const theirs = [...pairs.flatMap((pair) => pair.books), ...onlyInBooks, ...copiesOf('books'), ...notInScope];
      expect(ours.sort((a, b) => a - b)).toEqual([...ims.keys()]);
      expect(theirs.sort((a, b) => a - b)).toEqual([...books.keys()]);
    }),
    RUNS,
  );
});

test('the order of the rows never matters', () => {
  fc.assert(
    fc.property(anySide, anyBooks, fc.nat(), (ims, books, seed) => {
      const random = seeded(seed);
      const [otherIms, otherBooks] = [shuffled(ims, random), shuffled(books, random)];
      const other = matchDocuments(otherIms, otherBooks);
      expect(wordsOf(other, otherIms, otherBooks)).toEqual(wordsOf(matchDocuments(ims, books), ims, books));
    }),
    RUNS,
  );
});

test('exchanging the sides gives the mirror image', () => {
  fc.assert(
    fc.property(anySide, anySide, (ims, books) => {
      const back = mirrored(matchDocuments(books, ims));
      expect(wordsOf(back, ims, books)).toEqual(wordsOf(matchDocuments(ims, books), ims, books));
    }),
    RUNS,
  );
});

test('what may be accepted unseen agrees in supplier, kind, day and amounts', () => {
  fc.assert(
    fc.property(anySide, anyBooks, (ims, books) => {
      const { pairs } = matchDocuments(ims, books);
      const safe = pairs.filter(({ category }) => safeCategories.includes(category));
      const sides = safe.map((pair) => ({
        ims: pair.ims.map((at) => ims[at]!),
        books: pair.books.map((at) => books[at]!),
      }));
      expect(sides.filter((pair) => !fieldsAgree(pair))).toEqual([]);
    }),
    RUNS,
  );
});

test('a document that is once on each side, whole and just the same, has no other partner', () => {
  const isWhole = ({ gstin, number, date, taxable, igst, outOfScope }: TaxDocument) =>
    ![gstin, date].includes('') &&
    /\d/.test(number) &&
    taxable !== undefined &&
    igst !== undefined &&
    outOfScope === undefined;
  fc.assert(
    fc.property(anySide, anyBooks, (ims, books) => {
      const { pairs } = matchDocuments(ims, books);
      const [ours, theirs] = [ims, books].map((list) => list.map((one) => JSON.stringify(one)));
      const once = (list: readonly string[], text: string) => list.indexOf(text) === list.lastIndexOf(text);
      for (const [at, text] of ours!.entries()) {
        const other = theirs!.indexOf(text);
        if (other < 0 || !isWhole(ims[at]!) || !once(ours!, text) || !once(theirs!, text)) continue;
        expect(pairs.find((pair) => pair.ims.includes(at))).toMatchObject({
          category: 'Matched',
          ims: [at],
          books: [other],
        });
      }
    }),
    RUNS,
  );
});

test('a supplier that has nothing to do with the others changes nothing', () => {
  const stranger = '33ZZZCQ9999Z1Z5';
  fc.assert(
    fc.property(anySide, anyBooks, fc.array(meeting, { minLength: 1, maxLength: 6 }), (ims, books, more) => {
      const named = (one: TaxDocument) => one.gstin !== '' && one.outOfScope !== 'no-gstin';
      const [ours, theirs] = [ims.filter(named), books.filter(named)];
      // Another number, day and amount than any of the rest: the same purchase under a wrong GSTIN is what it must not be.
      const strange = more.map((one, at) => ({
        ...one,
        gstin: stranger,
        number: `QX-${7_000 + at * 37}`,
        date: `${String(10 + at)}-08-2025`,
        ...amountsOf(7_654_321 + at * 998_877, 18, false),
      }));
      const before = wordsOf(matchDocuments(ours, theirs), ours, theirs);
      const [withOurs, withTheirs] = [
        [...ours, ...strange],
        [...theirs, ...strange],
      ];
      const after = wordsOf(matchDocuments(withOurs, withTheirs), withOurs, withTheirs);
      expect(after.filter((line) => !line.includes(stranger))).toEqual(before);
      expect(after.filter((line) => line.includes(stranger) && !line.includes(' Matched '))).toEqual([]);
    }),
    RUNS,
  );
});
