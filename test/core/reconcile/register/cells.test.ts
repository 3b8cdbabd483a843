import { dayMeant, readWrittenDate, type DayOrder } from '../../../../src/core/reconcile/register/read-date';
import { readAmount } from '../../../../src/core/reconcile/register/read-amount';
import { readNumber } from '../../../../src/core/reconcile/register/read-number';
import type { RawCell } from '../../../../src/core/kernel/raw-sheet';
import { placeCode } from '../../../../src/core/reconcile/register/document-words';
import { normaliseHeading, readHeading } from '../../../../src/core/reconcile/register/heading';
import { isTotalLabel } from '../../../../src/core/reconcile/register/row-kind';

const day = (cell: RawCell, order: DayOrder = 'day-first') => dayMeant(readWrittenDate(cell), order, false);

describe('dates', () => {
  test.each<[RawCell, string]>([
    ['04-07-2026', '04-07-2026'],
    ['4/7/2026', '04-07-2026'],
    ['04.07.2026', '04-07-2026'],
    ['4-7-26', '04-07-2026'],
    ['4-Jul-26', '04-07-2026'],
    ['4-JUL-2026', '04-07-2026'],
    ['04 July 2026', '04-07-2026'],
    ['4th Sept 2026', '04-09-2026'],
    ['4Jul2026', '04-07-2026'],
    ['Jul 4, 2026', '04-07-2026'],
    ['2026-07-04', '04-07-2026'],
    ['2026/7/4', '04-07-2026'],
    ['2026-07-04T00:00:00.000Z', '04-07-2026'],
    ['04/07/2026 13:05:00', '04-07-2026'],
    ['04/07/2026 1:05 PM', '04-07-2026'],
    ['20260704', '04-07-2026'],
    [20260704, '04-07-2026'],
    ['04072026', '04-07-2026'],
    [46207, '04-07-2026'],
    [46207.75, '04-07-2026'],
    ['46207', '04-07-2026'],
    [36526, '01-01-2000'],
    [45351, '29-02-2024'],
    [45657, '31-12-2024'],
    [45658, '01-01-2025'],
    [{ date: '04-07-2026' }, '04-07-2026'],
    ['29-02-2024', '29-02-2024'],
  ])('%j is %s', (cell, expected) => {
    expect(day(cell)).toBe(expected);
  });

  test('the order of the column counts where a date has none', () => {
    expect(day('07/04/2026', 'month-first')).toBe('04-07-2026');
    expect(day('2026-07-04', 'month-first')).toBe('04-07-2026');
    expect(day('4-Jul-26', 'month-first')).toBe('04-07-2026');
  });

  test.each<RawCell>(['31-06-2026', '13/13/2026', '29-02-2026', 'soon', 45, '4-Jxx-26', { date: '00-00-1900' }, true])(
    '%j is no day',
    (cell) => {
      expect(day(cell)).toBeUndefined();
    },
  );

  test('a serial number is the day that a spreadsheet shows for it, for every day of a century', () => {
    const start = Date.UTC(1899, 11, 30);
    for (let serial = 36_526; serial < 73_051; serial += 1) {
      const [year, month, date] = new Date(start + serial * 86_400_000).toISOString().slice(0, 10).split('-');
      expect(day(serial)).toBe(`${date ?? ''}-${month ?? ''}-${year ?? ''}`);
    }
  });
});

