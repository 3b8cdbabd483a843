import {
  creditLimit,
  gstr3bDueDate,
  nextReturn,
  returnName,
  monthName,
  monthOf,
  monthSpans,
  monthsLater,
  periodKey,
} from '../../../src/core/kernel/period';

describe('the month meant by a return period', () => {
  test.each([
    ['MMYYYY', '042026', '19-04-2026', { month: 4, year: 2026 }],
    ['MMYYYY, whatever the document says', '012026', '19-12-2025', { month: 1, year: 2026 }],
    ['MMYYYY of a document without a readable date', '122025', '', { month: 12, year: 2025 }],
    ['MM in the month of the document', '04', '19-04-2026', { month: 4, year: 2026 }],
    ['MM after the month of the document', '06', '19-04-2026', { month: 6, year: 2026 }],
    ['January of a document of December', '01', '31-12-2025', { month: 1, year: 2026 }],
    ['December of a document of December', '12', '31-12-2025', { month: 12, year: 2025 }],
    ['March of a document of April, a year late', '03', '01-04-2025', { month: 3, year: 2026 }],
    ['blanks around', ' 042026 ', '19-04-2026', { month: 4, year: 2026 }],
  ])('%s', (_name, period, date, month) => {
    expect(monthOf(period, date)).toEqual(month);
  });

  test.each([
    ['month 13', '132026', '19-04-2026'],
    ['month 0', '002026', '19-04-2026'],
    ['a month of one digit', '42026', '19-04-2026'],
    ['the year first', '202604', '19-04-2026'],
    ['a month by name', 'Apr 2026', '19-04-2026'],
    ['MM of a document without a readable date', '04', '31-04-2026'],
    ['nothing', '', '19-04-2026'],
  ])('is unknown for %s', (_name, period, date) => {
    expect(monthOf(period, date)).toBeUndefined();
  });
});

test.each([
  [{ month: 4, year: 2026 }, 1, { month: 5, year: 2026 }],
  [{ month: 12, year: 2025 }, 1, { month: 1, year: 2026 }],
  [{ month: 11, year: 2025 }, 2, { month: 1, year: 2026 }],
  [{ month: 1, year: 2026 }, -1, { month: 12, year: 2025 }],
  [{ month: 6, year: 2026 }, 0, { month: 6, year: 2026 }],
  [{ month: 4, year: 2026 }, 24, { month: 4, year: 2028 }],
])('%j and %i month(s) are %j', (month, months, later) => {
  expect(monthsLater(month, months)).toEqual(later);
});

test('a month is named in three letters', () => {
  expect(monthName({ month: 1, year: 2026 })).toBe('Jan 2026');
  expect(monthName({ month: 9, year: 2025 })).toBe('Sep 2025');
  expect(monthName({ month: 12, year: 2025 })).toBe('Dec 2025');
});

test.each([
  ['nothing', [], ''],
  ['one month', ['042026'], 'Apr 2026'],
  ['two months', ['042026', '052026'], 'Apr–May 2026'],
  ['three months, in any order, one twice', ['052026', '032026', '042026', '032026'], 'Mar–May 2026'],
  ['months of two years', ['112025', '122025', '012026'], 'Nov 2025–Jan 2026'],
  ['December alone', ['122025'], 'Dec 2025'],
  ['a gap', ['032026', '052026', '062026'], 'Mar 2026, May–Jun 2026'],
  ['the same month of two years', ['042025', '042026'], 'Apr 2025, Apr 2026'],
  ['a gap over the end of the year', ['112025', '012026', '022026'], 'Nov 2025, Jan–Feb 2026'],
])('spans of months: %s', (_name, periods, text) => {
  expect(monthSpans(periods.map((period) => monthOf(period, '')!))).toBe(text);
});

test('GSTR-3B is due on the 20th of the next month', () => {
  expect(gstr3bDueDate({ month: 11, year: 2025 }, 'Monthly')).toBe('20-12-2025');
  expect(gstr3bDueDate({ month: 12, year: 2025 }, 'Monthly')).toBe('20-01-2026');
});

test('a quarterly GSTR-3B is due on the 22nd or 24th after the quarter', () => {
  expect(gstr3bDueDate({ month: 1, year: 2026 }, 'Quarterly, 22nd')).toBe('22-04-2026');
  expect(gstr3bDueDate({ month: 12, year: 2025 }, 'Quarterly, 24th')).toBe('24-01-2026');
});

test('the return after one is that of the next month or quarter', () => {
  expect(nextReturn({ month: 12, year: 2025 }, 'Monthly')).toEqual({ month: 1, year: 2026 });
  expect(nextReturn({ month: 10, year: 2025 }, 'Quarterly, 22nd')).toEqual({ month: 3, year: 2026 });
});

test('a return is called by its month or quarter', () => {
  expect(returnName({ month: 5, year: 2026 }, 'Monthly')).toBe('May 2026');
  expect(returnName({ month: 5, year: 2026 }, 'Quarterly, 24th')).toBe('Apr-Jun 2026');
});

test.each([
  ['the first day of a financial year', '01-04-2025', '30-11-2026'],
  ['December', '31-12-2025', '30-11-2026'],
  ['January', '01-01-2026', '30-11-2026'],
  ['the last day of a financial year', '31-03-2026', '30-11-2026'],
  ['the first day of the next', '01-04-2026', '30-11-2027'],
])('credit for a document of %s ends on 30 November after its year', (_name, date, limit) => {
  expect(creditLimit(date)).toBe(limit);
});

test('there is no credit limit for a date that is none', () => {
  expect(creditLimit('31-04-2026')).toBeUndefined();
});

describe('two spellings of a period', () => {
  test('of one month compare as the same', () => {
    expect(periodKey('04', '19-04-2026')).toBe(periodKey('042026', '19-04-2026'));
    expect(periodKey('01', '31-12-2025')).toBe(periodKey('012026', '31-12-2025'));
  });

  test('of other months or years do not', () => {
    expect(periodKey('04', '19-04-2026')).not.toBe(periodKey('052026', '19-04-2026'));
    expect(periodKey('042025', '19-04-2026')).not.toBe(periodKey('042026', '19-04-2026'));
    expect(periodKey('112026', '19-04-2026')).not.toBe(periodKey('012026', '19-04-2026'));
  });

  test('that are no month compare by their text', () => {
    expect(periodKey('?', '19-04-2026')).toBe(periodKey('?', '01-01-2020'));
    expect(periodKey('?', '19-04-2026')).not.toBe(periodKey('!', '19-04-2026'));
  });
});
