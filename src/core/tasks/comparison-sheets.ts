import type { Cell } from '../kernel/cell';
import { sayGuide } from '../kernel/match-words';
import { inRupees, rupees, type Paise } from '../kernel/money';
import { note as sentence } from '../kernel/sentences';
import { categories } from '../reconcile/category';
import type { DocumentKind, TaxDocument } from '../reconcile/document';
import type { KeptBooks } from '../reconcile/kept';
import type { ColumnPlan, PlannedCell, SheetPlan } from '../workbook';
import { sumsOf, taxOfDocument, totalsOf, type CategorySum } from './category-sums';
import { spokenPlace, type Comparison } from './compare-books';
import { signed } from './credit-of';
import { RECONCILIATION } from './headings';
import type { LeftInBooks } from './left-in-books';
import { spokenRows } from './spoken-rows';

/** Sheets that the comparison makes, in the order of their tabs. */
export const comparisonSheets = [RECONCILIATION, 'Only in books', 'Duplicates'] as const;

export type ComparisonSheet = (typeof comparisonSheets)[number];

/** What the sheets say of the comparison they show. */
export interface Compared {
  readonly comparison: Comparison;
  readonly books: Pick<KeptBooks, 'file' | 'sheet'>;
  readonly gstin: string;
  readonly tolerance: Paise;
  /** `dd-mm-yyyy hh:mm` */
  readonly at: string;
}

/** The first cell of each sheet: by it a sheet of ours is known. */
export const comparisonTitles: Readonly<Record<ComparisonSheet, string>> = {
  [RECONCILIATION]: sentence('reconciliation-title'),
  'Only in books': sentence('only-in-books-title'),
  Duplicates: sentence('duplicates-title'),
};

/** The sheets as they stand after this comparison. */
export function planComparison(compared: Compared): SheetPlan[] {
  return [planReconciliation(compared), planOnlyInBooks(compared), planDuplicates(compared)];
}

const TAB = '2C6E8F';

interface TableColumn {
  readonly heading: string;
  readonly width: number;
  readonly style: ColumnPlan['style'];
}

const text = (heading: string, width: number): TableColumn => ({ heading, width, style: 'portal-text' });
const amount = (heading: string, width = 16): TableColumn => ({ heading, width, style: 'portal-amount' });
const count = (heading: string, width = 12): TableColumn => ({ heading, width, style: 'count' });

/** Title, what was compared, a hint, and the headings; data begins below. */
function planTable(
  name: ComparisonSheet,
  hint: string,
  { gstin, books, at }: Compared,
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
): SheetPlan {
  const about = [
    gstin === '' ? '' : `GSTIN ${gstin}`,
    sentence('compared-with', { file: books.file, sheet: books.sheet, at }),
  ];
  return {
    name,
    visibility: 'visible',
    tabColour: TAB,
    columns: columns.map(({ width, style }) => ({ width, style })),
    top: [
      [{ cell: comparisonTitles[name], style: 'title' }],
      [{ cell: about.filter((part) => part !== '').join(' · '), style: 'subtitle' }],
      [{ cell: hint, style: 'note' }],
      [],
      columns.map(({ heading, style }): PlannedCell => ({
        cell: heading,
        style: style === 'portal-text' || style === 'tool-text' ? 'heading' : 'heading-number',
      })),
    ],
    rows,
    rowHeights: new Map([
      [0, 24],
      [4, 34],
    ]),
    // Not every program lets a text go on over all the blank cells beside it.
    merges: [1, 2].map((row) => ({ row, column: 0, columns: columns.length })),
    freeze: { rows: 5, columns: 0 },
    headings: true,
    highlights: [
      { kind: 'below', limit: -10_000_000, equalToo: true, look: 'negative-crore' },
      { kind: 'below', limit: -100_000, equalToo: true, look: 'negative-lakh' },
      { kind: 'below', limit: 0, equalToo: false, look: 'negative' },
    ],
  };
}

/** A small table without filter, so that its totals stay at its foot. */
function planReconciliation(compared: Compared): SheetPlan {
  const sums = sumsOf(compared.comparison);
  const columns = [
    text('Category', 26),
    count('Records in IMS'),
    amount('Taxable value in IMS', 20),
    amount('Tax in IMS'),
    count('Documents in books', 13),
    amount('Taxable value in books', 20),
    amount('Tax in books'),
    { heading: 'Tax in books less IMS', width: 18, style: 'tool-amount' } as const,
    { heading: 'Suggested response', width: 110, style: 'tool-text' } as const,
  ];
  const { inIms, withBooks } = totalsOf(sums);
  const rows = [
    ...categories.map((category) => [category, ...figures(sums[category]), sayGuide(category)]),
    [sentence('total-in-ims'), ...figures(inIms), ''],
    [sentence('total-with-books'), ...figures(withBooks), ''],
  ];
  const hint = sentence('reconciliation-hint', { tolerance: inRupees(compared.tolerance) });
  const plan = planTable(RECONCILIATION, hint, compared, columns, rows);
  const bold = { kind: 'row-begins', column: 0, text: sentence('total'), look: 'total' } as const;
  return { ...plan, headings: false, highlights: [...(plan.highlights ?? []), bold] };
}

