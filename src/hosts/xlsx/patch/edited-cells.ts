import { columnLetters } from '../../../core/language/address';
import { BLANK, type Cell } from '../../../core/kernel/cell';
import { type SheetEdit } from '../../../core/workbook';
import type { SheetEnds } from './sheet-outline';
import { COLUMNS, type Range, ROWS } from './address';

/** Excel's limit; a longer text makes it call the whole file damaged. */
const LONGEST_TEXT = 32_767;

export interface EditedCell {
  readonly column: number;
  readonly value: Cell;
  /** the formula that stands in the cell from now on; true keeps the one that is there */
  readonly formula?: string | true;
  /** number of another style */
  readonly style?: string;
}

/** The edit of a sheet in the order in which a sheet is written: by rows, and by columns within a row. */
export interface EditedCells {
  /** counted from 0, ascending */
  readonly rows: ArrayLike<number>;
  inRow(row: number): readonly EditedCell[];
  /** in which anything is written */
  readonly columns: ReadonlySet<number>;
  /** around all values that are not blank */
  readonly filled: Range | undefined;
}

/** An edit of cells, a block of whole rows at once, or cells row by row: the same for millions of cells without a map of them. */
export interface PatchEdit extends SheetEdit {
  readonly block?: { readonly top: number; readonly rows: readonly (readonly Cell[])[] };
  readonly cells?: EditedCells;
  readonly layout?: LayoutEdit;
  /** what stands around the rows of the part, where it was just read */
  readonly ends?: SheetEnds | undefined;
}

/** What changes of how a sheet is shown. */
export interface LayoutEdit {
  /** rows that come out of hiding (false) or go there */
  readonly hidden: ReadonlyMap<number, boolean>;
  /** a column without a width keeps the one it has */
  readonly columns: ReadonlyMap<number, { readonly width?: number; readonly hidden: boolean }>;
  /** all that the autofilter leaves, by column of the sheet; undefined leaves its criteria as they are */
  readonly criteria?: Criteria;
  /** the tab is no longer among those that are selected together */
  readonly unselected: boolean;
}

/** Texts that a filter leaves; `other` stands for a criterion that stays as it is written. */
export type Criteria = ReadonlyMap<number, readonly string[] | 'other'>;

export function editedCells(edit: PatchEdit): EditedCells {
  if (edit.cells !== undefined) return edit.cells;
  return edit.block === undefined ? cellsOfColumns(edit) : cellsOfBlock(edit.sheet, edit.block);
}

function cellsOfBlock(sheet: string, { top, rows }: NonNullable<PatchEdit['block']>): EditedCells {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    rows: Uint32Array.from(rows, (_, index) => top + index),
    inRow: (row) => {
      const cells: EditedCell[] = [];
      for (const [column, value] of (rows[row - top] ?? []).entries()) {
        if (value === BLANK) continue;
        checkStorable(sheet, value, column, row);
        cells.push({ column, value });
      }
      return cells;
    },
    columns: new Set(Array.from({ length: width }, (_, column) => column)),
    filled: rows.length === 0 ? undefined : { top, bottom: top + rows.length - 1, left: 0, right: width - 1 },
  };
}

export function checkStorable(sheet: string, value: Cell, column: number, row: number): void {
  if (!isStorable(value))
    throw new Error(`Excel cannot hold the value for ${sheet}!${columnLetters(column)}${row + 1}.`);
}

function cellsOfColumns({ sheet, columns }: SheetEdit): EditedCells {
  const rows = new Set<number>();
  let filled: Range | undefined;
  const sorted = [...columns].sort((a, b) => a.column - b.column);
  for (const { column, values } of sorted) {
    if (!Number.isInteger(column) || column < 0 || column >= COLUMNS) throw new Error(`There is no column ${column}.`);
    let [top, bottom] = [ROWS, -1];
    for (const [row, value] of values) {
      if (!Number.isInteger(row) || row < 0 || row >= ROWS) throw new Error(`There is no row ${row}.`);
      checkStorable(sheet, value, column, row);
      rows.add(row);
      if (value === BLANK) continue;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
    }
    if (bottom < 0) continue;
    filled = {
      top: Math.min(top, filled?.top ?? top),
      bottom: Math.max(bottom, filled?.bottom ?? bottom),
      left: filled?.left ?? column,
      right: column,
    };
  }
  const inRow = (row: number): EditedCell[] => {
    const cells: EditedCell[] = [];
    for (const { column, values } of sorted) {
      const value = values.get(row);
      if (value === undefined) continue;
      if (cells.at(-1)?.column === column) cells.pop();
      cells.push({ column, value });
    }
    return cells;
  };
  return { rows: Uint32Array.from(rows).sort(), inRow, columns: new Set(sorted.map(({ column }) => column)), filled };
}

function isStorable(value: Cell): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'boolean' || value.length <= LONGEST_TEXT;
}
