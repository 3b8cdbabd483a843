import type { Paise } from '../kernel/money';
import type { RecordType } from '../language/record';
import { taxOf, type Row } from '../language/row';

/**
 * What a record brings to the credit: its tax, below 0 for credit notes. Amendments take the place of their original, of
 * which this record does not tell the tax, so they count 0 here.
 */
export function creditOf(type: RecordType, row: Row): Paise {
  if (type.amends !== undefined) return 0;
  const tax = taxOf(row);
  // Not -0, which JSON and people would show as such.
  return type.kind === 'credit note' ? 0 - tax : tax;
}
