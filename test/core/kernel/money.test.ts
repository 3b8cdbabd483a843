import { formatCount, formatRupees, MAX_PAISE, readMoney, rupees } from '../../../src/core/kernel/money';

const amount = (paise: number, bent: { rounded?: true; fromText?: true } = {}) => ({
  kind: 'amount',
  paise,
  rounded: false,
  fromText: false,
  ...bent,
});

describe('an amount that is a number', () => {
  test.each([
    ['whole rupees', 118000, 118000_00],
    ['rupees and paise', 53395.59, 53395_59],
    ['zero', 0, 0],
    ['a negative amount', -12.5, -12_50],
    ['one paisa', 0.01, 1],
    ['a number in exponent form', 1e3, 1000_00],
    ['the noise of 0.1 + 0.2', 0.1 + 0.2, 30],
    ['the noise of 1.1 * 3', 1.1 * 3, 3_30],
    ['the noise of a sum over many lines', 0.1 + 0.2 + 0.3 + 0.4 + 0.5 + 0.6 + 0.7, 2_80],
    ['ten trillion rupees less a paisa', 9999999999999.99, 999_999_999_999_999],
  ])('%s is read exactly', (_name, rupeesSaid, paise) => {
    expect(readMoney(rupeesSaid)).toEqual(amount(paise));
  });

  test('minus zero is zero without a sign', () => {
    const reading = readMoney(-0);
    expect(reading.kind === 'amount' && Object.is(reading.paise, 0)).toBe(true);
  });

  test.each([
    ['a third decimal', 12.345, 1235],
    ['half a paisa', 0.005, 1],
    ['half a paisa below zero, away from zero as well', -0.005, -1],
    ['less than half a paisa', 0.004, 0],
    ['more than half a paisa', 99.999, 100_00],
    ['a third decimal in a large amount', 123456789.123, 123456789_12],
  ])('%s is rounded, and the reading says so', (_name, said, paise) => {
    expect(readMoney(said)).toEqual(amount(paise, { rounded: true }));
  });

  test('what rounds down to nothing has no sign either', () => {
    const reading = readMoney(-0.004);
    expect(reading.kind === 'amount' && Object.is(reading.paise, 0)).toBe(true);
  });

  test.each([
    ['1e21', 1e21],
    ['ten trillion rupees, one digit more than the portal has', 10_000_000_000_000],
    ['the same below zero', -10_000_000_000_000],
    ['NaN', NaN],
    ['infinity', Infinity],
    ['infinity below zero', -Infinity],
  ])('%s is no amount', (_name, said) => {
    expect(readMoney(said)).toEqual({ kind: 'unreadable' });
  });

  test('the limit has fifteen digits with the paise', () => {
    expect(String(MAX_PAISE)).toBe('999999999999999');
  });
});

describe('an amount that is a text', () => {
  test.each([
    ['363097', 363097_00],
    ['363097.50', 363097_50],
    ['3,63,097.00', 363097_00],
    ['1,00,00,000', 10000000_00],
    ['363,097.00', 363097_00],
    ['10,000,000', 10000000_00],
    ['₹ 5', 5_00],
    ['₹5.5', 5_50],
    ['Rs. 1,200', 1200_00],
    ['Rs 12', 12_00],
    ['INR 12', 12_00],
    ['  42  ', 42_00],
    ['\u00a042\u00a0', 42_00],
    ['+7', 7_00],
    ['-7', -7_00],
    ['- 7', -7_00],
    ['(1,000)', -1000_00],
    ['(1,000.25)', -1000_25],
    ['₹ (5)', -5_00],
    ['.5', 50],
    ['5.', 5_00],
    ['007', 7_00],
    ['0', 0],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%j is a plain number', (said, paise) => {
    expect(readMoney(said)).toEqual(amount(paise, { fromText: true }));
  });

  test('more than two decimals are rounded and said', () => {
    expect(readMoney('12.345')).toEqual(amount(1235, { fromText: true, rounded: true }));
  });

  test.each([
    '12abc',
    'abc',
    'nil',
    '-',
    '.',
    '+',
    '₹',
    'Rs.',
    '1e5',
    '1E5',
    '0x10',
    'NaN',
    'Infinity',
    '1.2.3',
    '--5',
    '5-',
    '(-5)',
    '()',
    '(5',
    '5)',
    '((5))',
    '1/2',
    '=1+1',
    '50%',
    '१२',
    'one hundred',
    '10000000000000',
  ])('%j is no amount', (said) => {
    expect(readMoney(said)).toEqual({ kind: 'unreadable' });
  });

  test.each(['12,34', '100,50', '1,2', '1,234,5', ',500', '5,', '1,,000', '1000,000', '1,0000'])(
    '%j is not grouped as numbers are, so it is not guessed',
    (said) => {
      expect(readMoney(said)).toEqual({ kind: 'unreadable' });
    },
  );
});

test.each([[''], ['   '], ['\u00a0'], [null], [undefined]])('%j is blank', (said) => {
  expect(readMoney(said)).toEqual({ kind: 'blank' });
});

test.each([[true], [false], [{}], [[5]]])('%j is no amount', (said) => {
  expect(readMoney(said)).toEqual({ kind: 'unreadable' });
});

test.each([
  [30, 0.3],
  [53395_59, 53395.59],
  [-12_50, -12.5],
  [999_999_999_999_999, 9999999999999.99],
])('%i paise are %d rupees in a cell', (paise, shown) => {
  expect(rupees(paise)).toBe(shown);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [50, '0.50'],
  [999_99, '999.99'],
  [1000_00, '1,000.00'],
  [99999_00, '99,999.00'],
  [100000_00, '1,00,000.00'],
  [1234567_00, '12,34,567.00'],
  [12345678_90, '1,23,45,678.90'],
  [-1, '-0.01'],
  [-100000_00, '-1,00,000.00'],
  [999_999_999_999_999, '99,99,99,99,99,999.99'],
])('%i paise read %s', (paise, text) => {
  expect(formatRupees(paise)).toBe(text);
});

test.each([
  [0, '0'],
  [7, '7'],
  [1000, '1,000'],
  [100000, '1,00,000'],
  [1048576, '10,48,576'],
])('a count of %i reads %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});
