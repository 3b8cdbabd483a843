import { readRegister } from '../../../../src/core/reconcile/register/read-register';
import { recogniseLayout, withCorrections } from '../../../../src/core/reconcile/register/recognise-layout';
import { recogniseSheets } from '../../../../src/core/reconcile/register/recognise-sheets';
import { OTHER, readSheet, sheetOf, sheetOfRows, spoken, SUPPLIER } from '../../../support/made-register';
import { RECIPIENT } from '../../../support/generate-download';

const HEAD = 'GSTIN | Invoice No | Invoice Date | Taxable Value | IGST | Invoice Value';
const row = (number: string, amounts: string, date = '13-07-2026') => `${SUPPLIER} | ${number} | ${date} | ${amounts}`;
const read = (...lines: string[]) => readSheet(sheetOf([HEAD, ...lines]));

describe('rows become documents', () => {
  test('one row for each tax rate is one document', () => {
    expect(spoken(read(row('A', '100 | 18 | 223'), row('A', '100 | 5 | 223'), row('B', '1 | 0 | 1')))).toEqual([
      'invoice A 13-07-2026 20000 2300 22300 rows 2,3',
      'invoice B 13-07-2026 100 0 100 rows 4',
    ]);
  });

  test('values of lines are added where they are the lines’ own', () => {
    expect(spoken(read(row('A', '100 | 18 | 118'), row('A', '100 | 5 | 105')))).toEqual([
      'invoice A 13-07-2026 20000 2300 22300 rows 2,3',
    ]);
  });

  test('equal copies are documents of their own', () => {
    expect(spoken(read(row('A', '100 | 18 | 118'), row('A', '100 | 18 | 118')))).toEqual([
      'invoice A 13-07-2026 10000 1800 11800 rows 2',
      'invoice A 13-07-2026 10000 1800 11800 rows 3',
    ]);
  });

  test('equal rows are lines of one document where its value says so', () => {
    expect(spoken(read(row('A', '100 | 18 | 236'), row('A', '100 | 18 | 236')))).toEqual([
      'invoice A 13-07-2026 20000 3600 23600 rows 2,3',
    ]);
  });

  test('a document of two rates that was entered twice is two', () => {
    const lines = [row('A', '100 | 18 | 223'), row('A', '100 | 5 | 223')];
    expect(spoken(read(...lines, ...lines))).toEqual([
      'invoice A 13-07-2026 20000 2300 22300 rows 2,3',
      'invoice A 13-07-2026 20000 2300 22300 rows 4,5',
    ]);
  });

  test('equal amounts for different goods are lines of one document', () => {
    const lines = sheetOf([
      'GSTIN | Invoice No | Invoice Date | Item | Taxable Value',
      `${SUPPLIER} | A | 13-07-2026 | Bolts | 100`,
      `${SUPPLIER} | A | 13-07-2026 | Nuts | 100`,
    ]);
    const [document] = readSheet(lines).documents;
    expect(document).toMatchObject({ rows: [2, 3], carried: ['Bolts; Nuts'], document: { taxable: 200_00 } });
  });

  test('the same invoice in two vouchers is a duplicate', () => {
    const lines = sheetOf([
      'GSTIN | Invoice No | Invoice Date | Voucher No | Taxable Value',
      `${SUPPLIER} | A | 13-07-2026 | 101 | 100`,
      `${SUPPLIER} | A | 13-07-2026 | 102 | 100`,
    ]);
    expect(readSheet(lines).documents.map(({ rows, voucher }) => [rows, voucher?.number])).toEqual([
      [[2], '101'],
      [[3], '102'],
    ]);
  });

  test('a number that two suppliers use, or on two days, is two documents', () => {
    const lines = [row('A', '1 | 0 | 1'), row('A', '1 | 0 | 1', '14-07-2026'), `${OTHER} | A | 13-07-2026 | 1 | 0 | 1`];
    expect(read(...lines).documents).toHaveLength(3);
  });

  test('an invoice below zero is a credit note, amounts without sign', () => {
    expect(spoken(read(row('A', '100 | 18 | 118'), row('A', '-100 | -18 | -118')))).toEqual([
      'invoice A 13-07-2026 10000 1800 11800 rows 2',
      'credit-note A 13-07-2026 10000 1800 11800 rows 3',
    ]);
  });

  test('a discount line of one voucher is part of it', () => {
    const lines = sheetOf([
      'GSTIN | Invoice No | Invoice Date | Voucher No | Taxable Value',
      `${SUPPLIER} | A | 13-07-2026 | 101 | 100`,
      `${SUPPLIER} | A | 13-07-2026 | 101 | -10`,
    ]);
    expect(spoken(readSheet(lines))).toEqual(['invoice A 13-07-2026 9000 - - rows 2,3']);
  });

  test('amounts on both sides of zero in one document are told, not guessed', () => {
    const reading = read(row('A', '100 | 18 | 118'), row('B', '100 | 18 | 118'), row('C', '100 | -18 | 118'));
    expect(reading.documents).toHaveLength(2);
    expect(reading.unreadable).toEqual([
      { row: 4, reason: 'Some of its amounts are positive and some negative (100.00 · -18.00 · 118.00).' },
    ]);
  });

  test('an amended invoice knows its original; a note knows the invoice that it is against', () => {
    const heading =
      'GSTIN | Document type | Document number | Original document number | Original document date | Taxable';
    const lines = [
      `${SUPPLIER} | Invoice | A/R | A | 01-04-2026 | 10`,
      `${SUPPLIER} | Credit Note | C | A | 01-04-2026 | 10`,
    ];
    const [invoice, note] = readSheet(sheetOf([heading, ...lines])).documents;
    expect(invoice?.document.original).toEqual({ number: 'A', date: '01-04-2026' });
    expect(note?.document.original).toBeUndefined();
    expect(note?.against).toEqual({ number: 'A', date: '01-04-2026' });
  });

  test('a head that the register has no column for is not told', () => {
    expect(read(row('A', '100 | | 118')).documents[0]?.document).toEqual({
      gstin: SUPPLIER,
      number: 'A',
      date: '13-07-2026',
      kind: 'invoice',
      taxable: 100_00,
      igst: 0,
      cgst: undefined,
      sgst: undefined,
      cess: undefined,
      value: 118_00,
    });
  });
});

