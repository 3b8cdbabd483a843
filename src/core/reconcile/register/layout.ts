import type { DocumentKind } from '../document';
import type { AmountField, Field } from './fields';
import type { DayOrder } from './read-date';

/** Something that was decided for the user, and whether it should be looked at. */
export interface Choice<Value> {
  readonly value: Value;
  readonly guessed: boolean;
  /** one sentence for the user: what speaks for it */
  readonly why: string;
}

/** Columns, counted from 0, that a field is read from: one, or one for each tax rate, which are added up. */
export type ColumnChoice = Choice<readonly number[]>;

export type Columns = Partial<Record<Field, ColumnChoice>>;

/** A word of the type column, and the kind of document that it stands for. */
export interface WordChoice extends Choice<DocumentKind> {
  /** as first written */
  readonly word: string;
  /** rows with it */
  readonly rows: number;
}

/** `negative`: the register writes its invoices below zero (as credits), and credit notes above. */
export type Signs = 'positive' | 'negative';

/** How a sheet is read. Made by `recogniseLayout`; changed by `withCorrections` alone. */
export interface Layout {
  /** name of the sheet */
  readonly sheet: string;
  /** the same for every sheet with these headings, in whatever order: corrections are remembered under it */
  readonly key: string;
  /** rows of the headings, counted from 1, both inside; undefined where the sheet has none */
  readonly headerRows: { readonly first: number; readonly last: number } | undefined;
  /** the heading of each column, no two alike; a column without one is named after its letter */
  readonly headings: readonly string[];
  readonly columns: Readonly<Columns>;
  /** no column has GSTINs: rows of their own name the supplier of the rows below them */
  readonly partyRows: boolean;
  readonly dayOrder: Choice<DayOrder>;
  /** dates of the sheet that a program with another day order misread: 5 July kept as 7 May */
  readonly swappedDates: Choice<boolean>;
  readonly signs: Choice<Signs>;
  /** amount fields that are written with the sign opposite to the others, as a total on the credit side */
  readonly opposite: readonly AmountField[];
  readonly words: readonly WordChoice[];
  /** kind of documents without a word of their own */
  readonly otherKind: Choice<DocumentKind>;
  /** columns that tell none of the fields; they are kept beside each document */
  readonly carried: readonly number[];
  /** fields without which nothing can be read, and for which no column was found */
  readonly missing: readonly Field[];
  readonly corrections: Corrections;
}

/** What the user said. Columns go by their heading, so that it holds for the next month's file as well. */
export interface Corrections {
  /** rows of the headings, counted from 1; last 0: there are none */
  readonly headerRows?: { readonly first: number; readonly last: number };
  /** headings of the columns that a field is read from; none: the sheet does not have the field */
  readonly columns?: Partial<Readonly<Record<Field, readonly string[]>>>;
  readonly dayOrder?: DayOrder;
  readonly swappedDates?: boolean;
  readonly signs?: Signs;
  /** kinds by word, in small letters and digits alone */
  readonly words?: Readonly<Record<string, DocumentKind>>;
  readonly otherKind?: DocumentKind;
}
