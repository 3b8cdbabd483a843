import fc from 'fast-check';
import { gstinCheckCharacter, isGstin, normaliseGstin } from '../../../src/core/kernel/gstin';

test.each([
  ['the example of the GST manuals', '27AAPFU0939F1ZV'],
  ['one of Karnataka', '29AAGCB7383J1Z4'],
  ['one of our sample recipient', '27ZZZCR1001K1Z0'],
  ['one of our sample suppliers', '07ZZZPD2004E1ZX'],
])('%s passes', (_name, gstin) => {
  expect(isGstin(gstin)).toBe(true);
});

test.each([
  ['a wrong check character', '27AAPFU0939F1ZW'],
  ['a wrong digit', '27AAPFU0938F1ZV'],
  ['two letters changed places', '27APAFU0939F1ZV'],
  ['the letter O for the digit 0', '27AAPFUO939F1ZV'],
  ['lower case', '27aapfu0939f1zv'],
  ['14 characters', '27AAPFU0939F1Z'],
  ['16 characters', '27AAPFU0939F1ZVV'],
  ['a blank before it', ' 27AAPFU0939F1ZV'],
  ['letters for the state', 'MHAAPFU0939F1ZV'],
  ['a character that is neither digit nor letter', '27AAPFU0939F1Z-'],
  ['nothing', ''],
])('%s fails', (_name, gstin) => {
  expect(isGstin(gstin)).toBe(false);
});

test('blanks and lower case are mended before the check', () => {
  expect(normaliseGstin(' 27aapfu 0939f1zv\n')).toBe('27AAPFU0939F1ZV');
});

test('there is no check character for fewer than 14 characters or for strange ones', () => {
  expect(gstinCheckCharacter('27AAPFU0939F1')).toBeUndefined();
  expect(gstinCheckCharacter('27AAPFU0939F1-')).toBeUndefined();
  expect(gstinCheckCharacter('')).toBeUndefined();
});

const digits = Array.from('0123456789');
const characters = digits.concat(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'));
const first14 = fc
  .tuple(
    fc.array(fc.constantFrom(...digits), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...characters), { minLength: 12, maxLength: 12 }),
  )
  .map((parts) => parts.flat().join(''));

test('exactly one check character fits', () => {
  fc.assert(
    fc.property(first14, (text) => {
      expect(characters.filter((last) => isGstin(text + last))).toHaveLength(1);
    }),
  );
});

test('any single wrong character is noticed', () => {
  fc.assert(
    fc.property(first14, fc.nat(13), fc.constantFrom(...characters), (text, at, other) => {
      fc.pre(text.charAt(at) !== other);
      const gstin = text + (gstinCheckCharacter(text) ?? '');
      expect(isGstin(gstin.slice(0, at) + other + gstin.slice(at + 1))).toBe(false);
    }),
  );
});
