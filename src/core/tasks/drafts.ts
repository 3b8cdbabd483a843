import type { Cell } from '../kernel/cell';
import { cellOf, cellShows } from '../language/column';
import type { Answers, UserColumn } from '../language/row';
import type { ColumnEdit, SheetEdit } from '../workbook';
import { guardOf } from './column-edit';
import type { BookSheet } from './open-book';
import type { ClaimedRow } from './resolve-rows';

/** A cell of the user that is to change. */
export interface DraftedCell {
  readonly record: ClaimedRow['record'];
  readonly name: UserColumn;
  readonly before: Cell;
  readonly after: Cell;
}

/** Answers on their way into the cells of the user. */
export interface Drafts {
  /** Writes answers of a row; true where a cell has to change. Cells that show the answer already stay as they are. */
  set(row: ClaimedRow, answers: Partial<Answers>): boolean;
  /** Writes a cell as it is; false where the sheet has no such column. */
  put(row: Pick<ClaimedRow, 'record' | 'sheet' | 'row'>, name: UserColumn, cell: Cell): boolean;
  edits(): SheetEdit[];
  cells(): readonly DraftedCell[];
}

export function createDrafts(): Drafts {
  const sheets = new Map<BookSheet, Map<number, Map<number, Cell>>>();
  const cells: DraftedCell[] = [];
  const put: Drafts['put'] = ({ record, sheet, row }, name, cell) => {
    const at = sheet.columns.get(name);
    if (at === undefined) return false;
    let columns = sheets.get(sheet);
    if (columns === undefined) sheets.set(sheet, (columns = new Map<number, Map<number, Cell>>()));
    const values = columns.get(at);
    if (values === undefined) columns.set(at, new Map([[row, cell]]));
    else values.set(row, cell);
    cells.push({ record, name, before: sheet.cells[row]?.[at] ?? '', after: cell });
    return true;
  };
  return {
    put,
    set: (claimed, answers) => {
      const { record, sheet, row } = claimed;
      let any = false;
      for (const [name, value] of Object.entries(answers) as [UserColumn, string | number][]) {
        const column = record.type.columns[name];
        const at = sheet.columns.get(name);
        if (column === undefined || at === undefined) continue;
        const pending = sheets.get(sheet)?.get(at)?.get(row);
        const cell = cellOf(column, value);
        if (pending === undefined ? cellShows(column, sheet.cells[row]?.[at] ?? '', value) : pending === cell) continue;
        any = put(claimed, name, cell) || any;
      }
      return any;
    },
    edits: () =>
      [...sheets].map(([sheet, drafted]) => {
        const columns = [...drafted].map(([column, values]): ColumnEdit => ({ column, values }));
        return { sheet: sheet.name, columns, ...guardOf(sheet, columns) };
      }),
    cells: () => cells,
  };
}
