import fc from 'fast-check';
import { catalogue, sides } from '../../../src/core/reconcile/columns';
import { compared } from '../../../src/core/reconcile/compared';
import type { TaxDocument } from '../../../src/core/reconcile/document';
import { groupsOf } from '../../../src/core/reconcile/groups';
import { inCommon, ladder, missed, type Phase } from '../../../src/core/reconcile/ladder';
import { repeated, sieved } from '../../../src/core/reconcile/sieve';
import { standardSettings } from '../../../src/core/reconcile/ways';
import { amountsOf } from '../../support/reconcile/documents';
import { anySide } from '../../support/reconcile/meeting';

const RUNS = { numRuns: 150 };
const nothing = () => undefined;

function columnsOf(ims: readonly TaxDocument[], books: readonly TaxDocument[]) {
  return catalogue({ ims, books }, () => false, nothing).columns;
}

function keptOf({ rungs }: Phase, ims: readonly TaxDocument[], books: readonly TaxDocument[]) {
  const free = { ims: new Uint8Array(ims.length).fill(1), books: new Uint8Array(books.length).fill(1) };
  return sieved(inCommon(rungs), columnsOf(ims, books), free, standardSettings.tolerance, nothing);
}

const phases = ladder.map((phase, at) => [at, phase] as const);

test.each(phases)('two documents that pass a rung of phase %i are both kept', (_at, phase) => {
  fc.assert(
    fc.property(anySide, anySide, (ims, books) => {
      const kept = keptOf(phase, ims, books);
      const [ours, theirs] = [ims, books].map((list, side) => list.map((one, at) => compared(one, sides[side]!, at)));
      for (const one of ours!) {
        for (const other of theirs!) {
          const passes = phase.rungs.some(
            (rung) => 'number' in rung && missed(rung, one, other, standardSettings).length === 0,
          );
          if (passes && one.gstin !== '' && other.gstin !== '')
            expect([kept.ims[one.at], kept.books[other.at]]).toEqual([1, 1]);
        }
      }
    }),
    RUNS,
  );
});

test.each(phases)('all documents of a group of phase %i are kept', (_at, phase) => {
  fc.assert(
    fc.property(anySide, anySide, (ims, books) => {
      const [ours, theirs] = [ims, books].map((list) => list.map((one) => ({ ...one, gstin: '27AAPFU0939F1ZV' })));
      const kept = keptOf(phase, ours!, theirs!);
      const block = {
        ims: ours!.map((one, at) => compared(one, 'ims', at)),
        books: theirs!.map((one, at) => compared(one, 'books', at)),
      };
      for (const rung of phase.rungs) {
        if ('number' in rung) continue;
        for (const group of groupsOf(rung, block, standardSettings, nothing)) {
          expect(group.ims.filter(({ at }) => kept.ims[at] !== 1)).toEqual([]);
          expect(group.books.filter(({ at }) => kept.books[at] !== 1)).toEqual([]);
        }
      }
    }),
    RUNS,
  );
});

const document = (number: string, taxable: number): TaxDocument => ({
  gstin: '27AAPFU0939F1ZV',
  number,
  date: '02-03-2026',
  kind: 'invoice',
  ...amountsOf(taxable, 18, true),
});

test('hardly any document is kept that has nothing in common with the other side', () => {
  const ims = Array.from({ length: 200 }, (_, at) => document(`A${at}`, 100_000 + at * 1_000));
  const books = Array.from({ length: 200 }, (_, at) => document(`B${at}`, 1_000_000 + at * 1_000));
  const one = document('A7', 107_050);
  for (const phase of [ladder[0]!, ladder[1]!, ladder[2]!]) {
    const kept = keptOf(phase, ims, [...books, one]);
    expect([kept.ims[7], kept.books[200]]).toEqual([1, 1]);
    expect(kept.ims.filter((is) => is === 1).length).toBeLessThan(40);
    expect(kept.books.filter((is) => is === 1).length).toBeLessThan(40);
  }
});

test('documents that stand there twice are told from the others', () => {
  const { ims } = columnsOf([document('A1', 100_000), document('a-01', 100_000), document('A1', 100_001)], []);
  expect(repeated(['supplier', 'kind', 'print', 'taxable'], ims, nothing)).toEqual(Uint8Array.of(1, 1, 0));
});
