import { textOf, type Cell } from '../kernel/cell';
import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { RecordType } from '../language/record';
import type { ImsRecord, Ledger } from '../engine/ledger';
import { records as recordTypes } from '../records/index';
import { type ColumnEdit, type SheetEdit } from '../workbook';
import { guardOf } from './column-edit';
import { FIRST_DATA_ROW, matchColumns, sheetColumns, sheetName, type ToolColumn } from './headings';
import type { Merged } from './merge-records';
import type { Book, BookSheet } from './open-book';
import { periodsOf, sheetRow } from './plan-sheet';
import type { PlacedRow } from './refresh-home';
import type { ResolvedRows } from './resolve-rows';

/** Where each record's row is or comes: in place, or below the last row of the last sheet of its type with room. */
export function roomFor(book: Book, rows: ResolvedRows, merged: readonly Merged[], rowLimit: number): Result<true> {
  for (const type of recordTypes) {
    const own = book.sheets.filter((sheet) => sheet.type === type);
    const more = merged.filter(
      ({ record, kind }) => record.type === type && (kind === 'new' || comesBack(kind, rows, record)),
    ).length;
    const last = own.at(-1);
    const free = rowLimit - (last?.cells.length ?? FIRST_DATA_ROW);
    if (more > free) return refuse('sheet-full', '', { sheet: sheetName(type, own.length - 1), more, free });
  }
  return done(true);
}

/** A record whose row was deleted comes back with the next download, so that it cannot be accepted by silence unseen. */
function comesBack(kind: Merged['kind'], rows: ResolvedRows, record: ImsRecord): boolean {
  return (kind === 'unchanged' || kind === 'changed' || kind === 'unusable') && !rows.byId.has(record.id);
}

/** The cells to write, where they differ, and where every record stands afterwards. */
export function rowEdits(
  book: Book,
  rows: ResolvedRows,
  merged: readonly Merged[],
  ledger: Ledger,
  gstin: string,
): { edits: SheetEdit[]; placed: PlacedRow[] } {
  const drafts = new Map<BookSheet, Map<number, Map<number, Cell>>>(book.sheets.map((sheet) => [sheet, new Map()]));
  const nextRow = new Map(book.sheets.map((sheet) => [sheet, lastFilledRow(sheet) + 1]));
  const placed: PlacedRow[] = [];
  const put = (sheet: BookSheet, row: number, column: number, cell: Cell): void => {
    if ((sheet.cells[row]?.[column] ?? '') === cell) return;
    const columns = drafts.get(sheet);
    const values = columns?.get(column);
    if (values === undefined) columns?.set(column, new Map([[row, cell]]));
    else values.set(row, cell);
  };
  for (const entry of merged) {
    const { record } = entry;
    const claimed = rows.byId.get(record.id);
    if (claimed === undefined && (entry.kind === 'withdrawn' || entry.kind === 'uncovered')) continue;
    const sheet = claimed?.sheet ?? lastSheet(book, record.type);
    if (sheet === undefined) continue;
    const row = claimed?.row ?? nextRow.get(sheet) ?? FIRST_DATA_ROW;
    if (claimed === undefined) nextRow.set(sheet, row + 1);
    placed.push({ sheet, row: record.row, status: entry.answers.status });
    writeRow(entry, sheet, row, put);
  }
  for (const sheet of book.sheets) writeSubtitle(sheet, ledger, gstin, put);
  const edits = [...drafts].flatMap(([sheet, drafted]) => {
    const columns = [...drafted].map(([column, values]): ColumnEdit => ({ column, values }));
    return columns.length === 0 ? [] : [{ sheet: sheet.name, columns, ...guardOf(sheet, columns) }];
  });
  return { edits, placed };
}

function lastSheet(book: Book, type: RecordType): BookSheet | undefined {
  return book.sheets.filter((sheet) => sheet.type === type).at(-1);
}

/** Trailing rows that only hold formats or stray blanks are filled before new ones are added below. */
function lastFilledRow(sheet: BookSheet): number {
  for (let row = sheet.cells.length - 1; row > sheet.headingRow; row -= 1) {
    if (sheet.cells[row]?.some((cell) => textOf(cell) !== '') === true) return row;
  }
  return sheet.headingRow;
}

function writeRow(
  { record, answers, keepCells }: Merged,
  sheet: BookSheet,
  row: number,
  put: (sheet: BookSheet, row: number, column: number, cell: Cell) => void,
): void {
  const cells = sheetRow(record, answers);
  for (const [index, entry] of sheetColumns(record.type).entries()) {
    const at = entry.kind === 'tool' ? sheet.tools.get(entry.tool) : sheet.columns.get(entry.name);
    const stays =
      entry.kind === 'tool' ? staysOf(entry.tool, record.change !== '') : keepCells && entry.column.edit === 'user';
    if (at !== undefined && !stays) put(sheet, row, at, cells[index] ?? '');
  }
}

/** What was said of a record as it stood goes where something happened to it; only the portal's errors wait for the next. */
function staysOf(tool: ToolColumn, isChanged: boolean): boolean {
  if (tool === 'portalErrors') return true;
  const spoken: readonly ToolColumn[] = ['sheetErrors', 'marks', ...matchColumns];
  return !isChanged && spoken.includes(tool);
}

/** The line under the title names GSTIN, periods and the last import; it is renewed where it still stands. */
function writeSubtitle(
  sheet: BookSheet,
  ledger: Ledger,
  gstin: string,
  put: (sheet: BookSheet, row: number, column: number, cell: Cell) => void,
): void {
  const row = sheet.cells.findIndex(
    (cells, index) => index < sheet.headingRow && textOf(cells[0] ?? '').startsWith(`${sheet.type.sheet} · `),
  );
  if (row < 0) return;
  const own = ledger.records.filter(({ type }) => type === sheet.type);
  const parts = [gstin === '' ? '' : `GSTIN ${gstin}`, periodsOf(own), sentence('imported', { at: ledger.importedAt })];
  put(sheet, row + 1, 0, parts.filter((part) => part !== '').join(' · '));
}
