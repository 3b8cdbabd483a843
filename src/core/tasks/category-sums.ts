import type { Paise } from '../kernel/money';
import { taxOf } from '../language/row';
import { categories, type Category } from '../reconcile/category';
import { taxOf as totalTax } from '../reconcile/compared';
import type { TaxDocument } from '../reconcile/document';
import type { Comparison } from './compare-books';
import { signed } from './credit-of';

/** One side of a category; credit notes are taken off. */
export interface SideSum {
  documents: number;
  taxable: Paise;
  tax: Paise;
}

export interface CategorySum {
  readonly ims: SideSum;
  /** of the books, paired with those of IMS or alone */
  readonly books: SideSum;
  /** of the books, without a record of IMS; counted in `books` too */
  readonly alone: SideSum;
}

export function ofEachCategory<Value>(make: () => Value): Record<Category, Value> {
  return Object.fromEntries(categories.map((category) => [category, make()])) as Record<Category, Value>;
}

/** What each category comes to on both sides. */
export function sumsOf({ outcomes, matching, books, left }: Comparison): Record<Category, CategorySum> {
  const sums = ofEachCategory((): CategorySum => ({ ims: noSum(), books: noSum(), alone: noSum() }));
  for (const { category, record, document } of outcomes) add(sums[category].ims, document, taxOf(record.row));
  for (const { category, books: partners } of matching.pairs)
    for (const at of partners) addDocument(sums[category].books, books[at]?.document);
  for (const { category, entry } of left) {
    addDocument(sums[category].books, entry.document);
    addDocument(sums[category].alone, entry.document);
  }
  return sums;
}

function noSum(): SideSum {
  return { documents: 0, taxable: 0, tax: 0 };
}

function addDocument(sum: SideSum, document: TaxDocument | undefined): void {
  if (document !== undefined) add(sum, document, toldTax(document));
}

function add(sum: SideSum, { kind, taxable = 0 }: TaxDocument, tax: Paise): void {
  sum.documents += 1;
  sum.taxable += signed(kind, taxable);
  sum.tax += signed(kind, tax);
}

/** The tax of a document as it counts in a sum, 0 where nothing tells it. */
export function taxOfDocument(document: TaxDocument): Paise {
  return signed(document.kind, toldTax(document));
}

function toldTax(document: TaxDocument): Paise {
  const tax = totalTax(document);
  return Number.isNaN(tax) ? 0 : tax;
}

/**
 * What IMS and the books come to: the records that IMS has with their partners, and the same with what the books have alone.
 * A document that stands twice counts once, and what is not in IMS scope is no matter of either.
 */
export function totalsOf(sums: Record<Category, CategorySum>): {
  readonly inIms: CategorySum;
  readonly withBooks: CategorySum;
} {
  const aside: readonly Category[] = ['Only in books', 'Duplicate', 'Not in IMS scope'];
  const inIms = categories
    .filter((category) => !aside.includes(category))
    .map((category) => sums[category])
    .reduce(together);
  return { inIms, withBooks: together(inIms, sums['Only in books']) };
}

function together(a: CategorySum, b: CategorySum): CategorySum {
  const sum = (side: keyof CategorySum): SideSum => ({
    documents: a[side].documents + b[side].documents,
    taxable: a[side].taxable + b[side].taxable,
    tax: a[side].tax + b[side].tax,
  });
  return { ims: sum('ims'), books: sum('books'), alone: sum('alone') };
}
