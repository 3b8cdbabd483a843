import { kindWords, registerWords } from '../../kernel/match-words';
import { note } from '../../kernel/sentences';
import type { ColumnChoice, Layout } from './layout';
import type { Field } from './fields';
import { dayOrderText } from './read-date';

/** What was guessed about a sheet, a sentence for each guess. */
export function guessesOf(layout: Layout): string[] {
  const { columns, headings, dayOrder, swappedDates, signs, words, otherKind } = layout;
  const guesses = (Object.entries(columns) as [Field, ColumnChoice][])
    .filter(([, { guessed }]) => guessed)
    .map(([field, { value, why }]) =>
      note('register-guessed-column', {
        field: registerWords[field],
        headings: value.map((column) => headings[column] ?? '').join(' + '),
        why,
      }),
    );
  if (dayOrder.guessed) {
    const order = dayOrderText(dayOrder.value);
    guesses.push(note('register-guessed-order', { order, why: dayOrder.why }));
  }
  if (swappedDates.guessed) guesses.push(note('register-guessed-swapped', { why: swappedDates.why }));
  if (signs.guessed) guesses.push(note('register-guessed-signs', { why: signs.why }));
  for (const { word, value, guessed, why, rows } of words)
    if (guessed) guesses.push(note('register-guessed-word', { word, rows, kind: kindWords[value], why }));
  if (otherKind.guessed)
    guesses.push(note('register-guessed-other', { kind: kindWords[otherKind.value], why: otherKind.why }));
  return guesses;
}
