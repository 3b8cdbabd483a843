import type { Remote } from 'comlink';
import type { Cell } from '../../core/kernel/cell';
import type { RawCell } from '../../core/kernel/raw-sheet';
import { sharedTexts } from '../../core/kernel/shared-texts';
import { hostFaultOf, type SheetEdit, type SheetPlan, type Workbook } from '../../core/workbook';
import { partsOf } from './edit-parts';
import type { Crossed, FarWorkbook } from './far-workbook';
import { rowsInMessage } from './message-size';
import { stop } from './outcome';

/** The port on the Worker's side: whole sheets here, blocks on the wire. */
export async function nearWorkbook(far: Remote<FarWorkbook>): Promise<Workbook> {
  const rowLimit = await far.rowLimit();
  /** whole sheets as they were read last */
  const last = new Map<string, Cell[][]>();
  return {
    rowLimit,
    sheetNames: async (asks) => landed(await far.sheetNames(asks?.shown === true)),
    read: async (sheet, span) => {
      const reading = landed(await far.startReading(sheet, span));
      if (reading === undefined) return undefined;
      const cells: Cell[][] = [];
      const share = sharedTexts();
      const known = span === undefined ? (last.get(sheet) ?? []) : [];
      for (;;) {
        const rows = await far.nextRows(reading);
        if (rows.length === 0) break;
        for (const row of rows) {
          // Who reads a sheet anew has let go of the last reading; what is alike need not be made again. What was read as
          // the port reads holds no dates.
          const same = known[cells.length];
          cells.push(same !== undefined && sameCells(same, row as Cell[]) ? same : share(row as Cell[]));
        }
      }
      if (span === undefined) last.set(sheet, cells);
      return cells;
    },
    readRaw: async (name) => {
      const started = landed(await far.startReadingRaw(name));
      if (started === undefined) return undefined;
      const all: RawCell[][] = [];
      for (;;) {
        const rows = await far.nextRows(started.reading);
        if (rows.length === 0) return { name, rows: all, merges: started.merges };
        for (const row of rows) all.push(row);
      }
    },
    prepare: async (plans, _progress, along = []) => {
      const writing = await far.startWriting();
      for (const plan of plans) await sendSheet(far, writing, plan);
      await sendEdits(far, writing, along);
      landed(await far.finishPrepare(writing));
    },
    change: async (edits) => {
      const writing = await far.startWriting();
      await sendEdits(far, writing, edits);
      landed(await far.finishChange(writing));
    },
    showOnly: async (sheet, row, column, texts) => landed(await far.showOnly(sheet, row, column, [...texts])),
    goTo: async (sheet, row, column) => landed(await far.goTo(sheet, row, column)),
    view: async (asks) => landed(await far.view(asks?.shown === true)),
    // What the user does is told to the Worker by the page itself.
    listen: () => () => undefined,
    dispose: () => Promise.resolve(),
  };
}

function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, column) => cell === b[column]);
}

/** What came over the wire, or the throw that it stands for. */
export function landed<T>(crossed: Crossed<T>): T {
  if (crossed.ok === 'stopped') return stop();
  if (!crossed.ok) throw hostFaultOf(crossed.refusal);
  return crossed.value;
}

async function sendEdits(far: Remote<FarWorkbook>, writing: number, edits: readonly SheetEdit[]): Promise<void> {
  for (const [number, edit] of edits.entries()) {
    for (const part of partsOf(edit, number)) await far.addEdit(writing, part);
  }
}

async function sendSheet(far: Remote<FarWorkbook>, writing: number, plan: SheetPlan): Promise<void> {
  await far.addSheet(writing, { ...plan, rows: [] });
  for (let row = 0; row < plan.rows.length;) {
    const end = row + rowsInMessage(plan.rows, row);
    await far.addRows(writing, plan.rows.slice(row, end));
    row = end;
  }
}
