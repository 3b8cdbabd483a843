import type { TaxDocument } from '../../../src/core/reconcile/document';
import { becauseOf } from '../../../src/core/reconcile/explain';
import { indexSide, nearestTo } from '../../../src/core/reconcile/nearest';
import { matchDocuments } from '../../../src/core/reconcile/match';

const SUPPLIER = '27AAPFU0939F1ZV';
const OTHER_STATE = '29AAPFU0939F1ZR';

const specimen: TaxDocument = {
  gstin: SUPPLIER,
  number: 'INV/25-26/0451',
  date: '12-05-2025',
  kind: 'invoice',
  taxable: 10_123_00,
  igst: 0,
  cgst: 911_07,
  sgst: 911_07,
  cess: 0,
  value: 11_945_14,
};

const doc = (change: Partial<TaxDocument> = {}): TaxDocument => ({ ...specimen, ...change });

/** Category and rung of the one pair of two documents; undefined where they are none. */
function verdict(ims: TaxDocument, books: TaxDocument): string | undefined {
  const { pairs } = matchDocuments([ims], [books]);
  const mirrored = matchDocuments([books], [ims]).pairs;
  expect(mirrored.map(({ rung, category }) => [rung, category])).toEqual(
    pairs.map(({ rung, category }) => [rung, category]),
  );
  const [pair] = pairs;
  if (pair === undefined) return undefined;
  expect(becauseOf(pair, [ims], [books])).toMatch(/^[A-Z].*\.$/);
  return `${pair.category}: ${pair.rung}`;
}

describe('one document with one', () => {
  it.each<[string, Partial<TaxDocument>, string | undefined]>([
    ['the same', {}, 'Matched: same'],
    ['other signs and case', { number: 'inv-25-26-451' }, 'Matched: written-otherwise'],
    ['no signs', { number: 'INV25260451' }, 'Matched: separators'],
    ['without the financial year', { number: 'INV/0451' }, 'Matched: without-year'],
    ['without the prefix', { number: '451' }, 'Matched: part'],
    ['rounded', { cgst: 911_00, sgst: 911_00 }, 'Matched within tolerance: same'],
    [
      'rounded, written otherwise',
      { number: 'INV-25-26-451', taxable: 10_123_99 },
      'Matched within tolerance: written-otherwise',
    ],
    ['a paisa beyond the tolerance', { taxable: 10_124_01 }, 'Value mismatch: value'],
    ['no column for cess', { cess: undefined }, 'Matched: same'],
    ['no tax by heads', { igst: undefined, cgst: undefined, sgst: undefined, cess: undefined }, 'Matched: same'],
    ['another day', { date: '15-05-2025' }, 'Date mismatch: date-differs'],
    ['another month', { date: '01-08-2025' }, 'Date mismatch: date-differs'],
    ['day and month exchanged', { date: '05-12-2025' }, 'Date mismatch: date-differs'],
    ['another year', { date: '12-05-2024' }, 'Date mismatch: date-typed-wrong'],
    ['no date', { date: '' }, 'Date mismatch: date-missing'],
    ['digits exchanged', { number: 'INV/25-26/0415' }, 'Probable: number-typed-wrong'],
    ['O for 0', { number: 'INV/25-26/O451' }, 'Probable: letters-for-digits'],
    ['a debit note in the books', { kind: 'debit-note' }, 'Probable: other-kind'],
    [
      'value alone',
      { taxable: undefined, igst: undefined, cgst: undefined, sgst: undefined, cess: undefined },
      'Probable: value-only',
    ],
    [
      'no amounts',
      { taxable: undefined, igst: undefined, cgst: undefined, sgst: undefined, cess: undefined, value: undefined },
      'Probable: amounts-unknown',
    ],
    ['another number', { number: 'PV-7' }, 'Probable: number-differs'],
    ['other amounts', { taxable: 9_000_00 }, 'Value mismatch: value'],
    ['IGST for CGST and SGST', { igst: 1_822_14, cgst: 0, sgst: 0 }, 'Tax-head mismatch: tax-heads'],
    ['another state of the PAN', { gstin: OTHER_STATE }, 'GSTIN mismatch: other-gstin-of-pan'],
    ['a GSTIN typed wrong', { gstin: '27AAPFU0993F1ZV' }, 'GSTIN mismatch: gstin-typed-wrong'],
    ['no GSTIN', { gstin: '', outOfScope: 'no-gstin' }, 'GSTIN mismatch: gstin-missing'],
    ['another supplier', { gstin: '24AAACC1206D1ZM' }, undefined],
    ['an invoice against a credit note', { kind: 'credit-note' }, undefined],
    ['the number of another year', { number: 'INV/24-25/0451', date: '12-05-2024' }, undefined],
    ['reverse charge', { outOfScope: 'reverse-charge' }, undefined],
    ['another number and other amounts', { number: 'PV-7', taxable: 9_000_00 }, undefined],
  ])('%s', (_, change, expected) => {
    expect(verdict(doc(), doc(change))).toBe(expected);
  });

  it('does not take a short number of another year for the same', () => {
    const rent = { number: '1', taxable: 50_000_00 };
    expect(verdict(doc({ ...rent, date: '01-04-2025' }), doc({ ...rent, date: '01-04-2024' }))).toBeUndefined();
  });

  it('pairs an amendment with the original number of the books', () => {
    const amended = doc({ number: 'INV/25-26/9001', original: { number: 'INV/25-26/0451', date: '12-05-2025' } });
    expect(verdict(amended, doc())).toBe('Probable: original-number');
    expect(verdict({ ...amended, taxable: 12_000_00 }, doc())).toBe('Value mismatch: original-value');
  });
});

