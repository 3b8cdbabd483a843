import type { Paise } from '../kernel/money';
import { categories, type Category } from '../reconcile/category';
import type { Suggestion } from '../reconcile/suggest';
import { isOpen } from './apply-suggestions';
import { ofEachCategory, sumsOf } from './category-sums';
import type { Comparison } from './compare-books';

/** What a category comes to, and how much of it is still to be decided. */
export interface MatchCard {
  readonly category: Category;
  /** of IMS */
  readonly records: number;
  /** of the books, paired or alone */
  readonly documents: number;
  /** of the records; of the documents of the books where IMS has none; credit notes are taken off */
  readonly tax: Paise;
  /** records without an action, by what is suggested for them */
  readonly open: Readonly<Record<Suggestion, number>>;
}

/** One card for each category, in the order of the contract. */
export function matchCardsOf(comparison: Comparison): MatchCard[] {
  const sums = sumsOf(comparison);
  const open = ofEachCategory(() => ({ Accepted: 0, Pending: 0, look: 0 }));
  for (const outcome of comparison.outcomes) if (isOpen(outcome)) open[outcome.category][outcome.suggestion] += 1;
  return categories.map((category) => {
    const { ims, books, alone } = sums[category];
    return {
      category,
      records: ims.documents,
      documents: books.documents,
      tax: ims.tax + alone.tax,
      open: open[category],
    };
  });
}
