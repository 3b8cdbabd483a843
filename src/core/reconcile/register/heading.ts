import { fieldNames, otherHeadings, type Field } from './fields';

/** What follows in a heading explains it. */
const LONGEST = 200;
const RATE = /@?\s*\d+(?:\.\d+)?\s*%/g;
const CURRENCY = /\b(?:in\s+)?(?:rs|inr|rupees)\b\.?/g;

/** A heading in small letters and digits alone: `Taxable value (₹)*` is `taxablevalue`, `Bill#` is `billno`, `GST %` is `gstpercent`. */
export function normaliseHeading(heading: string): string {
  return heading
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(RATE, ' ')
    .replace(CURRENCY, ' ')
    .replace(/#/g, ' no ')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a heading may stand for. */
export interface HeadingReading {
  readonly field: Field;
  /** place in the list of names, the best 0 */
  readonly rank: number;
  /** the name can mean nothing else */
  readonly sure: boolean;
  /** a tax rate stands in the heading, so that there may be a column for each rate */
  readonly perRate: boolean;
}

const LIKE_RANK = 1000;

interface Name {
  readonly field: Field;
  readonly rank: number;
  readonly sure: boolean;
}

const byName = new Map<string, Name[]>();
for (const { field, names } of fieldNames) {
  for (const [rank, written] of names.trim().split(/\s+/).entries()) {
    const name = written.replace('?', '');
    byName.set(name, [...(byName.get(name) ?? []), { field, rank, sure: name === written }]);
  }
}

/**
 * The fields that a heading may stand for. `parts` are the rows of the heading from the top: the group of columns first,
 * the column last. The whole is tried first, then the column's own heading, then the group's.
 */
export function readHeading(parts: readonly string[]): HeadingReading[] {
  const written = parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);
  if (written.length === 0) return [];
  const whole = written.join(' ');
  const perRate = whole.slice(0, LONGEST).search(RATE) >= 0;
  const names = [whole, whole.replace(/\bdetails?\b/i, ''), ...(written.length > 1 ? [...written].reverse() : [])].map(
    normaliseHeading,
  );
  if (otherHeadings.test(names[0] ?? '') || (written.length > 1 && names.some((name) => otherHeadings.test(name))))
    return exactly(names[0] ?? '', perRate);
  for (const [index, name] of names.entries()) {
    const found = exactly(name, perRate);
    // A part of the heading alone is less than the whole.
    if (found.length > 0) return index < 2 ? found : found.map((one) => ({ ...one, rank: one.rank + 100 }));
  }
  return alike(names[0] ?? '', perRate);
}

function exactly(name: string, perRate: boolean): HeadingReading[] {
  return (byName.get(name) ?? []).map((found) => ({ ...found, perRate }));
}

function alike(name: string, perRate: boolean): HeadingReading[] {
  // `Purchase IGST 18%` is what was bought at that rate, `IGST 18%` the tax on it.
  const found = fieldNames.filter(({ like }) => like?.test(name) === true);
  const tax = found.some(({ field }) => field === 'rate') ? found.filter(({ field }) => field === 'rate') : found;
  return tax.slice(0, 1).map(({ field }) => ({ field, rank: LIKE_RANK, sure: false, perRate }));
}
