import { matchDocuments } from '../../../src/core/reconcile/match';
import { makeRegister } from '../../support/reconcile/register';
import { mirrored, wordsOf } from '../../support/reconcile/mirror';

const { ims, books } = makeRegister({ seed: 5, suppliers: 900, traps: 1 });

function toldOf(stopAfter = Infinity): { readonly dones: number[]; readonly ofs: Set<number> } {
  const [dones, ofs] = [[] as number[], new Set<number>()];
  matchDocuments(ims, books, {
    told: (done, of) => {
      dones.push(done);
      ofs.add(of);
      if (dones.length === stopAfter) throw new Error('stopped');
    },
  });
  return { dones, ofs };
}

test('progress grows from the first documents to the last, against one sum', () => {
  const { dones, ofs } = toldOf();
  expect(ofs.size).toBe(1);
  expect(dones).toEqual([...dones].sort((a, b) => a - b));
  expect(dones.at(-1)).toBe([...ofs][0]);
  // A few thousand documents or pairs at a time, not once for each part of the work.
  expect(dones.length).toBeGreaterThan((ims.length + books.length) / 1_000);
});

test('what is heard may stop the work at any time', () => {
  const times = toldOf().dones.length;
  for (const after of [1, 2, Math.ceil(times / 2), times]) expect(() => toldOf(after)).toThrow('stopped');
});

test('one supplier with thousands of documents is no single step either', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => ({ ...ims[0]!, number: String(50_000 + 2 * at) }));
  const others = many.map((one, at) => ({ ...one, number: String(50_001 + 2 * at) }));
  let times = 0;
  const matching = matchDocuments(many, others, { told: () => (times += 1) });
  expect(times).toBeGreaterThan(20);
  expect(wordsOf(mirrored(matchDocuments(others, many)), many, others)).toEqual(wordsOf(matching, many, others));
});
