import type { Cell } from '../../core/kernel/cell';
import type { Merge, RawCell } from '../../core/kernel/raw-sheet';
import type { Result } from '../../core/kernel/result';
import {
  isHostFault,
  type Progress,
  type ReadMoment,
  type RowSpan,
  type SheetEdit,
  type SheetPlan,
  type View,
  type Workbook,
} from '../../core/workbook';
import type { Turn } from './calls';
import { joinEdits, type EditPart, type JoinedEdits } from './edit-parts';
import { rowsInMessage } from './message-size';
import { STOPPED } from './outcome';

/**
 * The workbook at arm's length: the page has it, the Worker works on it. Cells cross in blocks of rows, since copying a
 * whole sheet in one message would stop the page for as long. Faults cross as refusals, for an error loses its fields.
 */
export interface FarWorkbook {
  /** whose work all calls from now on belong to */
  begin(turn: Turn): void;
  /** hears whether the user pressed Cancel, and says how far the work is */
  pause(done?: number, of?: number): Promise<Crossed<undefined>>;
  rowLimit(): number;
  sheetNames(shown: boolean): Promise<Crossed<readonly string[]>>;
  /** the first rows of a sheet, or what changed in it since it was read; undefined where there is none */
  startReading(
    sheet: string,
    span: RowSpan | undefined,
    since: ReadMoment | undefined,
  ): Promise<Crossed<StartedReading | ReadChanges | undefined>>;
  /** the same with a sheet of the user's own */
  startReadingRaw(sheet: string): Promise<Crossed<(ReadRows & { readonly merges: readonly Merge[] }) | undefined>>;
  nextRows(reading: number): ReadRows;
  /** adds to a change, a new one without a number; gives the number to add to it by */
  addEdits(writing: number | undefined, parts: readonly EditPart[]): number;
  /** carries a change out, with its last parts */
  change(writing: number | undefined, parts: readonly EditPart[]): Promise<Crossed<undefined>>;
  /** starts to make sheets and gives the number to add to them by */
  startSheets(): number;
  addSheet(writing: number, plan: SheetPlan): void;
  addRows(writing: number, rows: readonly (readonly Cell[])[]): void;
  /** makes the sheets, with a change of others as `change` takes it */
  finishPrepare(making: number, writing: number | undefined, parts: readonly EditPart[]): Promise<Crossed<undefined>>;
  showOnly(sheet: string, row: number, column: number, texts: readonly string[]): Promise<Crossed<undefined>>;
  goTo(sheet: string, row: number, column: number): Promise<Crossed<undefined>>;
  view(shown: boolean): Promise<Crossed<View>>;
}

/** Rows of a reading that follow those before them. */
export interface ReadRows {
  readonly rows: readonly (readonly RawCell[])[];
  /** the number to ask for more by; undefined after the last row */
  readonly more?: number;
}

/** The beginning of a whole sheet, with what its later changes are told against, where the host can tell them. */
export interface StartedReading extends ReadRows {
  readonly moment?: number;
}

/** A sheet that was read before, with the rows that may differ now. */
export interface ReadChanges {
  readonly moment: number;
  readonly height: number;
  readonly changed: readonly (readonly [row: number, cells: readonly Cell[]])[];
}

interface Reading {
  readonly cells: RawCell[][];
  readonly at: number;
}

/** What comes back over the wire: a result, or the user's Cancel. */
export type Crossed<T> = Result<T> | { readonly ok: 'stopped' };

