import type { TaxDocument } from '../../../src/core/reconcile/document';
import { seeded, type Random } from '../generate-download';
import { defects, type Defect } from './defects';
import { documentsOf, typed } from './documents';
import { caseOf, type Case, type NamedCase } from './labels';
import { makeSupplier, makeSuppliers, type Supplier } from './suppliers';
import { traps } from './traps';

/** Two sides to compare, and what is true of them. */
export interface Register {
  readonly ims: readonly TaxDocument[];
  readonly books: readonly TaxDocument[];
  readonly cases: readonly NamedCase[];
}

export interface RegisterOptions {
  readonly seed: number;
  readonly suppliers?: number;
  /** how often each trap occurs */
  readonly traps?: number;
  /** what the books have no columns for */
  readonly without?: 'nothing' | 'value' | 'tax heads';
}

/** Made-up IMS records and a register, the same for the same seed, rows in no order. */
export function makeRegister({
  seed,
  suppliers = 260,
  traps: times = 3,
  without = 'nothing',
}: RegisterOptions): Register {
  const random = seeded(seed);
  const everyone = makeSuppliers(suppliers, random);
  const all = [...defects.keys()];
  const names = rotation(all.filter((name) => !hidden[without].has(name)));
  const cases = everyone.flatMap((supplier) => casesOf(supplier, names, random));
  let index = suppliers;
  const supplier = (wanted?: Partial<Supplier>) => makeSupplier(index++, random, wanted);
  for (let time = 0; time < times; time += 1) {
    for (const [name, make] of Object.entries(traps))
      cases.push({ name, sort: 'trap', ...make({ random, supplier, crowd: time === 0 ? 2_500 : 60 }) });
  }
  const told = cases.map((one) => untold(one, columns[without]));
  return {
    ims: shuffled(
      told.flatMap(({ ims }) => ims),
      random,
    ),
    books: shuffled(
      told.flatMap(({ books }) => books),
      random,
    ),
    cases: told,
  };
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random.whole(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** The defects one after the other, so that each occurs as often as the others; one that cannot happen waits for the next. */
function rotation(
  names: readonly string[],
): (happens: (name: string) => NamedCase | undefined) => NamedCase | undefined {
  const waiting = [...names];
  return (happens) => {
    for (const [at, name] of waiting.entries()) {
      const made = happens(name);
      if (made === undefined) continue;
      waiting.splice(at, 1);
      waiting.push(name);
      return made;
    }
    return undefined;
  };
}

type Fate = 'clean' | 'only in IMS' | 'only in the books' | 'defect';

/** What happens to each document of a supplier: two thirds are clean. */
function casesOf(supplier: Supplier, next: ReturnType<typeof rotation>, random: Random): NamedCase[] {
  const documents = documentsOf(supplier, random);
  const fates = documents.map((): Fate => {
    const share = random.next();
    return share < 0.66 ? 'clean' : share < 0.69 ? 'only in IMS' : share < 0.72 ? 'only in the books' : 'defect';
  });
  let nth = documents.length + 40;
  const scene = { random, supplier, nextNth: () => (nth += 11) };
  const taken = new Set(documents.filter((_, at) => fates[at] !== 'clean').map(({ number }) => keyOf(number)));
  return documents.map((document, at): NamedCase => {
    const clean: NamedCase = { name: 'clean', sort: 'clean', ...caseOf([[document, typed(document)]]) };
    switch (fates[at]) {
      case 'only in IMS':
        return { name: 'only in IMS', sort: 'alone', ...caseOf([], [document]) };
      case 'only in the books':
        return { name: 'only in the books', sort: 'alone', ...caseOf([], [], [document]) };
      case 'defect':
        return next((name) => happening(name, document, scene, taken)) ?? clean;
      default:
        return clean;
    }
  });
}

/** A wrong number may be that of a document that is clean on both sides: the reader can tell. With any other it could not. */
function happening(
  name: string,
  document: TaxDocument,
  scene: Parameters<Defect>[1],
  taken: ReadonlySet<string>,
): NamedCase | undefined {
  const own = keyOf(document.number);
  for (let trial = 0; trial < 4; trial += 1) {
    const made = defects.get(name)?.(document, scene);
    const isClear = made?.books.every(({ number }) => keyOf(number) === own || !taken.has(keyOf(number))) === true;
    if (made !== undefined && isClear) return { name, sort: 'defect', ...made };
  }
  return undefined;
}

function keyOf(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/(^|\D)0+(?=\d)/g, '$1');
}

/** Defects that a register without such columns does not show, or that leave nothing of the tax. */
const aboutHeads = [
  'tax heads swapped',
  'a rupee apart',
  'rounded to whole rupees',
  'differs within tolerance',
  'a paisa beyond tolerance',
  'no column for cess',
  'no columns for the tax heads',
  'number and amounts',
  'date and amounts',
  'amounts and GSTIN',
];

const hidden = {
  nothing: new Set<string>(),
  value: new Set(['no columns for the tax heads']),
  'tax heads': new Set(aboutHeads),
};

const columns = {
  nothing: [],
  value: ['value'],
  'tax heads': ['igst', 'cgst', 'sgst', 'cess'],
} as const satisfies Record<string, readonly (keyof TaxDocument)[]>;

/** The case with books that have no such columns. */
function untold(one: NamedCase, fields: readonly (keyof TaxDocument)[]): NamedCase {
  if (fields.length === 0) return one;
  const nothing = Object.fromEntries(fields.map((field) => [field, undefined]));
  const told = new Map(one.books.map((document) => [document, typed(document, nothing)]));
  const toldOf = (documents: Case['books']) => documents.map((document) => told.get(document)!);
  return {
    ...one,
    books: toldOf(one.books),
    labels: one.labels.map(({ must, links }) => ({
      must,
      links: links.map((link) => ({ ...link, books: toldOf(link.books) })),
    })),
    ...(one.twins && {
      twins: one.twins.map(({ side, documents }) => ({
        side,
        documents: side === 'books' ? toldOf(documents) : documents,
      })),
    }),
  };
}