describe('kinds', () => {
  const typed = (heading: string, ...lines: string[]) =>
    readSheet(
      sheetOf([
        `GSTIN | No | ${heading} | Taxable`.replace('No', 'Invoice No'),
        ...lines.map((line) => `${SUPPLIER} | ${line}`),
      ]),
    );
  const kinds = (reading: ReturnType<typeof typed>) => reading.documents.map(({ document }) => document.kind);
  const guesses = ({ layout }: ReturnType<typeof typed>) =>
    layout.words.map(({ word, guessed }) => (guessed ? `${word}?` : word));

  test('the words of a type column', () => {
    const reading = typed(
      'Document type',
      'a | Invoice | 1',
      'b | Bill | 1',
      'c | C | 1',
      'd | D | 1',
      'e | Cr. Note | 1',
    );
    expect(kinds(reading)).toEqual(['invoice', 'invoice', 'credit-note', 'debit-note', 'credit-note']);
    expect(guesses(reading)).toEqual(['Invoice', 'Bill', 'C', 'D', 'Cr. Note']);
  });

  test('a debit note among vouchers is the buyer’s own, and mirrors a credit note', () => {
    const reading = typed('Voucher Type', 'a | Purchase | 1', 'b | Debit Note | 1');
    expect(kinds(reading)).toEqual(['invoice', 'credit-note']);
    expect(guesses(reading)).toEqual(['Purchase', 'Debit Note?']);
  });

  test('a debit note below zero reduces, whatever the column is called', () => {
    const reading = typed('Document type', 'a | Invoice | 1', 'b | Debit Note | -1');
    expect(kinds(reading)).toEqual(['invoice', 'credit-note']);
    expect(guesses(reading)).toEqual(['Invoice', 'Debit Note?']);
  });

  test('the user has the last word', () => {
    const sheet = sheetOf(['GSTIN | Invoice No | Voucher Type | Taxable', `${SUPPLIER} | b | Debit Note | 1`]);
    const [document] = readSheet(sheet, { words: { debitnote: 'debit-note' } }).documents;
    expect(document?.document.kind).toBe('debit-note');
  });

  test('an unknown word is taken for an invoice, and said to be guessed', () => {
    const reading = typed('Type', 'a | Zzz | 1');
    expect(kinds(reading)).toEqual(['invoice']);
    expect(guesses(reading)).toEqual(['Zzz?']);
  });

  test('a register of returns is one by its name', () => {
    const sheet = sheetOf(['Debit Note Register', 'GSTIN | Note No | Taxable', `${SUPPLIER} | 1 | 10`]);
    expect(readSheet(sheet)).toMatchObject({
      documents: [{ document: { kind: 'credit-note' } }],
      layout: { otherKind: { guessed: true } },
    });
  });
});

