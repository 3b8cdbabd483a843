import fc from 'fast-check';
import { booksStore } from '../../src/boundary/books-store';
import type { TaxDocument } from '../../src/core/reconcile/document';
import { emptyMemory, type KeptBooks } from '../../src/core/reconcile/kept';
import { readRegister } from '../../src/core/reconcile/register/read-register';
import { recogniseLayout } from '../../src/core/reconcile/register/recognise-layout';
import { must, spokenRefusal } from '../support/desk';
import { registerSheet } from '../support/register-fixture';

const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });
const anyAmount = fc.option(fc.maxSafeInteger(), { nil: undefined });
const anyNumbered = fc.record({ number: anyText, date: anyText }, { noNullPrototype: true });

/** Keys with undefined are told from missing ones: a document has all of its amounts, and what else it has may be missing. */
const anyDocument = fc.record(
  {
    document: fc
      .record(
        {
          gstin: anyText,
          number: anyText,
          date: anyText,
          kind: fc.constantFrom('invoice', 'debit-note', 'credit-note'),
          original: anyNumbered,
          outOfScope: fc.constantFrom('reverse-charge', 'isd', 'import', 'no-gstin', 'own-gstin'),
        },
        { requiredKeys: ['gstin', 'number', 'date', 'kind'], noNullPrototype: true },
      )
      .chain((known) =>
        fc
          .record({
            taxable: anyAmount,
            igst: anyAmount,
            cgst: anyAmount,
            sgst: anyAmount,
            cess: anyAmount,
            value: anyAmount,
          })
          .map((amounts): TaxDocument => ({ ...known, ...amounts })),
      ),
    rows: fc.array(fc.nat(), { maxLength: 3 }),
    name: anyText,
    carried: fc.array(anyText, { maxLength: 3 }),
  },
  { noNullPrototype: true },
);

test('the books come back as they were kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument, { maxLength: 8 }), anyText, async (documents, text) => {
      const books: KeptBooks = { file: text, sheet: text, readAt: text, carried: [text], documents };
      expect(must(await booksStore.unpackBooks(await booksStore.packBooks(books)))).toStrictEqual(books);
    }),
    { numRuns: 60 },
  );
});

test.each(['tally-columnar.xlsx', 'zoho-bills.csv', 'sap-list.tsv'])(
  'a register as people have it: %s',
  async (file) => {
    const sheet = await registerSheet(file);
    const { documents } = readRegister(sheet, recogniseLayout(sheet), '27ZZZCR1001K1Z0');
    const books: KeptBooks = { file, sheet: sheet.name, readAt: '10-05-2026 09:12', carried: [], documents };
    expect(documents.length).toBeGreaterThan(0);
    expect(must(await booksStore.unpackBooks(await booksStore.packBooks(books)))).toEqual(books);
  },
);

test('what is remembered comes back, corrections of layouts too', async () => {
  const name = { gstin: '27AAPFU0939F1ZV', number: 'INV-1', date: '03-04-2026', kind: 'invoice' } as const;
  const memory = {
    linked: [
      { ims: { ...name, told: 'B2B|100', several: true as const }, books: { ...name, number: '1', told: '|99' } },
    ],
    parted: [],
    layouts: { 'gstin|number': { dayOrder: 'day-first' as const } },
  };
  expect(must(await booksStore.unpackMemory(await booksStore.packMemory(memory)))).toEqual(memory);
});

test.each([
  ['a piece is missing', (pieces: string[]) => pieces.slice(0, 1)],
  [
    'the first line is another’s',
    (pieces: string[]) => ['ims-offline record store; version 1; 3 characters', ...pieces],
  ],
  [
    'a letter is another',
    ([first = '', second = '']: string[]) => [first, `${second.slice(0, 20)}A${second.slice(21)}`],
  ],
])('where %s, it says what to do', async (_, damage) => {
  const pieces = [...(await booksStore.packMemory({ ...emptyMemory, layouts: { x: {} } }))];
  const refusal = await booksStore.unpackMemory(damage(pieces));
  expect(spokenRefusal(refusal)).toMatch(/^IMS memory: what the hidden sheet IMS memory remembers is damaged \(/);
});

test('a newer version is refused as such', async () => {
  const [first = '', ...rest] = await booksStore.packMemory(emptyMemory);
  const refusal = await booksStore.unpackMemory([first.replace('version 1', 'version 9'), ...rest]);
  expect(spokenRefusal(refusal)).toMatch(/newer version/);
});
