import type { Paise } from '../kernel/money';
import type { Category } from './category';
import type { DocumentKind } from './document';

/** What may be done with a record of IMS; `look` where only a person can tell. Rejected is never suggested. */
export const suggestions = ['Accepted', 'Pending', 'look'] as const;

export type Suggestion = (typeof suggestions)[number];

/** What is known of a record when an action is suggested for it. */
export interface Compare {
  readonly category: Category;
  readonly kind: DocumentKind;
  /** by how much the books have more than IMS, less below 0; undefined where that is not known */
  readonly difference: Paise | undefined;
  readonly pendingBlocked: boolean;
  /** accepting it asks how far the credit is to be reduced, and it is no credit note */
  readonly asksReduction: boolean;
}

/**
 * The action that the comparison with the books suggests [rule book 5.3]. A credit note takes credit away, so what is
 * unclear about one is for a person; a full reduction is the only answer that is given without one.
 */
export function suggestionFor(compare: Compare): Suggestion {
  const { category, kind, difference, pendingBlocked } = compare;
  const wait: Suggestion = pendingBlocked ? 'look' : 'Pending';
  const accept: Suggestion = compare.asksReduction ? 'look' : 'Accepted';
  switch (category) {
    case 'Matched':
    case 'Matched within tolerance':
    case 'Date mismatch':
      return accept;
    case 'Value mismatch':
      if (kind === 'credit-note' || difference === undefined || difference === 0) return 'look';
      // What IMS has can be claimed; the supplier still owes the rest. What the books do not have waits.
      return difference > 0 ? accept : wait;
    case 'Tax-head mismatch':
      return kind === 'credit-note' ? 'look' : wait;
    case 'Only in IMS':
      return wait;
    default:
      return 'look';
  }
}
