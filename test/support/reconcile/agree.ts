import type { TaxDocument } from '../../../src/core/reconcile/document';
import { amountFields } from './documents';

export interface Sides {
  readonly ims: readonly TaxDocument[];
  readonly books: readonly TaxDocument[];
}

const TOLERANCE = 100;

/** Whether what both sides tell agrees, whatever the label says: the second look at every safe pair. */
export function fieldsAgree({ ims, books }: Sides): boolean {
  const [first] = ims;
  const all = [...ims, ...books];
  const isOne = all.every(
    ({ gstin, date, kind }) => gstin === first?.gstin && date === first.date && kind === first.kind,
  );
  return (
    isOne &&
    amountFields.every((field) => {
      const [one, other] = [ims, books].map((side) =>
        side.some((document) => document[field] === undefined)
          ? NaN
          : side.reduce((sum, document) => sum + (document[field] ?? 0), 0),
      );
      return !(Math.abs(one! - other!) > TOLERANCE);
    })
  );
}
