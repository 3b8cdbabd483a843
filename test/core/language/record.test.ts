import { columnNames, columnOf } from '../../../src/core/language/record';
import { b2b } from '../../../src/core/records/b2b';

test('a column is found by its name', () => {
  expect(columnOf(b2b, 'number').label).toBe('Document number');
  expect(columnNames(b2b)[0]).toBe('supplierGstin');
});

test('asking for a column that the type does not have is a bug and says which', () => {
  expect(() => columnOf(b2b, 'itcAnswer')).toThrow('B2B has no column itcAnswer');
});
