import type { Cell } from '../core/kernel/cell';
import type { SheetPlan, Workbook } from '../core/workbook';
import type { TypedEdit } from '../hosts/workbench/change-cells';
import type { GridWorkbook } from '../hosts/workbench/grid-workbook';

/** What is told of everything that changes cells, so that it can be done again on another day. */
export interface Follower {
  /** sheets are about to be made: throws where they cannot be, and gives what is to be called once they are */
  planned(plans: readonly SheetPlan[]): Promise<() => void>;
  changed(edit: TypedEdit): void;
}

/** Rows that are read and told of at a time. */
const BAND = 2_000;

/**
 * The workbook in the grid as the pane works on it: every edit, its own or the user's, is told to the follower. Work that
 * must see the workbook at rest goes through `alone`.
 */
export function followWorkbook(
  grid: Workbook & Pick<GridWorkbook, 'formulasIn'>,
  follower: Follower,
): { readonly workbook: Workbook; readonly alone: <T>(work: () => Promise<T>) => Promise<T> } {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const tellRows = async (sheet: string, from: number, rows: number, columns?: [number, number]): Promise<void> => {
    for (let row = from; row < from + rows; row += BAND) {
      const wanted = Math.min(BAND, from + rows - row);
      const cells = (await grid.read(sheet, { row, rows: wanted })) ?? [];
      const [left, right] = columns ?? [0, Math.max(0, ...cells.map((line) => line.length))];
      const formulas = grid.formulasIn(sheet, { row, column: left, rows: wanted, columns: right - left });
      follower.changed({ ...blockEdit(sheet, row, wanted, cells, left, right), formulas });
      if (cells.length < wanted) return;
    }
  };
  grid.listen((event) => {
    if (event.kind === 'looked') return;
    void alone(async () => {
      if (event.kind === 'edited') {
        const { sheet, span, column, columns } = event;
        await tellRows(sheet, span.row, span.rows, [column, column + columns]);
      } else {
        follower.changed({ sheet: event.sheet, replaceAll: true, columns: [] });
        await tellRows(event.sheet, 0, grid.rowLimit);
      }
    });
  });
  const workbook: Workbook = {
    ...grid,
    prepare: (plans, progress, along = []) =>
      alone(async () => {
        const made = await follower.planned(plans);
        await grid.prepare(plans, progress, along);
        made();
        for (const edit of along) follower.changed(edit);
        for (const plan of plans) await tellRows(plan.name, plan.top.length, plan.rows.length);
      }),
    change: (edits, progress) =>
      alone(async () => {
        await grid.change(edits, progress);
        for (const edit of edits) follower.changed(edit);
      }),
  };
  return { workbook, alone };
}

function blockEdit(
  sheet: string,
  row: number,
  rows: number,
  cells: readonly (readonly Cell[])[],
  left: number,
  right: number,
): TypedEdit {
  const columns = Array.from({ length: right - left }, (_, index) => {
    const column = left + index;
    const values = new Map<number, Cell>();
    for (let down = 0; down < rows; down += 1) values.set(row + down, cells[down]?.[column] ?? '');
    return { column, values };
  });
  return { sheet, columns };
}
