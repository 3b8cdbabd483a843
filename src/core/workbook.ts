import type { Cell } from './kernel/cell';
import { refuse, type Refusal } from './kernel/result';
import type { Values } from './kernel/fill';
import type { RawSheet } from './kernel/raw-sheet';
import type { RefusalId } from './kernel/sentences';

/**
 * The port: what the product needs of a workbook, and no more. Whole sheets cross it, never single cells.
 * Rows and columns are counted from 0 here; people read them counted from 1.
 */
export interface Workbook {
  /** How many rows one sheet of this host holds, headings included. */
  readonly rowLimit: number;
  /** Names of all worksheets in the order of their tabs, hidden ones too unless only those that the user can see are asked for. */
  sheetNames(asks?: { readonly shown: boolean }): Promise<readonly string[]>;
  /**
   * Makes the sheets anew in this order, behind those of the user, which stay as they are. Throws a `HostFault` where a name
   * is taken, and changes nothing then. The items of lists stand on a hidden sheet of their own, which later sheets share.
   * `along` changes sheets that are there, as `change` does: both are done, or neither.
   */
  prepare(sheets: readonly SheetPlan[], progress?: Progress, along?: readonly SheetEdit[]): Promise<void>;
  /**
   * All cells of a sheet from A1 to its last filled cell; undefined where there is no such sheet. Blank cells are `''`.
   * With a span only those rows, the first of them at index 0.
   */
  read(sheet: string, span?: RowSpan, progress?: Progress): Promise<Cell[][] | undefined>;
  /** What changed since a sheet was read, in hosts that see every change themselves: it need not be read again. */
  readonly changes?: SheetChanges;
  /**
   * A sheet of the user's own, from A1 on: dates told from numbers, with its merged cells. Undefined where there is none of
   * that name that he can see.
   */
  readRaw(sheet: string, progress?: Progress): Promise<RawSheet | undefined>;
  /**
   * Changes cells and nothing else: formats, filters, colours, notes and other sheets of the user stay. All or nothing.
   * Rows below the last one take the formats of the row above, and the autofilter grows with them.
   */
  change(edits: readonly SheetEdit[], progress?: Progress): Promise<void>;
  /**
   * Filters a sheet so that it shows only the rows with one of these texts in a column, below the headings in `row`; other
   * criteria of its filter go. Without texts it shows all rows. Where the host has a window.
   */
  showOnly(sheet: string, row: number, column: number, texts: readonly string[]): Promise<void>;
  /** Shows a place to the user, where the host has a window. */
  goTo(sheet: string, row: number, column: number): Promise<void>;
  /** What the user looks at: the sheet, the rows selected and, if asked for, the rows that filters leave. */
  view(asks?: { readonly shown: boolean }): Promise<View>;
  /** Tells of what the user does, never of our own writing; returns the way to stop it. A host without a user never calls. */
  listen(listener: (event: WorkbookEvent) => void): () => void;
  /** Leaves nothing behind: no listener, no handle, no temporary file. */
  dispose(): Promise<void>;
}

/**
 * Called between blocks of long work with what is done and what there is in all. It may throw to stop the work; the host
 * then takes back what it did and throws the same again.
 */
export type Progress = (done: number, of: number) => void;

export interface SheetChanges {
  /** this moment, to ask for what changes after it */
  now(): number;
  /** undefined where it cannot be told, or where it is no less than all */
  since(sheet: string, before: ReadMoment): Promise<ChangedRows | undefined>;
}

/** When a sheet was read, and how many columns it had then. */
export interface ReadMoment {
  readonly moment: number;
  readonly width: number;
}

export interface ChangedRows {
  /** rows down to the last that has a filled cell */
  readonly height: number;
  /** rows that may differ; all others are as they were */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
}

/** Rows from `row` on, counted from 0. */
export interface RowSpan {
  readonly row: number;
  readonly rows: number;
}

export interface View {
  /** blank where the user looks at no worksheet */
  readonly sheet: string;
  readonly selected: readonly RowSpan[];
  /** rows that no filter hides; only where they were asked for */
  readonly shown?: readonly RowSpan[];
}

export type WorkbookEvent =
  /** cells typed, pasted or cleared */
  | {
      readonly kind: 'edited';
      readonly sheet: string;
      readonly span: RowSpan;
      readonly column: number;
      readonly columns: number;
    }
  /** rows or columns inserted, deleted or sorted; sheets renamed or deleted */
  | { readonly kind: 'reshaped'; readonly sheet: string }
  /** another cell or sheet is selected */
  | { readonly kind: 'looked' };

/** What a host throws when the program that has the workbook cannot do it: an error that tells the user what to do. */
export interface HostFault extends Error {
  readonly refusal: Refusal;
}

export function hostFault(id: RefusalId, where: string, values: Values = {}): HostFault {
  return hostFaultOf(refuse(id, where, values).refusal);
}

export function isHostFault(error: unknown): error is HostFault {
  return error instanceof Error && 'refusal' in error;
}

