import { kindWords, sayRule } from '../kernel/match-words';
import { sayMatching } from '../kernel/matching-words';
import { daysBetween } from '../kernel/day';
import { inRupees } from '../kernel/money';
import type { TaxDocument } from '../reconcile/document';
import { amountsApart } from '../reconcile/explain';
import type { Field } from '../reconcile/ladder';
import { nearestTo, type SideIndex } from '../reconcile/nearest';
import { standardSettings } from '../reconcile/ways';
import { spokenPlace, type Comparison, type Outcome } from './compare-books';
import { spokenDocument } from './match-cells';

/** A document of the books that came near to a record, in words. */
export interface NearDocument {
  /** its place among the documents of the books */
  readonly at: number;
  /** `INV-12 of 05-06-2026 (row 7)` */
  readonly document: string;
  readonly name: string;
  /** what the rule asks for that it came closest to */
  readonly rule: string;
  /** the fields in which it misses that rule, and by what; none where it fits */
  readonly missed: readonly string[];
  /** what else differs, which the rule allows */
  readonly allowed: readonly string[];
  /** the record that has it now; undefined where it is free */
  readonly taken: { readonly number: string; readonly place: string } | undefined;
}

/** The documents of the books that come nearest to a record, without those that it is paired with. */
export function nearDocumentsOf(outcome: Outcome, comparison: Comparison, books: SideIndex): NearDocument[] {
  const own = new Set(outcome.books);
  const near = nearestTo(outcome.document, books, standardSettings, (at) => {
    const entry = comparison.books[at];
    return entry !== undefined && !own.has(entry);
  });
  return near.flatMap((found) => {
    const entry = comparison.books[found.at];
    if (entry === undefined) return [];
    return [
      {
        at: found.at,
        document: spokenDocument(entry),
        name: entry.name,
        rule: sayRule(found.rung),
        missed: differencesOf(outcome.document, entry.document, (field) => found.missed.includes(field)),
        allowed: differencesOf(outcome.document, entry.document, (field) => !found.missed.includes(field)),
        taken: takenBy(found.at, comparison),
      },
    ];
  });
}

function takenBy(at: number, { matching, outcomes }: Comparison): NearDocument['taken'] {
  const pair = matching.pairs.find(({ books }) => books.includes(at));
  const outcome = outcomes[pair?.ims[0] ?? -1];
  return outcome === undefined ? undefined : { number: outcome.document.number, place: spokenPlace(outcome) };
}

const fieldTexts: Record<Field, (ims: TaxDocument, books: TaxDocument) => readonly string[]> = {
  supplier: (ims, books) => [gstinApart(ims, books)],
  kind: (ims, books) => [kindApart(ims, books)],
  number: (ims, books) => [numberApart(ims, books)],
  date: (ims, books) => [dateApart(ims, books)],
  amounts: (ims, books) => amountTexts(ims, books),
};

/** In which of the wanted fields two documents differ, and by how much. */
function differencesOf(ims: TaxDocument, books: TaxDocument, isWanted: (field: Field) => boolean): string[] {
  return (Object.keys(fieldTexts) as Field[])
    .filter(isWanted)
    .flatMap((field) => fieldTexts[field](ims, books))
    .filter((text) => text !== '');
}

function gstinApart({ gstin: ims }: TaxDocument, { gstin: books }: TaxDocument): string {
  if (ims === books) return '';
  if (ims === '' || books === '') return sayMatching('gstin-missing');
  return sayMatching(ims.slice(2, 12) === books.slice(2, 12) ? 'gstin-of-pan' : 'gstin-differs', { books });
}

function kindApart({ kind: ims }: TaxDocument, { kind: books }: TaxDocument): string {
  return ims === books ? '' : sayMatching('kind-differs', { ims: kindWords[ims], books: kindWords[books] });
}

function numberApart({ number: ims }: TaxDocument, { number: books }: TaxDocument): string {
  if (ims === books) return '';
  return books === '' ? sayMatching('number-missing') : sayMatching('number-differs', { books });
}

function dateApart({ date: ims }: TaxDocument, { date: books }: TaxDocument): string {
  if (ims === books) return '';
  const days = daysBetween(ims, books);
  return days === undefined
    ? sayMatching('date-missing')
    : sayMatching('days-apart', { days: Math.abs(days), date: books });
}

function amountTexts(ims: TaxDocument, books: TaxDocument): string[] {
  const apart = amountsApart([ims], [books]).map(({ head, paise }) =>
    sayMatching('amount-off', { head: sayMatching(head), amount: inRupees(Math.abs(paise)) }),
  );
  const isTold = books.taxable !== undefined && [books.igst, books.cgst, books.sgst].some((head) => head !== undefined);
  return isTold ? apart : [...apart, sayMatching('amounts-untold')];
}
