import { z } from 'zod';
import { done, refuse, type Result } from '../core/kernel/result';
import type { OutOfScope } from '../core/reconcile/document';
import { BOOKS_SHEET, MEMORY_SHEET, type BooksCodec, type ClientMemory, type KeptBooks } from '../core/reconcile/kept';
import type { RegisterDocument } from '../core/reconcile/register/reading';
import { kind, readRememberedLayouts } from './remembered-layouts';
import { packValue, unpackValue, type Packing } from './packed-text';

const booksPacking: Packing = { format: 'ims-offline purchase register', version: 1 };
export const memoryPacking: Packing = { format: 'ims-offline memory', version: 1 };

const scopes = ['reverse-charge', 'isd', 'import', 'no-gstin', 'own-gstin'] as const satisfies readonly OutOfScope[];

const amount = z.number().int().exactOptional();
const numbered = z.object({ number: z.string(), date: z.string() });

const storedDocument = z.object({
  document: z.object({
    gstin: z.string(),
    number: z.string(),
    date: z.string(),
    kind,
    taxable: amount,
    igst: amount,
    cgst: amount,
    sgst: amount,
    cess: amount,
    value: amount,
    tax: amount,
    original: numbered.exactOptional(),
    outOfScope: z.enum(scopes).exactOptional(),
  }),
  rows: z.array(z.number().int()),
  sheet: z.string().exactOptional(),
  name: z.string(),
  placeOfSupply: z.string().exactOptional(),
  receipt: numbered.exactOptional(),
  payment: z.object({ reference: z.string(), date: z.string() }).exactOptional(),
  voucher: numbered.exactOptional(),
  availed: z.object({ igst: amount, cgst: amount, sgst: amount, cess: amount }).exactOptional(),
  against: numbered.exactOptional(),
  carried: z.array(z.string()),
});

const storedBooks = z.object({
  file: z.string(),
  sheet: z.string(),
  readAt: z.string(),
  carried: z.array(z.string()),
  documents: z.array(z.unknown()),
});

const documentName = z.object({
  gstin: z.string(),
  number: z.string(),
  date: z.string(),
  kind,
  told: z.string().exactOptional(),
  several: z.literal(true).exactOptional(),
});
const link = z.object({ ims: documentName, books: documentName });

export const storedMemory = z.object({
  linked: z.array(link),
  parted: z.array(link),
  layouts: z
    .record(z.string(), z.unknown())
    .transform((layouts) => Object.fromEntries(readRememberedLayouts(Object.entries(layouts)))),
});

export const booksStore: BooksCodec = {
  packBooks: (books) => packValue(booksPacking, books),
  unpackBooks: async (pieces) => {
    const unpacked = await unpackFrom(BOOKS_SHEET, booksPacking, pieces, booksDamaged);
    if (!unpacked.ok) return unpacked;
    const parsed = storedBooks.safeParse(unpacked.value);
    const documents = parsed.success ? await documentsOf(parsed.data.documents) : undefined;
    if (!parsed.success || documents === undefined) return booksDamaged('its parts do not fit together');
    return done({ ...parsed.data, documents } satisfies KeptBooks);
  },
  packMemory: (memory) => packValue(memoryPacking, memory),
  unpackMemory: async (pieces) => {
    const unpacked = await unpackFrom(MEMORY_SHEET, memoryPacking, pieces, memoryDamaged);
    if (!unpacked.ok) return unpacked;
    const parsed = storedMemory.safeParse(unpacked.value);
    return parsed.success ? done(parsed.data satisfies ClientMemory) : memoryDamaged('its parts do not fit together');
  },
};

function booksDamaged(fault: string): Result<never> {
  return refuse('books-damaged', BOOKS_SHEET, { sheet: BOOKS_SHEET, fault });
}

function memoryDamaged(fault: string): Result<never> {
  return refuse('memory-damaged', MEMORY_SHEET, { sheet: MEMORY_SHEET, fault });
}

function unpackFrom(
  sheet: string,
  packing: Packing,
  pieces: readonly string[],
  damaged: (fault: string) => Result<never>,
): Promise<Result<unknown>> {
  const newer = (found: string): Result<never> => refuse('store-newer', sheet, { found, known: packing.version });
  return unpackValue(packing, pieces, { damaged, newer });
}

/** Documents that are checked at a time: a large register takes a second, and others must get in between. */
const SLICE = 2_000;

/** Undefined where one of them is none. */
async function documentsOf(stored: readonly unknown[]): Promise<RegisterDocument[] | undefined> {
  const documents: RegisterDocument[] = [];
  for (let at = 0; at < stored.length; at += SLICE) {
    const parsed = z.array(storedDocument).safeParse(stored.slice(at, at + SLICE));
    if (!parsed.success) return undefined;
    for (const document of parsed.data) documents.push(documentOf(document));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return documents;
}

/** Amounts that JSON does not say are undefined again. */
function documentOf({ document, ...rest }: z.infer<typeof storedDocument>): RegisterDocument {
  const { taxable, igst, cgst, sgst, cess, value } = document;
  return { ...rest, document: { ...document, taxable, igst, cgst, sgst, cess, value } };
}