function figures({ ims, books }: CategorySum): Cell[] {
  return [
    ims.documents,
    rupees(ims.taxable),
    rupees(ims.tax),
    books.documents,
    rupees(books.taxable),
    rupees(books.tax),
    rupees(books.tax - ims.tax),
  ];
}

const documentColumns = [
  text('GSTIN of supplier', 20),
  text('Trade/Legal name', 30),
  text('Document type', 16),
  text('Document number', 20),
  text('Document date', 14),
  amount('Taxable value'),
  amount('IGST', 14),
  amount('CGST', 14),
  amount('SGST', 14),
  amount('Cess', 12),
  amount('Document value'),
];

const kindLabels: Record<DocumentKind, string> = {
  invoice: 'Invoice',
  'debit-note': 'Debit note',
  'credit-note': 'Credit note',
};

function documentCells(
  { gstin, kind, number, date, taxable, igst, cgst, sgst, cess, value }: TaxDocument,
  name: string,
): Cell[] {
  const amounts = [taxable, igst, cgst, sgst, cess, value].map((paise) =>
    paise === undefined ? '' : rupees(signed(kind, paise)),
  );
  return [gstin, name, kindLabels[kind], number, date, ...amounts];
}

/** Heading of the column that tells the chase list from what stands below it. */
export const LEFT_CATEGORY = 'Category';

/** The chase list, and below it what IMS never has: told apart by their category. */
function planOnlyInBooks(compared: Compared): SheetPlan {
  const columns = [
    ...documentColumns,
    text('Where in the register', 20),
    text('Goods receipt', 20),
    text('Payment', 20),
    text(LEFT_CATEGORY, 20),
    { heading: 'What to do', width: 72, style: 'tool-text' } as const,
  ];
  const { left } = compared.comparison;
  const rows = [...suppliersFirst(left, 'Only in books'), ...suppliersFirst(left, 'Not in IMS scope')].map(
    ({ category, entry, why }) => [
      ...documentCells(entry.document, entry.name),
      spokenRows(entry),
      both(entry.receipt?.number, entry.receipt?.date),
      both(entry.payment?.reference, entry.payment?.date),
      category,
      why,
    ],
  );
  return planTable('Only in books', sentence('only-in-books-hint'), compared, columns, rows);
}

/** Suppliers with the most tax first, the documents of each in the order of their dates. */
function suppliersFirst(all: readonly LeftInBooks[], wanted: LeftInBooks['category']): LeftInBooks[] {
  const left = all.filter(({ category }) => category === wanted);
  const taxOf = new Map<string, Paise>();
  for (const { entry } of left) {
    const { gstin } = entry.document;
    taxOf.set(gstin, (taxOf.get(gstin) ?? 0) + taxOfDocument(entry.document));
  }
  return left.sort((a, b) => {
    const [one, other] = [a.entry.document, b.entry.document];
    if (one.gstin !== other.gstin) {
      const more = (taxOf.get(other.gstin) ?? 0) - (taxOf.get(one.gstin) ?? 0);
      return more !== 0 ? more : one.gstin < other.gstin ? -1 : 1;
    }
    return sortable(one) < sortable(other) ? -1 : sortable(one) > sortable(other) ? 1 : 0;
  });
}

function both(one = '', other = ''): string {
  return [one, other].filter((part) => part !== '').join(', ');
}

/** Year, month, day, and the number: the order of the supplier's own list. */
function sortable({ date, number }: TaxDocument): string {
  return `${date.split('-').reverse().join('')} ${number}`;
}

function planDuplicates(compared: Compared): SheetPlan {
  const { outcomes, left } = compared.comparison;
  const columns = [
    text('Side', 10),
    text('Where', 22),
    ...documentColumns,
    { heading: 'Why', width: 72, style: 'tool-text' } as const,
  ];
  const ims = outcomes.flatMap((outcome) =>
    outcome.category === 'Duplicate'
      ? [
          [
            'IMS',
            spokenPlace(outcome),
            ...documentCells(outcome.document, outcome.record.row.supplierName),
            outcome.why,
          ],
        ]
      : [],
  );
  const books = left.flatMap(({ category, entry, why }) =>
    category === 'Duplicate' ? [['Books', spokenRows(entry), ...documentCells(entry.document, entry.name), why]] : [],
  );
  return planTable('Duplicates', sentence('duplicates-hint'), compared, columns, [...ims, ...books]);
}
