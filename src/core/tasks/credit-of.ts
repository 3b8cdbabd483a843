import type { Paise } from '../kernel/money';
import type { RecordType } from '../language/record';
import { taxOf, type Row } from '../language/row';
import type { DocumentKind } from '../reconcile/document';

/** An amount as it counts in a sum: a credit note takes away. Documents themselves tell their amounts without sign. */
export function signed(kind: RecordType['kind'] | DocumentKind, paise: Paise): Paise {
  // Not -0, which JSON and people would show as such.
  return kind === 'credit note' || kind === 'credit-note' ? 0 - paise : paise;
}

/**
 * What a record brings to the credit: its tax, below 0 for credit notes. Amendments take the place of their original, of
 * which this record does not tell the tax, so they count 0 here.
 */
export function creditOf(type: RecordType, row: Row): Paise {
  return type.amends === undefined ? signed(type.kind, taxOf(row)) : 0;
}
