import type { Remote } from 'comlink';
import type { Cell } from '../../core/kernel/cell';
import type { RawCell } from '../../core/kernel/raw-sheet';
import { sharedTexts } from '../../core/kernel/shared-texts';
import { hostFaultOf, type ReadMoment, type SheetEdit, type SheetPlan, type Workbook } from '../../core/workbook';
import { messagesOf, type EditPart } from './edit-parts';
import type { Crossed, FarWorkbook, ReadChanges, ReadRows } from './far-workbook';
import { rowsInMessage } from './message-size';
import { stop } from './outcome';

/** The port on the Worker's side: whole sheets here, blocks on the wire. */
export async function nearWorkbook(far: Remote<FarWorkbook>): Promise<Workbook> {
  const rowLimit = await far.rowLimit();
  /** whole sheets as they were read last, and when, where the host can tell what changed since */
  const last = new Map<string, LastReading>();
  return {
    rowLimit,
    sheetNames: async (asks) => landed(await far.sheetNames(asks?.shown === true)),
    read: async (sheet, span) => {
      const before = span === undefined ? last.get(sheet) : undefined;
      const first = landed(await far.startReading(sheet, span, before && momentOf(before)));
      if (first === undefined) return undefined;
      if ('changed' in first) {
        const cells = withChanges(before?.cells ?? [], first);
        last.set(sheet, { cells, moment: first.moment });
        return cells;
      }
      const cells: Cell[][] = [];
      const share = sharedTexts<Cell>();
      const known = before?.cells ?? [];
      for await (const rows of blocksOf(far, first)) {
        for (const row of rows) {
          // Who reads a sheet anew has let go of the last reading; what is alike need not be made again. What was read as
          // the port reads holds no dates.
          const same = known[cells.length];
          cells.push(same !== undefined && sameCells(same, row as Cell[]) ? same : share(row as Cell[]));
        }
      }
      if (span === undefined) last.set(sheet, { cells, moment: first.moment });
      return cells;
    },
    readRaw: async (name) => {
      const first = landed(await far.startReadingRaw(name));
      if (first === undefined) return undefined;
      const rows: (readonly RawCell[])[] = [];
      for await (const block of blocksOf(far, first)) for (const row of block) rows.push(row);
      return { name, rows, merges: first.merges };
    },
    prepare: async (plans, _progress, along = []) => {
      const making = await far.startSheets();
      for (const plan of plans) await sendSheet(far, making, plan);
      landed(await far.finishPrepare(making, ...(await sendEdits(far, along))));
    },
    change: async (edits) => {
      landed(await far.change(...(await sendEdits(far, edits))));
    },
    showOnly: async (sheet, row, column, texts) => landed(await far.showOnly(sheet, row, column, [...texts])),
    goTo: async (sheet, row, column) => landed(await far.goTo(sheet, row, column)),
    view: async (asks) => landed(await far.view(asks?.shown === true)),
    // What the user does is told to the Worker by the page itself.
    listen: () => () => undefined,
    dispose: () => Promise.resolve(),
  };
}

interface LastReading {
  readonly cells: Cell[][];
  readonly moment: number | undefined;
}

function momentOf({ cells, moment }: LastReading): ReadMoment | undefined {
  return moment === undefined ? undefined : { moment, width: cells[0]?.length ?? 0 };
}

/** A sheet that was read before as it is now: rows that did not change are the same, and not looked at. */
function withChanges(before: readonly Cell[][], { height, changed }: ReadChanges): Cell[][] {
  const cells = before.slice(0, height);
  while (cells.length < height) cells.push([]);
  for (const [row, line] of changed) if (row < height) cells[row] = [...line];
  return cells;
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

/**
 * Sends all but the last message of a change, and gives what the last call takes: what fits into one message crosses once,
 * so that a mark after an edit need not wait for the page's frames in between.
 */
async function sendEdits(
  far: Remote<FarWorkbook>,
  edits: readonly SheetEdit[],
): Promise<[writing: number | undefined, parts: readonly EditPart[]]> {
  const messages = messagesOf(edits);
  let parts = messages.next().value ?? [];
  let writing: number | undefined;
  for (const following of messages) {
    writing = await far.addEdits(writing, parts);
    parts = following;
  }
  return [writing, parts];
}

async function sendSheet(far: Remote<FarWorkbook>, writing: number, plan: SheetPlan): Promise<void> {
  await far.addSheet(writing, { ...plan, rows: [] });
  for (let row = 0; row < plan.rows.length;) {
    const end = row + rowsInMessage(plan.rows, row);
    await far.addRows(writing, plan.rows.slice(row, end));
    row = end;
  }
}
