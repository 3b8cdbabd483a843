import { isStateCode, placeLabel, states } from '../../../src/core/kernel/states';

test('the codes are those of the portal, each once', () => {
  const upTo38 = Array.from({ length: 38 }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(states.map(({ code }) => code)).toEqual([...upTo38, '96', '97', '99']);
});

test('every code has its own name', () => {
  const names = states.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('codes that are no longer given out are read and not offered', () => {
  expect(states.filter(({ old }) => old === true).map(({ code }) => code)).toEqual(['25', '28', '99']);
  expect(isStateCode('28')).toBe(true);
});

test.each(['00', '39', '95', '98', '7', '', ' 27', '27-Maharashtra'])('%j is no state code', (code) => {
  expect(isStateCode(code)).toBe(false);
});

test('a place is shown as code and name', () => {
  expect(placeLabel('27')).toBe('27-Maharashtra');
  expect(placeLabel('01')).toBe('01-Jammu & Kashmir');
  expect(placeLabel('97')).toBe('97-Other Territory');
});

test('a code on no list is shown as it came', () => {
  expect(placeLabel('77')).toBe('77');
  expect(placeLabel('')).toBe('');
});