describe('several documents', () => {
  it('prefers the better pair to the first', () => {
    const { pairs } = matchDocuments(
      [doc()],
      [doc({ taxable: 10_123_60 }), doc({ taxable: 10_123_10 }), doc({ taxable: 10_122_30 })],
    );
    expect(pairs).toMatchObject([{ ims: [0], books: [1], category: 'Matched within tolerance' }]);
  });

  it('pairs a part of a number only where no rival is as near', () => {
    const rivals = [doc({ number: 'A/451' }), doc({ number: 'B/451' })];
    expect(matchDocuments(rivals, [doc({ number: '451' })]).pairs).toEqual([]);
    expect(matchDocuments([doc({ number: 'A/451' })], [doc({ number: '451' })]).pairs).toHaveLength(1);
  });

  it('leaves neighbours with equal amounts alone', () => {
    const day = (serial: number) => doc({ number: `INV/25-26/${serial}` });
    const { pairs, onlyInIms, onlyInBooks } = matchDocuments([day(1001), day(1002)], [day(1002), day(1003)]);
    expect(pairs).toMatchObject([{ ims: [1], books: [0], category: 'Matched' }]);
    expect([onlyInIms, onlyInBooks]).toEqual([[0], [1]]);
  });

  it('sets copies aside on both sides', () => {
    const { pairs, copies } = matchDocuments([doc(), doc()], [doc(), doc({ date: '20-05-2025' }), doc()]);
    expect(pairs).toHaveLength(2);
    expect(copies).toMatchObject([{ side: 'books', at: 1 }]);
    expect(matchDocuments([], [doc(), doc()]).copies).toEqual([{ side: 'books', at: 1, of: 0 }]);
  });

  it('adds up the entries of one number', () => {
    const half = { taxable: 5_061_50, cgst: 455_53, sgst: 455_53 };
    const rest = { taxable: 5_061_50, cgst: 455_54, sgst: 455_54 };
    const together = matchDocuments([doc()], [doc(half), doc(rest)]);
    expect(together.pairs).toMatchObject([{ rung: 'same-number-in-parts', category: 'Matched', books: [0, 1] }]);
    const parts = [doc({ ...half, number: 'INV/25-26/0451-1' }), doc({ ...rest, number: 'INV/25-26/0451-2' })];
    expect(matchDocuments([doc()], parts).pairs).toMatchObject([{ rung: 'number-in-parts', category: 'Probable' }]);
  });

  it('sees an invoice that was booked less its credit note', () => {
    const note = doc({
      kind: 'credit-note',
      number: 'CN/7',
      date: '20-05-2025',
      taxable: 1_000_00,
      cgst: 90_00,
      sgst: 90_00,
    });
    const net = doc({ taxable: 9_123_00, cgst: 821_07, sgst: 821_07 });
    expect(matchDocuments([doc(), note], [net]).pairs).toMatchObject([{ rung: 'netted', ims: [0, 1], books: [0] }]);
    expect(matchDocuments([net], [doc(), note]).pairs).toMatchObject([{ rung: 'netted', ims: [0], books: [0, 1] }]);
  });

  it('keeps what was linked by hand, and pairs again what was parted only with others', () => {
    const [ims, books] = [[doc()], [doc(), doc({ number: 'PV-7', taxable: 1 })]];
    expect(matchDocuments(ims, books, { linked: [{ ims: 0, books: 1 }] }).pairs).toMatchObject([
      { rung: 'by-hand', category: 'Value mismatch', books: [1] },
    ]);
    expect(matchDocuments(ims, books, { parted: [{ ims: 0, books: 0 }] }).pairs).toEqual([]);
  });
});

it('names the nearest documents and what each of them misses', () => {
  const others = [
    doc({ gstin: '24AAACC1206D1ZM', number: 'X', taxable: 1 }),
    doc({ taxable: 9_000_00, date: '01-04-2024' }),
    doc({ number: 'INV/25-26/0999' }),
  ];
  const near = nearestTo(doc(), indexSide('books', others));
  expect(near.map(({ at }) => at)).toEqual([2, 1]);
  expect(near[0]?.missed).toEqual([]);
});

it('finds the nearest of many documents of one supplier, whichever stands first', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => doc({ number: `Z/${String(at)}/Q`, taxable: 7_00_000 + at }));
  const near = doc({ taxable: 1 });
  const found = nearestTo(doc(), indexSide('books', [...many.slice(0, 900), near, ...many.slice(900)]));
  expect(found).toHaveLength(5);
  expect(found[0]).toMatchObject({ at: 900, missed: [] });
});

it('does not pair two documents that were parted by hand in a group either', () => {
  const [half, rest] = [doc({ taxable: 40_000, igst: 7_200 }), doc({ taxable: 60_000, igst: 10_800 })];
  const whole = doc({ taxable: 100_000, igst: 18_000 });
  expect(matchDocuments([whole], [half, rest]).pairs).toHaveLength(1);
  const parted = matchDocuments([whole], [half, rest], { parted: [{ ims: 0, books: 1 }] });
  expect(parted.pairs.flatMap(({ books }) => books)).not.toContain(1);
});