/** Offers a workbook to the Worker. `progress` hears of every block; it throws to stop the work. */
export function offerWorkbook(workbook: Workbook, progress: Progress, begin: (turn: Turn) => void): FarWorkbook {
  const readings = new Map<number, Reading>();
  const changes = new Map<number, JoinedEdits>();
  const making = new Map<number, SheetPlan[]>();
  let last = 0;
  const take = (number: number): SheetPlan[] => {
    const plans = making.get(number);
    if (plans === undefined) throw new Error(`No sheets are made by the number ${String(number)}.`);
    return plans;
  };
  const readOn = ({ cells, at }: Reading): ReadRows => {
    const end = at + rowsInMessage(cells, at);
    const rows = cells.slice(at, end);
    if (end >= cells.length) return { rows };
    // Rows that were handed over are let go: a large sheet would else lie in memory twice.
    cells.fill([], at, end);
    readings.set((last += 1), { cells, at: end });
    return { rows, more: last };
  };
  const addTo = (edits: JoinedEdits | undefined, parts: readonly EditPart[]): JoinedEdits => {
    const joined = edits ?? joinEdits();
    for (const part of parts) joined.add(part);
    return joined;
  };
  const editsOf = (writing: number | undefined, last: readonly EditPart[]): SheetEdit[] => {
    const edits = addTo(writing === undefined ? undefined : changes.get(writing), last);
    if (writing !== undefined) changes.delete(writing);
    return edits.all();
  };
  return {
    begin,
    pause: (done = 0, of = 0) =>
      cross(() => {
        progress(done, of);
        return Promise.resolve(undefined);
      }),
    rowLimit: () => workbook.rowLimit,
    sheetNames: (shown) => cross(() => workbook.sheetNames({ shown })),
    startReading: (sheet, span, since) =>
      cross(async () => {
        // What changes while it is read counts as changed after it.
        const moment = span === undefined ? workbook.changes?.now() : undefined;
        const told = since === undefined ? undefined : await workbook.changes?.since(sheet, since);
        const lines = told === undefined ? [] : [...told.rows.values()];
        if (told !== undefined && moment !== undefined && rowsInMessage(lines, 0) >= lines.length)
          return { moment, height: told.height, changed: [...told.rows] };
        const cells = await workbook.read(sheet, span, progress);
        return cells && { ...readOn({ cells, at: 0 }), ...(moment === undefined ? {} : { moment }) };
      }),
    startReadingRaw: (sheet) =>
      cross(async () => {
        const raw = await workbook.readRaw(sheet, progress);
        return raw && { ...readOn({ cells: raw.rows.map((row) => [...row]), at: 0 }), merges: raw.merges ?? [] };
      }),
    nextRows: (number) => {
      const reading = readings.get(number);
      if (reading === undefined) throw new Error(`There is no reading ${String(number)}.`);
      readings.delete(number);
      return readOn(reading);
    },
    addEdits: (number, parts) => {
      const writing = number ?? (last += 1);
      changes.set(writing, addTo(changes.get(writing), parts));
      return writing;
    },
    change: (number, parts) =>
      cross(async () => {
        await workbook.change(editsOf(number, parts), progress);
        return undefined;
      }),
    startSheets: () => {
      making.set((last += 1), []);
      return last;
    },
    addSheet: (number, plan) => {
      take(number).push({ ...plan, rows: [...plan.rows] });
    },
    addRows: (number, rows) => {
      const plan = take(number).at(-1);
      for (const row of rows) (plan?.rows as (readonly Cell[])[]).push(row);
    },
    finishPrepare: (number, writing, parts) =>
      cross(async () => {
        const plans = take(number);
        making.delete(number);
        await workbook.prepare(plans, progress, editsOf(writing, parts));
        return undefined;
      }),
    showOnly: (sheet, row, column, texts) =>
      cross(async () => {
        await workbook.showOnly(sheet, row, column, texts);
        return undefined;
      }),
    goTo: (sheet, row, column) =>
      cross(async () => {
        await workbook.goTo(sheet, row, column);
        return undefined;
      }),
    view: (shown) => cross(() => workbook.view({ shown })),
  };
}

async function cross<T>(work: () => Promise<T>): Promise<Crossed<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Error && error.message === STOPPED) return { ok: 'stopped' };
    if (!isHostFault(error)) throw error;
    return { ok: false, refusal: error.refusal };
  }
}
