import type { Remote } from 'comlink';
import type { Cell } from '../../core/kernel/cell';
import type { RawCell } from '../../core/kernel/raw-sheet';
import { sharedTexts } from '../../core/kernel/shared-texts';
import { hostFaultOf, type SheetPlan, type Workbook } from '../../core/workbook';
import { messagesOf } from './edit-parts';
import type { Crossed, FarWorkbook, ReadRows } from './far-workbook';
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
      const first = landed(await far.startReading(sheet, span));
      if (first === undefined) return undefined;
      const cells: Cell[][] = [];
      const share = sharedTexts();
      const known = span === undefined ? (last.get(sheet) ?? []) : [];
      for await (const rows of blocksOf(far, first)) {
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
      const first = landed(await far.startReadingRaw(name));
      if (first === undefined) return undefined;
      const rows: (readonly RawCell[])[] = [];
      for await (const block of blocksOf(far, first)) for (const row of block) rows.push(row);
      return { name, rows, merges: first.merges };
    },
    prepare: async (plans) => {
      const writing = await far.startSheets();
      for (const plan of plans) await sendSheet(far, writing, plan);
      landed(await far.finishPrepare(writing));
    },
    change: async (edits) => {
      const messages = messagesOf(edits);
      let parts = messages.next().value ?? [];
      let writing: number | undefined;
      // What fits into one message crosses once: a mark after an edit must not wait for the page's frames in between.
      for (const following of messages) {
        writing = await far.addEdits(writing, parts);
        parts = following;
      }
      landed(await far.change(writing, parts));
    },
    showOnly: async (sheet, row, column, texts) => landed(await far.showOnly(sheet, row, column, [...texts])),
    goTo: async (sheet, row, column) => landed(await far.goTo(sheet, row, column)),
    view: async (asks) => landed(await far.view(asks?.shown === true)),
    // What the user does is told to the Worker by the page itself.
    listen: () => () => undefined,
    dispose: () => Promise.resolve(),
  };
}

async function* blocksOf(far: Remote<FarWorkbook>, first: ReadRows): AsyncGenerator<ReadRows['rows']> {
  let { rows, more } = first;
  yield rows;
  while (more !== undefined) {
    ({ rows, more } = await far.nextRows(more));
    yield rows;
  }
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

async function sendSheet(far: Remote<FarWorkbook>, writing: number, plan: SheetPlan): Promise<void> {
  await far.addSheet(writing, { ...plan, rows: [] });
  for (let row = 0; row < plan.rows.length;) {
    const end = row + rowsInMessage(plan.rows, row);
    await far.addRows(writing, plan.rows.slice(row, end));
    row = end;
  }
}
