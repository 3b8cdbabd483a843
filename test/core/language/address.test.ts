import { columnLetters } from '../../../src/core/language/address';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16383, 'XFD'],
])('column %i from 0 is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
