import type { Day } from '../kernel/day';
import { sayMatch } from '../kernel/match-words';
import { sayMatching } from '../kernel/matching-words';
import { note as sentence } from '../kernel/sentences';
import { cluesOf, noClues, type Clues } from '../reconcile/clues';
import { amountsApart, becauseOf } from '../reconcile/explain';
import { emptyMemory, type ClientMemory } from '../reconcile/kept';
import { finish, type InSteps } from '../reconcile/in-steps';
import { matchInSteps, type Matching } from '../reconcile/match';
import { standardSettings } from '../reconcile/ways';
import type { Category } from '../reconcile/category';
import type { DocumentKind, TaxDocument } from '../reconcile/document';
import type { RegisterDocument } from '../reconcile/register/reading';
import { suggestionFor, type Suggested, type Suggestion } from '../reconcile/suggest';
import type { Paise } from '../kernel/money';
import { itcMustBeAnswered } from '../language/answer';
import type { RecordType } from '../language/record';
import type { Amount } from '../language/row';
import type { Surroundings } from '../language/rule';
import type { ImsRecord } from '../engine/ledger';
import { pendingEnded } from '../records/rules';
import type { Desk } from './desk';
import { leftInBooks, type LeftInBooks } from './left-in-books';
import type { Book } from './open-book';
import { placesByName } from './remembered-pairs';
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
  /** one or two sentences for the user */
  readonly why: string;
  readonly suggestion: Suggestion;
  /** one or two sentences: why that is suggested, or what to look at; blank where the category says it all */
  readonly advice: string;
  /** of the books, that it was paired with; none where it is alone */
  readonly books: readonly RegisterDocument[];
  /** of IMS, that were paired together, itself among them */
  readonly together: readonly TaxDocument[];
}

export interface Comparison {
  readonly matching: Matching;
  readonly records: readonly ComparedRecord[];
  readonly books: readonly RegisterDocument[];
  /** one for each record, in their order */
  readonly outcomes: readonly Outcome[];
  readonly left: readonly LeftInBooks[];
}

/** Compares the records that the last download had with the documents of the books. */
export function compareBooks(
  book: Book,
  rows: Pick<ResolvedRows, 'byId'>,
  books: readonly RegisterDocument[],
  today: Day,
  memory: ClientMemory = emptyMemory,
  progress?: Desk['progress'],
): Comparison {
  return finish(compareInSteps(book, rows, books, today, memory, progress));
}

/** The same with rests. */
export function* compareInSteps(
  { ledger, settings }: Book,
  { byId }: Pick<ResolvedRows, 'byId'>,
  books: readonly RegisterDocument[],
  today: Day,
  memory: ClientMemory,
  told?: Desk['progress'],
): InSteps<Comparison> {
  const records = ledger.records
    .filter(({ standing }) => standing !== 'withdrawn')
    .map((record) => ({ record, document: documentOf(record), claimed: byId.get(record.id) }));
  const [ours, theirs] = [records.map(({ document }) => document), books.map(({ document }) => document)];
  const matching = yield* matchInSteps(ours, theirs, {
    settings: { ...standardSettings, tolerance: settings.tolerance },
    linked: placesByName(memory.linked, records, books, 'once'),
    parted: placesByName(memory.parted, records, books, 'all'),
    ...(told === undefined ? {} : { told }),
  });
  return {
    matching,
    records,
    books,
    outcomes: outcomesOf(records, books, matching, { today, settings }),
    left: leftInBooks(matching, books),
  };
}

function outcomesOf(
  records: readonly ComparedRecord[],
  books: readonly RegisterDocument[],
  matching: Matching,
  around: Surroundings,
): Outcome[] {
  const { pairs, copies } = matching;
  const [ours, theirs] = [records.map(({ document }) => document), books.map(({ document }) => document)];
  const paired = new Map(
    pairs.flatMap((pair) => {
      const why = becauseOf(pair, ours, theirs);
      return pair.ims.map((at) => [at, { pair, why }] as const);
    }),
  );
  const clues = cluesOf(matching, ours, theirs);
  const copied = new Map(copies.flatMap(({ side, at, of }) => (side === 'ims' ? [[at, of] as const] : [])));
  return records.map((compared, at) => {
    const { pair, why } = paired.get(at) ?? {};
    const original = copied.get(at);
    const category = pair?.category ?? (original === undefined ? 'Only in IMS' : 'Duplicate');
    const together = (pair?.ims ?? [at]).flatMap((place) => ours[place] ?? []);
    const partners = (pair?.books ?? []).flatMap((place) => books[place] ?? []);
    const difference = partners.length === 0 ? undefined : moreInBooks(together, partners);
    const { suggestion, reasons } = suggestedFor(compared, category, difference, clues.get(at) ?? noClues, around);
    return {
      ...compared,
      category,
      why: why ?? whyAlone(original === undefined ? undefined : records[original]),
      suggestion,
      advice: reasons.map(({ word, values }) => sayMatching(word, values)).join(' '),
      books: partners,
      together,
    };
  });
}

function suggestedFor(
  { record: { row, type }, document: { kind } }: ComparedRecord,
  category: Category,
  difference: Paise | undefined,
  clues: Clues,
  around: Surroundings,
): Suggested {
  return suggestionFor({
    category,
    kind,
    difference,
    clues,
    pendingBlocked: row.pendingBlocked === 'Y',
    pendingEnded: () => pendingEnded(type.itcQuestion, row, around),
    asksReduction: type.kind !== 'credit note' && itcMustBeAnswered(type.itcQuestion, row.itcBlocked),
  });
}

function whyAlone(original: ComparedRecord | undefined): string {
  return original === undefined ? sayMatch('only-in-ims') : sayMatch('copy-in-ims', { of: spokenPlace(original) });
}

/** `B2B, row 12` */
export function spokenPlace({ record, claimed }: ComparedRecord): string {
  if (claimed === undefined) return record.type.sheet;
  return `${claimed.sheet.name}, ${sentence('spoken-row', { row: String(claimed.row + 1) })}`;
}

/** The tax that the books have more; the taxable value where the tax is the same; undefined where neither tells. */
export function moreInBooks(ims: readonly TaxDocument[], books: readonly RegisterDocument[]): Paise | undefined {
  const apart = amountsApart(
    ims,
    books.map(({ document }) => document),
  );
  const tax = apart.reduce((sum, { head, paise }) => (head === 'taxable' ? sum : sum + paise), 0);
  return tax === 0 ? apart.find(({ head }) => head === 'taxable')?.paise : tax;
}

const kinds: Record<RecordType['kind'], DocumentKind> = {
  invoice: 'invoice',
  'debit note': 'debit-note',
  'credit note': 'credit-note',
  'e-commerce document': 'invoice',
};

/** A record as it is compared. */
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
