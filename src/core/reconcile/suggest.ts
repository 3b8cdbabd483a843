import type { Day } from '../kernel/day';
import type { Values } from '../kernel/fill';
import type { MatchingWord } from '../kernel/matching-words';
import type { Paise } from '../kernel/money';
import type { Category } from './category';
import type { Clues } from './clues';
import type { DocumentKind } from './document';

/** What may be done with a record of IMS; `look` where only a person can tell. Rejected is never suggested. */
export const suggestions = ['Accepted', 'Pending', 'look'] as const;

export type Suggestion = (typeof suggestions)[number];

/** Why an action is suggested, or what is to be looked at: a sentence of the catalogue. */
export interface Reason {
  readonly word: Extract<MatchingWord, `reason-${string}`>;
  readonly values?: Values;
}

export interface Suggested {
  readonly suggestion: Suggestion;
  /** at least one where a person is to look */
  readonly reasons: readonly Reason[];
}

/** What is known of a record when an action is suggested for it. */
export interface Compare {
  readonly category: Category;
  readonly kind: DocumentKind;
  /** by how much the books have more than IMS, less below 0; undefined where that is not known */
  readonly difference: Paise | undefined;
  readonly pendingBlocked: boolean;
  /** the last day for Pending, where it has passed, and why it was that day; asked only where Pending comes into question */
  readonly pendingEnded: () => { readonly day: Day; readonly why: string } | undefined;
  /** accepting it asks how far the credit is to be reduced, and it is no credit note */
  readonly asksReduction: boolean;
  /** what the books have that may be meant, where the record is alone */
  readonly clues: Clues;
}

/**
 * The action that the comparison with the books suggests [rule book 5.3]. A credit note takes credit away, so what is
 * unclear about one is for a person; a full reduction is the only answer that is given without one.
 */
export function suggestionFor(compare: Compare): Suggested {
  const { category, kind, difference } = compare;
  switch (category) {
    case 'Matched':
    case 'Matched within tolerance':
    case 'Date mismatch':
      return accepting(compare);
    case 'Value mismatch':
      if (kind === 'credit-note') return look('reason-note-differs');
      if (difference === undefined || difference === 0) return look('reason-amounts-untold');
      // What IMS has can be claimed; the supplier still owes the rest. What the books do not have waits.
      return difference > 0 ? accepting(compare) : waiting(compare);
    case 'Tax-head mismatch':
      return kind === 'credit-note' ? look('reason-note-differs') : waiting(compare);
    case 'Only in IMS':
      return alone(compare);
    case 'GSTIN mismatch':
      return look('reason-which-gstin');
    case 'Duplicate':
      return look('reason-stands-twice');
    default:
      return look('reason-same-document');
  }
}

function accepting({ asksReduction }: Compare): Suggested {
  return asksReduction ? look('reason-asks-reduction') : { suggestion: 'Accepted', reasons: [] };
}

function waiting({ pendingBlocked, pendingEnded }: Compare): Suggested {
  if (pendingBlocked) return look('reason-pending-blocked');
  const ended = pendingEnded();
  if (ended === undefined) return { suggestion: 'Pending', reasons: [] };
  const { day, why } = ended;
  return { suggestion: 'look', reasons: [{ word: 'reason-pending-ended', values: { day, why } }] };
}

/** Of a record without a partner. What the books have under another regime must not wait for a document that never comes. */
function alone(compare: Compare): Suggested {
  const { kind, clues } = compare;
  if (clues.elsewhere !== undefined) return look(`reason-${clues.elsewhere}`);
  const { suggestion, reasons } = waiting(compare);
  const note: readonly Reason[] = kind === 'credit-note' ? [{ word: 'reason-note-not-booked' }] : [];
  const alike: readonly Reason[] =
    clues.alike === 0 ? [] : [{ word: 'reason-alike', values: { documents: clues.alike } }];
  return { suggestion, reasons: [...note, ...alike, ...reasons] };
}

function look(word: Reason['word']): Suggested {
  return { suggestion: 'look', reasons: [{ word }] };
}
