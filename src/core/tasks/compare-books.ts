import { amountsApart } from '../reconcile/explain';
import { matchDocuments, type Matching } from '../reconcile/match';
import { standardSettings } from '../reconcile/ways';
import type { Category } from '../reconcile/category';
import type { DocumentKind, TaxDocument } from '../reconcile/document';
import { suggestionFor, type Suggestion } from '../reconcile/suggest';
import type { Paise } from '../kernel/money';
import { itcMustBeAnswered } from '../language/answer';
import type { RecordType } from '../language/record';
import type { Amount } from '../language/row';
import type { ImsRecord } from '../engine/ledger';
import type { Desk } from './desk';
import type { Book } from './open-book';
import type { ClaimedRow, ResolvedRows } from './resolve-rows';

/** A record of IMS as it was compared. */
export interface ComparedRecord {
  readonly record: ImsRecord;
  readonly document: TaxDocument;
  /** undefined where the user deleted the row */
  readonly claimed: ClaimedRow | undefined;
}

/** What a record came to. */
export interface Outcome extends ComparedRecord {
  readonly category: Category;
  readonly suggestion: Suggestion;
  /** of the books, that it was paired with; none where it is alone */
  readonly books: readonly TaxDocument[];
  /** of IMS, that were paired together, itself among them */
  readonly together: readonly TaxDocument[];
}

export interface Comparison {
  readonly matching: Matching;
  readonly records: readonly ComparedRecord[];
  /** one for each record, in their order */
  readonly outcomes: readonly Outcome[];
}

/** Compares the records that the last download had with the documents of the books. */
export function compareBooks(
  { ledger, settings }: Book,
  { byId }: ResolvedRows,
  books: readonly TaxDocument[],
  progress?: Desk['progress'],
): Comparison {
  const records = ledger.records
    .filter(({ standing }) => standing !== 'withdrawn')
    .map((record) => ({ record, document: documentOf(record), claimed: byId.get(record.id) }));
  const matching = matchDocuments(
    records.map(({ document }) => document),
    books,
    {
      settings: { ...standardSettings, tolerance: settings.tolerance },
      ...(progress === undefined ? {} : { told: progress }),
    },
  );
  return { matching, records, outcomes: outcomesOf(records, books, matching) };
}

function outcomesOf(
  records: readonly ComparedRecord[],
  books: readonly TaxDocument[],
  { pairs, copies }: Matching,
): Outcome[] {
  const pairOf = new Map(pairs.flatMap((pair) => pair.ims.map((at) => [at, pair] as const)));
  const copied = new Set(copies.filter(({ side }) => side === 'ims').map(({ at }) => at));
  return records.map((compared, at) => {
    const pair = pairOf.get(at);
    const category = pair?.category ?? (copied.has(at) ? 'Duplicate' : 'Only in IMS');
    const together = (pair?.ims ?? [at]).flatMap((place) => records[place]?.document ?? []);
    const partners = (pair?.books ?? []).flatMap((place) => books[place] ?? []);
    const { row, type } = compared.record;
    const suggestion = suggestionFor({
      category,
      kind: compared.document.kind,
      difference: partners.length === 0 ? undefined : moreInBooks(together, partners),
      pendingBlocked: row.pendingBlocked === 'Y',
      asksReduction: type.kind !== 'credit note' && itcMustBeAnswered(type.itcQuestion, row.itcBlocked),
    });
    return { ...compared, category, suggestion, books: partners, together };
  });
}

/** The tax that the books have more; the taxable value where the tax is the same; undefined where neither tells. */
function moreInBooks(ims: readonly TaxDocument[], books: readonly TaxDocument[]): Paise | undefined {
  const apart = amountsApart(ims, books);
  const tax = apart.reduce((sum, { head, paise }) => (head === 'taxable' ? sum : sum + paise), 0);
  return tax === 0 ? apart.find(({ head }) => head === 'taxable')?.paise : tax;
}

const kinds: Record<RecordType['kind'], DocumentKind> = {
  invoice: 'invoice',
  'debit note': 'debit-note',
  'credit note': 'credit-note',
  'e-commerce document': 'invoice',
};

function documentOf({ type, row }: ImsRecord): TaxDocument {
  const amount = (value: Amount): Paise | undefined => (value === '' ? undefined : value);
  return {
    gstin: row.supplierGstin.trim().toUpperCase(),
    number: row.number,
    date: row.date,
    kind: kinds[type.kind],
    taxable: amount(row.taxable),
    igst: amount(row.igst),
    cgst: amount(row.cgst),
    sgst: amount(row.sgst),
    cess: amount(row.cess),
    value: amount(row.value),
    ...(type.amends === undefined ? {} : { original: { number: row.originalNumber, date: row.originalDate } }),
  };
}