export function hostFaultOf(refusal: Refusal): HostFault {
  return Object.assign(new Error(`${refusal.where}: ${refusal.reason}`), { refusal });
}

/** Throws where a sheet of the workbook has the name of one to be made; names are the same without regard to case. */
export function checkNamesFree(there: readonly string[], made: readonly { readonly name: string }[]): void {
  const taken = new Set(there.map((name) => name.toLowerCase()));
  const sheet = made.find(({ name }) => taken.has(name.toLowerCase()))?.name;
  if (sheet !== undefined) throw hostFault('sheet-name-taken', sheet, { sheet });
}

/** New values of cells of one sheet. A blank value clears the cell and keeps its format. */
export interface SheetEdit {
  readonly sheet: string;
  readonly columns: readonly ColumnEdit[];
  /** cells that hold a formula keep it, only the value shown until the next calculation is renewed (Home) */
  readonly keepFormulas?: boolean;
  /** columns that are no longer hidden */
  readonly show?: readonly number[];
  /** everything that the sheet held before goes (record store) */
  readonly replaceAll?: boolean;
  /** what stands there follows from other cells and is written anew with each check: undo of the user may go over it */
  readonly isDerived?: boolean;
  /**
   * What a column holds in the rows of the edit. Where a host finds something else there by the time it writes (the user
   * sorts meanwhile), it writes nothing. The edit may change that column too. A host that nobody else works in need not
   * look.
   */
  readonly guard?: ColumnEdit;
}

/** False for an edit that leaves everything as it is. */
export function changesAnything({ columns, show = [], replaceAll }: SheetEdit): boolean {
  return replaceAll === true || show.length > 0 || columns.some(({ values }) => values.size > 0);
}

export interface ColumnEdit {
  readonly column: number;
  /** row to new value */
  readonly values: ReadonlyMap<number, Cell>;
}

/** A formula of ours with the value it has now. Text of strangers never becomes one. */
export interface Formula {
  readonly formula: string;
  readonly value: Cell;
}

export type PlannedCell = Cell | Formula | Styled;

export interface Styled {
  readonly cell: Cell | Formula;
  readonly style: StyleName;
}

/** What a cell is for; each host draws it from the one table in `look.ts` (`core/look.ts`). */
export type StyleName =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'note'
  | 'group'
  | 'heading'
  | 'heading-number'
  | 'heading-user'
  | 'heading-tool'
  | 'portal-text'
  | 'portal-amount'
  | 'user-text'
  | 'user-amount'
  | 'tool-text'
  | 'tool-amount'
  | 'helper'
  | 'label'
  | 'field'
  | 'count'
  | 'amount'
  | 'total-label'
  | 'total-count'
  | 'legend-portal'
  | 'legend-user'
  | 'legend-error'
  | 'legend-warning'
  | 'legend-changed'
  | 'step';

export interface ColumnPlan {
  /** in characters */
  readonly width: number;
  readonly style: StyleName;
  readonly hidden?: boolean;
}

/** Lists that a whole column offers: which one depends on the value in another column of the row. */
export interface ListPlan {
  readonly column: number;
  readonly flagColumn: number;
  readonly flag: string;
  /** offered where the flag column holds `flag` */
  readonly whenFlagged: readonly string[];
  readonly otherwise: readonly string[];
  readonly promptTitle: string;
  readonly prompt: string;
  readonly errorTitle: string;
  readonly error: string;
}

/** Conditional look: one rule for a whole block, never a colour written into a cell. */
export type HighlightPlan =
  /** the cell whose heading stands between bars, behind this prefix, in the marks column of its row */
  | { readonly kind: 'marked'; readonly prefix: string; readonly marksColumn: number; readonly look: HighlightLook }
  /** the whole row where a column begins with a text */
  | { readonly kind: 'row-begins'; readonly column: number; readonly text: string; readonly look: HighlightLook }
  /** numbers below a limit anywhere in the row: the format of amounts has no room for negative ones */
  | { readonly kind: 'below'; readonly limit: number; readonly equalToo: boolean; readonly look: HighlightLook }
  /** a cell of the column that equals a text */
  | { readonly kind: 'equals'; readonly column: number; readonly text: string; readonly look: HighlightLook };

export type HighlightLook =
  | 'negative'
  | 'negative-lakh'
  | 'negative-crore'
  | 'error'
  | 'warning'
  | 'changed'
  | 'withdrawn'
  | 'total'
  | 'accepted'
  | 'rejected'
  | 'pending';

export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: 'visible' | 'very-hidden';
  readonly tabColour?: string;
  readonly columns: readonly ColumnPlan[];
  /** rows above the data, from row 0 */
  readonly top: readonly (readonly PlannedCell[])[];
  /** data below `top`; each cell takes the style of its column */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly Merge[];
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** the last row of `top` holds headings: autofilter over it and the data, repeated on every printed page */
  readonly headings?: boolean;
  readonly lists?: readonly ListPlan[];
  readonly highlights?: readonly HighlightPlan[];
}
