import { financialYear } from '../../../src/core/kernel/day';
import type { PairCategory } from '../../../src/core/reconcile/category';
import type { TaxDocument } from '../../../src/core/reconcile/document';
import type { Random } from '../generate-download';
import { amountFields, typed } from './documents';
import { amountDefects, dateDefects, gstinDefects, kindDefects, untold } from './field-defects';
import { groupDefects } from './group-defects';
import { may, must, type Case } from './labels';
import { numberDefects } from './number-defects';
import type { Supplier } from './suppliers';

export interface Scene {
  readonly random: Random;
  readonly supplier: Supplier;
  /** one more number of this supplier that no other document has */
  readonly nextNth: () => number;
}

export interface FieldDefect {
  readonly name: string;
  readonly field: 'number' | 'date' | 'amount' | 'gstin' | 'kind' | 'untold';
  /** the same written otherwise, recognisable, or simply something else */
  readonly grade: 'same' | 'short' | 'other';
  /** what an accountant calls it; none where it does not matter by itself */
  readonly categories: readonly PairCategory[];
  /** what the other side has instead; nothing changes where the defect cannot happen to this document */
  readonly change: (document: TaxDocument, scene: Scene) => Partial<TaxDocument>;
}

/** Makes the two sides of a document, or nothing where this cannot happen to it. */
export type Defect = (document: TaxDocument, scene: Scene) => Case | undefined;

const fieldDefects = [...numberDefects, ...dateDefects, ...amountDefects, ...gstinDefects, ...kindDefects, ...untold];

/** Every defect by its name, and every two fields that can be wrong together. */
export const defects: ReadonlyMap<string, Defect> = new Map<string, Defect>([
  ...fieldDefects.map((defect): [string, Defect] => [
    defect.name,
    (document, scene) => wrong(document, [defect], scene),
  ]),
  ...Object.entries(groupDefects),
  ...[
    together('number and date', numberDefects, dateDefects),
    together('number and amounts', numberDefects, amountDefects),
    together('number and GSTIN', numberDefects, gstinDefects),
    together('date and amounts', dateDefects, amountDefects),
    together('date and GSTIN', dateDefects, gstinDefects),
    together('amounts and GSTIN', amountDefects, gstinDefects),
  ],
]);

function together(name: string, some: readonly FieldDefect[], others: readonly FieldDefect[]): [string, Defect] {
  return [
    name,
    (document, scene) => {
      const pair = [scene.random.pick(some), scene.random.pick(others)];
      return scene.supplier.regular === undefined ? wrong(document, pair, scene) : undefined;
    },
  ];
}

function wrong(document: TaxDocument, all: readonly FieldDefect[], scene: Scene): Case | undefined {
  let books = typed(document);
  for (const { change, field } of all) {
    const before = books;
    books = { ...books, ...change(before, scene) };
    if (unchanged(before, books, field)) return undefined;
  }
  const label = canBeFound(document, books, all) ? must : may;
  return { ims: [document], books: [books], labels: [label(document, [books], categoriesOf(document, books, all))] };
}

function unchanged(a: TaxDocument, b: TaxDocument, field: FieldDefect['field']): boolean {
  if (field === 'amount' || field === 'untold') return amountFields.every((amount) => a[amount] === b[amount]);
  return a[field] === b[field];
}

/** How much less is left to know the document by. */
const lost: Record<FieldDefect['grade'], number> = { same: 0, short: 1, other: 2 };

/**
 * What one defect hides can be found by the rest. Two hide too much where one of them makes a field something else and
 * the other is more than a way of writing; but number and GSTIN alone still tell a document within its financial year.
 */
function canBeFound(ims: TaxDocument, books: TaxDocument, all: readonly FieldDefect[]): boolean {
  if (all.reduce((sum, { grade }) => sum + lost[grade], 0) <= 2) return true;
  const sameName = ims.number === books.number && ims.gstin === books.gstin && ims.kind === books.kind;
  return sameName && financialYear(ims.date) === financialYear(books.date);
}

function categoriesOf(ims: TaxDocument, books: TaxDocument, all: readonly FieldDefect[]): PairCategory[] {
  const apart = amountFields.some((field) => books[field] !== undefined && books[field] !== ims[field]);
  const isShort = all.some(({ field, grade }) => field === 'number' && grade === 'short');
  const named = all
    .filter(({ field, grade }) => field !== 'number' || grade !== 'short')
    .flatMap(({ categories }) => categories);
  const isUntold = all.some(({ field }) => field === 'untold');
  const safe: PairCategory[] = isUntold
    ? ['Matched', 'Matched within tolerance', 'Value mismatch']
    : [apart ? 'Matched within tolerance' : 'Matched'];
  const categories = named.length === 0 ? safe : named;
  return [...new Set<PairCategory>([...categories, ...(isShort ? (['Probable'] as const) : [])])];
}
