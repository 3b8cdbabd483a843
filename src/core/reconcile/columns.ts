import { dayIndex } from '../kernel/day';
import type { Side } from './compared';
import type { DocumentKind, TaxDocument } from './document';
import { numberPrint, spelledNumber, textPrint } from './number';

export type Lists<T> = Readonly<Record<Side, T>>;

export const sides = ['ims', 'books'] as const;

/** What the documents of a side are looked up by, document by document. */
export interface Columns {
  /** the same number for the same GSTIN on both sides; -1 for documents that belong to no supplier */
  readonly supplier: Int32Array;
  /** a place in `kinds` */
  readonly kind: Uint8Array;
  /** days since a fixed point; `NOT_KNOWN` where there is none */
  readonly day: Int32Array;
  readonly taxable: Float64Array;
  readonly value: Float64Array;
  /** `numberPrint` of the number */
  readonly print: Int32Array;
  /** the same number for numbers spelled the same, seldom for others; `NOT_SPELLED` where there is none */
  readonly spelled: Int32Array;
}

export type Column = keyof Columns;

export interface Catalogue {
  readonly columns: Lists<Columns>;
  readonly suppliers: number;
  readonly groups: Lists<Groups>;
}

/** Places of documents by their supplier: those of one stand together, in their order. */
export interface Groups {
  readonly places: Int32Array;
  /** where each begins; its end is where the next one begins */
  readonly begins: Int32Array;
}

export const NOT_KNOWN = -1;
export const NOT_SPELLED = 0;

const kinds: readonly DocumentKind[] = ['invoice', 'debit-note', 'credit-note'];

/** `isSetApart`: documents that IMS never has belong to no supplier. `done` hears of documents. */
export function catalogue(
  lists: Lists<readonly TaxDocument[]>,
  isSetApart: (document: TaxDocument) => boolean,
  done: (count: number) => void,
): Catalogue {
  const suppliers = new Map<string, number>();
  const supplierOf = (document: TaxDocument): number => {
    if (document.gstin === '' || isSetApart(document)) return NOT_KNOWN;
    let supplier = suppliers.get(document.gstin);
    if (supplier === undefined) suppliers.set(document.gstin, (supplier = suppliers.size));
    return supplier;
  };
  const columns = {
    ims: columnsOf(lists.ims, supplierOf, done),
    books: columnsOf(lists.books, supplierOf, done),
  };
  const groups = {
    ims: groupedBy(columns.ims.supplier, suppliers.size),
    books: groupedBy(columns.books.supplier, suppliers.size),
  };
  return { columns, suppliers: suppliers.size, groups };
}

/** How many documents a supplier has. */
export function countOf({ begins }: Groups, supplier: number): number {
  return (begins[supplier + 1] ?? 0) - (begins[supplier] ?? 0);
}

/** The places of a supplier's documents that count. */
export function placesOf({ places, begins }: Groups, supplier: number, counts?: Uint8Array): number[] {
  const found: number[] = [];
  const end = begins[supplier + 1] ?? 0;
  for (let next = begins[supplier] ?? 0; next < end; next += 1) {
    const at = places[next] ?? 0;
    if (counts === undefined || counts[at] === 1) found.push(at);
  }
  return found;
}

function columnsOf(
  documents: readonly TaxDocument[],
  supplierOf: (document: TaxDocument) => number,
  done: (count: number) => void,
): Columns {
  const count = documents.length;
  const supplier = new Int32Array(count);
  const kind = new Uint8Array(count);
  const day = new Int32Array(count);
  const taxable = new Float64Array(count);
  const value = new Float64Array(count);
  const print = new Int32Array(count);
  const spelled = new Int32Array(count);
  let at = 0;
  for (const document of documents) {
    supplier[at] = supplierOf(document);
    kind[at] = kinds.indexOf(document.kind);
    day[at] = dayIndex(document.date) ?? NOT_KNOWN;
    taxable[at] = document.taxable ?? NaN;
    value[at] = document.value ?? NaN;
    print[at] = numberPrint(document.number);
    const number = spelledNumber(document.number);
    spelled[at] = number === '' ? NOT_SPELLED : textPrint(number);
    at += 1;
    done(1);
  }
  return { supplier, kind, day, taxable, value, print, spelled };
}

function groupedBy(suppliers: Int32Array, count: number): Groups {
  const begins = new Int32Array(count + 1);
  for (const supplier of suppliers) if (supplier !== NOT_KNOWN) begins[supplier + 1] = (begins[supplier + 1] ?? 0) + 1;
  for (let supplier = 0; supplier < count; supplier += 1)
    begins[supplier + 1] = (begins[supplier + 1] ?? 0) + (begins[supplier] ?? 0);
  const places = new Int32Array(begins[count] ?? 0);
  const next = begins.slice();
  for (let at = 0; at < suppliers.length; at += 1) {
    const supplier = suppliers[at] ?? NOT_KNOWN;
    if (supplier === NOT_KNOWN) continue;
    const to = next[supplier] ?? 0;
    places[to] = at;
    next[supplier] = to + 1;
  }
  return { places, begins };
}
