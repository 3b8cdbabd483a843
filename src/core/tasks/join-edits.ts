import type { Cell } from '../kernel/cell';
import type { ColumnEdit, SheetEdit } from '../workbook';

interface JoinedSheet {
  readonly columns: Map<number, Map<number, Cell>>;
  readonly guard: Map<number, Map<number, Cell>>;
  readonly show: Set<number>;
}

/** The edits of one sheet as one edit, so that a host goes over each sheet once. Of two for a cell the later counts. */
export function joinEdits(edits: readonly SheetEdit[]): SheetEdit[] {
  const sheets = new Map<string, JoinedSheet>();
  for (const { sheet, columns, guard, show = [] } of edits) {
    let joined = sheets.get(sheet);
    if (joined === undefined) sheets.set(sheet, (joined = { columns: new Map(), guard: new Map(), show: new Set() }));
    for (const column of columns) add(joined.columns, column);
    if (guard !== undefined) add(joined.guard, guard);
    for (const column of show) joined.show.add(column);
  }
  return [...sheets].map(([sheet, joined]) => {
    const [guard] = listed(joined.guard);
    const show = joined.show.size === 0 ? {} : { show: [...joined.show] };
    return { sheet, columns: listed(joined.columns), ...show, ...(guard === undefined ? {} : { guard }) };
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
