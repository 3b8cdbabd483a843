import fc from 'fast-check';
import { formatRupees } from '../../../../src/core/kernel/money';
import type { RawCell } from '../../../../src/core/kernel/raw-sheet';
import type { RegisterReading } from '../../../../src/core/reconcile/register/reading';
import { OTHER, readSheet, sheetOfRows, SUPPLIER } from '../../../support/made-register';

const HEADINGS = [
  'GSTIN of supplier',
  'Supplier name',
  'Invoice No',
  'Invoice Date',
  'Voucher Type',
  'Rate',
  'Taxable Value',
  'IGST',
  'CGST',
  'SGST',
  'Cess',
  'Invoice Value',
  'GRN No',
  'Remarks',
];

const paise = fc.integer({ min: 0, max: 10_000_000 });
const money = (value: number): fc.Arbitrary<RawCell> =>
  fc.constantFrom<RawCell>(value / 100, formatRupees(value), `₹ ${formatRupees(value)}`);
const twoDigits = (value: number) => String(value).padStart(2, '0');

interface Written {
  readonly gstin: string;
  readonly number: string;
  readonly day: number;
  readonly month: number;
  readonly lines: readonly { readonly taxable: number; readonly igst: number }[];
}

const written: fc.Arbitrary<Written> = fc.record({
  gstin: fc.constantFrom(SUPPLIER, OTHER),
  number: fc.stringMatching(/^[A-Z]{1,3}[/-][0-9]{1,5}$/),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  lines: fc.uniqueArray(fc.record({ taxable: paise, igst: paise }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ taxable, igst }) => `${String(taxable)} ${String(igst)}`,
  }),
});

const documents = fc.uniqueArray(written, {
  minLength: 1,
  maxLength: 20,
  selector: ({ gstin, number }) => `${gstin} ${number}`,
});

function rowsOf(
  { gstin, number, day, month, lines }: Written,
  date: (day: number, month: number) => RawCell,
): RawCell[][] {
  return lines.map(({ taxable, igst }) => {
    const cells: RawCell[] = [gstin, 'Made-up', number, date(day, month), 'Purchase', 18, taxable / 100, igst / 100];
    return [...cells, '', '', '', '', '', ''];
  });
}

const dayFirst = (day: number, month: number): RawCell => `${twoDigits(day)}/${twoDigits(month)}/2026`;
const monthFirst = (day: number, month: number): RawCell => `${twoDigits(month)}/${twoDigits(day)}/2026`;

const accounted = ({ documents: read, unreadable, skipped }: RegisterReading): number[] =>
  [...read.flatMap(({ rows }) => rows), ...unreadable.map(({ row }) => row), ...skipped.map(({ row }) => row)].sort(
    (a, b) => a - b,
  );

describe('whatever stands in a register', () => {
  const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
    fc.constantFrom<RawCell>('', '', SUPPLIER, 'Total', 'Grand Total', 'INV-1', '01/07/2026', '13/07/2026', 'Purchase'),
    fc.constantFrom<RawCell>('Debit Note', '(100)', '100 Cr', -100, 100, 118, 'Invoice No', 'GSTIN of supplier', true),
    fc.constant<RawCell>({ date: '05-07-2026' }),
    fc.string(),
    fc.double(),
  );

  test('every row below the headings is told once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: HEADINGS.length + 2 }), { maxLength: 30 }), (body) => {
        const reading = readSheet(sheetOfRows([HEADINGS, ...body]));
        const first = reading.layout.headerRows?.last ?? 0;
        const below = Array.from({ length: body.length + 1 - first }, (_, index) => first + 1 + index);
        expect(accounted(reading)).toEqual(below);
      }),
      { numRuns: 500 },
    );
  });

  test('so it is where there are no headings', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const reading = readSheet(sheetOfRows(rows));
        const first = reading.layout.headerRows?.last ?? 0;
        expect(accounted(reading)).toHaveLength(rows.length - first);
      }),
    );
  });

  test('no amount of a document is below zero', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 6, maxLength: 14 }), { maxLength: 30 }), (body) => {
        for (const { document } of readSheet(sheetOfRows([HEADINGS, ...body])).documents) {
          const { taxable, igst, cgst, sgst, cess, value } = document;
          for (const amount of [taxable, igst, cgst, sgst, cess, value]) expect(amount ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('a register of documents with a row for each rate', () => {
  test('has these documents, their amounts added up', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const reading = readSheet(
          sheetOfRows([
            HEADINGS,
            ...all.flatMap((one) => rowsOf(one, (d, m) => `2026-${twoDigits(m)}-${twoDigits(d)}`)),
          ]),
        );
        expect(reading.unreadable).toEqual([]);
        const found = reading.documents.map(({ document: { gstin, number, date, taxable, igst } }) => ({
          gstin,
          number,
          date,
          taxable,
          igst,
        }));
        const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
        expect(found).toEqual(
          all.map(({ gstin, number, day, month, lines }) => ({
            gstin,
            number,
            date: `${twoDigits(day)}-${twoDigits(month)}-2026`,
            taxable: sum(lines.map(({ taxable }) => taxable)),
            igst: sum(lines.map(({ igst }) => igst)),
          })),
        );
      }),
    );
  });

  test.each([
    ['day-first', dayFirst],
    ['month-first', monthFirst],
  ] as const)('the column tells that its dates are %s', (order, date) => {
    const telling = { gstin: SUPPLIER, number: 'X', day: 25, month: 7, lines: [{ taxable: 1, igst: 0 }] };
    fc.assert(
      fc.property(documents, (all) => {
        const reading = readSheet(sheetOfRows([HEADINGS, ...[...all, telling].flatMap((one) => rowsOf(one, date))]));
        expect(reading.layout.dayOrder).toMatchObject({ value: order, guessed: false });
        const days = [...all, telling].map(({ day, month }) => `${twoDigits(day)}-${twoDigits(month)}-2026`);
        expect(reading.documents.map(({ document }) => document.date)).toEqual(days);
      }),
    );
  });

  test('the order of the columns changes nothing', () => {
    fc.assert(
      fc.property(
        documents,
        fc.shuffledSubarray(
          HEADINGS.map((_, column) => column),
          { minLength: HEADINGS.length },
        ),
        (all, order) => {
          const rows: RawCell[][] = [HEADINGS, ...all.flatMap((one) => rowsOf(one, dayFirst))];
          const [straight, shuffled] = [
            readSheet(sheetOfRows(rows)),
            readSheet(sheetOfRows(rows.map((row) => order.map((column) => row[column] ?? '')))),
          ];
          expect(shuffled.documents).toEqual(straight.documents);
          expect(shuffled.skipped).toEqual(straight.skipped);
          expect(shuffled.layout.key).toBe(straight.layout.key);
        },
      ),
    );
  });

  test('amounts may be numbers or text', () => {
    fc.assert(
      fc.property(
        paise.chain((value) => fc.tuple(fc.constant(value), money(value))),
        ([value, cell]) => {
          const row: RawCell[] = [SUPPLIER, 'Made-up', 'A', '13/07/2026', 'Purchase', 18, cell];
          expect(readSheet(sheetOfRows([HEADINGS, row])).documents[0]?.document.taxable).toBe(value);
        },
      ),
    );
  });
});
