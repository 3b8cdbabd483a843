import type { Refusal } from '../../core/kernel/result';
import type { ClientMemory, KeptBooks } from '../../core/reconcile/kept';
import type { SideIndex } from '../../core/reconcile/nearest';
import type { Comparison, Outcome } from '../../core/tasks/compare-books';
import type { Book } from '../../core/tasks/open-book';

/** A comparison, and all that it came from. */
export interface Matched {
  readonly books: KeptBooks;
  readonly memory: ClientMemory;
  readonly comparison: Comparison;
  /** by the id of the record */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** ids of the records that have a partner in the books */
  readonly paired: ReadonlySet<string>;
  /** the sheets were filled with a comparison, this one or an earlier one */
  readonly isShown: boolean;
  /** made with the first question for near documents */
  index?: SideIndex;
  /** of the records and of the settings that were compared */
  readonly stamp: string;
  /** of the hidden sheets that it was read from */
  readonly source: string;
}

/** The comparison as the desk knows it. */
export interface MatchedKnown {
  /** undefined where there is none, or the records have changed since */
  readonly of: (book: Book) => Matched | undefined;
  readonly know: (matched: Matched) => void;
  /** after the records or the register were replaced */
  readonly forget: () => void;
  /** counts what was known or forgotten: a comparison that was begun before is not wanted any more */
  readonly version: () => number;
  /** why there is none, until something is known or forgotten again */
  readonly refusal: () => Refusal | undefined;
  readonly refuse: (refusal: Refusal) => void;
}

export function createMatchedKnown(): MatchedKnown {
  let known: Matched | undefined;
  let refusal: Refusal | undefined;
  let version = 0;
  const set = (matched: Matched | undefined): void => {
    [known, refusal] = [matched, undefined];
    version += 1;
  };
  return {
    of: (book) => (known?.stamp === stampOf(book) ? known : undefined),
    know: set,
    forget: () => set(undefined),
    version: () => version,
    refusal: () => refusal,
    refuse: (reason) => {
      refusal = reason;
    },
  };
}

/** What a comparison depends on, of a book: cells that the user fills are no part of it. */
export function stampOf({ ledger: { importedAt, files, records }, settings: { tolerance, filer } }: Book): string {
  return JSON.stringify([importedAt, files, records.length, tolerance, filer]);
}
