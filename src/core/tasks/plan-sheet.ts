import type { Cell } from '../kernel/cell';
import { note as sentence } from '../kernel/sentences';
import { monthName, monthOf, type Month } from '../kernel/period';
import { cellOf, type Column } from '../language/column';
import type { RecordType } from '../language/record';
import { statuses, type Answers } from '../language/row';
import type { ImsRecord, Ledger } from '../engine/ledger';
import { itcMayBeAnswered } from '../language/answer';
import type { ColumnPlan, HighlightPlan, ListPlan, Merge, PlannedCell, SheetPlan, StyleName } from '../workbook';
import {
  FIRST_DATA_ROW,
  GROUP_ROW,
  helperColumns,
  shownColumns,
  toolHeadings,
  visibleToolColumns,
  type ShownColumn,
  type ToolColumn,
} from './headings';

const toolWidths: Record<ToolColumn, number> = {
  sheetErrors: 48,
  portalErrors: 42,
  changes: 34,
  key: 12,
  pendingAllowed: 12,
  itcQuestion: 12,
  marks: 20,
};

const LEGEND_ROW = 2;

/** Documents, their amendments, notes, e-commerce: tabs of one family share a hue. */
const tabColours: Record<RecordType['kind'], string> = {
  invoice: '1F6FB2',
  'debit note': '6B5FA8',
  'credit note': '2E7D5B',
  'e-commerce document': 'B26A1F',
};

/** One worksheet of a record type with these records, as it is made at the first import. */
export function planSheet(
  type: RecordType,
  name: string,
  records: readonly ImsRecord[],
  ledger: Ledger,
  gstin: string,
): SheetPlan {
  const shown = shownColumns(type);
  const tools: readonly ToolColumn[] = [...visibleToolColumns, ...helperColumns];
  const toolAt = (tool: ToolColumn): number => shown.length + tools.indexOf(tool);
  return {
    name,
    visibility: 'visible',
    tabColour: tabColours[type.kind],
    columns: columnPlans(shown),
    top: topRows(type, shown, records, ledger, gstin),
    rows: records.map((record) => sheetRow(record, record.row)),
    merges: merged(shown),
    rowHeights: new Map([
      [0, 24],
      [LEGEND_ROW, 24],
      [FIRST_DATA_ROW - 1, 38],
    ]),
    freeze: { rows: FIRST_DATA_ROW, columns: 3 },
    headings: true,
    lists: listPlans(shown, toolAt),
    highlights: highlightPlans(shown, toolAt),
  };
}

function columnPlans(shown: readonly ShownColumn[]): ColumnPlan[] {
  return [
    ...shown.map(({ column }) => ({ width: column.width, style: styleOf(column) })),
    ...visibleToolColumns.map((tool) => ({ width: toolWidths[tool], style: 'tool-text' as const })),
    ...helperColumns.map((tool) => ({ width: toolWidths[tool], style: 'helper' as const, hidden: true })),
  ];
}

function styleOf(column: Column): StyleName {
  if (column.edit === 'user') return column.kind === 'money' ? 'user-amount' : 'user-text';
  return column.kind === 'money' ? 'portal-amount' : 'portal-text';
}

function headingStyle(column: Column): StyleName {
  if (column.edit === 'user') return 'heading-user';
  return column.kind === 'money' ? 'heading-number' : 'heading';
}

function topRows(
  type: RecordType,
  shown: readonly ShownColumn[],
  records: readonly ImsRecord[],
  ledger: Ledger,
  gstin: string,
): PlannedCell[][] {
  const width = shown.length + visibleToolColumns.length + helperColumns.length;
  const about = [
    gstin === '' ? '' : `GSTIN ${gstin}`,
    periodsOf(records),
    sentence('imported', { at: ledger.importedAt }),
  ].filter((part) => part !== '');
  const groups: PlannedCell[] = [];
  for (const [index, { column }] of shown.entries()) {
    groups.push({
      cell: index > 0 && shown[index - 1]?.column.group === column.group ? '' : column.group,
      style: 'group',
    });
  }
  for (let index = groups.length; index < width; index += 1) {
    groups.push({ cell: index === shown.length ? sentence('group-results') : '', style: 'group' });
  }
  return [
    [{ cell: `${type.sheet} · ${type.title}`, style: 'title' }],
    [{ cell: about.join(' · '), style: 'subtitle' }],
    [
      { cell: sentence('legend-user'), style: 'legend-user' },
      { cell: sentence('legend-portal'), style: 'legend-portal' },
      { cell: sentence('legend-error'), style: 'legend-error' },
      { cell: sentence('legend-warning'), style: 'legend-warning' },
      { cell: sentence('legend-changed'), style: 'legend-changed' },
    ],
    [{ cell: sentence('sheet-hint'), style: 'note' }],
    groups,
    [
      ...shown.map(({ column }): PlannedCell => ({ cell: column.label, style: headingStyle(column) })),
      ...[...visibleToolColumns, ...helperColumns].map((tool): PlannedCell => ({
        cell: toolHeadings[tool],
        style: 'heading-tool',
      })),
    ],
  ];
}

