import type { Cell } from '../kernel/cell';
import { rupees } from '../kernel/money';
import { note as sentence, portalMenu } from '../kernel/sentences';
import { columnLetters } from '../language/address';
import type { RecordType } from '../language/record';
import { taxHeads, taxOf, type ColumnName, type Row } from '../language/row';
import type { Ledger } from '../engine/ledger';
import { defaultSettings, type Settings } from '../language/settings';
import { HOME, homeLabels } from './home-labels';
import { settingCells } from './settings';
import type { Formula, PlannedCell, SheetPlan } from '../workbook';
import { columnPlace, FIRST_DATA_ROW } from './headings';
import { periodNames } from './plan-sheet';

/** How many columns of the table are counts; those behind are amounts. */
export const COUNTS = 5;

export const homeTable = [
  'Sheet',
  'Records',
  'Accepted',
  'Rejected',
  'Pending',
  'No Action',
  'Taxable value',
  'Tax',
] as const;

/** Figures of one sheet, with the answers as they stand in its cells. */
export interface SheetTotals {
  readonly type: RecordType;
  readonly sheet: string;
  records: number;
  accepted: number;
  rejected: number;
  pending: number;
  taxable: number;
  tax: number;
}

/** A record as it counts on Home: the portal's amounts, and the status that stands in the cell. */
export interface CountedRow {
  readonly row: Row;
  readonly status: Row['status'];
}

export function totalsOf(type: RecordType, sheet: string, rows: Iterable<CountedRow>): SheetTotals {
  const totals: SheetTotals = { type, sheet, records: 0, accepted: 0, rejected: 0, pending: 0, taxable: 0, tax: 0 };
  for (const { row, status } of rows) {
    totals.records += 1;
    if (status === 'Accepted') totals.accepted += 1;
    if (status === 'Rejected') totals.rejected += 1;
    if (status === 'Pending') totals.pending += 1;
    totals.taxable += row.taxable === '' ? 0 : row.taxable;
    totals.tax += taxOf(row);
  }
  return totals;
}

/** The figures of a sheet in the order of the table's columns, from `Records` on. */
export function totalCells(totals: Omit<SheetTotals, 'type' | 'sheet'>): number[] {
  const { records, accepted, rejected, pending } = totals;
  return [
    records,
    accepted,
    rejected,
    pending,
    records - accepted - rejected - pending,
    rupees(totals.taxable),
    rupees(totals.tax),
  ];
}

export function sumOf(all: readonly SheetTotals[]): Omit<SheetTotals, 'type' | 'sheet'> {
  const sum = { records: 0, accepted: 0, rejected: 0, pending: 0, taxable: 0, tax: 0 };
  for (const totals of all) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += totals[key];
  return sum;
}

/** Facts that the user may type: whose workbook it is. */
const FIELDS = 2;

const settingNotes = {
  filer: 'home-filer',
  filingDate: 'home-filing-date',
  tolerance: 'home-tolerance',
  profile: 'home-profile',
} as const satisfies Record<keyof Settings, string>;

