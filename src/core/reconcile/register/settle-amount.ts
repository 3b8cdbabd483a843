import { note } from '../../kernel/sentences';
import type { RawCell } from '../../kernel/raw-sheet';
import { taxHeads } from './fields';
import type { Columns, Corrections } from './layout';
import { readAmount } from './read-amount';

/** Rates of the tariff, in hundredths of a per cent. */
const RATES = [10, 25, 100, 150, 300, 500, 600, 750, 1200, 1800, 2800, 4000];

/**
 * `Amount` and `Net amount` may be with tax or without. Where one guessed column stands for either, the tax beside it
 * tells: it is a rate of the tariff on the taxable value, not on the total.
 */
export function settleAmount(
  columns: Columns,
  sample: readonly (readonly RawCell[])[],
  corrected: NonNullable<Corrections['columns']>,
): void {
  const guess = columns.value?.guessed === true ? 'value' : columns.taxable?.guessed === true ? 'taxable' : undefined;
  if (guess === undefined) return;
  const other = guess === 'value' ? 'taxable' : 'value';
  const choice = columns[guess];
  if (
    choice === undefined ||
    columns[other] !== undefined ||
    corrected[other] !== undefined ||
    corrected[guess] !== undefined
  )
    return;
  let [asTaxable, asValue] = [0, 0];
  for (const row of sample) {
    const amount = sumOf(row, choice.value);
    const heads = taxHeads.reduce((sum, head) => sum + sumOf(row, columns[head]?.value ?? []), 0);
    const tax = heads || sumOf(row, columns.tax?.value ?? []);
    if (amount === 0 || tax === 0) continue;
    if (isRate(tax, amount)) asTaxable += 1;
    if (isRate(tax, amount - tax)) asValue += 1;
  }
  const meant = asTaxable > asValue ? 'taxable' : asValue > asTaxable ? 'value' : guess;
  if (meant === guess) return;
  if (guess === 'value') delete columns.value;
  else delete columns.taxable;
  columns[meant] = { ...choice, why: note('register-why-tax') };
}

function sumOf(row: readonly RawCell[], columns: readonly number[]): number {
  let sum = 0;
  for (const column of columns) {
    const reading = readAmount(row[column]);
    if (reading.kind === 'amount') sum += Math.abs(reading.paise);
  }
  return sum;
}

/** Within a rupee, as tax is rounded. */
function isRate(tax: number, taxable: number): boolean {
  return taxable > 0 && RATES.some((rate) => Math.abs((taxable * rate) / 10_000 - tax) <= 100);
}
