import { numfmt } from '@univerjs/core';
import type { Cell } from '../../core/kernel/cell';

/** Numbers on the screen and some more; the same few thousand are drawn again and again while somebody scrolls. */
const KEPT = 20_000;

const drawn = new Map<string, Map<number, string>>();

/** What a cell with this format shows: its number, or the day that its text names; undefined where that is its text. */
export function formattedCell(format: string, value: Cell): string | undefined {
  if (typeof value === 'number') return formatNumber(format, value);
  const serial = typeof value === 'string' ? serialOf(value) : undefined;
  const kind = serial === undefined ? undefined : kindOf(format);
  if (serial === undefined || kind === undefined) return undefined;
  // The text of a day has no time.
  return kind === 'day' ? formatNumber(format, serial) : String(value);
}

/** A number as its format writes it; lakhs and crores too. */
function formatNumber(format: string, value: number): string {
  let texts = drawn.get(format);
  if (texts === undefined) drawn.set(format, (texts = new Map<number, string>()));
  const known = texts.get(value);
  if (known !== undefined) return known;
  if (texts.size >= KEPT) texts.clear();
  const text = numfmt.format(format, value, { throws: false });
  texts.set(value, text);
  return text;
}

const kinds = new Map<string, 'day' | 'time' | undefined>();

/** Whether a format writes days, or times of the day too. */
function kindOf(format: string): 'day' | 'time' | undefined {
  if (!kinds.has(format)) {
    // Without texts, colours and languages: "d", \d, [Red], [$-409].
    const letters = format.toLowerCase().replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/g, '');
    kinds.set(format, /[hs]|\[m/.test(letters) ? 'time' : /[dmy]/.test(letters) ? 'day' : undefined);
  }
  return kinds.get(format);
}

/** Days since 30-12-1899, as Excel counts them, of a day in the form `05-04-2026`. */
function serialOf(text: string): number | undefined {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}
