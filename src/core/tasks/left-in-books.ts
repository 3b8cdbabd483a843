import { sayMatch } from '../kernel/match-words';
import type { Category } from '../reconcile/category';
import type { Matching } from '../reconcile/match';
import type { RegisterDocument } from '../reconcile/register/reading';
import { spokenRows } from './spoken-rows';

/** A document of the books that no record of IMS was paired with. */
export interface LeftInBooks {
  readonly category: Extract<Category, 'Only in books' | 'Duplicate' | 'Not in IMS scope'>;
  readonly why: string;
  readonly entry: RegisterDocument;
}

/** Those that a category has, in the order of the register. */
export function leftInBooks(
  { onlyInBooks, copies, notInScope }: Matching,
  books: readonly RegisterDocument[],
): LeftInBooks[] {
  const left = (at: number, category: LeftInBooks['category'], why: string): LeftInBooks[] => {
    const entry = books[at];
    return entry === undefined ? [] : [{ category, why, entry }];
  };
  return [
    ...onlyInBooks.flatMap((at) => left(at, 'Only in books', sayMatch('only-in-books'))),
    ...copies.flatMap(({ side, at, of }) =>
      side === 'ims' ? [] : left(at, 'Duplicate', sayMatch('copy-in-books', { of: spokenRows(books[of]) })),
    ),
    ...notInScope.flatMap((at) => left(at, 'Not in IMS scope', whyNotInScope(books[at]))),
  ];
}

function whyNotInScope(entry: RegisterDocument | undefined): string {
  const why = entry?.document.outOfScope;
  return why === undefined ? '' : sayMatch(why);
}
