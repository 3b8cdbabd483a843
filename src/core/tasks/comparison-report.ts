import { sayMatch, type MatchWord } from '../kernel/match-words';
import { rupees, type Paise } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { taxOf } from '../language/row';
import { categories, type Category, type PairCategory } from '../reconcile/category';
import type { TaxDocument } from '../reconcile/document';
import { becauseOf } from '../reconcile/explain';
import type { RegisterDocument } from '../reconcile/register/reading';
import type { Suggestion } from '../reconcile/suggest';
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
  /** in rupees, without regard to sign */
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
export function reportComparison(comparison: Comparison, books: readonly RegisterDocument[]): ComparisonReport {
  return {
    categories: totals(comparison, books),
    pairs: pairedPlaces(comparison, books),
    unpaired: unpairedPlaces(comparison, books),
    suggested: suggestedOf(comparison),
  };
}

function totals(
  { matching, outcomes }: Comparison,
  books: readonly RegisterDocument[],
): ComparisonReport['categories'] {
  const sums = ofEach(() => ({ records: 0, tax: 0 }));
  const count = (category: Category, tax: Paise): void => {
    sums[category].records += 1;
    sums[category].tax += tax;
  };
  const countBooks = (category: Category, places: readonly number[]): void => {
    for (const place of places) count(category, taxOfDocument(books[place]?.document));
  };
  for (const { category, record } of outcomes) count(category, taxOf(record.row));
  countBooks('Only in books', matching.onlyInBooks);
  countBooks('Not in IMS scope', matching.notInScope);
  countBooks(
    'Duplicate',
    matching.copies.flatMap(({ side, at }) => (side === 'books' ? [at] : [])),
  );
  for (const category of categories) sums[category].tax = rupees(sums[category].tax);
  return sums;
}

function suggestedOf({ outcomes }: Comparison): ComparisonReport['suggested'] {
  const counts = ofEach(() => ({ Accepted: 0, Pending: 0, look: 0 }));
  for (const { category, suggestion } of outcomes) counts[category][suggestion] += 1;
  return counts;
}

function ofEach<Value>(make: () => Value): Record<Category, Value> {
  return Object.fromEntries(categories.map((category) => [category, make()])) as Record<Category, Value>;
}

function taxOfDocument(document: TaxDocument | undefined): Paise {
  if (document === undefined) return 0;
  const { igst, cgst, sgst, cess, taxable, value } = document;
  if ([igst, cgst, sgst, cess].some((head) => head !== undefined))
    return (igst ?? 0) + (cgst ?? 0) + (sgst ?? 0) + (cess ?? 0);
  return value === undefined || taxable === undefined ? 0 : value - taxable;
}

function pairedPlaces({ matching, records }: Comparison, books: readonly RegisterDocument[]): PairedPlaces[] {
  const [ours, theirs] = [records.map(({ document }) => document), books.map(({ document }) => document)];
  return matching.pairs.flatMap((pair) => {
    const { category, score } = pair;
    const because = becauseOf(pair, ours, theirs);
    return pair.ims.flatMap((one) =>
      pair.books.flatMap((other) => {
        const [record, document] = [records[one], books[other]];
        if (record === undefined || document === undefined) return [];
        return [{ category, because, score, ims: imsPlace(record), books: booksPlace(document) }];
      }),
    );
  });
}

function unpairedPlaces({ matching, records }: Comparison, books: readonly RegisterDocument[]): UnpairedPlace[] {
  const ims = (category: Category, because: string, at: number): UnpairedPlace[] => {
    const record = records[at];
    return record === undefined ? [] : [{ category, because, ims: imsPlace(record) }];
  };
  const registered = (category: Category, because: string, at: number): UnpairedPlace[] => {
    const document = books[at];
    return document === undefined ? [] : [{ category, because, books: booksPlace(document) }];
  };
  const { onlyInIms, onlyInBooks, copies, notInScope } = matching;
  return [
    ...onlyInIms.flatMap((at) => ims('Only in IMS', sayMatch('only-in-ims'), at)),
    ...onlyInBooks.flatMap((at) => registered('Only in books', sayMatch('only-in-books'), at)),
    ...copies.flatMap(({ side, at, of }) =>
      side === 'ims'
        ? ims('Duplicate', sayMatch('copy-in-ims', { of: spokenPlace(records[of]) }), at)
        : registered('Duplicate', sayMatch('copy-in-books', { of: spokenRow(books[of]?.rows[0]) }), at),
    ),
    ...notInScope.flatMap((at) => registered('Not in IMS scope', whyNotInScope(books[at]), at)),
  ];
}

function whyNotInScope(document: RegisterDocument | undefined): string {
  const why: MatchWord | undefined = document?.document.outOfScope;
  return why === undefined ? '' : sayMatch(why);
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

function booksPlace({ document, rows }: RegisterDocument): BooksPlace {
  return { row: rows[0] ?? 0, gstin: document.gstin, number: document.number };
}

function spokenPlace(compared: ComparedRecord | undefined): string {
  if (compared === undefined) return '';
  const { sheet, row } = imsPlace(compared);
  return row === null ? sheet : `${sheet}, ${spokenRow(row)}`;
}

function spokenRow(row: number | undefined): string {
  return sentence('spoken-row', { row: String(row ?? '') });
}
