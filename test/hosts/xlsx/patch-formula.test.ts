import { shiftFormula } from '../../../src/hosts/xlsx/patch/shift-formula';

test.each([
  ['A1+$A1+A$1+$A$1', 'C2+$A2+C$1+$A$1'],
  ['SUM(A1:B9)', 'SUM(C2:D10)'],
  ['SUM(A:A,$A:B,1:1,$1:2)', 'SUM(C:C,$A:D,2:2,$1:3)'],
  ["Sheet1!A1&'A1 B2'!A1&'it''s A1'!Z1", "Sheet1!C2&'A1 B2'!C2&'it''s A1'!AB2"],
  ['"A1 ""B2"" "&A1', '"A1 ""B2"" "&C2'],
  ['LOG10(A1)+ATAN2(1,2)', 'LOG10(C2)+ATAN2(1,2)'],
  ['Table1[[#This Row],[A1]]+[1]Sheet1!A1', 'Table1[[#This Row],[A1]]+[1]Sheet1!C2'],
  ['XFE1+TAX2024x+_A1+A1.b+1E5+TRUE', 'XFE1+TAX2024x+_A1+A1.b+1E5+TRUE'],
  ['Jan:Mar!A1', 'Jan:Mar!C2'],
  ['XFD1048576', 'B1'],
  ['ÜA1+A1', 'ÜA1+C2'],
])('%s one down and two to the right is %s', (formula, shifted) => {
  expect(shiftFormula(formula, 1, 2)).toBe(shifted);
});

test('goes up and left around the edges', () => {
  expect(shiftFormula('A1+C3', -1, -1)).toBe('XFD1048576+B2');
});
