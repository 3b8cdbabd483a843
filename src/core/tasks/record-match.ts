import { kindWords } from '../kernel/match-words';
import { sayMatching, type MatchingWord } from '../kernel/matching-words';
import { formatRupees, inRupees, type Paise } from '../kernel/money';
import type { Category } from '../reconcile/category';
import type { TaxDocument } from '../reconcile/document';
import { heads, totals } from '../reconcile/explain';
import type { KeptBooks } from '../reconcile/kept';
import type { RegisterDocument } from '../reconcile/register/reading';
import { moreInBooks, type Outcome } from './compare-books';
import { spokenDocument, spokenSuggestion } from './match-cells';

/** One field of a record and of its partner, as people read it. */
export interface ComparedField {
  readonly label: string;
  readonly ims: string;
  readonly books: string;
  /** how they differ, in words; blank where they agree or the books do not tell */
  readonly differs: string;
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** A record beside the documents of the books that it was paired with. */
export interface RecordMatch {
  readonly category: Category;
  readonly why: string;
  readonly suggestion: string;
  /** why that is suggested, or what to look at; blank where the category says it all */
  readonly advice: string;
  /** what the books have more; undefined where there is no partner, or too little is told */
  readonly difference: Paise | undefined;
  /** none where the record is alone */
  readonly fields: readonly ComparedField[];
  readonly documents: { readonly ims: number; readonly books: number };
  /** numbers of the other records that were paired together with this one */
  readonly together: readonly string[];
  /** what the books tell beside, document by document */
  readonly extras: readonly { readonly document: string; readonly facts: readonly LabelledText[] }[];
}

/** The two sides of a record as it was compared. */
export function recordMatchOf(outcome: Outcome, books: Pick<KeptBooks, 'carried'>): RecordMatch {
  const { category, why, suggestion, advice, together, document } = outcome;
  const theirs = outcome.books.map((entry) => entry.document);
  const isPaired = theirs.length > 0;
  return {
    category,
    why,
    suggestion: spokenSuggestion(suggestion),
    advice,
    difference: isPaired ? moreInBooks(together, outcome.books) : undefined,
    fields: isPaired ? fieldsOf(together, theirs) : [],
    documents: { ims: together.length, books: theirs.length },
    together: together.filter((other) => other !== document).map(({ number }) => number),
    extras: outcome.books.map((entry) => ({
      document: spokenDocument(entry),
      facts: extrasOf(entry, books.carried),
    })),
  };
}

const texts = {
  gstin: ({ gstin }) => gstin,
  number: ({ number }) => number,
  date: ({ date }) => date,
  kind: ({ kind }) => kindWords[kind],
} as const satisfies Partial<Record<MatchingWord, (document: TaxDocument) => string>>;

function fieldsOf(ims: readonly TaxDocument[], books: readonly TaxDocument[]): ComparedField[] {
  const spoken = Object.entries(texts).map(([name, textOf]): ComparedField => {
    const [one, other] = [joined(ims.map(textOf)), joined(books.map(textOf))];
    const differs = other === '' || one === other ? '' : sayMatching('differs');
    return { label: sayMatching(name as keyof typeof texts), ims: one, books: other, differs };
  });
  const [ours, theirs] = [totals(ims), totals(books)];
  const amounts = heads.map((head) => amountField(head, ours.get(head), theirs.get(head)));
  return [...spoken, ...amounts, amountField('value', valueOf(ims), valueOf(books))];
}

function amountField(label: (typeof heads)[number] | 'value', ims?: Paise, books?: Paise): ComparedField {
  const apart = ims === undefined || books === undefined ? 0 : books - ims;
  const values = { sign: sayMatching(apart > 0 ? 'more' : 'less'), amount: inRupees(Math.abs(apart)) };
  return {
    label: sayMatching(label),
    ims: amountText(ims),
    books: amountText(books),
    differs: apart === 0 ? '' : sayMatching('differs-by', values),
  };
}

function amountText(paise: Paise | undefined): string {
  return paise === undefined ? '' : formatRupees(paise);
}

/** Of one document; values of several, credit notes among them, have no sum that says anything. */
function valueOf(documents: readonly TaxDocument[]): Paise | undefined {
  return documents.length === 1 ? documents[0]?.value : undefined;
}

function joined(all: readonly string[]): string {
  return [...new Set(all)].filter((text) => text !== '').join(', ');
}

type Numbered = RegisterDocument['voucher'];

function extrasOf(entry: RegisterDocument, carried: readonly string[]): LabelledText[] {
  const numbered = (of: Numbered): string => both(of?.number, of?.date);
  const facts: [MatchingWord, string][] = [
    ['row', entry.rows.join(', ')],
    ['name', entry.name],
    ['place', entry.placeOfSupply ?? ''],
    ['receipt', numbered(entry.receipt)],
    ['payment', both(entry.payment?.reference, entry.payment?.date)],
    ['voucher', numbered(entry.voucher)],
    ['against', numbered(entry.against)],
    ['availed', availedText(entry)],
  ];
  return [
    ...facts.map(([word, text]) => ({ label: sayMatching(word), text })),
    ...carried.map((label, at) => ({ label, text: entry.carried[at] ?? '' })),
  ].filter(({ text }) => text !== '');
}

/** `CGST 400.00, SGST 400.00` */
function availedText({ availed = {} }: RegisterDocument): string {
  return heads
    .flatMap((head) => {
      const paise = head === 'taxable' ? undefined : availed[head];
      return paise === undefined ? [] : [`${sayMatching(head)} ${formatRupees(paise)}`];
    })
    .join(', ');
}

function both(number = '', date = ''): string {
  if (number === '' || date === '') return number === '' ? date : number;
  return sayMatching('number-and-date', { number, date });
}
