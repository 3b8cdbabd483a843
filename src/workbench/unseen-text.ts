import type { BookView, Unseen } from '../core/book-view';
import { say, type WordId } from '../core/kernel/pane-words';

/** Sheets that are named for each kind; more are counted. */
const NAMED = 4;

const words: Readonly<Record<Unseen['kind'], WordId>> = {
  charts: 'bench-unseen-charts',
  pictures: 'bench-unseen-pictures',
  shapes: 'bench-unseen-shapes',
  notes: 'bench-unseen-notes',
};

/** One sentence: what of a workbook is in its file but not on the page, and on which sheets. */
export function unseenText(unseen: NonNullable<BookView['unseen']>): string {
  return say('bench-unseen', { what: unseen.map(partOf).join('; ') });
}

function partOf({ kind, sheets }: Unseen): string {
  const named = sheets.slice(0, NAMED).join(', ');
  const more = sheets.length - NAMED;
  return say(words[kind], {
    sheets: more > 0 ? say('bench-unseen-more', { sheets: named, more }) : named,
  });
}
