import { fill } from '../../../src/core/kernel/fill';

describe('a template', () => {
  test('is filled wherever a name stands, with texts and numbers', () => {
    expect(fill('{a} and {b}, {a}', { a: 'one', b: 2 })).toBe('one and 2, one');
  });

  test('keeps a gap that nobody fills, so that it is seen', () => {
    expect(fill('{a} and {b}', { a: '' })).toBe(' and {b}');
    expect(fill('{a|# record|# records}', {})).toBe('{a|# record|# records}');
  });

  test('does not fill what a value brings', () => {
    expect(fill('{a}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1');
    expect(fill('{a|# {b}|# {b}}', { a: 1, b: 'x' })).toBe('{a|# x|# x}');
  });

  test('leaves other braces alone', () => {
    expect(fill('{ a } {} {a-b}', { a: 'x' })).toBe('{ a } {} {a-b}');
  });

  test('writes a count in Indian grouping, and a text as it is', () => {
    expect(fill('{a}, row {row}', { a: 123456, row: '123456' })).toBe('1,23,456, row 123456');
  });

  test('says a stranger’s text so that it does not turn the words around it', () => {
    expect(fill('{name} is new', { name: '\u202Egnp.exe' })).toBe('\u2068\u202Egnp.exe\u2069 is new');
  });
});

describe('a count', () => {
  const records = '{n|# record is|# records are} here';
  test.each([
    [0, '0 records are here'],
    [1, '1 record is here'],
    [2, '2 records are here'],
    [100000, '1,00,000 records are here'],
  ])('of %i takes its form', (n, text) => {
    expect(fill(records, { n })).toBe(text);
  });

  test('may lend its form to other words of the sentence', () => {
    expect(fill('{n|# error stops|# errors stop} it: mend {n|it|them}', { n: 1 })).toBe('1 error stops it: mend it');
    expect(fill('{n|# error stops|# errors stop} it: mend {n|it|them}', { n: 3 })).toBe('3 errors stop it: mend them');
  });

  test('takes the forms that its language has, in the order one, few, many, other', () => {
    const polish = new Intl.PluralRules('pl');
    const said = (n: number): string => fill('{n|# rekord|# rekordy|# rekordów|# rekordu}', { n }, polish);
    expect([said(1), said(3), said(5), said(22)]).toEqual(['1 rekord', '3 rekordy', '5 rekordów', '22 rekordy']);
  });

  test('takes the last form where a translation gives too few', () => {
    expect(fill('{n|# in all}', { n: 7 })).toBe('7 in all');
  });
});
