import type { Day } from '../../kernel/day';
import type { Paise } from '../../kernel/money';
import type { TaxDocument } from '../document';
import type { taxHeads } from './fields';
import type { Layout } from './layout';

/** A document of the register, with what the register tells beside it. */
export interface RegisterDocument {
  readonly document: TaxDocument;
  /** rows that it was read from, counted from 1, in their order */
  readonly rows: readonly number[];
  /** in which these rows are, where the register has several */
  readonly sheet?: string;
  /** of the supplier; `''` where the register has none */
  readonly name: string;
  /** two digits of the state */
  readonly placeOfSupply?: string;
  /** receipt of the goods (GRN) */
  readonly receipt?: { readonly number: string; readonly date: Day };
  readonly payment?: { readonly reference: string; readonly date: Day };
  /** the books' own number of the entry */
  readonly voucher?: { readonly number: string; readonly date: Day };
  /** credit that the books availed on it, head by head, as far as the register tells */
  readonly availed?: Readonly<Partial<Record<(typeof taxHeads)[number], Paise>>>;
  /** document that a note is made out against, where it amends none */
  readonly against?: { readonly number: string; readonly date: Day };
  /** texts of `Layout.carried`, in its order; different ones of several rows joined by `; ` */
  readonly carried: readonly string[];
}

/** A row with the reason for which it was not read, or should be looked at. */
export interface RowReason {
  /** counted from 1 */
  readonly row: number;
  readonly reason: string;
}

export type SkippedWhy = 'total' | 'blank' | 'heading';

export interface SkippedRow {
  readonly row: number;
  readonly why: SkippedWhy;
}

/** A register, read. Every row below the headings is in exactly one of documents, unreadable and skipped. */
export interface RegisterReading {
  readonly documents: readonly RegisterDocument[];
  readonly unreadable: readonly RowReason[];
  readonly skipped: readonly SkippedRow[];
  /** rows that were read, and should be looked at */
  readonly doubts: readonly RowReason[];
  readonly layout: Layout;
}
