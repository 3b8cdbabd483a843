import { rupees } from '../kernel/money';
import { categories, type Category, type PairCategory } from '../reconcile/category';
import type { RegisterDocument } from '../reconcile/register/reading';
import type { Suggestion } from '../reconcile/suggest';
import { ofEachCategory, sumsOf } from './category-sums';
import type { ComparedRecord, Comparison } from './compare-books';

/** A record of IMS; `row` is the worksheet's, counted from 1, null where the row was deleted. */
export interface ImsPlace {
  readonly sheet: string;
  readonly row: number | null;
  readonly gstin: string;
  readonly number: string;
}

/** A document of the books; `row` is the register's, counted from 1, the first of several. */
export interface BooksPlace {
  /** where several sheets of the register were read */
  readonly sheet?: string;
  readonly row: number;
  readonly gstin: string;
  readonly number: string;
}

/** A record and a document of the books, one entry for each of a group [contract, reconcile]. */
export interface PairedPlaces {
  readonly category: PairCategory;
  readonly because: string;
  readonly score: number;
  readonly ims: ImsPlace;
  readonly books: BooksPlace;
}

/** A document that one side alone has. */
export type UnpairedPlace = { readonly category: Category; readonly because: string } & (
  { readonly ims: ImsPlace } | { readonly books: BooksPlace }
);

export interface CategoryTotal {
  /** records of IMS; documents of the books where IMS has none */
  readonly records: number;
  /** in rupees, credit notes taken off */
  readonly tax: number;
}

export interface ComparisonReport {
  readonly categories: Readonly<Record<Category, CategoryTotal>>;
  readonly pairs: readonly PairedPlaces[];
  readonly unpaired: readonly UnpairedPlace[];
  /** records by what is suggested for them */
  readonly suggested: Readonly<Record<Category, Readonly<Record<Suggestion, number>>>>;
}

/** What a comparison came to, with every document in its place. */
export function reportComparison(comparison: Comparison): ComparisonReport {
  return {
    categories: totals(comparison),
    pairs: pairedPlaces(comparison),
    unpaired: unpairedPlaces(comparison),
    suggested: suggestedOf(comparison),
  };
}

function totals(comparison: Comparison): ComparisonReport['categories'] {
  const sums = sumsOf(comparison);
  const totals = ofEachCategory((): CategoryTotal => ({ records: 0, tax: 0 }));
  for (const category of categories) {
    const { ims, alone } = sums[category];
    totals[category] = { records: ims.documents + alone.documents, tax: rupees(ims.tax + alone.tax) };
  }
  return totals;
}

function suggestedOf({ outcomes }: Comparison): ComparisonReport['suggested'] {
  const counts = ofEachCategory(() => ({ Accepted: 0, Pending: 0, look: 0 }));
  for (const { category, suggestion } of outcomes) counts[category][suggestion] += 1;
  return counts;
}

function pairedPlaces({ matching, records, outcomes, books }: Comparison): PairedPlaces[] {
  return matching.pairs.flatMap(({ category, score, ims, books: theirs }) =>
    ims.flatMap((one) =>
      theirs.flatMap((other) => {
        const [record, outcome, document] = [records[one], outcomes[one], books[other]];
        if (record === undefined || outcome === undefined || document === undefined) return [];
        return [{ category, because: outcome.why, score, ims: imsPlace(record), books: booksPlace(document) }];
      }),
    ),
  );
}

function unpairedPlaces({ outcomes, left }: Comparison): UnpairedPlace[] {
  const ims = (wanted: Category): UnpairedPlace[] =>
    outcomes.flatMap((outcome) => {
      const { category, why } = outcome;
      return category === wanted ? [{ category, because: why, ims: imsPlace(outcome) }] : [];
    });
  const books = (wanted: Category): UnpairedPlace[] =>
    left.flatMap(({ category, why, entry }) =>
      category === wanted ? [{ category, because: why, books: booksPlace(entry) }] : [],
    );
  return [
    ...ims('Only in IMS'),
    ...books('Only in books'),
    ...ims('Duplicate'),
    ...books('Duplicate'),
    ...books('Not in IMS scope'),
  ];
}

function imsPlace({ record, claimed }: ComparedRecord): ImsPlace {
  const { type, row } = record;
  return {
    sheet: claimed?.sheet.name ?? type.sheet,
    row: claimed === undefined ? null : claimed.row + 1,
    gstin: row.supplierGstin,
    number: row.number,
  };
}

function booksPlace({ document, rows, sheet }: RegisterDocument): BooksPlace {
  const place = { row: rows[0] ?? 0, gstin: document.gstin, number: document.number };
  return sheet === undefined ? place : { sheet, ...place };
}
