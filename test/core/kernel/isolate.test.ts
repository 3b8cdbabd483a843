import { balanced, isolated } from '../../../src/core/kernel/isolate';

describe('a stranger’s text in a sentence', () => {
  test.each(['Aarav Steel Traders', 'AST/26-27/0012', 'आरव स्टील', 'Café № 7', ''])('%s stays as it is', (text) => {
    expect(isolated(text)).toBe(text);
  });

  test.each([
    ['an override', '\u202Egnp.exe', '\u2068\u202Egnp.exe\u2069'],
    ['letters from right to left', 'شركة 7', '\u2068شركة 7\u2069'],
    ['an isolate of its own', '\u2067x\u2069', '\u2068\u2067x\u2069\u2069'],
  ])('with %s stands in an isolate', (_name, text, said) => {
    expect(isolated(text)).toBe(said);
  });

  test('cannot end the isolate around it', () => {
    expect(isolated('a\u2069\u202Eb')).toBe('\u2068a\u202Eb\u2069');
    expect(isolated('\u2067a')).toBe('\u2068\u2067a\u2069\u2069');
    expect(isolated('a\u2029\u202Eb\nc')).toBe('\u2068a \u202Eb c\u2069');
  });

  test('may be isolated twice, as a sentence in a sentence is', () => {
    const once = isolated('\u202Ex');
    expect(isolated(`${once} is new`)).toBe('\u2068\u2068\u202Ex\u2069 is new\u2069');
  });
});

test('a text without anything that turns keeps its lines', () => {
  expect(balanced('first\nsecond')).toBe('first\nsecond');
});
