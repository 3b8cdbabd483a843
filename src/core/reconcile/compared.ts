import { dayIndex, financialYear } from '../kernel/day';
import { isGstin } from '../kernel/gstin';
import type { Paise } from '../kernel/money';
import type { DocumentKind, TaxDocument } from './document';
import { numberForms, numberPrint, spelledNumber, type NumberForms } from './number';
import { shortenings } from './slips';

export type Side = 'ims' | 'books';

/** A document as it is compared. NaN stands for what is not known: it equals nothing and is near to nothing. */
export interface Compared {
  readonly side: Side;
  /** its place in the list of its side */
  readonly at: number;
  /** as it was given */
  readonly given: TaxDocument;
  readonly gstin: string;
  readonly kind: DocumentKind;
  /** without blanks, in capitals; `''` where there is no number */
  readonly spelled: string;
  readonly number: string;
  /** `numberPrint` of the number */
  readonly print: number;
  /** `ddmm` for days typed in the wrong order or of the wrong year */
  readonly date: string;
  readonly day: number;
  readonly year: number;
  readonly taxable: Paise;
  /** integrated, central, state tax and cess; undefined where the side tells none of them */
  readonly heads: readonly [Paise, Paise, Paise, Paise] | undefined;
  readonly tax: Paise;
  readonly value: Paise;
  readonly original: TaxDocument['original'];
  /** made when they are first asked for */
  readonly made: Made;
}

interface Made {
  forms: NumberForms | undefined;
  originalForms: NumberForms | undefined;
  shortenings: readonly string[] | undefined;
  content: string | undefined;
  order: string | undefined;
  isGstin: boolean | undefined;
}

/** With all its fields from the beginning, so that all are of one shape. */
function newMade(): Made {
  return {
    forms: undefined,
    originalForms: undefined,
    shortenings: undefined,
    content: undefined,
    order: undefined,
    isGstin: undefined,
  };
}

export function compared(document: TaxDocument, side: Side, at: number): Compared {
  const { gstin, kind, number, date, taxable = NaN, value = NaN, igst, cgst, sgst, cess, original } = document;
  const tellsTax = tellsTaxHeads(document);
  return {
    side,
    at,
    given: document,
    gstin,
    kind,
    spelled: spelledNumber(number),
    number,
    print: numberPrint(number),
    date,
    day: dayIndex(date) ?? NaN,
    year: financialYear(date) ?? NaN,
    taxable,
    // A register without a column for cess has none to tell.
    heads: tellsTax ? [igst ?? 0, cgst ?? 0, sgst ?? 0, cess ?? 0] : undefined,
    tax: taxOf(document),
    value,
    original,
    made: newMade(),
  };
}

function tellsTaxHeads({ igst, cgst, sgst, cess }: TaxDocument): boolean {
  return igst !== undefined || cgst !== undefined || sgst !== undefined || cess !== undefined;
}

/** All tax together; from the column of all tax or the value where no tax head is told, and NaN where that is not known either. */
export function taxOf(document: TaxDocument): Paise {
  const { taxable = NaN, value = NaN, igst = 0, cgst = 0, sgst = 0, cess = 0 } = document;
  return tellsTaxHeads(document) ? igst + cgst + sgst + cess : (document.tax ?? value - taxable);
}

/** Forms of the number are made when they are first asked for: most documents are paired by their spelling. */
export function formsOf({ made, number, year }: Compared): NumberForms {
  return (made.forms ??= numberForms(number, year));
}

/** Forms of the number of the document that this one amends; undefined where it amends none. */
export function originalFormsOf({ made, original }: Compared): NumberForms | undefined {
  return original === undefined ? undefined : (made.originalForms ??= numberForms(original.number, NaN));
}

/** What numbers typed wrong have in common with this one. */
export function shorteningsOf(document: Compared): readonly string[] {
  const { clear, plain } = formsOf(document);
  return (document.made.shortenings ??= [...new Set([clear, plain].flatMap(shortenings))]);
}

export function hasSoundGstin({ made, gstin }: Compared): boolean {
  return (made.isGstin ??= isGstin(gstin));
}

/** All that a document is compared by, as one text: the same for copies. */
export function contentOf({ made, gstin, kind, number, date, taxable, heads, tax, value }: Compared): string {
  return (made.content ??= [gstin, kind, number, date, taxable, heads?.join() ?? '', tax, value].join('|'));
}

/** All that a side tells of a document, as one text, so that copies too are in order whatever the order of the lists. */
export function orderOf(document: Compared): string {
  const { igst, cgst, sgst, cess, original, outOfScope } = document.given;
  const rest = [igst, cgst, sgst, cess, original?.number, original?.date, outOfScope];
  return (document.made.order ??= `${contentOf(document)}|${rest.join('|')}`);
}

/** Largest difference of taxable value and of any tax head; NaN where too little is known to tell. */
export function headsApart(a: Compared, b: Compared): Paise {
  const base = Math.abs(a.taxable - b.taxable);
  const whole = Number.isNaN(base) ? Math.abs(a.value - b.value) : base;
  const ours = a.heads;
  const theirs = b.heads;
  if (ours === undefined || theirs === undefined) return Math.max(whole, Math.abs(a.tax - b.tax));
  return Math.max(
    whole,
    Math.abs(ours[0] - theirs[0]),
    Math.abs(ours[1] - theirs[1]),
    Math.abs(ours[2] - theirs[2]),
    Math.abs(ours[3] - theirs[3]),
  );
}

/** Difference of taxable value or of all tax together, whichever is larger. */
export function totalsApart(a: Compared, b: Compared): Paise {
  return Math.max(Math.abs(a.taxable - b.taxable), Math.abs(a.tax - b.tax));
}
