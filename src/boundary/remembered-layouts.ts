import { z } from 'zod';
import type { DocumentKind } from '../core/reconcile/document';
import { fieldNames } from '../core/reconcile/register/fields';
import type { RememberedLayouts } from '../core/reconcile/register/remembered-layouts';

export const kind = z.enum(['invoice', 'debit-note', 'credit-note'] as const satisfies readonly DocumentKind[]);
const row = z.number().int().min(0);

const corrections = z.object({
  headerRows: z.object({ first: row, last: row }).exactOptional(),
  columns: z.partialRecord(z.enum(fieldNames.map(({ field }) => field)), z.array(z.string())).exactOptional(),
  dayOrder: z.enum(['day-first', 'month-first']).exactOptional(),
  swappedDates: z.boolean().exactOptional(),
  signs: z.enum(['positive', 'negative']).exactOptional(),
  words: z.record(z.string(), kind).exactOptional(),
  otherKind: kind.exactOptional(),
});

const entry = z.tuple([z.string(), corrections]);

/** What was kept of corrections of layouts, as JSON; an entry that is none is left out, since it costs but a correction. */
export function readRememberedLayouts(kept: unknown): RememberedLayouts {
  const entries = Array.isArray(kept) ? (kept as unknown[]) : [];
  return new Map(
    entries.flatMap((one) => {
      const read = entry.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );
}
