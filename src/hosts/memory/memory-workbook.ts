import { BLANK, type Cell } from '../../core/kernel/cell';
import { isDateCell, type RawSheet } from '../../core/kernel/raw-sheet';
import {
  checkNamesFree,
  type Formula,
  type PlannedCell,
  type RowSpan,
  type SheetEdit,
  type SheetPlan,
  type Workbook,
  type WorkbookEvent,
} from '../../core/workbook';

interface MemorySheet {
  readonly name: string;
  readonly isShown: boolean;
  /** of a sheet of the user's own, as it was put there */
  readonly raw?: RawSheet;
  cells: Cell[][];
  readonly formulas: Map<string, string>;
  readonly hidden: Set<number>;
}

/** A workbook that lives in memory only: for tests, and for a host that shows the cells itself. */
export interface MemoryWorkbook extends Workbook {
  /** What a user does: types into a cell, with listeners told. */
  type(sheet: string, row: number, column: number, cell: Cell): void;
  /** What a user does with whole rows and columns: sort, insert, delete, paste. */
  reshape(sheet: string, change: (cells: Cell[][]) => Cell[][]): void;
  /** looks at rows of a sheet; `shown` is what a filter leaves */
  select(sheet: string, selected: readonly RowSpan[], shown?: readonly RowSpan[]): void;
  hiddenColumns(sheet: string): number[];
  renameSheet(from: string, to: string): void;
  deleteSheet(name: string): void;
  /** puts a sheet of the user's own behind the others */
  addSheet(raw: RawSheet): void;
}

export function createMemoryWorkbook(rowLimit = 1_048_576): MemoryWorkbook {
  let sheets: MemorySheet[] = [];
  const listeners = new Set<(event: WorkbookEvent) => void>();
  let looked: { sheet: string; selected: readonly RowSpan[]; shown?: readonly RowSpan[] } = { sheet: '', selected: [] };
  const find = (name: string): MemorySheet | undefined => sheets.find((sheet) => sheet.name === name);
  const must = (name: string): MemorySheet => {
    const sheet = find(name);
    if (sheet === undefined) throw new Error(`There is no sheet named ${name}.`);
    return sheet;
  };
  const applyEdits = (edits: readonly SheetEdit[]): void => {
    const targets = edits.map((edit) => ({ edit, sheet: must(edit.sheet) }));
    for (const { edit, sheet } of targets) applyEdit(edit, sheet);
  };
  const tell = (event: WorkbookEvent): void => {
    for (const listener of listeners) listener(event);
  };
  return {
    rowLimit,
    sheetNames: (asks) =>
      Promise.resolve(sheets.filter(({ isShown }) => isShown || asks?.shown !== true).map(({ name }) => name)),
    // eslint-disable-next-line @typescript-eslint/require-await -- so that a taken name rejects, as in every host
    prepare: async (plans, _progress, along = []) => {
      checkNamesFree(
        sheets.map(({ name }) => name),
        plans,
      );
      applyEdits(along);
      sheets = [...sheets, ...plans.map(makeSheet)];
    },
    read: (name, span) => {
      const cells = find(name)?.cells;
      const wanted = span === undefined ? cells : cells?.slice(span.row, span.row + span.rows);
      return Promise.resolve(wanted?.map((row) => [...row]));
    },
    readRaw: (name) => {
      const sheet = find(name);
      if (sheet === undefined || !sheet.isShown) return Promise.resolve(undefined);
      return Promise.resolve(sheet.raw ?? { name, rows: sheet.cells.map((row) => [...row]) });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- so that a missing sheet rejects, as in every host
    change: async (edits) => {
      applyEdits(edits);
    },
    showOnly: (name, row, column, texts) => {
      const { cells } = must(name);
      const shown = cells.flatMap((line, at) =>
        at <= row || texts.length === 0 || texts.includes(String(line[column] ?? '')) ? [{ row: at, rows: 1 }] : [],
      );
      looked = { sheet: name, selected: [], shown };
      return Promise.resolve();
    },
    goTo: (sheet, row) => {
      looked = { ...(looked.sheet === sheet ? looked : {}), sheet, selected: [{ row, rows: 1 }] };
      return Promise.resolve();
    },
    view: () => {
      const all = { row: 0, rows: find(looked.sheet)?.cells.length ?? 0 };
      return Promise.resolve({ shown: [all], ...looked });
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    dispose: () => {
      listeners.clear();
      return Promise.resolve();
    },
    type: (name, row, column, cell) => {
      setCell(must(name), row, column, cell);
      tell({ kind: 'edited', sheet: name, span: { row, rows: 1 }, column, columns: 1 });
    },
    reshape: (name, change) => {
      const sheet = must(name);
      sheet.cells = change(sheet.cells.map((row) => [...row]));
      tell({ kind: 'reshaped', sheet: name });
    },
    select: (sheet, selected, shown) => {
      looked = { sheet, selected, ...(shown === undefined ? {} : { shown }) };
      tell({ kind: 'looked' });
    },
    hiddenColumns: (name) => [...must(name).hidden],
    renameSheet: (from, to) => {
      const sheet = must(from);
      sheets = sheets.map((other) => (other === sheet ? { ...sheet, name: to } : other));
    },
    deleteSheet: (name) => {
      sheets = sheets.filter((sheet) => sheet.name !== name);
    },
    addSheet: (raw) => {
      const cells = raw.rows.map((row) => row.map((cell) => (isDateCell(cell) ? cell.date : cell)));
      sheets = [...sheets, { name: raw.name, isShown: true, raw, cells, formulas: new Map(), hidden: new Set() }];
    },
  };
}

function makeSheet(plan: SheetPlan): MemorySheet {
  const hidden = plan.columns.flatMap((column, index) => (column.hidden === true ? [index] : []));
  const isShown = plan.visibility === 'visible';
  const sheet: MemorySheet = { name: plan.name, isShown, cells: [], formulas: new Map(), hidden: new Set(hidden) };
  for (const [row, planned] of plan.top.entries()) {
    for (const [column, cell] of planned.entries()) {
      const inner = unstyled(cell);
      if (typeof inner === 'object') sheet.formulas.set(`${String(row)},${String(column)}`, inner.formula);
      setCell(sheet, row, column, typeof inner === 'object' ? inner.value : inner);
    }
  }
  for (const [index, cells] of plan.rows.entries()) sheet.cells[plan.top.length + index] = [...cells];
  return sheet;
}

function unstyled(cell: PlannedCell): Cell | Formula {
  return typeof cell === 'object' && 'style' in cell ? cell.cell : cell;
}

function applyEdit(edit: SheetEdit, sheet: MemorySheet): void {
  if (edit.replaceAll === true) {
    sheet.cells = [];
    sheet.formulas.clear();
  }
  for (const column of edit.show ?? []) sheet.hidden.delete(column);
  for (const { column, values } of edit.columns) {
    for (const [row, cell] of values) {
      if (edit.keepFormulas !== true) sheet.formulas.delete(`${String(row)},${String(column)}`);
      setCell(sheet, row, column, cell);
    }
  }
}

function setCell(sheet: MemorySheet, row: number, column: number, cell: Cell): void {
  for (let missing = sheet.cells.length; missing <= row; missing += 1) sheet.cells.push([]);
  const cells = sheet.cells[row] ?? [];
  for (let missing = cells.length; missing < column; missing += 1) cells.push(BLANK);
  cells[column] = cell;
}
