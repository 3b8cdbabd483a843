import type { Cell } from '../kernel/cell';
import { note as sentence } from '../kernel/sentences';
import { monthName, monthOf, type Month } from '../kernel/period';
import { cellOf, type Column } from '../language/column';
import type { RecordType } from '../language/record';
import { statuses, type Answers, type ColumnName } from '../language/row';
import type { ImsRecord, Ledger } from '../engine/ledger';
import { itcMayBeAnswered } from '../language/answer';
import type { ColumnPlan, HighlightPlan, ListPlan, Merge, PlannedCell, SheetPlan, StyleName } from '../workbook';
import {
  columnPlace,
  FIRST_DATA_ROW,
  GROUP_ROW,
  helperColumns,
  matchColumns,
  sheetColumns,
  toolHeadings,
  type SheetColumn,
  type ToolColumn,
} from './headings';

const toolWidths: Record<ToolColumn, number> = {
  match: 24,
  // One line each: what most reasons need, and two documents of a split invoice do not.
  why: 96,
  booksDocument: 40,
  difference: 16,
  suggestion: 18,
  sheetErrors: 48,
  portalErrors: 42,
  changes: 34,
  key: 12,
  pendingAllowed: 12,
  itcQuestion: 12,
  marks: 20,
};

/** Sheets of amendments have two columns more that stay: all of them together must leave room beside them. */
const amendedWidths: Partial<Record<ColumnName, number>> = {
  originalNumber: 17,
  originalDate: 14,
  supplierGstin: 19,
  supplierName: 22,
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
  const columns = sheetColumns(type);
  const at: Places = (wanted) => columnPlace(type, wanted);
  return {
    name,
    visibility: 'visible',
    tabColour: tabColours[type.kind],
    columns: columns.map((column) => planColumn(type, column)),
    top: topRows(type, columns, records, ledger, gstin),
    rows: records.map((record) => sheetRow(record, record.row)),
    merges: merged(type, columns),
    rowHeights: new Map([
      [0, 24],
      [LEGEND_ROW, 24],
      [FIRST_DATA_ROW - 1, 38],
    ]),
    // Whose document a row is, and its number, stay beside what is read further right.
    freeze: { rows: FIRST_DATA_ROW, columns: at('number') + 1 },
    headings: true,
    lists: listPlans(type, at),
    highlights: highlightPlans(at),
  };
}

const hiddenTools: readonly ToolColumn[] = [...matchColumns, ...helperColumns];

function planColumn({ amends }: RecordType, column: SheetColumn): ColumnPlan {
  if (column.kind === 'record') {
    const narrow = amends === undefined ? undefined : amendedWidths[column.name];
    return { width: narrow ?? column.column.width, style: styleOf(column.column) };
  }
  const { tool } = column;
  return { width: toolWidths[tool], style: toolStyle(tool), ...(hiddenTools.includes(tool) ? { hidden: true } : {}) };
}

function styleOf(column: Column): StyleName {
  if (column.edit === 'user') return column.kind === 'money' ? 'user-amount' : 'user-text';
  return column.kind === 'money' ? 'portal-amount' : 'portal-text';
}

function toolStyle(tool: ToolColumn): StyleName {
  if (tool === 'difference') return 'tool-amount';
  return isHelper(tool) ? 'helper' : 'tool-text';
}

function isHelper(tool: ToolColumn): boolean {
  return (helperColumns as readonly ToolColumn[]).includes(tool);
}

function headingOf(column: SheetColumn): PlannedCell {
  if (column.kind === 'tool') return { cell: toolHeadings[column.tool], style: 'heading-tool' };
  const { label, edit, kind } = column.column;
  return { cell: label, style: edit === 'user' ? 'heading-user' : kind === 'money' ? 'heading-number' : 'heading' };
}

/** The title over a column in the row of the groups; helpers have none. */
function groupOf(column: SheetColumn): string {
  if (column.kind === 'record') return column.column.group;
  if (isHelper(column.tool)) return '';
  return sentence((matchColumns as readonly ToolColumn[]).includes(column.tool) ? 'group-match' : 'group-results');
}

