import type { Day } from '../kernel/day';
import type { Paise } from '../kernel/money';

/** Invoices and debit notes raise what is owed, credit notes lower it; all amounts of a document are written without sign. */
export type DocumentKind = 'invoice' | 'debit-note' | 'credit-note';

/**
 * A document as one side has it: a record of IMS, or a document of the purchase register (its rows for several tax rates
 * summed up). What a side does not tell is undefined, never 0: a register may have no column for a tax head.
 */
export interface TaxDocument {
  /** the supplier's, 15 characters in capitals; `''` where the side has none */
  readonly gstin: string;
  /** as written */
  readonly number: string;
  /** `dd-mm-yyyy`; `''` where the side has none */
  readonly date: Day;
  readonly kind: DocumentKind;
  readonly taxable: Paise | undefined;
  readonly igst: Paise | undefined;
  readonly cgst: Paise | undefined;
  readonly sgst: Paise | undefined;
  readonly cess: Paise | undefined;
  /** of the whole document, with tax; compared only where taxable value or tax is missing */
  readonly value: Paise | undefined;
  /** all tax together, where its heads are not told */
  readonly tax?: Paise;
  /** number and date of the document that this one amends */
  readonly original?: { readonly number: string; readonly date: Day };
  /** why the document can have no partner, where that is plain from the side itself */
  readonly outOfScope?: OutOfScope;
}

/** What the books have and IMS does not [rule book 1 and 5.3]. */
export type OutOfScope = 'reverse-charge' | 'isd' | 'import' | 'no-gstin' | 'own-gstin';
