import type { Paise } from '../kernel/money';
import { taxOf } from '../language/row';
import { categories, type Category } from '../reconcile/category';
import { taxOf as totalTax } from '../reconcile/compared';
import type { TaxDocument } from '../reconcile/document';
import type { Comparison } from './compare-books';

/** One side of a category; amounts without regard to sign. */
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
  for (const { category, record, document } of outcomes)
    add(sums[category].ims, document.taxable ?? 0, taxOf(record.row));
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
  if (document !== undefined) add(sum, document.taxable ?? 0, taxOfDocument(document));
}

function add(sum: SideSum, taxable: Paise, tax: Paise): void {
  sum.documents += 1;
  sum.taxable += taxable;
  sum.tax += tax;
}

/** The tax of a document, 0 where nothing tells it. */
export function taxOfDocument(document: TaxDocument): Paise {
  const tax = totalTax(document);
  return Number.isNaN(tax) ? 0 : tax;
}
