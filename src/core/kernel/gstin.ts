const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 15 characters as printed: upper case, no blanks. */
export function normaliseGstin(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/**
 * Check character of the first 14 characters [rule book 3.8]: weights 1, 2, 1, 2 … in base 36, quotient plus
 * remainder of each product, and what is missing to a multiple of 36. Undefined where a character is neither digit nor letter.
 */
export function gstinCheckCharacter(first14: string): string | undefined {
  let total = 0;
  for (let index = 0; index < 14; index += 1) {
    const digit = DIGITS.indexOf(first14.charAt(index));
    if (first14.charAt(index) === '' || digit < 0) return undefined;
    const product = digit * (index % 2 === 0 ? 1 : 2);
    total += Math.floor(product / 36) + (product % 36);
  }
  return DIGITS.charAt((36 - (total % 36)) % 36);
}

/** True for 15 characters whose last one is the right check character, whatever the family (normal, TDS, UIN …). */
export function isGstin(text: string): boolean {
  return /^\d{2}[0-9A-Z]{13}$/.test(text) && gstinCheckCharacter(text) === text.charAt(14);
}
