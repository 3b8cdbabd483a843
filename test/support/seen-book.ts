import type { BookView, SheetView } from '../../src/core/book-view';
import { looks, type Look } from '../../src/core/look';
import type { Cell } from '../../src/core/kernel/cell';
import type { PlannedCell, SheetPlan } from '../../src/core/workbook';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';

/** A look without what it says by not saying it. */
const plain = (look: Look): Look =>
  Object.fromEntries(Object.entries(look).filter(([, value]) => value !== false && value !== undefined));

/** What the eye finds in a cell: its own look or that of its column. */
export function seenLook(view: BookView, sheet: SheetView, row: number, column: number): Look | undefined {
  const number = sheet.cellLooks.get(row)?.get(column) ?? sheet.columns[column]?.look;
  return number === undefined ? undefined : view.looks[number] && plain(view.looks[number]);
}

export function sheetOf(view: BookView, name: string): SheetView {
  const sheet = view.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`The view has no sheet ${name}.`);
  return sheet;
}

/** All that is to be seen of a sheet but its cells, in words that can be compared. */
export function seenSheet(view: BookView, name: string): Record<string, unknown> {
  const sheet = sheetOf(view, name);
  return {
    ...sheet,
    cells: undefined,
    columns: sheet.columns.map(({ width, hidden, look }) => ({
      width,
      hidden,
      look: plain(view.looks[look ?? 0] ?? {}),
    })),
    cellLooks: [...sheet.cellLooks]
      .sort(([a], [b]) => a - b)
      .flatMap(([row, cells]) => [...cells].map(([column, look]) => [row, column, plain(view.looks[look] ?? {})])),
  };
}

/** Cells up to the last that is filled. */
export function filledCells(cells: readonly (readonly Cell[])[]): Cell[][] {
  const upTo = <T>(list: readonly T[], isBlank: (each: T | undefined) => boolean): T[] => {
    let end = list.length;
    while (end > 0 && isBlank(list[end - 1])) end -= 1;
    return list.slice(0, end);
  };
  return upTo(
    cells.map((row) => upTo(row, (cell) => cell === '')),
    (row) => row?.length === 0,
  );
}

/** The same of a plan: what is to be seen before there is a file. */
export function plannedCells(plan: SheetPlan): Cell[][] {
  return filledCells([...plan.top.map((row) => row.map((cell) => valueOf(cell))), ...plan.rows]);
}

function valueOf(planned: PlannedCell): Cell {
  const cell = typeof planned === 'object' && 'cell' in planned ? planned.cell : planned;
  return typeof cell === 'object' ? cell.value : cell;
}

/** The formulas of a plan by `row,column`. */
export function plannedFormulas(plan: SheetPlan): Map<string, string> {
  const formulas = plan.top.flatMap((row, index) =>
    row.flatMap((planned, column) => {
      const cell = typeof planned === 'object' && 'cell' in planned ? planned.cell : planned;
      return typeof cell === 'object' ? [[`${String(index)},${String(column)}`, cell.formula] as const] : [];
    }),
  );
  return new Map(formulas);
}

/** The look that a plan gives a cell above its data; undefined where it gives none. */
export function plannedLook(plan: SheetPlan, row: number, column: number): Look | undefined {
  const planned = plan.top[row]?.[column];
  if (planned === undefined) return undefined;
  return plain(looks[typeof planned === 'object' && 'style' in planned ? planned.style : 'plain']);
}

export function columnLook(plan: SheetPlan, column: number): Look {
  return plain(looks[plan.columns[column]?.style ?? 'plain']);
}

/** All of the sheets of a file that must not get lost on its way, by sheet. */
export async function contentOf(file: Uint8Array): Promise<Record<string, Record<string, unknown>>> {
  const { sheets } = await readBookView(file);
  return Object.fromEntries(
    sheets.map((sheet) => [
      sheet.name,
      {
        visibility: sheet.visibility,
        cells: filledCells(sheet.cells),
        formulas: [...sheet.formulas],
        hiddenColumns: sheet.columns.flatMap(({ hidden }, column) => (hidden ? [column] : [])),
        hiddenRows: [...sheet.hiddenRows],
        filter: sheet.filter,
        filterColumns: [...(sheet.filterColumns ?? [])],
        freeze: sheet.freeze,
        lists: sheet.lists,
        highlights: sheet.highlights,
      },
    ]),
  );
}

/** Columns of a sheet that are hidden, counted from 0. */
export function hiddenIn(view: BookView, name: string): number[] {
  return sheetOf(view, name).columns.flatMap(({ hidden }, column) => (hidden ? [column] : []));
}
