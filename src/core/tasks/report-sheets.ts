import { textOf, type Cell } from '../kernel/cell';
import { done, refuse, type Result } from '../kernel/result';
import type { ColumnEdit, PlannedCell, SheetEdit, SheetPlan } from '../workbook';
import type { Desk } from './desk';
import { withNotes } from './report-notes';

/** Sheets to make, and what changes on those that are there. */
export interface SheetWriting {
  readonly plans: readonly SheetPlan[];
  readonly edits: readonly SheetEdit[];
}

/**
 * How sheets come to say what their plans say: those that are missing are made, the others get the new cells, with their
 * widths and filters as the user has them. Refused where a sheet of that name does not begin as ours does.
 */
export async function writeReports(desk: Desk, plans: readonly SheetPlan[]): Promise<Result<SheetWriting>> {
  const names = await desk.workbook.sheetNames();
  const made: SheetPlan[] = [];
  const edits: SheetEdit[] = [];
  for (const plan of plans) {
    const name = names.find((there) => there.toLowerCase() === plan.name.toLowerCase());
    const before = name === undefined ? undefined : await desk.workbook.read(name);
    if (name === undefined || before === undefined) {
      made.push(plan);
      continue;
    }
    const title = cellOf(plan.top[0]?.[0] ?? '');
    if (name !== plan.name || textOf(before[0]?.[0] ?? '') !== title)
      return refuse('sheet-name-needed', desk.name, { sheet: name });
    edits.push(...rewritten(plan, before));
  }
  return done({ plans: made, edits });
}

/** Cells that differ; what stood below the new last row is cleared, but what the user wrote there or to the right stays. */
function rewritten(plan: SheetPlan, before: readonly (readonly Cell[])[]): SheetEdit[] {
  const top = plan.top.map((row, at) => [...row.map(cellOf), ...(before[at] ?? []).slice(row.length)]);
  const headings = plan.top.at(-1)?.map(cellOf) ?? [];
  const rows = withNotes({ headings, rows: plan.rows }, before.slice(plan.top.length));
  const after = [...top, ...rows];
  const width = [...before, ...after].reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }).flatMap((_, column): ColumnEdit[] => {
    const values = new Map<number, Cell>();
    for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
      const cell = after[row]?.[column] ?? '';
      if ((before[row]?.[column] ?? '') !== cell) values.set(row, cell);
    }
    return values.size === 0 ? [] : [{ column, values }];
  });
  return columns.length === 0 ? [] : [{ sheet: plan.name, columns }];
}

function cellOf(planned: PlannedCell): Cell {
  const cell = typeof planned === 'object' && 'style' in planned ? planned.cell : planned;
  return typeof cell === 'object' ? cell.value : cell;
}
