import type { SheetView } from '../../../core/book-view';
import { BLANK, NO_RESULT, type Cell } from '../../../core/kernel/cell';
import { spanning, type Range } from '../patch/address';
import { checkStorable, type EditedCell, type EditedCells } from '../patch/edited-cells';
import { isWritten } from '../patch/patch-row';
import type { StylesOfRow } from './changed-styles';
import type { ShownSheet } from './shown-book';

/**
 * The cells of a sheet that are no longer as they were, worked out row by row when they are written. A formula that still
 * stands where it stood is kept as it is, with the value that it has now; one without a value stays so for Excel. Rows that
 * are missing in both have the values that they had, which `alike` holds for those of `rowsOfOtherLook`.
 */
export function changedCells(
  before: SheetView,
  now: ShownSheet,
  stylesOf: StylesOfRow,
  alike: ReadonlyMap<number, readonly Cell[]>,
): EditedCells {
  const formulas = now.formulas ?? before.formulas;
  const lastFormula = lastFormulas(before.formulas, formulas);
  const inRow = (row: number): EditedCell[] => {
    const same = alike.get(row) ?? [];
    const [old, cells, styles] = [before.cells[row] ?? same, now.cells[row] ?? same, stylesOf(row)];
    const last = lastFormula.get(row) ?? -1;
    const width = Math.max(old.length, cells.length, last + 1, ...[...styles.keys()].map((column) => column + 1));
    const changed: EditedCell[] = [];
    for (let column = 0; column < width; column += 1) {
      const place = column <= last ? `${row},${column}` : '';
      const [formulaWas, formula] = [before.formulas.get(place), formulas.get(place)];
      const style = styles.get(column);
      const valueWas = old[column] ?? BLANK;
      // What the window calculates for its eyes alone is not of the file.
      const isWaiting = valueWas === NO_RESULT && formula !== undefined && formula === formulaWas;
      const value = isWaiting ? NO_RESULT : (cells[column] ?? BLANK);
      if (value === valueWas && formula === formulaWas && style === undefined) continue;
      checkStorable(now.name, value, column, row);
      changed.push({
        column,
        value,
        ...(formula === undefined ? {} : { formula: formula === formulaWas ? true : formula }),
        ...(style === undefined ? {} : { style }),
      });
    }
    return changed;
  };
  let height = Math.max(before.cells.length, now.cells.length);
  for (const row of lastFormula.keys()) height = Math.max(height, row + 1);
  return { ...around(inRow, height), inRow };
}

/** Rows with the same values as before in which looks or formulas are others. */
export function rowsOfOtherLook(before: SheetView, now: ShownSheet, stylesOf: StylesOfRow): Set<number> {
  const formulas = now.formulas ?? before.formulas;
  const rows = new Set<number>();
  for (const row of [...before.cellLooks.keys(), ...(now.cellLooks?.keys() ?? [])])
    if (stylesOf(row).size > 0) rows.add(row);
  for (const place of [...before.formulas.keys(), ...formulas.keys()])
    if (before.formulas.get(place) !== formulas.get(place)) rows.add(Number.parseInt(place, 10));
  for (const row of rows) if (before.cells[row] !== undefined || now.cells[row] !== undefined) rows.delete(row);
  return rows;
}

/** By row the last column that has a formula or had one. */
function lastFormulas(...all: SheetView['formulas'][]): Map<number, number> {
  const last = new Map<number, number>();
  for (const formulas of all)
    for (const place of formulas.keys()) {
      const [row = 0, column = 0] = place.split(',').map(Number);
      last.set(row, Math.max(last.get(row) ?? -1, column));
    }
  return last;
}

/** The rows below `height` that change, their columns, and the range around what is put into them. */
function around(
  inRow: (row: number) => EditedCell[],
  height: number,
): Pick<EditedCells, 'rows' | 'columns' | 'filled'> {
  const rows: number[] = [];
  const columns = new Set<number>();
  let filled: Range | undefined;
  for (let row = 0; row < height; row += 1) {
    const cells = inRow(row);
    if (cells.length > 0) rows.push(row);
    for (const { column } of cells) columns.add(column);
    const written = cells.filter(isWritten);
    const [first, last] = [written[0]?.column, written.at(-1)?.column];
    if (first === undefined || last === undefined) continue;
    const range = { top: row, bottom: row, left: first, right: last };
    filled = filled === undefined ? range : spanning(filled, range);
  }
  return { rows, columns, filled };
}