/** `Return period Apr 2026, May 2026`. */
export function periodsOf(records: readonly ImsRecord[]): string {
  const periods = periodNames(records);
  return periods === '' ? '' : sentence('return-period', { periods });
}

/** `Apr 2026, May 2026`, in the order of time. */
export function periodNames(records: readonly ImsRecord[]): string {
  return monthsOf(records).map(monthName).join(', ');
}

/** The months of the records' return periods, each once, in the order of time. */
export function monthsOf(records: readonly ImsRecord[]): Month[] {
  const months = new Map<number, Month>();
  for (const { row } of records) {
    const month = monthOf(row.period, row.date);
    if (month !== undefined) months.set(month.year * 12 + month.month, month);
  }
  return [...months].sort(([a], [b]) => a - b).map(([, month]) => month);
}

/** The cells of one record: the portal's columns, these answers, and our helpers. */
export function sheetRow(
  record: ImsRecord,
  answers: Answers,
  tools: { sheetErrors?: string; portalErrors?: string } = {},
): Cell[] {
  const { type, row } = record;
  const cells: Cell[] = [];
  for (const { name, column } of shownColumns(type)) {
    cells.push(cellOf(column, name in answers ? answers[name as keyof Answers] : row[name]));
  }
  cells.push(tools.sheetErrors ?? '', tools.portalErrors ?? '', record.change, ...helperCells(record), '');
  return cells;
}

function helperCells(record: ImsRecord): Cell[] {
  const { type, row } = record;
  const open = itcMayBeAnswered(type.itcQuestion, row.itcBlocked);
  return [record.id, row.pendingBlocked === 'Y' ? 'N' : 'Y', open ? 'Y' : 'N'];
}

function merged(shown: readonly ShownColumn[]): Merge[] {
  const merges: Merge[] = [{ row: LEGEND_ROW, column: 4, columns: 2 }];
  let start = 0;
  for (let index = 1; index <= shown.length; index += 1) {
    if (index < shown.length && shown[index]?.column.group === shown[start]?.column.group) continue;
    if (index - start > 1) merges.push({ row: GROUP_ROW, column: start, columns: index - start });
    start = index;
  }
  merges.push({ row: GROUP_ROW, column: shown.length, columns: visibleToolColumns.length });
  return merges;
}

function listPlans(shown: readonly ShownColumn[], toolAt: (tool: ToolColumn) => number): ListPlan[] {
  const lists: ListPlan[] = [
    {
      column: shown.findIndex(({ name }) => name === 'status'),
      flagColumn: toolAt('pendingAllowed'),
      flag: 'N',
      whenFlagged: statuses.filter((status) => status !== 'Pending'),
      otherwise: statuses,
      promptTitle: 'Status',
      prompt: shown.find(({ name }) => name === 'status')?.column.note ?? '',
      errorTitle: sentence('list-error-title'),
      error: sentence('list-error-status'),
    },
  ];
  const itc = shown.findIndex(({ name }) => name === 'itcAnswer');
  if (itc >= 0) {
    lists.push({
      column: itc,
      flagColumn: toolAt('itcQuestion'),
      flag: 'Y',
      whenFlagged: ['Yes', 'No'],
      otherwise: [],
      promptTitle: 'ITC reduction',
      prompt: shown[itc]?.column.note ?? '',
      errorTitle: sentence('list-error-title'),
      error: sentence('list-error-itc'),
    });
  }
  return lists;
}

export const changeWords = { new: 'New', changed: 'Changed', withdrawn: 'Withdrawn' } as const;

function highlightPlans(shown: readonly ShownColumn[], toolAt: (tool: ToolColumn) => number): HighlightPlan[] {
  const [marksColumn, column] = [toolAt('marks'), toolAt('changes')];
  const status = shown.findIndex(({ name }) => name === 'status');
  return [
    { kind: 'marked', prefix: 'E:', marksColumn, look: 'error' },
    { kind: 'marked', prefix: 'W:', marksColumn, look: 'warning' },
    { kind: 'row-begins', column, text: changeWords.withdrawn, look: 'withdrawn' },
    { kind: 'row-begins', column, text: changeWords.changed, look: 'changed' },
    { kind: 'below', limit: -10_000_000, equalToo: true, look: 'negative-crore' },
    { kind: 'below', limit: -100_000, equalToo: true, look: 'negative-lakh' },
    { kind: 'below', limit: 0, equalToo: false, look: 'negative' },
    { kind: 'equals', column: status, text: 'Accepted', look: 'accepted' },
    { kind: 'equals', column: status, text: 'Rejected', look: 'rejected' },
    { kind: 'equals', column: status, text: 'Pending', look: 'pending' },
  ];
}
