import { isBlank, textOf } from '../../../src/core/kernel/cell';

test.each([
  ['', ''],
  ['Accepted', 'Accepted'],
  ['  Accepted ', 'Accepted'],
  ['paid\r\nlate', 'paid late'],
  ['paid \t  late', 'paid late'],
  ['paid\u00a0late', 'paid late'],
  ['\u00a0', ''],
  ['   ', ''],
  [' ', ''],
  [42, '42'],
  [0, '0'],
  [true, 'TRUE'],
  [false, 'FALSE'],
])('%j reads %j', (cell, text) => {
  expect(textOf(cell)).toBe(text);
});

test.each([[''], ['  '], ['\n'], ['\u00a0'], [undefined]])('%j is blank', (cell) => {
  expect(isBlank(cell)).toBe(true);
});

test.each([[0], [false], ['0'], ['.'], [' x ']])('%j is not blank', (cell) => {
  expect(isBlank(cell)).toBe(false);
});
