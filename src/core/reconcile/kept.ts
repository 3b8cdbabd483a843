import type { Day } from '../kernel/day';
import type { Result } from '../kernel/result';
import type { DocumentKind } from './document';
import type { Corrections } from './register/layout';
import type { RegisterDocument } from './register/reading';

/** Names of the sheets that keep the books and what is remembered; no person needs them. */
export const BOOKS_SHEET = 'IMS books';
export const MEMORY_SHEET = 'IMS memory';

/** The purchase register as the workbook keeps it, so that it is compared again without its file. */
export interface KeptBooks {
  /** name of the file, or of the sheet of the open workbook */
  readonly file: string;
  /** name of the sheet in the file; of several, separated by commas */
  readonly sheet: string;
  /** when it was read, `dd-mm-yyyy hh:mm` */
  readonly readAt: string;
  /** headings of `RegisterDocument.carried` */
  readonly carried: readonly string[];
  readonly documents: readonly RegisterDocument[];
}

/** By what a document is known again on another day. */
export interface DocumentName {
  readonly gstin: string;
  readonly number: string;
  readonly date: Day;
  readonly kind: DocumentKind;
  /** what tells it from others of this name: record type and amounts, as one text; memories of old do not have it */
  readonly told?: string;
  /** there were others of this name, so that it means no document but one told like it */
  readonly several?: true;
}

/** A record of IMS and a document of the books. */
export interface Link {
  readonly ims: DocumentName;
  readonly books: DocumentName;
}

/** What a person said once and need not say again next month; it can be taken from one workbook to another. */
export interface ClientMemory {
  /** linked by hand */
  readonly linked: readonly Link[];
  /** parted by hand */
  readonly parted: readonly Link[];
  /** corrections of layouts of registers, by `Layout.key` */
  readonly layouts: Readonly<Record<string, Corrections>>;
}

export const emptyMemory: ClientMemory = { linked: [], parted: [], layouts: {} };

/** How they become pieces of text that fit into cells, and back. Lives outside the core: it compresses. */
export interface BooksCodec {
  packBooks(books: KeptBooks): Promise<readonly string[]>;
  unpackBooks(pieces: readonly string[]): Promise<Result<KeptBooks>>;
  packMemory(memory: ClientMemory): Promise<readonly string[]>;
  unpackMemory(pieces: readonly string[]): Promise<Result<ClientMemory>>;
}

/** One text for all documents of a name, so that they can be looked up. */
export function keyOfName({ gstin, number, date, kind }: Omit<DocumentName, 'told' | 'several'>): string {
  return JSON.stringify([gstin, number, date, kind]);
}