describe('what IMS cannot have', () => {
  test.each([
    [`${SUPPLIER} | 1 | Purchase | Y | 10`, 'reverse-charge'],
    [`${SUPPLIER} | 1 | Purchase RCM | N | 10`, 'reverse-charge'],
    [`${SUPPLIER} | 1 | ISD Invoice | N | 10`, 'isd'],
    [' | 1 | Import of goods | N | 10', 'import'],
    ['URP | 1 | Purchase | N | 10', 'no-gstin'],
    [`${RECIPIENT} | 1 | Purchase | N | 10`, 'own-gstin'],
    [`${SUPPLIER} | 1 | Purchase | N | 10`, undefined],
  ])('%s', (line, outOfScope) => {
    // A second row keeps the column of GSTINs one.
    const lines = ['GSTIN | Invoice No | Type | RCM | Taxable', line, `${OTHER} | 2 | Purchase | N | 10`];
    expect(readSheet(sheetOf(lines)).documents[0]?.document.outOfScope).toBe(outOfScope);
  });
});

describe('layouts', () => {
  test('columns without a telling name are found by what is in them', () => {
    const { layout } = readSheet(
      sheetOf([
        'Firm code | Bill No | When | Taxable',
        `${SUPPLIER} | 1 | 13-07-2026 | 10`,
        `${OTHER} | 2 | 14-07-2026 | 10`,
      ]),
    );
    expect(layout.columns.gstin).toEqual({
      value: [0],
      guessed: true,
      why: 'The contents of column Firm code look like it.',
    });
    expect(layout.columns.date).toMatchObject({ value: [2], guessed: true });
  });

  test('one’s own GSTIN is not the suppliers’', () => {
    const sheet = sheetOf([
      'GSTIN | GSTIN | Bill No | Taxable',
      `${RECIPIENT} | ${SUPPLIER} | 1 | 10`,
      `${RECIPIENT} | ${OTHER} | 2 | 10`,
    ]);
    expect(readSheet(sheet).layout.columns.gstin).toMatchObject({ value: [1], guessed: true });
  });

  test('Amount is the value where the tax beside it says so, and taxable where it says that', () => {
    const of = (amount: string) =>
      readSheet(sheetOf(['GSTIN | Bill No | Amount | IGST', `${SUPPLIER} | 1 | ${amount} | 180`])).layout.columns;
    expect(of('1180').value?.value).toEqual([2]);
    expect(of('1000').taxable?.value).toEqual([2]);
    expect(of('1000').value).toBeUndefined();
  });

  test('corrections go by heading, last, and add up', () => {
    const sheet = sheetOf(['GSTIN | Our ref | Bill No | Date | Taxable', `${SUPPLIER} | R1 | 1 | 03/04/2026 | 10`]);
    const reading = readSheet(sheet, { columns: { number: ['Our ref'] }, dayOrder: 'month-first' });
    expect(spoken(reading)).toEqual(['invoice R1 04-03-2026 1000 - - rows 2']);
    expect(reading.layout.columns.number).toEqual({ value: [1], guessed: false, why: 'You said so.' });
    expect(reading.layout.dayOrder.guessed).toBe(false);
  });

  test('a later correction leaves the earlier ones', () => {
    const sheet = sheetOf(['GSTIN | Our ref | Bill No | Date | Taxable', `${SUPPLIER} | R1 | 1 | 03/04/2026 | 10`]);
    const first = withCorrections(sheet, recogniseLayout(sheet), { columns: { number: ['Our ref'] } });
    const second = withCorrections(sheet, first, { columns: { date: [] }, otherKind: 'debit-note' });
    expect(spoken(readRegister(sheet, second))).toEqual(['debit-note R1  1000 - - rows 2']);
  });

  test('the sheet that is a register comes first', () => {
    const notes = sheetOf(['Read me', 'Made-up | notes'], 'Notes');
    const register = sheetOf(['GSTIN | Bill No | Taxable', `${SUPPLIER} | 1 | 10`], 'July');
    expect(recogniseSheets([notes, register]).map(({ layout }) => layout.sheet)).toEqual(['July', 'Notes']);
  });

  test('texts without end are no amounts, dates or headings, and take no time', () => {
    for (const text of ['1'.repeat(200_000), 'T'.repeat(200_000), '1,'.repeat(100_000)]) {
      const reading = readSheet(
        sheetOfRows([
          ['GSTIN', 'Bill No', 'Date', 'Taxable', text],
          [SUPPLIER, 'A', text, 1],
          [SUPPLIER, 'B', '', text],
        ]),
      );
      expect(reading.unreadable.map(({ row }) => row)).toEqual([2, 3]);
    }
  });

  test('a field can be said to be absent', () => {
    const sheet = sheetOf(['GSTIN | Bill No | Taxable | IGST', `${SUPPLIER} | 1 | 10 | 2`]);
    expect(readSheet(sheet, { columns: { igst: [] } }).documents[0]?.document.igst).toBeUndefined();
  });

  test('the key is the same whatever the order, the rates and the title', () => {
    const a = readSheet(sheetOf(['GSTIN | Bill No | CGST 9% | CGST 2.5%', `${SUPPLIER} | 1 | 10 |`])).layout.key;
    const b = readSheet(sheetOf(['Purchases', 'Bill No | CGST 6% | GSTIN', `1 | 10 | ${SUPPLIER}`])).layout.key;
    expect(a).toBe(b);
  });

  test('a sheet without headings says what is missing', () => {
    const { layout, documents, unreadable } = readSheet(sheetOf([`${SUPPLIER} | 1 | 13-07-2026 | 10.00`]));
    expect(layout.headerRows).toBeUndefined();
    expect(layout.missing).toEqual(['number', 'taxable']);
    expect(documents).toEqual([]);
    expect(unreadable.map(({ row }) => row)).toEqual([1]);
  });

  test('a sheet without headings is read once the user names its columns', () => {
    const sheet = sheetOf([`${SUPPLIER} | 1 | 13-07-2026 | 10.00`]);
    expect(spoken(readSheet(sheet, { columns: { number: ['B'], taxable: ['D'] } }))).toEqual([
      'invoice 1 13-07-2026 1000 - - rows 1',
    ]);
  });

  test('a total without a label is known by its amount', () => {
    const lines = ['GSTIN | Bill No | Rate | Taxable', `${SUPPLIER} | 1 | 18 | 10`, ' | | 5 | 30', ' | | | 40'];
    const reading = readSheet(sheetOf(lines));
    expect(spoken(reading)).toEqual(['invoice 1  4000 - - rows 2,3']);
    expect(reading.skipped).toEqual([{ row: 4, why: 'total' }]);
  });

  test('a column of all tax together tells the tax where no column tells its heads', () => {
    const { documents } = readSheet(
      sheetOf([
        'GSTIN | Bill No | Taxable Value | GST Amount',
        `${SUPPLIER} | 1 | 100 | 18`,
        `${SUPPLIER} | 2 | -50 | -9`,
      ]),
    );
    expect(documents.map(({ document }) => document)).toMatchObject([
      { kind: 'invoice', taxable: 100_00, tax: 18_00, igst: undefined },
      { kind: 'credit-note', taxable: 50_00, tax: 9_00, value: undefined },
    ]);
  });

  test('beside the heads it says nothing more and is kept as it is', () => {
    const { documents, layout } = readSheet(
      sheetOf(['GSTIN | Bill No | Taxable Value | IGST | Total Tax', `${SUPPLIER} | 1 | 100 | 18 | 18`]),
    );
    expect(layout.columns.tax).toBeUndefined();
    expect(documents).toMatchObject([{ carried: ['18'], document: { igst: 18_00 } }]);
    expect(documents[0]?.document).not.toHaveProperty('tax');
  });

  test('credit availed is kept beside the document, the lines added up', () => {
    const { documents } = readSheet(
      sheetOf([
        'GSTIN | Bill No | Taxable Value | IGST | Availed ITC Integrated Tax | Availed ITC Cess',
        `${SUPPLIER} | 1 | 100 | 18 | 18 | `,
        `${SUPPLIER} | 1 | 100 | 5 | 2.50 | `,
        `${SUPPLIER} | 2 | 100 | 5 | none yet | 1`,
        `${SUPPLIER} | 3 | 100 | 5 | | `,
      ]),
    );
    expect(documents.map(({ availed }) => availed)).toEqual([{ igst: 20_50 }, { cess: 1_00 }, undefined]);
    expect(documents[0]?.document).toMatchObject({ taxable: 200_00, igst: 23_00 });
  });

  test('credit availed alone is nothing to compare', () => {
    const sheet = sheetOf(['GSTIN | Bill No | Availed ITC Cess', `${SUPPLIER} | 1 | 3`]);
    expect(recogniseLayout(sheet).missing).toEqual(['taxable']);
  });

  test('a merged cell stands for all its rows, an amount but once', () => {
    const { rows } = sheetOf(['GSTIN | Bill No | Taxable | Bill Value', `${SUPPLIER} | 1 | 10 | 30`, ' | | 20 |']);
    const merges = [0, 1, 3].map((column) => ({ top: 1, bottom: 2, left: column, right: column }));
    expect(spoken(readSheet({ ...sheetOfRows(rows), merges }))).toEqual(['invoice 1  3000 - 3000 rows 2,3']);
  });

  test('a type may be a word that programs keep for themselves', () => {
    const { documents } = readSheet(
      sheetOf(['GSTIN | Bill No | Document Type | Taxable', `${SUPPLIER} | 1 | constructor | 10`]),
      { words: { prtn: 'credit-note' } },
    );
    expect(documents[0]?.document.kind).toBe('invoice');
  });
});