describe('amounts', () => {
  test.each<[RawCell, number]>([
    ['3,63,097.00', 36309700],
    ['₹ 1,000', 100000],
    ['Rs. 1,000.50', 100050],
    ['-₹1,000', -100000],
    ['₹ -1,000', -100000],
    ['(1,000.00)', -100000],
    ['1,000.00-', -100000],
    ['−5', -500],
    ['1,180.00 Cr', -118000],
    ['1,180.00Dr.', 118000],
    ['Cr 12', -1200],
    ['500/-', 50000],
    ['500 INR', 50000],
    [' 4,981 ', 498100],
    [12.345, 1235],
    ['="12.50"', 1250],
    ['.5', 50],
  ])('%j is %i paise', (cell, paise) => {
    expect(readAmount(cell)).toMatchObject({ kind: 'amount', paise });
  });

  test.each<RawCell>(['', ' ', '-', '–', 'NIL', 'N.A.'])('%j is blank', (cell) => {
    expect(readAmount(cell).kind).toBe('blank');
  });

  test.each<RawCell>(['hundred', '1.000,00', '12,34', '1 of 2', '#REF!', { date: '01-07-2026' }, true, '1e400'])(
    '%j is no amount',
    (cell) => {
      expect(readAmount(cell).kind).toBe('unreadable');
    },
  );
});

describe('document numbers', () => {
  test.each<[RawCell, string]>([
    [45, '45'],
    ['45.0', '45'],
    ['0045', '0045'],
    ["'0045", '0045'],
    ['="0045"', '0045'],
    [123456789012345, '123456789012345'],
    [26.27, '26.27'],
    ['1E5', '1E5'],
    ['=1+1', '=1+1'],
    [' INV / 7 ', 'INV / 7'],
  ])('%j is %s', (cell, number) => {
    expect(readNumber(cell)).toEqual({ kind: 'number', number });
  });

  test('what a spreadsheet spoiled is not taken', () => {
    expect(readNumber(1e15)).toEqual({ kind: 'shortened', shown: '1000000000000000' });
    expect(readNumber('1.23457E+15')).toEqual({ kind: 'shortened', shown: '1.23457E+15' });
    expect(readNumber({ date: '04-01-2026' })).toEqual({ kind: 'became-date', shown: '04-01-2026' });
  });
});

describe('headings', () => {
  test.each([
    ['Taxable value (₹)*', 'taxablevalue'],
    ['IGST Amt (Rs.)', 'igstamt'],
    ['Bill#', 'billno'],
    ['Particulars', 'particulars'],
    ['CGST @ 2.5 %', 'cgst'],
    ['GST %', 'gstpercent'],
    ['Amount in INR', 'amount'],
  ])('%s is %s', (heading, normal) => {
    expect(normaliseHeading(heading)).toBe(normal);
  });

  const first = (...parts: string[]) => readHeading(parts)[0]?.field;
  test.each([
    [['IGST', 'Rate'], 'rate'],
    [['IGST', 'Amount'], 'igst'],
    [['IGST %'], 'rate'],
    [['Invoice details', 'Date'], 'date'],
    [['Tax amount', 'Integrated Tax(₹)'], 'igst'],
    [['Availed ITC', 'Integrated Tax'], 'availedIgst'],
    [['Availed ITC Integrated Tax'], 'availedIgst'],
    [['Order', 'Date'], undefined],
    [['Buyer GSTIN'], undefined],
    [['Due Date'], undefined],
    [['Purchase IGST 18%'], 'taxable'],
    [['Input IGST 18%'], 'igst'],
    [['Total Tax (Rs.)'], 'tax'],
    [['Eligibility For ITC'], undefined],
  ])('%j means %s', (parts, field) => {
    expect(first(...parts)).toBe(field);
  });
});

describe('labels of sums', () => {
  test.each([
    'Total',
    'GRAND TOTAL',
    'Total:',
    'Sub-Total',
    'Total (Rs.)',
    'Page Total',
    'Total for July',
    'C/F',
    'Closing Balance',
  ])('%s is one', (text) => {
    expect(isTotalLabel(text)).toBe(true);
  });
  test.each(['Total Made-up Fuels Ltd', 'Totalmade', 'INV-1', 'Grand Hotel'])('%s is none', (text) => {
    expect(isTotalLabel(text)).toBe(false);
  });
});

test.each([
  ['29-Karnataka', '29'],
  ['Karnataka', '29'],
  ['karnataka (29)', '29'],
  ['7', '07'],
  ['Nowhere', undefined],
  ['290', undefined],
])('place of supply %s is %s', (text, code) => {
  expect(placeCode(text)).toBe(code);
});
