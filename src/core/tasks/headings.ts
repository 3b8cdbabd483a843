import { columnNames, type RecordType } from '../language/record';
import type { Column } from '../language/column';
import type { ColumnName } from '../language/row';

/** Headings of ours beside those of the record tables [contract, the workbook]. */
export const toolHeadings = {
  match: 'Match',
  why: 'Why',
  booksDocument: 'Books document',
  difference: 'Difference',
  suggestion: 'Suggested action',
  sheetErrors: 'Sheet validation errors',
  portalErrors: 'GST portal validation errors',
  changes: 'Changes since last import',
  key: 'Record key',
  pendingAllowed: 'Pending allowed',
  itcQuestion: 'ITC question',
  marks: 'Marks',
} as const;

export type ToolColumn = keyof typeof toolHeadings;

/** What the comparison with the books says of a record, beside Status; hidden until there is something to say. */
export const matchColumns = [
  'match',
  'why',
  'booksDocument',
  'difference',
  'suggestion',
] as const satisfies readonly ToolColumn[];
export type MatchColumn = (typeof matchColumns)[number];

export const visibleToolColumns = ['sheetErrors', 'portalErrors', 'changes'] as const satisfies readonly ToolColumn[];
export const helperColumns = ['key', 'pendingAllowed', 'itcQuestion', 'marks'] as const satisfies readonly ToolColumn[];

export interface ShownColumn {
  readonly name: ColumnName;
  readonly column: Column;
}

const shownByType = new WeakMap<RecordType, readonly ShownColumn[]>();

/** The columns of a record type that its sheet shows, in order. */
export function shownColumns(type: RecordType): readonly ShownColumn[] {
  let shown = shownByType.get(type);
  if (shown === undefined) {
    shown = columnNames(type).flatMap((name) => {
      const column = type.columns[name];
      return column?.shown === true ? [{ name, column }] : [];
    });
    shownByType.set(type, shown);
  }
  return shown;
}

/** A column of a record sheet: one of the record type, or one of ours. */
export type SheetColumn =
  ({ readonly kind: 'record' } & ShownColumn) | { readonly kind: 'tool'; readonly tool: ToolColumn };

const sheetColumnsByType = new WeakMap<RecordType, readonly SheetColumn[]>();

/** All columns of a record sheet in the order in which it is made. */
export function sheetColumns(type: RecordType): readonly SheetColumn[] {
  let columns = sheetColumnsByType.get(type);
  if (columns === undefined) {
    columns = [
      ...shownColumns(type).flatMap((shown): SheetColumn[] => [
        { kind: 'record', ...shown },
        ...(shown.name === 'status' ? toolColumns(matchColumns) : []),
      ]),
      ...toolColumns([...visibleToolColumns, ...helperColumns]),
    ];
    sheetColumnsByType.set(type, columns);
  }
  return columns;
}

/** Where a sheet has a column when it is made, counted from 0; -1 where its type has none. */
export function columnPlace(type: RecordType, wanted: ToolColumn | ColumnName): number {
  return sheetColumns(type).findIndex((column) => wanted === (column.kind === 'tool' ? column.tool : column.name));
}

function toolColumns(tools: readonly ToolColumn[]): SheetColumn[] {
  return tools.map((tool) => ({ kind: 'tool', tool }));
}

/** Row numbers from 0: group titles in row 5, headings in row 6, data from row 7 as people count. */
export const GROUP_ROW = 4;
export const FIRST_DATA_ROW = 6;

/** `B2B`, `B2B (2)` …: where one sheet cannot hold all records of a type. */
export function sheetName(type: RecordType, part: number): string {
  return part === 0 ? type.sheet : `${type.sheet} (${String(part + 1)})`;
}

/** Name of the sheet that sums up the comparison with the books. */
export const RECONCILIATION = 'Reconciliation';
