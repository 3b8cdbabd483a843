import fc from 'fast-check';
import { dayNumber, daysBetween, GST_BEGAN, makeDay } from '../../../src/core/kernel/day';

test.each([
  ['01-07-2017', 20170701],
  ['31-12-2026', 20261231],
  ['29-02-2024', 20240229],
  ['29-02-2000', 20000229],
])('%s is a day', (text, number) => {
  expect(dayNumber(text)).toBe(number);
});

test.each([
  ['29 February in a common year', '29-02-2025'],
  ['29 February in a century that is no leap year', '29-02-1900'],
  ['30 February', '30-02-2024'],
  ['31 April', '31-04-2026'],
  ['31 June', '31-06-2026'],
  ['31 September', '31-09-2026'],
  ['31 November', '31-11-2026'],
  ['day 0', '00-01-2026'],
  ['day 32', '32-01-2026'],
  ['month 0', '01-00-2026'],
  ['month 13', '01-13-2026'],
  ['a day without leading zeros', '1-4-2026'],
  ['a year of two digits', '01-04-26'],
  ['slashes', '01/04/2026'],
  ['the year first', '2026-04-01'],
  ['a blank behind', '01-04-2026 '],
  ['a line break behind', '01-04-2026\n'],
  ['nothing', ''],
])('%s is no day', (_name, text) => {
  expect(dayNumber(text)).toBeUndefined();
});

test('a day is written with leading zeros', () => {
  expect(makeDay(1, 4, 2026)).toBe('01-04-2026');
  expect(makeDay(30, 11, 2027)).toBe('30-11-2027');
});

test('GST began on 1 July 2017', () => {
  expect(GST_BEGAN).toBe('01-07-2017');
});

test.each([
  ['the same day', '19-04-2026', '19-04-2026', 0],
  ['tomorrow', '19-04-2026', '20-04-2026', 1],
  ['yesterday', '19-04-2026', '18-04-2026', -1],
  ['over the end of a year', '31-12-2025', '01-01-2026', 1],
  ['over 29 February', '28-02-2024', '01-03-2024', 2],
  ['over a February without one', '28-02-2025', '01-03-2025', 1],
  ['a financial year', '01-04-2025', '01-04-2026', 365],
])('%s: from %s to %s', (_name, from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('there is no distance to what is no day', () => {
  expect(daysBetween('31-04-2026', '01-05-2026')).toBeUndefined();
  expect(daysBetween('01-05-2026', '')).toBeUndefined();
});

test('days between two dates of four centuries are those of the calendar', () => {
  const date = fc.date({ min: new Date('1800-01-01'), max: new Date('2200-12-31'), noInvalidDate: true });
  const written = (at: Date) => at.toISOString().slice(0, 10).split('-').reverse().join('-');
  fc.assert(
    fc.property(date, date, (from, to) => {
      const days =
        (Date.parse(to.toISOString().slice(0, 10)) - Date.parse(from.toISOString().slice(0, 10))) / 86_400_000;
      expect(daysBetween(written(from), written(to))).toBe(days);
    }),
    { numRuns: 1000 },
  );
});
