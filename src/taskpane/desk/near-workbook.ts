import type { Remote } from 'comlink';
import type { Cell } from '../../core/kernel/cell';
import { sharedTexts } from '../../core/kernel/shared-texts';
import { hostFaultOf, type SheetPlan, type Workbook } from '../../core/workbook';
import { partsOf } from './edit-parts';
import type { Crossed, FarWorkbook } from './far-workbook';
import { rowsInMessage } from './message-size';
import { stop } from './outcome';

/** The port on the Worker's side: whole sheets here, blocks on the wire. */
export async function nearWorkbook(far: Remote<FarWorkbook>): Promise<Workbook> {
  const rowLimit = await far.rowLimit();
  return {
    rowLimit,
    sheetNames: async () => landed(await far.sheetNames()),
    read: async (sheet, span) => {
      const reading = landed(await far.startReading(sheet, span));
      if (reading === undefined) return undefined;
      const cells: Cell[][] = [];
      const share = sharedTexts();
      for (;;) {
        const rows = await far.nextRows(reading);
        if (rows.length === 0) return cells;
        for (const row of rows) cells.push(share(row));
      }
    },
    prepare: async (plans) => {
      const writing = await far.startWriting();
      for (const plan of plans) await sendSheet(far, writing, plan);
      landed(await far.finishPrepare(writing));
    },
    change: async (edits) => {
      const writing = await far.startWriting();
      for (const [number, edit] of edits.entries()) {
        for (const part of partsOf(edit, number)) await far.addEdit(writing, part);
      }
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

/** What came over the wire, or the throw that it stands for. */
export function landed<T>(crossed: Crossed<T>): T {
  if (crossed.ok === 'stopped') return stop();
  if (!crossed.ok) throw hostFaultOf(crossed.refusal);
  return crossed.value;
}

async function sendSheet(far: Remote<FarWorkbook>, writing: number, plan: SheetPlan): Promise<void> {
  await far.addSheet(writing, { ...plan, rows: [] });
  const count = rowsInMessage(plan.columns.length);
  for (let row = 0; row < plan.rows.length; row += count) {
    await far.addRows(writing, plan.rows.slice(row, row + count));
  }
}
