import type { TaxDocument } from '../src/core/reconcile/document';
import { seeded, type Random } from '../test/support/generate-download';
import { addDays, amountsOf, randomDay, randomTaxable } from '../test/support/reconcile/documents';
import { makeRegister, shuffled } from '../test/support/reconcile/register';
import { makeGstin } from '../test/support/reconcile/suppliers';

export interface Sides {
  readonly ims: TaxDocument[];
  readonly books: TaxDocument[];
}

/** Suppliers of one made-up register: their GSTINs have four digits to be told apart by. */
const SUPPLIERS = 9_000;

/** As a real register is: two thirds are clean, the rest have every defect of the tests in turn. */
function register(count: number): Sides {
  const sides: Sides = { ims: [], books: [] };
  for (let seed = 1; sides.ims.length < count; seed += 1) {
    const missing = count - sides.ims.length;
    const { ims, books } = makeRegister({ seed, suppliers: Math.min(SUPPLIERS, Math.ceil(missing / 3)), traps: 0 });
    for (const one of ims) sides.ims.push(one);
    for (const one of books) sides.books.push(one);
  }
  return { ims: sides.ims.slice(0, count), books: sides.books.slice(0, count) };
}

interface Like {
  readonly gstin: string;
  readonly number: string;
  readonly date: string;
  readonly taxable: number;
}

function documentLike({ taxable, ...rest }: Like): TaxDocument {
  return { ...rest, kind: 'invoice', ...amountsOf(taxable, 18, true) };
}

/** So many documents on each side; what the books have of each is for the shape to say. */
function made(
  count: number,
  seed: number,
  make: (at: number, random: Random) => readonly [ims: Like, books: Like],
): Sides {
  const random = seeded(seed);
  const pairs = Array.from({ length: count }, (_, at) => make(at, random));
  return {
    ims: shuffled(
      pairs.map(([ims]) => documentLike(ims)),
      random,
    ),
    books: shuffled(
      pairs.map(([, books]) => documentLike(books)),
      random,
    ),
  };
}

const gstin = makeGstin(7, seeded(7), '27');

/** A third is the same, a third is written otherwise, a third is another document. */
function thirds(at: number, number: string): string {
  return at % 3 === 0 ? number : at % 3 === 1 ? `INV-${number}` : `X/${String(at)}/9`;
}

function equalAmounts(count: number): Sides {
  return made(count, 1, (at, random) => {
    const one = { gstin, number: String(100_000 + at), date: randomDay(random), taxable: 10_000_00 };
    return [one, { ...one, number: thirds(at, one.number) }];
  });
}

function oneDate(count: number): Sides {
  return made(count, 2, (at, random) => {
    const one = { gstin, number: String(100_000 + at), date: '31-03-2026', taxable: randomTaxable(random) };
    return [one, { ...one, number: thirds(at, one.number) }];
  });
}

function oneNumber(count: number): Sides {
  return made(count, 3, (at, random) => {
    const date = addDays('01-07-2017', random.whole(3_000));
    const one = { gstin, number: '1', date, taxable: randomTaxable(random) };
    return [one, at % 2 === 0 ? one : { ...one, taxable: randomTaxable(random) }];
  });
}

function oneDigitApart(count: number): Sides {
  return made(count, 4, (at) => {
    const one = { gstin, number: String(100_000 + 2 * at), date: '31-03-2026', taxable: 10_000_00 + at };
    return [one, { ...one, number: String(100_001 + 2 * at), taxable: one.taxable + (at % 2) }];
  });
}

/** The books have each document under the next GSTIN of the PAN. */
function onePan(count: number): Sides {
  const gstins = Array.from({ length: 30 }, (_, at) => makeGstin(8, seeded(8), String(at + 1).padStart(2, '0')));
  return made(count, 5, (at, random) => {
    const number = `INV/${String(Math.floor(at / 30))}`;
    const one = { gstin: gstins[at % 30] ?? '', number, date: randomDay(random), taxable: randomTaxable(random) };
    return [one, at % 3 === 0 ? one : { ...one, gstin: gstins[(at + 1) % 30] ?? '' }];
  });
}

function twice(count: number): Sides {
  const { ims, books } = register(Math.ceil(count / 2));
  return { ims: [...ims, ...ims], books: [...books, ...books] };
}

function nothingBilled(count: number): Sides {
  return made(count, 6, (at, random) => {
    const one = { gstin, number: String(100_000 + at), date: randomDay(random), taxable: 0 };
    return [one, { ...one, number: thirds(at, one.number) }];
  });
}

function withoutNumbers(count: number): Sides {
  return made(count, 9, (at, random) => {
    const one = { gstin, number: String(100_000 + at), date: randomDay(random), taxable: randomTaxable(random) };
    return [one, { ...one, number: '' }];
  });
}

/** Rent of one round amount from everybody; of a third the books have another GSTIN of the PAN, of a third another number. */
function manySuppliers(count: number): Sides {
  const [random, other] = [seeded(10), seeded(11)];
  return made(count, 12, (at) => {
    const own = makeGstin(at % 10_000, random, '27');
    const one = { gstin: own, number: String(1 + (at % 12)), date: '01-04-2025', taxable: 50_000_00 };
    if (at % 3 === 0) return [one, { ...one, gstin: makeGstin(at % 10_000, other, '29') }];
    return [one, at % 3 === 1 ? { ...one, number: `R-${String(at)}` } : one];
  });
}

function oneNumberOneDate(count: number): Sides {
  return made(count, 13, (at, random) => {
    const one = { gstin, number: '1', date: '31-03-2026', taxable: randomTaxable(random) };
    return [one, at % 2 === 0 ? one : { ...one, taxable: randomTaxable(random) }];
  });
}

function withoutGstins(count: number): Sides {
  const { ims, books } = register(count);
  return { ims, books: books.map((one) => ({ ...one, gstin: '', outOfScope: 'no-gstin' as const })) };
}

function valuesOnly(count: number): Sides {
  const { ims, books } = register(count);
  const nothing = { taxable: undefined, igst: undefined, cgst: undefined, sgst: undefined, cess: undefined };
  return { ims, books: books.map((one) => ({ ...one, ...nothing })) };
}

export const shapes = {
  'a register': register,
  'one supplier, one amount': equalAmounts,
  'one supplier, one date': oneDate,
  'one supplier, one number in nine years': oneNumber,
  'one supplier, all numbers one digit apart': oneDigitApart,
  'one PAN with 30 GSTINs': onePan,
  'all twice on both sides': twice,
  'one supplier, all amounts 0': nothingBilled,
  'one supplier, books without numbers': withoutNumbers,
  'one supplier, one number on one date': oneNumberOneDate,
  'many suppliers, one amount': manySuppliers,
  'books without GSTINs': withoutGstins,
  'books with values alone': valuesOnly,
} as const satisfies Record<string, (count: number) => Sides>;

export type Shape = keyof typeof shapes;
