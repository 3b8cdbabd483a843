import type { TaxDocument } from '../reconcile/document';
import { keyOfName, type DocumentName, type Link } from '../reconcile/kept';

interface PlacePair {
  readonly ims: number;
  readonly books: number;
}

/** A document as links know it. */
export interface Known {
  readonly document: TaxDocument;
  /** a record of IMS has one */
  readonly record?: { readonly type: { readonly sheet: string } };
}

/** A record and a document of the books, as they are remembered. */
export function linkOf(
  all: { readonly outcomes: readonly Known[]; readonly books: readonly Known[] },
  ims: Known,
  books: Known,
): Link {
  return { ims: nameAmong(ims, all.outcomes), books: nameAmong(books, all.books) };
}

/** The name of one of these documents, by which it is found again and no other. */
function nameAmong(known: Known, all: readonly Known[]): DocumentName {
  const { gstin, number, date, kind } = known.document;
  const name = { gstin, number, date, kind, told: toldOf(known) };
  const key = keyOfName(name);
  const others = all.some(
    (other) => other !== known && other.document.number === number && keyOfName(other.document) === key,
  );
  return others ? { ...name, several: true } : name;
}

/**
 * Where the documents of links stand. Of several documents with one name the one that is told alike is meant, of copies the
 * first that is still free; where none is told alike, none. For pairs parted by hand (`all`) each copy is meant.
 */
export function placesByName(
  links: readonly Link[],
  ims: readonly Known[],
  books: readonly Known[],
  which: 'once' | 'all',
): PlacePair[] {
  if (links.length === 0) return [];
  const [ours, theirs] = [placesOf(ims), placesOf(books)];
  const taken = { ims: new Set<number>(), books: new Set<number>() };
  return links.flatMap((link) => {
    const here = meant(link.ims, ours.get(keyOfName(link.ims)) ?? [], ims);
    const there = meant(link.books, theirs.get(keyOfName(link.books)) ?? [], books);
    if (which === 'all') return here.flatMap((one) => there.map((other) => ({ ims: one, books: other })));
    const one = here.find((at) => !taken.ims.has(at));
    const other = there.find((at) => !taken.books.has(at));
    if (one === undefined || other === undefined) return [];
    taken.ims.add(one);
    taken.books.add(other);
    return [{ ims: one, books: other }];
  });
}

/** Of the places with a name, those that it means. */
function meant(name: DocumentName, places: readonly number[], all: readonly Known[]): readonly number[] {
  const told = (at: number): string => toldOf(all[at]);
  const [first = -1] = places;
  if (name.told === undefined) return places.every((at) => told(at) === told(first)) ? places : [];
  const alike = places.filter((at) => told(at) === name.told);
  if (alike.length > 0) return alike;
  // One of its kind, whose amounts were corrected since.
  return places.length === 1 && name.several !== true ? places : [];
}

/** Record type and amounts, as one text. */
function toldOf(known: Known | undefined): string {
  if (known === undefined) return '';
  const { taxable, igst, cgst, sgst, cess, value, tax } = known.document;
  return [known.record?.type.sheet, taxable, igst, cgst, sgst, cess, value, tax].join('|');
}

function placesOf(documents: readonly Known[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { document }] of documents.entries()) {
    const key = keyOfName(document);
    const same = places.get(key);
    if (same === undefined) places.set(key, [at]);
    else same.push(at);
  }
  return places;
}
