import { columnNames, type RecordType } from '../language/record';
import type { Column } from '../language/column';
import type { ColumnName } from '../language/row';

/** Headings of ours beside those of the record tables [contract, the workbook]. */
export const toolHeadings = {
  sheetErrors: 'Sheet validation errors',
  portalErrors: 'GST portal validation errors',
  changes: 'Changes since last import',
  key: 'Record key',
  pendingAllowed: 'Pending allowed',
  itcQuestion: 'ITC question',
  marks: 'Marks',
} as const;

export type ToolColumn = keyof typeof toolHeadings;

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

/** Row numbers from 0: group titles in row 5, headings in row 6, data from row 7 as people count. */
export const GROUP_ROW = 4;
export const FIRST_DATA_ROW = 6;

/** `B2B`, `B2B (2)` …: where one sheet cannot hold all records of a type. */
export function sheetName(type: RecordType, part: number): string {
  return part === 0 ? type.sheet : `${type.sheet} (${String(part + 1)})`;
}
