import type { Paise } from '../../kernel/money';
import type { DocumentKind, OutOfScope, TaxDocument } from '../document';
import { taxHeads } from './fields';
import type { RegisterDocument } from './reading';

/** What documents of one kind come to; amounts without sign, as they stand on the documents. */
export interface KindSum {
  readonly kind: DocumentKind;
  readonly documents: number;
  readonly taxable: Paise;
  readonly tax: Paise;
  /** heads that at least one document tells */
  readonly heads: Readonly<Partial<Record<(typeof taxHeads)[number], Paise>>>;
  readonly value: Paise;
}

/** What the user compares with his books. */
export interface RegisterSums {
  readonly documents: number;
  /** kinds that occur, invoices first */
  readonly kinds: readonly KindSum[];
  /** invoices and debit notes less credit notes */
  readonly taxable: Paise;
  readonly tax: Paise;
  /** documents that have no partner in IMS, and why */
  readonly outOfScope: readonly { readonly why: OutOfScope; readonly documents: number }[];
}

const kinds: readonly DocumentKind[] = ['invoice', 'debit-note', 'credit-note'];

export function sumRegister(documents: readonly RegisterDocument[]): RegisterSums {
  const outOfScope = new Map<OutOfScope, number>();
  for (const { document } of documents) {
    const why = document.outOfScope;
    if (why !== undefined) outOfScope.set(why, (outOfScope.get(why) ?? 0) + 1);
  }
  const sums = kinds.map((kind) => sumKind(kind, documents)).filter((sum) => sum.documents > 0);
  const net = (of: (sum: KindSum) => Paise): Paise =>
    sums.reduce((total, sum) => total + (sum.kind === 'credit-note' ? -of(sum) : of(sum)), 0);
  return {
    documents: documents.length,
    kinds: sums,
    taxable: net(({ taxable }) => taxable),
    tax: net(({ tax }) => tax),
    outOfScope: [...outOfScope].map(([why, count]) => ({ why, documents: count })),
  };
}

function sumKind(kind: DocumentKind, documents: readonly RegisterDocument[]): KindSum {
  let [count, taxable, tax, value]: [number, Paise, Paise, Paise] = [0, 0, 0, 0];
  const heads: Partial<Record<(typeof taxHeads)[number], Paise>> = {};
  for (const { document } of documents) {
    if (document.kind !== kind) continue;
    count += 1;
    taxable += document.taxable ?? 0;
    tax += taxOfDocument(document);
    value += document.value ?? 0;
    for (const head of taxHeads) {
      const amount = document[head];
      if (amount !== undefined) heads[head] = (heads[head] ?? 0) + amount;
    }
  }
  return { kind, documents: count, taxable, tax, heads, value };
}

/** All tax of a document, as far as it can be told: by head, as one sum, or as what its value is above the taxable value. */
function taxOfDocument({ igst, cgst, sgst, cess, tax, taxable, value }: TaxDocument): Paise {
  const heads = [igst, cgst, sgst, cess].filter((head) => head !== undefined);
  if (heads.length > 0) return heads.reduce((sum, head) => sum + head, 0);
  return tax ?? (taxable === undefined || value === undefined ? 0 : value - taxable);
}
