import type { Because } from '../kernel/match-words';
import { compared, formsOf, headsApart, type Compared, type Side } from './compared';
import type { TaxDocument } from './document';
import { missed, pairRungs, type Field, type Rung } from './ladder';
import { isTypedWrong } from './slips';
import { standardSettings, type MatchSettings } from './ways';

/** A document of the other side that came near, and by what it missed. */
export interface Near {
  readonly at: number;
  /** the rung that it came nearest to */
  readonly rung: Because;
  /** none where it could be the pair, but for another document that is as near */
  readonly missed: readonly Field[];
}

/** The documents of one side, to be asked which of them are alike in something. */
export interface SideIndex {
  readonly side: Side;
  readonly documents: readonly TaxDocument[];
  /** places of those with this supplier, PAN, number or taxable value, in no order */
  readonly alike: (document: TaxDocument) => Iterable<number>;
}

const NEAREST = 5;

/** More documents than that are not held against every rung: those that differ in the least come first. */
const MANY = 150;

/** Made once for a comparison: going through a hundred thousand documents for each question would take too long. */
export function indexSide(side: Side, documents: readonly TaxDocument[]): SideIndex {
  const index = new Map<string, number[]>();
  for (const [at, document] of documents.entries()) {
    for (const key of keysOf(document)) {
      const same = index.get(key);
      if (same === undefined) index.set(key, [at]);
      else same.push(at);
    }
  }
  return { side, documents, alike: (document) => new Set(keysOf(document).flatMap((key) => index.get(key) ?? [])) };
}

/** Something must lead from one document to another. */
function keysOf({ gstin, number, taxable }: TaxDocument): string[] {
  const keys: string[] = [];
  if (gstin !== '') keys.push(`gstin ${gstin}`);
  if (gstin.length === 15) keys.push(`pan ${gstin.slice(2, 12)}`);
  if (number !== '') keys.push(`number ${number}`);
  if (taxable !== undefined && taxable !== 0) keys.push(`taxable ${taxable}`);
  return keys;
}

/** The documents of the other side that come nearest to one, the nearest first, and what keeps each from being its pair. */
export function nearestTo(
  document: TaxDocument,
  others: SideIndex,
  settings: MatchSettings = standardSettings,
  isWanted: (at: number) => boolean = () => true,
): Near[] {
  const one = compared(document, others.side === 'ims' ? 'books' : 'ims', 0);
  const alike = [...others.alike(document)].flatMap((at) => {
    const other = others.documents[at];
    return other === undefined || !isWanted(at) ? [] : [compared(other, others.side, at)];
  });
  return firstOf(alike, MANY, (other) => [differences(one, other, settings), ...apart(one, other)])
    .map((other): Near & { readonly other: Compared } => ({
      at: other.at,
      other,
      ...nearestRung(one, other, settings),
    }))
    .map((near) => ({ near, order: [near.missed.length, ...apart(one, near.other), near.at] }))
    .sort((a, b) => compareAll(a.order, b.order))
    .slice(0, NEAREST)
    .map(({ near: { at, rung, missed: fields } }) => ({ at, rung, missed: fields }));
}

function firstOf(
  documents: readonly Compared[],
  count: number,
  orderOf: (document: Compared) => readonly number[],
): readonly Compared[] {
  if (documents.length <= count) return documents;
  return documents
    .map((document) => ({ document, order: orderOf(document) }))
    .sort((a, b) => compareAll(a.order, b.order))
    .slice(0, count)
    .map(({ document }) => document);
}

/** In how many fields two documents differ so much that most rungs do not forgive it. */
function differences(a: Compared, b: Compared, { tolerance, nearDays }: MatchSettings): number {
  const [one, other] = [formsOf(a), formsOf(b)];
  const isNumberNear =
    one.plain === other.plain || one.core === other.core || (one.serial !== '' && one.serial === other.serial);
  return [
    a.gstin !== b.gstin,
    a.kind !== b.kind,
    !isNumberNear,
    Math.abs(a.day - b.day) > nearDays,
    headsApart(a, b) > tolerance,
  ].filter((differs) => differs).length;
}

function nearestRung(a: Compared, b: Compared, settings: MatchSettings): { rung: Because; missed: readonly Field[] } {
  let best: { rung: Rung; missed: readonly Field[] } | undefined;
  const amends = a.original !== undefined || b.original !== undefined;
  for (const rung of pairRungs) {
    // Where neither is an amendment, its number is no field that could have been met.
    if (rung.number === 'original' && !amends) continue;
    const fields = missed(rung, a, b, settings);
    if (best === undefined || fields.length < best.missed.length) best = { rung, missed: fields };
    if (fields.length === 0) break;
  }
  return { rung: best?.rung.id ?? 'same', missed: best?.missed ?? [] };
}

function apart(a: Compared, b: Compared): number[] {
  const [one, other] = [formsOf(a).clear, formsOf(b).clear];
  const numbers = one === other ? 0 : isTypedWrong(one, other) ? 1 : 2;
  return [a.gstin === b.gstin ? 0 : 1, numbers, headsApart(a, b), Math.abs(a.day - b.day)].map((distance) =>
    Number.isNaN(distance) ? Number.MAX_VALUE : distance,
  );
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  for (const [at, one] of a.entries()) {
    const by = one - (b[at] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}
