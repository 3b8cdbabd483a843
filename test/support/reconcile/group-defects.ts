import type { TaxDocument } from '../../../src/core/reconcile/document';
import type { PairCategory } from '../../../src/core/reconcile/category';
import type { Random } from '../generate-download';
import type { Defect, Scene } from './defects';
import { addDays, amountFields, amountsOf, makeDocument, randomTaxable, typed, withValue } from './documents';
import { must, type Case } from './labels';
import { inState, numberOf } from './suppliers';

/** Defects of more than one document on a side. */
export const groupDefects: Record<string, Defect> = {
  'typed twice in the books': (document, scene) => {
    const books = [typed(document), scene.random.chance(0.5) ? typed(document) : otherwise(document)];
    return {
      ims: [document],
      books,
      labels: [
        { must: true, links: books.map((copy) => ({ ims: [document], books: [copy], categories: ['Matched'] })) },
      ],
      twins: [{ side: 'books', documents: books }],
    };
  },
  'twice in IMS': (document) => {
    const [ims, books] = [[document, typed(document)], typed(document)];
    return {
      ims,
      books: [books],
      labels: [{ must: true, links: ims.map((copy) => ({ ims: [copy], books: [books], categories: ['Matched'] })) }],
      twins: [{ side: 'ims', documents: ims }],
    };
  },
  'split under the same number': (document, { random }) => split(document, parts(document, random)),
  'split with -1, -2 or A, B behind the number': (document, { random }) => {
    const marks = random.pick([
      ['-1', '-2', '-3'],
      ['A', 'B', 'C'],
      ['/1', '/2', '/3'],
    ]);
    const numbered = parts(document, random).map((part, at) => ({
      ...part,
      number: `${document.number}${marks[at] ?? ''}`,
    }));
    return split(document, numbered);
  },
  'several notes entered as one': (document, scene) => {
    if (document.kind === 'invoice') return undefined;
    const others = Array.from({ length: 1 + scene.random.whole(2) }, () => another(document, scene));
    const ims = [document, ...others];
    return joined(ims, { ...typed(document), ...sumOf(ims) });
  },
  'rows of one number in IMS entered as one': (document, scene) => {
    const ims = parts(document, scene.random);
    return joined(ims, typed(document), ['Matched', 'Matched within tolerance', 'Probable']);
  },
  'credit note netted in the books': (document, scene) => {
    if (document.kind !== 'invoice') return undefined;
    const note = creditNote(document, scene);
    const books = { ...typed(document), ...lessOf(document, note) };
    return {
      ims: [document, note],
      books: [books],
      labels: [
        {
          must: true,
          links: [
            { ims: [document, note], books: [books], categories: ['Probable', 'Value mismatch'] },
            { ims: [document], books: [books], categories: ['Value mismatch'] },
          ],
        },
      ],
    };
  },
  'original and amended, books have the amended': (document, scene) => {
    const { original, amended } = amend(document, scene, document.number);
    const books = typed(document, withoutOriginal(amended));
    return { ims: [original, amended], books: [books], labels: [must(amended, [books], ['Matched'])] };
  },
  'original and amended, books have the original': (document, scene) => {
    const { original, amended } = amend(document, scene, document.number);
    const books = typed(original);
    return {
      ims: [original, amended],
      books: [books],
      labels: [
        {
          must: true,
          links: [
            { ims: [original], books: [books], categories: ['Matched'] },
            { ims: [amended], books: [books], categories: ['Value mismatch'] },
            { ims: [original, amended], books: [books], categories: ['Value mismatch', 'Probable'] },
          ],
        },
      ],
    };
  },
  'amended only, books have the values before': (document, scene) => {
    const { original, amended } = amend(document, scene, document.number);
    return one(amended, typed(original), ['Value mismatch']);
  },
  'amended under a new number, books have the original number': (document, scene) => {
    const { original, amended } = amend(document, scene, numberOf(scene.supplier, scene.nextNth(), document.kind));
    return one(amended, typed(document, { ...withoutOriginal(amended), number: original.number }), ['Probable']);
  },
};

function one(ims: TaxDocument, books: TaxDocument, categories: readonly PairCategory[]): Case {
  return { ims: [ims], books: [books], labels: [must(ims, [books], categories)] };
}

/** The same number as another clerk writes it. */
function otherwise(document: TaxDocument): TaxDocument {
  const number = document.number.replace(/[-/]/g, ' ').toLowerCase();
  return typed(document, { number: number === document.number ? ` ${number}` : number });
}

/** Two or three parts whose amounts add up to those of the document. */
function parts(document: TaxDocument, random: Random): TaxDocument[] {
  const shares = random.chance(0.7)
    ? [0.2 + random.next() * 0.25]
    : [0.2 + random.next() * 0.1, 0.15 + random.next() * 0.1];
  const first = shares.map((share) =>
    typed(document, withValue({ ...document, ...each((field) => Math.floor((document[field] ?? 0) * share)) })),
  );
  return [...first, typed(document, lessOf(document, ...first))];
}

function split(document: TaxDocument, books: readonly TaxDocument[]): Case {
  const categories = ['Matched', 'Matched within tolerance', 'Probable'] as const;
  return { ims: [document], books, labels: [must(document, books, categories)] };
}

function joined(
  ims: readonly TaxDocument[],
  books: TaxDocument,
  categories: readonly PairCategory[] = ['Probable'],
): Case {
  return { ims, books: [books], labels: [must(ims, [books], categories)] };
}

function each(amount: (field: (typeof amountFields)[number]) => number): Partial<TaxDocument> {
  return Object.fromEntries(amountFields.map((field) => [field, amount(field)]));
}

function sumOf(documents: readonly TaxDocument[]): Partial<TaxDocument> {
  const [first] = documents;
  return withValue({ ...first!, ...each((field) => documents.reduce((sum, one) => sum + (one[field] ?? 0), 0)) });
}

function lessOf(document: TaxDocument, ...less: readonly TaxDocument[]): Partial<TaxDocument> {
  const rest = each((field) => less.reduce((left, one) => left - (one[field] ?? 0), document[field] ?? 0));
  return withValue({ ...document, ...rest });
}

/** Another note of the supplier, on the same day. */
function another({ kind, date }: TaxDocument, { supplier, random, nextNth }: Scene): TaxDocument {
  return makeDocument(supplier, nextNth(), { date, kind, taxable: randomTaxable(random) });
}

/** For a part of the invoice, some days later. */
function creditNote({ date, taxable = 0 }: TaxDocument, { supplier, random, nextNth }: Scene): TaxDocument {
  return makeDocument(supplier, nextNth(), {
    date: addDays(date, random.whole(8)),
    kind: 'credit-note',
    taxable: Math.round(taxable * (0.05 + random.next() * 0.4)),
  });
}

function amend(document: TaxDocument, { supplier, random }: Scene, number: string) {
  const taxable = Math.round((document.taxable ?? 0) * (0.7 + random.next() * 0.2));
  const amounts = amountsOf(taxable, supplier.rate, inState(supplier), supplier.cessRate);
  const original = { number: document.number, date: document.date };
  return { original: document, amended: { ...document, ...amounts, number, original } };
}

function withoutOriginal({ original, ...rest }: TaxDocument): TaxDocument {
  return rest;
}