export function planHome(ledger: Ledger, gstin: string, all: readonly SheetTotals[], checked: string): SheetPlan {
  const facts: [string, Cell][] = [
    [homeLabels.gstin, gstin],
    [homeLabels.name, ''],
    [homeLabels.periods, periodNames(ledger.records)],
    [homeLabels.imported, importedText(ledger)],
    [homeLabels.notHandled, notHandledText(ledger)],
    [homeLabels.checked, checked],
  ];
  const settings = Object.entries(settingCells(defaultSettings)) as [keyof Settings, Cell][];
  const above: PlannedCell[][] = [
    ['', { cell: sentence('home-title'), style: 'title' }],
    ['', { cell: sentence('home-subtitle'), style: 'subtitle' }],
    [],
    ['', { cell: sentence('home-facts'), style: 'group' }, ...groupRest()],
    ...facts.map(([label, value], index): PlannedCell[] => [
      '',
      { cell: label, style: 'label' },
      { cell: value, style: index < FIELDS ? 'field' : 'plain' },
    ]),
    [],
    ['', { cell: sentence('home-settings'), style: 'group' }, ...groupRest()],
    ...settings.map(([name, value]): PlannedCell[] => [
      '',
      { cell: homeLabels[name], style: 'label' },
      { cell: value, style: 'field' },
      { cell: sentence(settingNotes[name]), style: 'note' },
    ]),
    [],
    ['', { cell: sentence('home-counts'), style: 'group' }, ...groupRest()],
    [
      '',
      ...homeTable.map((heading, index): PlannedCell => ({
        cell: heading,
        style: index === 0 ? 'heading' : 'heading-number',
      })),
    ],
  ];
  const top: PlannedCell[][] = [
    ...above,
    ...all.map((totals, index) => tableRow(totals, above.length + index)),
    totalRow(all, above.length),
    ['', { cell: sentence('home-silence'), style: 'note' }],
    [],
    ['', { cell: sentence('home-steps'), style: 'group' }, ...groupRest()],
    ...steps().map((step): PlannedCell[] => ['', { cell: step, style: 'step' }]),
  ];
  return {
    name: HOME,
    visibility: 'visible',
    tabColour: '17324D',
    columns: [
      { width: 2, style: 'plain' },
      ...[22, 20, 13, 13, 13, 13, 20, 20].map((width) => ({ width, style: 'plain' as const })),
    ],
    top,
    rows: [],
    rowHeights: new Map([[0, 30]]),
  };
}

function groupRest(): PlannedCell[] {
  return homeTable.slice(1).map((): PlannedCell => ({ cell: '', style: 'group' }));
}

export function importedText(ledger: Ledger): string {
  return sentence('home-imported', { at: ledger.importedAt, files: ledger.files.join(', ') });
}

function notHandledText(ledger: Ledger): string {
  const kept = Object.entries(ledger.kept).map(([section, values]) => `${section}: ${String(values.length)}`);
  return kept.length === 0 ? sentence('none') : kept.join(', ');
}

/** Counts are formulas over the sheet, so that they follow every edit; their values are right from the start. */
function tableRow(totals: SheetTotals, row: number): PlannedCell[] {
  const values = totalCells(totals);
  const range = (name: ColumnName): string => {
    const letters = columnLetters(columnPlace(totals.type, name));
    return `'${totals.sheet}'!$${letters}$${String(FIRST_DATA_ROW + 1)}:$${letters}$1048576`;
  };
  const line = String(row + 1);
  const formulas = [
    `COUNTA(${range('supplierGstin')})`,
    `COUNTIF(${range('status')},"Accepted")`,
    `COUNTIF(${range('status')},"Rejected")`,
    `COUNTIF(${range('status')},"Pending")`,
    `C${line}-D${line}-E${line}-F${line}`,
    `SUM(${range('taxable')})`,
    taxHeads.map((head) => `SUM(${range(head)})`).join('+'),
  ];
  const cells = formulas.map((formula, index): PlannedCell => {
    const cell: Formula = { formula, value: values[index] ?? 0 };
    return { cell, style: index < COUNTS ? 'count' : 'amount' };
  });
  return ['', { cell: totals.sheet, style: 'label' }, ...cells];
}

function totalRow(all: readonly SheetTotals[], tableTop: number): PlannedCell[] {
  const values = totalCells(sumOf(all));
  const last = String(tableTop + all.length);
  // Amounts have no total: credit notes count the other way, and an amendment takes the place of its original.
  const cells = values.slice(0, COUNTS).map((value, index): PlannedCell => {
    const letters = columnLetters(index + 2);
    return {
      cell: { formula: `SUM(${letters}${String(tableTop + 1)}:${letters}${last})`, value },
      style: 'total-count',
    };
  });
  const blank: PlannedCell = { cell: '', style: 'total-label' };
  return ['', { cell: sentence('total'), style: 'total-label' }, ...cells, blank, blank];
}

function steps(): string[] {
  return [
    sentence('step-1', { menu: portalMenu.download }),
    sentence('step-2'),
    sentence('step-3'),
    sentence('step-4'),
    sentence('step-5', { menu: portalMenu.upload }),
    sentence('step-6'),
    sentence('step-7'),
  ];
}
