import { note } from '../../kernel/sentences';
import type { DocumentKind } from '../document';
import { isOtherEntry, kindOfTitle, kindOfWord, scopeOfWord } from './document-words';
import { normaliseWord } from './normalise-word';
import type { Evidence, SignCount, WordEvidence } from './gather-evidence';
import type { Choice, Signs, WordChoice } from './layout';
import type { DayOrder } from './read-date';
import { heads, type Head } from './signed-amounts';

function yours<Value>(value: Value): Choice<Value> {
  return { value, guessed: false, why: note('register-why-you') };
}

/** Both day orders, from the whole column; day first, as everywhere in India, where it does not tell. */
export function decideDayOrder({ dates }: Evidence, said?: DayOrder): Choice<DayOrder> {
  if (said !== undefined) return yours(said);
  const { dayFirst, monthFirst, either } = dates;
  const value = monthFirst > dayFirst ? 'month-first' : 'day-first';
  if (dayFirst > 0 && monthFirst > 0)
    return { value, guessed: true, why: note('register-why-both-orders', { dayFirst, monthFirst }) };
  if (dayFirst + monthFirst > 0) return { value, guessed: false, why: note('register-why-order') };
  return either > 0
    ? { value, guessed: true, why: note('register-why-no-order') }
    : { value, guessed: false, why: note('register-why-months-told') };
}

/**
 * A program that expects the month first keeps 05/07/2026 as 7 May and leaves 13/07/2026 as text. So where all text has
 * days above 12 and all dates have days up to 12, the months of the text tell whether the dates were misread.
 */
export function decideSwapped({ dates, kept }: Evidence, said?: boolean): Choice<boolean> {
  if (said !== undefined) return yours(said);
  const fine = { value: false, guessed: false, why: note('register-why-dates-kept') };
  if (kept.cells.length === 0 || kept.latestDay > 12) return fine;
  if (dates.dayFirst === 0 || dates.either > 0 || dates.monthFirst > 0) return fine;
  let [asKept, swapped] = [0, 0];
  for (const day of kept.cells) {
    if (kept.textMonths.has(day.slice(6) + day.slice(3, 5))) asKept += 1;
    if (kept.textMonths.has(day.slice(6) + day.slice(0, 2))) swapped += 1;
  }
  return swapped > asKept ? { value: true, guessed: true, why: note('register-why-swapped') } : fine;
}

/** On which side of zero the register writes its invoices. */
export function decideSigns(evidence: Evidence, said?: Signs): Choice<Signs> {
  if (said !== undefined) return yours(said);
  const invoices = [...evidence.words.values()].filter(({ word }) => kindOfWord(word) === 'invoice');
  const { positive, negative } = [
    ...(invoices.length > 0 ? invoices : [...evidence.words.values(), evidence.wordless]),
  ].reduce<SignCount>(
    (sum, one) => ({ positive: sum.positive + one.positive, negative: sum.negative + one.negative }),
    { positive: 0, negative: 0 },
  );
  if (negative === 0) return { value: 'positive', guessed: false, why: note('register-why-above') };
  const mixed = positive > 0;
  const value = negative > positive && (mixed || evidence.bySide || invoices.length > 0) ? 'negative' : 'positive';
  if (evidence.bySide) {
    const why = note(value === 'negative' ? 'register-why-credit' : 'register-why-debit');
    return { value, guessed: mixed && invoices.length === 0, why };
  }
  return { value, guessed: true, why: note(value === 'negative' ? 'register-why-negative' : 'register-why-below') };
}

/** Heads whose sign is mostly opposite to the main amount's. */
export function decideOpposite({ heads: counts }: Evidence): Head[] {
  return heads.filter((head) => counts[head].opposite > counts[head].same);
}

/** The type column: `ofVouchers`, its words are the books' own, not the supplier's; `ofKinds`, it is there for kinds of documents. */
export interface TypeColumn {
  readonly ofKinds: boolean;
  readonly ofVouchers: boolean;
}

/** What each word of the type column stands for. */
export function decideWords(
  { words }: Evidence,
  signs: Signs,
  { ofKinds, ofVouchers }: TypeColumn,
  said: Readonly<Record<string, DocumentKind>> = {},
): WordChoice[] {
  const ofDocuments = [...words.values()].filter(
    ({ word }) => (ofKinds || kindOfWord(word) !== undefined) && !isOtherEntry(word),
  );
  return ofDocuments.map((seen) => {
    const { word, rows } = seen;
    const own = normaliseWord(word);
    // A word of the sheet may be that of something every object has.
    const kind = Object.hasOwn(said, own) ? said[own] : undefined;
    return { word, rows, ...(kind === undefined ? wordKind(seen, signs, ofVouchers) : yours(kind)) };
  });
}

function wordKind(seen: WordEvidence, signs: Signs, ofVouchers: boolean): Choice<DocumentKind> {
  const { word } = seen;
  const kind = kindOfWord(word);
  if (kind === 'return') return { value: 'credit-note', guessed: true, why: note('register-why-return', { word }) };
  if (kind === 'debit-note') {
    const reduces = signs === 'positive' ? seen.negative > seen.positive : seen.positive > seen.negative;
    if (reduces) return { value: 'credit-note', guessed: true, why: note('register-why-reduces', { word }) };
    if (ofVouchers) return { value: 'credit-note', guessed: true, why: note('register-why-own-note', { word }) };
  }
  if (kind !== undefined) return { value: kind, guessed: false, why: note('register-why-word', { word }) };
  return {
    value: 'invoice',
    guessed: scopeOfWord(word) === undefined,
    why: note('register-why-unknown-word', { word }),
  };
}

/** The kind of what has no word, by the sheet's name and the lines above its headings. */
export function decideOtherKind(titles: readonly string[], said?: DocumentKind): Choice<DocumentKind> {
  if (said !== undefined) return yours(said);
  for (const title of titles) {
    const kind = kindOfTitle(title);
    if (kind !== undefined)
      return {
        value: kind === 'return' ? 'credit-note' : kind,
        guessed: true,
        why: note('register-why-title', { title }),
      };
  }
  return { value: 'invoice', guessed: false, why: note('register-why-no-word') };
}
