import type { Cell } from '../kernel/cell';
import type { ColumnEdit, SheetEdit } from '../workbook';

/** The edits of one sheet as one edit, so that a host goes over each sheet once. Of two for a cell the later counts. */
export function joinEdits(edits: readonly SheetEdit[]): SheetEdit[] {
  const sheets = new Map<string, { columns: Map<number, Map<number, Cell>>; guard: Map<number, Map<number, Cell>> }>();
  for (const { sheet, columns, guard } of edits) {
    let joined = sheets.get(sheet);
    if (joined === undefined) sheets.set(sheet, (joined = { columns: new Map(), guard: new Map() }));
    for (const column of columns) add(joined.columns, column);
    if (guard !== undefined) add(joined.guard, guard);
  }
  return [...sheets].map(([sheet, joined]) => {
    const [guard] = listed(joined.guard);
    return { sheet, columns: listed(joined.columns), ...(guard === undefined ? {} : { guard }) };
  });
}

function add(columns: Map<number, Map<number, Cell>>, { column, values }: ColumnEdit): void {
  const known = columns.get(column);
  if (known === undefined) columns.set(column, new Map(values));
  else for (const [row, cell] of values) known.set(row, cell);
}

function listed(columns: ReadonlyMap<number, ReadonlyMap<number, Cell>>): ColumnEdit[] {
  return [...columns].map(([column, values]) => ({ column, values }));
}
