import fc from 'fast-check';
import { isPartOf, numberForms, numberPrint, spelledNumber } from '../../../src/core/reconcile/number';
import { isTypedWrong, shortenings } from '../../../src/core/reconcile/slips';

const forms = (number: string) => numberForms(number, 2025);

describe('a document number', () => {
  it.each(['', '  ', 'NA', 'n/a', 'N.A.', 'nil', '0', '000', '-', 'None'])('is no number: %j', (text) => {
    expect(spelledNumber(text)).toBe('');
  });

  it.each([
    ['INV/2025-26/0891', 'INV/2025-26/0891'],
    [' inv / 25 ', 'INV/25'],
    ['N1', 'N1'],
    ['X', ''],
  ])('%j is spelled %j', (text, spelled) => {
    expect(spelledNumber(text)).toBe(spelled);
  });

  it.each([
    ['INV-0045', 'inv 45'],
    ['A/1003', 'A1003'],
    ['007/25', '7-25'],
    ['GST//0012', 'GST 12'],
  ])('%j and %j are plainly the same', (one, other) => {
    expect(forms(one).plain).toBe(forms(other).plain);
  });

  it.each([
    ['1/23', '12/3'],
    ['INV-1', 'INV-10'],
    ['A-1', 'B-1'],
    ['10', '1'],
  ])('%j and %j are two numbers in every form but without signs', (one, other) => {
    expect(forms(one).plain).not.toBe(forms(other).plain);
    expect(forms(one).core).not.toBe(forms(other).core);
    expect(forms(one).clear).not.toBe(forms(other).clear);
  });

  it.each([
    ['INV/2025-26/0891', 'INV891', 2025],
    ['INV/2025-2026/0891', 'INV891', 2025],
    ['INV/25/26/0891', 'INV891', 2025],
    ['INV/2526/0891', 'INV891', 2025],
    ['INV/202526/0891', 'INV891', 2025],
    ['0891/FY25-26', '891', 2025],
    ['2026/0891', '891', 2025],
    ['INV/24-25/0891', 'INV891', 2024],
    ['INV/0891', 'INV891', undefined],
    // a number that is nothing but a year; years before GST; runs that follow each other by chance
    ['25-26', '25/26', undefined],
    ['12/13/45', '12/13/45', undefined],
    ['2525/7', '2525/7', undefined],
  ])('%j is %j without the financial year', (number, core, year) => {
    expect(forms(number)).toMatchObject({ core, year });
  });

  it.each([
    ['INV-1O5', 'INV105'],
    ['INV-5OO', 'INV500'],
    ['INV/I2', 'INV12'],
    ['12L', '121'],
    ['DNI40', 'DN140'],
    ['OIL/7', 'OIL7'],
  ])('%j reads %j where letters stand for digits', (number, clear) => {
    expect(forms(number).clear).toBe(clear);
  });

  it.each([
    ['4587', 'INV-4587', true],
    ['4587', 'GST/25-26/4587', true],
    ['4587', '4587/A', true],
    ['INV-4587', 'IN-4587', false],
    ['587', 'INV-4587', false],
    ['4587', '4587', false],
    ['A', 'A/1', false],
    ['1/23', '23', true],
  ])('%j as a part of %j: %s', (one, other, is) => {
    expect(isPartOf(forms(one), forms(other))).toBe(is);
    expect(isPartOf(forms(other), forms(one))).toBe(is);
  });

  it.each([
    ['4587', '4578', true],
    ['4587', '4687', true],
    ['4587', '457', true],
    ['4587', '45887', true],
    ['4587', '4587', false],
    ['4587', '5478', false],
    ['4587', '4758', false],
    ['12', '3', false],
    ['', '1', true],
  ])('%j typed wrong as %j: %s', (one, other, is) => {
    expect(isTypedWrong(one, other)).toBe(is);
    expect(isTypedWrong(other, one)).toBe(is);
    // Two that are alike are found by what they have in common.
    if (is) expect(shortenings(one).some((text) => shortenings(other).includes(text))).toBe(true);
  });
});

it.each<[string, boolean]>([
  ['INV/25-26/0891', true],
  ['MH-2526', true],
  ['7', true],
  ['2025-26', false],
  ['FY 25-26', false],
  ['RENT/2025-26', false],
  ['2526', false],
  ['2025', false],
  ['AS PER BILL', false],
])('%p counts the documents: %p', (number, counts) => {
  expect(numberForms(number, 2025).counts).toBe(counts);
});

/** Of signs, zeros, letters of several scripts, and pieces that are years. */
const anyNumber = fc
  .array(fc.constantFrom('0', '1', '2', 'A', 'a', '-', '/', ' ', '.', 'ß', 'SS', 'ı', 'I', '١', '25', '2025', '26'), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''));

test('numbers that are the same as spelled, plainly or bare have the same print', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (one, other) => {
      const [ours, theirs] = [forms(one), forms(other)];
      const isSame =
        spelledNumber(one) === spelledNumber(other) || ours.plain === theirs.plain || ours.bare === theirs.bare;
      fc.pre(isSame && spelledNumber(one) !== '' && spelledNumber(other) !== '');
      expect(numberPrint(one)).toBe(numberPrint(other));
    }),
    { numRuns: 150, maxSkipsPerRun: 10_000 },
  );
});

test.each([
  ['INV-0045', 'inv 45'],
  ['1/007', '17'],
  ['Straße-7', 'STRASSE 7'],
])('%j and %j have the same print', (one, other) => {
  expect(numberPrint(one)).toBe(numberPrint(other));
});

test.each([
  ['INV-1', 'INV-2'],
  ['12', '21'],
  ['A1', '1A'],
])('%j and %j have two prints', (one, other) => {
  expect(numberPrint(one)).not.toBe(numberPrint(other));
});
