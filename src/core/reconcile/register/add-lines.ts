import type { Paise } from '../../kernel/money';
import { rawText } from '../../kernel/raw-sheet';
import type { Field } from './fields';
import type { Layout } from './layout';
import type { Line } from './read-line';
import { cellOf } from './read-columns';
import { heads, mainAmount, taxOf, type Head } from './signed-amounts';

/** Signed amounts of a document. */
export type Sums = Record<Head, Paise | undefined>;

/**
 * Lines that share GSTIN, number, date and kind, as documents: lines of several tax rates are one, equal copies are one
 * document each, unless the document's value says that they are lines of one; and entries above and below zero are two
 * documents, unless they were entered as one.
 */
export function splitDocuments(layout: Layout, lines: readonly Line[]): (readonly Line[])[] {
  if (lines.length === 1) return [lines];
  const copies = copiesOf(layout, lines);
  if (copies !== undefined) return copies;
  const above = lines.filter(({ amounts }) => mainAmount(amounts) >= 0);
  if (above.length === lines.length || above.length === 0 || enteredAsOne(layout, lines)) return [lines];
  return [above, lines.filter(({ amounts }) => mainAmount(amounts) < 0)];
}

/** The documents that the lines are copies of each other in; undefined where they are not copies. */
function copiesOf(layout: Layout, lines: readonly Line[]): Line[][] | undefined {
  if (new Set(lines.map(({ amounts }) => mainAmount(amounts))).size === lines.length) return undefined;
  const alike = new Map<string, Line[]>();
  for (const line of lines) {
    const said = whatItSays(layout, line);
    const same = alike.get(said);
    if (same === undefined) alike.set(said, [line]);
    else same.push(line);
  }
  const groups = [...alike.values()];
  const count = groups[0]?.length ?? 1;
  if (count === 1 || groups.some(({ length }) => length !== count)) return undefined;
  const value = sameValue(lines);
  const total = totalOf(lines);
  if (value !== undefined && total !== 0 && Math.abs(value - total) < Math.abs(value - total / count)) return undefined;
  return Array.from({ length: count }, (_, at) => groups.flatMap((group) => group.slice(at, at + 1)));
}

/** Fields in which two entries of one document differ. */
const ofTheEntry: readonly Field[] = ['serial', 'voucherNumber', 'voucherDate', 'paymentDate', 'paymentReference'];

function whatItSays({ columns, headings }: Layout, { cells }: Line): string {
  const left = new Set(ofTheEntry.flatMap((field) => columns[field]?.value ?? []));
  return headings.map((_, column) => (left.has(column) ? '' : rawText(cells[column]))).join('\u0000');
}

/** One voucher of the books, or one value over all lines that is their total. */
function enteredAsOne({ columns }: Layout, lines: readonly Line[]): boolean {
  const vouchers = new Set(
    columns.voucherNumber === undefined
      ? []
      : lines.map(({ cells }) => rawText(cellOf(cells, columns, 'voucherNumber'))),
  );
  if (vouchers.size === 1 && !vouchers.has('')) return true;
  const value = sameValue(lines);
  return value !== undefined && value !== 0 && Math.abs(value - totalOf(lines)) <= 100 * lines.length;
}

/** Adds the lines of one document. A head that no line tells stays untold. */
export function addLines(lines: readonly Line[]): Sums {
  const sums: Sums = {
    value: undefined,
    taxable: undefined,
    igst: undefined,
    cgst: undefined,
    sgst: undefined,
    cess: undefined,
    tax: undefined,
  };
  for (const { amounts } of lines) {
    for (const head of heads) {
      const amount = amounts[head];
      if (amount !== undefined) sums[head] = (sums[head] ?? 0) + amount;
    }
  }
  return lines.length === 1 ? sums : { ...sums, value: valueOf(lines, sums.value) };
}

/** A value that is the same on every line may be the document's, or each line's own: the one nearer to the total counts. */
function valueOf(lines: readonly Line[], added: Paise | undefined): Paise | undefined {
  const value = sameValue(lines);
  if (value === undefined || added === undefined) return added;
  const total = totalOf(lines);
  return total !== 0 && Math.abs(value - total) <= Math.abs(added - total) ? value : added;
}

function sameValue(lines: readonly Line[]): Paise | undefined {
  const value = lines[0]?.amounts.value;
  return lines.every(({ amounts }) => amounts.value === value) ? value : undefined;
}

/** Taxable value and tax of all lines; 0 where the register tells no taxable value. */
function totalOf(lines: readonly Line[]): Paise {
  let total = 0;
  for (const { amounts } of lines) {
    if (amounts.taxable === undefined) continue;
    total += amounts.taxable + taxOf(amounts);
  }
  return total;
}
