import type { Column } from './column';
import type { ColumnName, ItcQuestion } from './row';
import type { RowRule } from './rule';

export type Columns = Partial<Record<ColumnName, Column>>;

export interface RecordType {
  /** name of its worksheet and of the type */
  readonly sheet: string;
  /** the portal's canonical section key */
  readonly section: string;
  /** other section keys seen, in lower case without `-` and `_` */
  readonly sectionAliases: readonly string[];
  readonly title: string;
  readonly kind: 'invoice' | 'debit note' | 'credit note' | 'e-commerce document';
  /** sheet of the records that these amend */
  readonly amends?: string;
  readonly itcQuestion: ItcQuestion;
  /** shown columns in the order of the sheet, then the flags */
  readonly columns: Columns;
  /** portal keys before `action`, in the order of the upload [rule book 1.3] */
  readonly identity: readonly ColumnName[];
  readonly specimen: Readonly<Partial<Record<ColumnName, string | number>>>;
  readonly rules: readonly RowRule[];
}

export function defineRecord(record: RecordType): RecordType {
  return record;
}

export function columnNames(record: RecordType): readonly ColumnName[] {
  return Object.keys(record.columns) as ColumnName[];
}

/** The column of that name; asking for one that the type does not have is a bug. */
export function columnOf(record: RecordType, name: ColumnName): Column {
  const column = record.columns[name];
  if (column === undefined) throw new Error(`${record.sheet} has no column ${name}`);
  return column;
}
