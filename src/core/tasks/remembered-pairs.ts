import type { TaxDocument } from '../reconcile/document';
import { keyOfName, type Link } from '../reconcile/kept';

interface PlacePair {
  readonly ims: number;
  readonly books: number;
}

/**
 * Where the documents of links stand. A name that several documents have means the first of them that is still free
 * (`once`: a document has one partner), or each of them (`all`: those of that name are not the same).
 */
export function placesByName(
  links: readonly Link[],
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
  which: 'once' | 'all',
): PlacePair[] {
  if (links.length === 0) return [];
  const [ours, theirs] = [placesOf(ims), placesOf(books)];
  return links.flatMap((link) => {
    const [here, there] = [ours.get(keyOfName(link.ims)) ?? [], theirs.get(keyOfName(link.books)) ?? []];
    if (which === 'all') return here.flatMap((one) => there.map((other) => ({ ims: one, books: other })));
    const [one, other] = [here[0], there[0]];
    if (one === undefined || other === undefined) return [];
    here.shift();
    there.shift();
    return [{ ims: one, books: other }];
  });
}

function placesOf(documents: readonly TaxDocument[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, document] of documents.entries()) {
    const key = keyOfName(document);
    const same = places.get(key);
    if (same === undefined) places.set(key, [at]);
    else same.push(at);
  }
  return places;
}
