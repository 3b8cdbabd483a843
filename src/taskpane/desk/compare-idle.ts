import { refuse } from '../../core/kernel/result';
import type { Desk } from '../../core/tasks/desk';
import { compareWith, readSides } from './compare-live';
import type { MatchingParts } from './matching-parts';
import { outcomeOf, stop } from './outcome';

/**
 * Compares while the user asks for nothing, and writes nothing. What was known or forgotten meanwhile ends it: the next
 * one who needs the comparison begins again.
 */
export async function compareIdle(parts: MatchingParts): Promise<void> {
  const { book, matched, voice, inTurn } = parts;
  const version = matched.version();
  const isWanted = (): boolean => matched.version() === version;
  await idle(parts);
  const live = book.known();
  if (!isWanted() || live === undefined) return;
  const sides = await outcomeOf(async () => {
    const read = await readSides(inTurns(parts));
    return read.ok && read.value === undefined ? refuse('books-missing', book.desk().name) : read;
  });
  if (!isWanted()) return;
  if (sides.kind === 'refused') matched.refuse(sides.refusal);
  if (sides.kind === 'done' && sides.value !== undefined) {
    const made = await compareWith(live, sides.value, async () => {
      await idle(parts);
      if (!isWanted()) stop();
    });
    if (!isWanted()) return;
    matched.know(made);
  }
  await inTurn(() => {
    voice.all();
    return Promise.resolve();
  });
}

/** Done when what the user asked for meanwhile has come, and is done. */
async function idle({ inTurn }: MatchingParts): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await inTurn(() => Promise.resolve());
}

/** Each reading takes a turn of its own: the user's work comes in between. */
function inTurns({ book, inTurn }: MatchingParts): Desk {
  const desk = book.desk();
  const { workbook } = desk;
  return {
    ...desk,
    workbook: {
      ...workbook,
      sheetNames: (asks) => inTurn(() => workbook.sheetNames(asks)),
      read: (sheet, span) => inTurn(() => workbook.read(sheet, span)),
    },
  };
}
