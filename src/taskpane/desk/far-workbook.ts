import type { Cell } from '../../core/kernel/cell';
import type { Merge, RawCell } from '../../core/kernel/raw-sheet';
import type { Result } from '../../core/kernel/result';
import {
  isHostFault,
  type Progress,
  type RowSpan,
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
  /** starts to read a sheet; undefined where there is none, else a number to ask for its rows by */
  startReading(sheet: string, span: RowSpan | undefined): Promise<Crossed<number | undefined>>;
  /** the same with a sheet of the user's own */
  startReadingRaw(
    sheet: string,
  ): Promise<Crossed<{ readonly reading: number; readonly merges: readonly Merge[] } | undefined>>;
  /** the next rows of a reading; none at its end */
  nextRows(reading: number): RawCell[][];
  /** starts a piece of writing and gives the number to add to it by */
  startWriting(): number;
  addEdit(writing: number, part: EditPart): void;
  addSheet(writing: number, plan: SheetPlan): void;
  addRows(writing: number, rows: readonly (readonly Cell[])[]): void;
  finishChange(writing: number): Promise<Crossed<undefined>>;
  finishPrepare(writing: number): Promise<Crossed<undefined>>;
  showOnly(sheet: string, row: number, column: number, texts: readonly string[]): Promise<Crossed<undefined>>;
  goTo(sheet: string, row: number, column: number): Promise<Crossed<undefined>>;
  view(shown: boolean): Promise<Crossed<View>>;
}

/** What comes back over the wire: a result, or the user's Cancel. */
export type Crossed<T> = Result<T> | { readonly ok: 'stopped' };

/** Offers a workbook to the Worker. `progress` hears of every block; it throws to stop the work. */
export function offerWorkbook(workbook: Workbook, progress: Progress, begin: (turn: Turn) => void): FarWorkbook {
  const readings = new Map<number, { cells: RawCell[][]; at: number }>();
  const writings = new Map<number, { edits: JoinedEdits; plans: SheetPlan[] }>();
  let last = 0;
  const take = (number: number): { edits: JoinedEdits; plans: SheetPlan[] } => {
    const writing = writings.get(number);
    if (writing === undefined) throw new Error(`There is no writing ${String(number)}.`);
    return writing;
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
    startReading: (sheet, span) =>
      cross(async () => {
        const cells = await workbook.read(sheet, span, progress);
        if (cells === undefined) return undefined;
        readings.set((last += 1), { cells, at: 0 });
        return last;
      }),
    startReadingRaw: (sheet) =>
      cross(async () => {
        const raw = await workbook.readRaw(sheet, progress);
        if (raw === undefined) return undefined;
        readings.set((last += 1), { cells: raw.rows.map((row) => [...row]), at: 0 });
        return { reading: last, merges: raw.merges ?? [] };
      }),
    nextRows: (number) => {
      const reading = readings.get(number);
      if (reading === undefined) return [];
      const end = reading.at + rowsInMessage(reading.cells, reading.at);
      const rows = reading.cells.slice(reading.at, end);
      // Rows that were handed over are let go: a large sheet would else lie in memory twice.
      reading.cells.fill([], reading.at, end);
      reading.at = end;
      if (rows.length === 0) readings.delete(number);
      return rows;
    },
    startWriting: () => {
      writings.set((last += 1), { edits: joinEdits(), plans: [] });
      return last;
    },
    addEdit: (number, part) => take(number).edits.add(part),
    addSheet: (number, plan) => {
      take(number).plans.push({ ...plan, rows: [...plan.rows] });
    },
    addRows: (number, rows) => {
      const plan = take(number).plans.at(-1);
      for (const row of rows) (plan?.rows as (readonly Cell[])[]).push(row);
    },
    finishChange: (number) =>
      cross(async () => {
        const { edits } = take(number);
        writings.delete(number);
        await workbook.change(edits.all(), progress);
        return undefined;
      }),
    finishPrepare: (number) =>
      cross(async () => {
        const { plans, edits } = take(number);
        writings.delete(number);
        await workbook.prepare(plans, progress, edits.all());
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
