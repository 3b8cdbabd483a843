import { numfmt } from '@univerjs/core';

/** Numbers on the screen and some more; the same few thousand are drawn again and again while somebody scrolls. */
const KEPT = 20_000;

const drawn = new Map<string, Map<number, string>>();

/** A number as its format writes it; lakhs and crores too. */
export function formatNumber(format: string, value: number): string {
  let texts = drawn.get(format);
  if (texts === undefined) drawn.set(format, (texts = new Map<number, string>()));
  const known = texts.get(value);
  if (known !== undefined) return known;
  if (texts.size >= KEPT) texts.clear();
  const text = numfmt.format(format, value, { throws: false });
  texts.set(value, text);
  return text;
}
