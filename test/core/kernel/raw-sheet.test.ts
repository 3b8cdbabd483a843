import fc from 'fast-check';
import { dayIndex, dayOfSerial, makeDay } from '../../../src/core/kernel/day';
import { rawCellOf } from '../../../src/core/kernel/raw-sheet';

describe('the day of a serial number', () => {
  test.each([
    [61, '01-03-1900'],
    [36_526, '01-01-2000'],
    [36_585, '29-02-2000'],
    [46_203.75, '30-06-2026'],
    [73_050, '31-12-2099'],
    [2_958_465, '31-12-9999'],
  ])('%d is %s', (serial, day) => {
    expect(dayOfSerial(serial)).toBe(day);
  });

  test.each([-1, 0, 60, 2_958_466, NaN, Infinity])('%d is none', (serial) => {
    expect(dayOfSerial(serial)).toBeUndefined();
  });

  test('days follow each other as serial numbers do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        expect(dayIndex(dayOfSerial(serial + 1) ?? '')).toBe((dayIndex(dayOfSerial(serial) ?? '') ?? NaN) + 1);
      }),
    );
  });
});

describe('a cell shown in a format', () => {
  const serial = 46_203;
  test.each([
    'dd-mm-yyyy',
    'm/d/yyyy',
    '[$-14009]dd-mm-yyyy;@',
    'd-mmm-yy',
    'mmm-yy',
    'mmmm',
    'dd/mm/yyyy hh:mm',
    'yyyy\\-mm\\-dd',
    '"Date: "dd/mm/yy',
  ])('%s is a date', (format) => {
    expect(rawCellOf(serial, format)).toEqual({ date: makeDay(30, 6, 2026) });
  });

  test.each([
    'General',
    '@',
    '0.00',
    '#,##0.00" days"',
    '[Red]#,##0.00',
    'h:mm',
    '[h]:mm:ss',
    'mm:ss',
    '0.00_d',
    '"yd"0',
    '[$₹-4009] #,##0.00',
  ])('%s is a number', (format) => {
    expect(rawCellOf(serial, format)).toBe(serial);
  });

  test('a day written as text in a format of dates is one too, another text is not', () => {
    expect(rawCellOf('03-07-2026', 'dd/mm/yyyy')).toEqual({ date: '03-07-2026' });
    expect(rawCellOf('13-13-2026', 'dd/mm/yyyy')).toBe('13-13-2026');
    expect(rawCellOf('03-07-2026', '@')).toBe('03-07-2026');
  });

  test('what no date is stays what it is', () => {
    expect(['', true, -1, 1e9].map((cell) => rawCellOf(cell, 'dd/mm/yyyy'))).toEqual(['', true, -1, 1e9]);
    expect(rawCellOf(serial, undefined)).toBe(serial);
  });
});
