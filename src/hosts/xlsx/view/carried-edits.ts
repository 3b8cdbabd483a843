import type { PatchEdit, EditedCell, EditedCells } from '../patch/edited-cells';
import type { ViewEdits } from './save-view';

/** Edits as they cross from one thread to another: cells that were worked out row by row are there at once. */
export interface CarriedEdits {
  readonly edits: readonly (Omit<PatchEdit, 'cells'> & { readonly cells?: CarriedCells })[];
  readonly active: number | undefined;
}

type CarriedCells = Omit<EditedCells, 'inRow'> & { readonly byRow: ReadonlyMap<number, readonly EditedCell[]> };

/** More rows take more room as cells than it takes to work them out again where they are. */
const MOST_ROWS = 5_000;

/** The edits as they can cross; undefined where there are too many. */
export function carryEdits({ edits, active }: ViewEdits): CarriedEdits | undefined {
  const rows = edits.reduce((sum, { cells, block }) => sum + (cells?.rows.length ?? 0) + (block?.rows.length ?? 0), 0);
  if (rows > MOST_ROWS) return undefined;
  return {
    active,
    edits: edits.map(({ cells, ...edit }) => (cells === undefined ? edit : { ...edit, cells: carryCells(cells) })),
  };
}

export function landEdits({ edits, active }: CarriedEdits): ViewEdits {
  return {
    active,
    edits: edits.map(({ cells, ...edit }) => {
      if (cells === undefined) return edit;
      const { byRow, ...rest } = cells;
      return { ...edit, cells: { ...rest, inRow: (row) => byRow.get(row) ?? [] } };
    }),
  };
}

function carryCells(cells: EditedCells): CarriedCells {
  const { rows, columns, filled } = cells;
  return {
    rows: Array.from(rows),
    columns,
    filled,
    byRow: new Map(Array.from(rows, (row) => [row, cells.inRow(row)])),
  };
}
