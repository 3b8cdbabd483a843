import type { RawCell } from '../../kernel/raw-sheet';
import type { AmountField, Field } from './fields';
import type { Columns } from './layout';
import { readAmount, type AmountReading } from './read-amount';

/** First cell of a field's column. */
export function cellOf(row: readonly RawCell[], columns: Readonly<Columns>, field: Field): RawCell | undefined {
  const column = columns[field]?.value[0];
  return column === undefined ? undefined : row[column];
}

const NOTHING: AmountReading = { kind: 'blank' };

/** The amount of a field, its columns added up; unreadable as soon as one of them is. `faulty` is that column. */
export function amountOf(
  row: readonly RawCell[],
  columns: Readonly<Columns>,
  field: AmountField,
): AmountReading & { readonly faulty?: number } {
  const from = columns[field]?.value;
  if (from === undefined) return NOTHING;
  if (from.length === 1) {
    const reading = readAmount(row[from[0] ?? 0]);
    return reading.kind === 'unreadable' ? { ...reading, faulty: from[0] ?? 0 } : reading;
  }
  let [paise, some, marked] = [0, false, false];
  for (const column of from) {
    const reading = readAmount(row[column]);
    if (reading.kind === 'unreadable') return { ...reading, faulty: column };
    if (reading.kind === 'amount') [paise, some, marked] = [paise + reading.paise, true, marked || reading.marked];
  }
  return some ? { kind: 'amount', paise, marked } : NOTHING;
}
