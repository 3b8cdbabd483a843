import { formatRupees } from '../../kernel/money';
import { rawText, type RawCell } from '../../kernel/raw-sheet';
import { dateFields, isAmountField, type Field } from './fields';
import type { Layout } from './layout';
import { amountOf, cellOf } from './read-columns';
import { readDay, type LineReading } from './read-line';
import type { PreviewRow } from './reading';

/** A row for the preview: dates and amounts as they were understood, other cells as they are. */
export function showRow(layout: Layout, cells: readonly RawCell[], row: number, line: LineReading): PreviewRow {
  const shown: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(layout.columns) as Field[]) shown[field] = showField(layout, cells, field);
  if (!line.ok) return { row, shown, fault: line.reason };
  shown.kind = line.line.kind;
  shown.number = line.line.number;
  if (layout.columns.gstin !== undefined) shown.gstin = line.line.gstin;
  return { row, shown };
}

function showField(layout: Layout, cells: readonly RawCell[], field: Field): string {
  const text = rawText(cellOf(cells, layout.columns, field));
  if (isAmountField(field)) {
    const reading = amountOf(cells, layout.columns, field);
    return reading.kind === 'amount' ? formatRupees(reading.paise) : reading.kind === 'blank' ? '' : text;
  }
  return dateFields.includes(field) ? (readDay(layout, cells, field) ?? text) : text;
}
