import type { Day } from '../../kernel/day';
import type { Paise } from '../../kernel/money';
import { rawText } from '../../kernel/raw-sheet';
import type { DocumentKind, TaxDocument } from '../document';
import { placeCode } from './document-words';
import { availedFields, taxHeads, type Field } from './fields';
import type { Layout } from './layout';
import { addLines, type Sums } from './add-lines';
import { readDay, type Line } from './read-line';
import { readNumber } from './read-number';
import type { RegisterDocument } from './reading';
import { heads, mainAmount, type Head } from './signed-amounts';
import { amountOf, cellOf } from './read-columns';
import { normaliseHeading } from './heading';

/** The document that some lines make; undefined where one of its amounts is above zero and another below. */
export function makeDocument(layout: Layout, lines: readonly Line[]): RegisterDocument | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  const sums = addLines(lines);
  const main = mainAmount(sums);
  const turn = main < 0 ? -1 : 1;
  if (heads.some((head) => (sums[head] ?? 0) * turn < 0)) return undefined;
  const unsigned = (head: Head): number | undefined => (sums[head] === undefined ? undefined : Math.abs(sums[head]));
  const kind = main < 0 ? 'credit-note' : first.kind;
  const original = pair(layout, lines, 'originalNumber', 'originalDate');
  const amends = original !== undefined && isAmended(layout, kind);
  const document: TaxDocument = {
    gstin: first.gstin,
    number: first.number,
    date: first.date,
    kind,
    taxable: unsigned('taxable'),
    igst: unsigned('igst'),
    cgst: unsigned('cgst'),
    sgst: unsigned('sgst'),
    cess: unsigned('cess'),
    value: unsigned('value'),
    ...taxAlone(sums),
    ...(amends ? { original } : {}),
    ...(first.outOfScope === undefined ? {} : { outOfScope: first.outOfScope }),
  };
  return {
    document,
    rows: lines.map(({ row }) => row),
    name: first.name,
    ...besides(layout, lines),
    ...availedOf(layout, lines),
    ...(original !== undefined && !amends ? { against: original } : {}),
    carried: carriedTexts(layout, lines),
  };
}

/** The tax of a document whose heads are not told. */
function taxAlone(sums: Sums): Pick<TaxDocument, 'tax'> {
  if (sums.tax === undefined || taxHeads.some((head) => sums[head] !== undefined)) return {};
  return { tax: Math.abs(sums.tax) };
}

/** Credit availed on the document, head by head; cells that are no amounts tell none. */
function availedOf({ columns }: Layout, lines: readonly Line[]): Pick<RegisterDocument, 'availed'> {
  const availed: Partial<Record<(typeof taxHeads)[number], Paise>> = {};
  for (const [at, field] of availedFields.entries()) {
    const head = taxHeads[at];
    if (head === undefined || columns[field] === undefined) continue;
    for (const { cells } of lines) {
      const reading = amountOf(cells, columns, field);
      if (reading.kind === 'amount') availed[head] = (availed[head] ?? 0) + Math.abs(reading.paise);
    }
  }
  return Object.keys(availed).length === 0 ? {} : { availed };
}

function besides(
  layout: Layout,
  lines: readonly Line[],
): Pick<RegisterDocument, 'placeOfSupply' | 'receipt' | 'payment' | 'voucher'> {
  const placeOfSupply = placeCode(textOf(layout, lines, 'placeOfSupply'));
  const receipt = pair(layout, lines, 'receiptNumber', 'receiptDate');
  const paid = pair(layout, lines, 'paymentReference', 'paymentDate');
  const voucher = pair(layout, lines, 'voucherNumber', 'voucherDate');
  return {
    ...(placeOfSupply === undefined ? {} : { placeOfSupply }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(paid === undefined ? {} : { payment: { reference: paid.number, date: paid.date } }),
    ...(voucher === undefined ? {} : { voucher }),
  };
}

/** A note's original invoice is what it is made out against; a note amends another note, an invoice an invoice. */
function isAmended({ columns, headings }: Layout, kind: DocumentKind): boolean {
  const heading = normaliseHeading(headings[columns.originalNumber?.value[0] ?? -1] ?? '');
  return heading.startsWith('original') && (kind === 'invoice' || heading.includes('note'));
}

function pair(
  layout: Layout,
  lines: readonly Line[],
  number: Field,
  date: Field,
): { number: string; date: Day } | undefined {
  const { columns } = layout;
  if (columns[number] === undefined && columns[date] === undefined) return undefined;
  for (const { cells } of lines) {
    const reading = readNumber(cellOf(cells, columns, number));
    const found = {
      number: reading.kind === 'number' ? reading.number : reading.kind === 'blank' ? '' : reading.shown,
      date: readDay(layout, cells, date) ?? '',
    };
    if (found.number !== '' || found.date !== '') return found;
  }
  return undefined;
}

function textOf({ columns }: Layout, lines: readonly Line[], field: Field): string {
  if (columns[field] === undefined) return '';
  for (const { cells } of lines) {
    const text = rawText(cellOf(cells, columns, field));
    if (text !== '') return text;
  }
  return '';
}

function carriedTexts({ carried }: Layout, lines: readonly Line[]): string[] {
  const [first] = lines;
  if (lines.length === 1 && first !== undefined) return carried.map((column) => rawText(first.cells[column]));
  return carried.map((column) => {
    const texts = new Set(lines.map(({ cells }) => rawText(cells[column])));
    texts.delete('');
    return [...texts].join('; ');
  });
}