function topRows(
  type: RecordType,
  columns: readonly SheetColumn[],
  records: readonly ImsRecord[],
  ledger: Ledger,
  gstin: string,
): PlannedCell[][] {
  const about = [
    gstin === '' ? '' : `GSTIN ${gstin}`,
    periodsOf(records),
    sentence('imported', { at: ledger.importedAt }),
  ].filter((part) => part !== '');
  const titles = columns.map(groupOf);
  return [
    [{ cell: `${type.sheet} · ${type.title}`, style: 'title' }],
    [{ cell: about.join(' · '), style: 'subtitle' }],
    legendOf(type),
    [{ cell: sentence('sheet-hint'), style: 'note' }],
    titles.map((title, index) => ({ cell: title === titles[index - 1] ? '' : title, style: 'group' })),
    columns.map(headingOf),
  ];
}

/** The longest of them goes over two columns of an amendment, which are narrow. */
function legendOf({ amends }: RecordType): PlannedCell[] {
  return [
    { cell: sentence('legend-user'), style: 'legend-user' },
    { cell: sentence('legend-portal'), style: 'legend-portal' },
    ...(amends === undefined ? [] : [{ cell: '', style: 'legend-portal' } as const]),
    { cell: sentence('legend-error'), style: 'legend-error' },
    { cell: sentence('legend-warning'), style: 'legend-warning' },
    { cell: sentence('legend-changed'), style: 'legend-changed' },
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

/** The cells of one record: the portal's columns, these answers, and ours. */
export function sheetRow(record: ImsRecord, answers: Answers): Cell[] {
  const { type, row } = record;
  return sheetColumns(type).map((entry) => {
    if (entry.kind === 'tool') return toolCell(record, entry.tool);
    const { name, column } = entry;
    return cellOf(column, name in answers ? answers[name as keyof Answers] : row[name]);
  });
}

/** What a column of ours says of a record when its row is made; what checks and comparisons say comes later. */
function toolCell({ type, row, id, change }: ImsRecord, tool: ToolColumn): Cell {
  switch (tool) {
    case 'changes':
      return change;
    case 'key':
      return id;
    case 'pendingAllowed':
      return row.pendingBlocked === 'Y' ? 'N' : 'Y';
    case 'itcQuestion':
      return itcMayBeAnswered(type.itcQuestion, row.itcBlocked) ? 'Y' : 'N';
    default:
      return '';
  }
}

function merged({ amends }: RecordType, columns: readonly SheetColumn[]): Merge[] {
  const merges: Merge[] = [{ row: LEGEND_ROW, column: amends === undefined ? 4 : 1, columns: 2 }];
  const titles = columns.map(groupOf);
  let start = 0;
  for (let index = 1; index <= titles.length; index += 1) {
    if (titles[index] === titles[start]) continue;
    if (index - start > 1 && titles[start] !== '')
      merges.push({ row: GROUP_ROW, column: start, columns: index - start });
    start = index;
  }
  return merges;
}

/** Place of a column, -1 where the sheet has none. */
type Places = (wanted: ToolColumn | ColumnName) => number;

function listPlans({ columns }: RecordType, at: Places): ListPlan[] {
  const lists: ListPlan[] = [
    {
      column: at('status'),
      flagColumn: at('pendingAllowed'),
      flag: 'N',
      whenFlagged: statuses.filter((status) => status !== 'Pending'),
      otherwise: statuses,
      promptTitle: 'Status',
      prompt: columns.status?.note ?? '',
      errorTitle: sentence('list-error-title'),
      error: sentence('list-error-status'),
    },
  ];
  const itc = at('itcAnswer');
  if (itc >= 0) {
    lists.push({
      column: itc,
      flagColumn: at('itcQuestion'),
      flag: 'Y',
      whenFlagged: ['Yes', 'No'],
      otherwise: [],
      promptTitle: 'ITC reduction',
      prompt: columns.itcAnswer?.note ?? '',
      errorTitle: sentence('list-error-title'),
      error: sentence('list-error-itc'),
    });
  }
  return lists;
}

export const changeWords = { new: 'New', changed: 'Changed', withdrawn: 'Withdrawn' } as const;

function highlightPlans(at: Places): HighlightPlan[] {
  const [marksColumn, column] = [at('marks'), at('changes')];
  const status = at('status');
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
