import { taxOf } from './compared';
import type { OutOfScope, TaxDocument } from './document';
import type { Matching } from './match';
import { spelledNumber } from './number';

/** What the books have that may be meant by a record without a partner. */
export interface Clues {
  /** documents without a partner that have its supplier, kind, taxable value and tax, whatever their number and date */
  readonly alike: number;
  /** why its number is no matter of IMS for the books */
  readonly elsewhere: Elsewhere | undefined;
}

/** What suppliers with a GSTIN report elsewhere. */
export type Elsewhere = Exclude<OutOfScope, 'no-gstin' | 'own-gstin'>;

export const noClues: Clues = { alike: 0, elsewhere: undefined };

/** For each record without a partner, by its place, where there are any. */
export function cluesOf(
  { onlyInIms, onlyInBooks, notInScope }: Pick<Matching, 'onlyInIms' | 'onlyInBooks' | 'notInScope'>,
  ims: readonly TaxDocument[],
  books: readonly TaxDocument[],
): ReadonlyMap<number, Clues> {
  const alike = new Map<string, number>();
  for (const at of onlyInBooks) {
    const key = amountsKey(books[at]);
    if (key !== undefined) alike.set(key, (alike.get(key) ?? 0) + 1);
  }
  const elsewhere = new Map<string, Elsewhere>();
  for (const at of notInScope) {
    const document = books[at];
    const why = document?.outOfScope;
    if (document !== undefined && why !== undefined && why !== 'no-gstin' && why !== 'own-gstin')
      elsewhere.set(numberKey(document), why);
  }
  if (alike.size + elsewhere.size === 0) return new Map();
  return new Map(
    onlyInIms.flatMap((at) => {
      const document = ims[at];
      if (document === undefined) return [];
      const clues = {
        alike: alike.get(amountsKey(document) ?? '') ?? 0,
        elsewhere: elsewhere.get(numberKey(document)),
      };
      return clues.alike === 0 && clues.elsewhere === undefined ? [] : [[at, clues] as const];
    }),
  );
}

function numberKey({ gstin, kind, number }: TaxDocument): string {
  return `${gstin}|${kind}|${spelledNumber(number)}`;
}

/** Undefined where too little is told: nothing is alike in that. */
function amountsKey(document: TaxDocument | undefined): string | undefined {
  if (document === undefined) return undefined;
  const { gstin, kind, taxable } = document;
  const tax = taxOf(document);
  return taxable === undefined || taxable === 0 || Number.isNaN(tax) ? undefined : `${gstin}|${kind}|${taxable}|${tax}`;
}
