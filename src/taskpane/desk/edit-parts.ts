import type { Cell } from '../../core/kernel/cell';
import type { ColumnEdit, SheetEdit } from '../../core/workbook';
import { MESSAGE_WEIGHT, weightOf } from './message-size';

/** A part of an edit, small enough for one message; parts of one edit follow each other and share its number. */
export interface EditPart {
  readonly number: number;
  readonly sheet: string;
  readonly keepFormulas: boolean;
  readonly replaceAll: boolean;
  readonly isDerived: boolean;
  readonly show: readonly number[];
  /** cells of the guard, not of the edit */
  readonly isGuard: boolean;
  readonly column: number;
  readonly rows: readonly number[];
  readonly cells: readonly Cell[];
}

/** The edit in parts of one message each. */
export function* partsOf(
  { sheet, columns, guard, keepFormulas = false, replaceAll = false, isDerived = false, show = [] }: SheetEdit,
  number = 0,
): Generator<EditPart> {
  const common = { number, sheet, keepFormulas, replaceAll, isDerived, show };
  // An edit without cells still clears a sheet or shows columns.
  if (columns.length === 0) yield { ...common, isGuard: false, column: 0, rows: [], cells: [] };
  for (const edit of columns) yield* cellsOf(edit, { ...common, isGuard: false });
  if (guard !== undefined) yield* cellsOf(guard, { ...common, isGuard: true });
}

function* cellsOf(
  { column, values }: ColumnEdit,
  common: Omit<EditPart, 'column' | 'rows' | 'cells'>,
): Generator<EditPart> {
  let [rows, cells, weight]: [number[], Cell[], number] = [[], [], 0];
  for (const [row, cell] of values) {
    const more = weightOf(cell);
    if (rows.length > 0 && weight + more > MESSAGE_WEIGHT) {
      yield { ...common, column, rows, cells };
      [rows, cells, weight] = [[], [], 0];
    }
    rows.push(row);
    cells.push(cell);
    weight += more;
  }
  if (rows.length > 0) yield { ...common, column, rows, cells };
}

/** The parts of all edits, as many in one message as fit. */
export function* messagesOf(edits: readonly SheetEdit[]): Generator<EditPart[], undefined> {
  let [message, weight]: [EditPart[], number] = [[], 0];
  for (const [number, edit] of edits.entries())
    for (const part of partsOf(edit, number)) {
      const more = part.cells.reduce((sum: number, cell) => sum + weightOf(cell), 1);
      if (message.length > 0 && weight + more > MESSAGE_WEIGHT) {
        yield message;
        [message, weight] = [[], 0];
      }
      message.push(part);
      weight += more;
    }
  if (message.length > 0) yield message;
}

/** Edits as they come together again. */
export interface JoinedEdits {
  add(part: EditPart): void;
  all(): SheetEdit[];
}

export function joinEdits(): JoinedEdits {
  const edits = new Map<number, SheetEdit>();
  return {
    add: ({ number, isGuard, column, rows, cells, ...common }) => {
      const known: SheetEdit = edits.get(number) ?? { ...common, columns: [] };
      const columns = [...known.columns];
      let own = isGuard ? known.guard : columns.find((candidate) => candidate.column === column);
      if (own === undefined) {
        own = { column, values: new Map<number, Cell>() };
        if (!isGuard) columns.push(own);
      }
      for (const [index, row] of rows.entries()) (own.values as Map<number, Cell>).set(row, cells[index] ?? '');
      edits.set(number, { ...known, columns, ...(isGuard ? { guard: own } : {}) });
    },
    all: () => [...edits.values()],
  };
}
