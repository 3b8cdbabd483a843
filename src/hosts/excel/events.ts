/// <reference types="office-js" />
import type { WorkbookEvent } from '../../core/workbook';
import { rectanglesOf } from './address';
import { runExcel, type ExcelPlace } from './excel-run';

type Tell = (event: WorkbookEvent) => void;

interface Registered {
  readonly context: Excel.RequestContext;
  readonly handlers: readonly { remove(): void }[];
}

/** Listens to Excel's events; returns the way to stop. Registering takes a moment, stopping waits for it. */
export function listenTo(place: ExcelPlace, tell: Tell, failed: (error: unknown) => void): () => Promise<void> {
  const names = new Map<string, string>();
  const registered = registerAtLast(place, names, tell).catch((error: unknown) => {
    failed(error);
    return undefined;
  });
  return async () => {
    const handlers = await registered;
    if (handlers === undefined) return;
    // A handler is removed in the context that it was added in.
    await place.excel.run(handlers.context, async (context) => {
      for (const handler of handlers.handlers) handler.remove();
      await context.sync();
    });
  };
}

/** Without events no edit is checked and no card follows, so it is tried more than once. */
async function registerAtLast(place: ExcelPlace, names: Map<string, string>, tell: Tell): Promise<Registered> {
  for (let pause = 1_000; pause < 10_000; pause *= 3) {
    try {
      return await register(place, names, tell);
    } catch {
      await place.wait(pause);
    }
  }
  return register(place, names, tell);
}

async function register(place: ExcelPlace, names: Map<string, string>, tell: Tell): Promise<Registered> {
  return runExcel(place, '', async (context) => {
    const sheets = context.workbook.worksheets;
    // The name of a sheet is asked for at its first event; those that follow wait for it, so that all come in order.
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = (id: string, then: (name: string) => void): Promise<void> => {
      const turn = last.then(async () => then(await nameOf(place, names, id)));
      last = turn.catch(() => undefined);
      return turn;
    };
    const handlers: { remove(): void }[] = [
      sheets.onChanged.add((args) => inTurn(args.worksheetId, (name) => tellChange(args, name, tell))),
      sheets.onSelectionChanged.add(() => toldLook(tell)),
      sheets.onActivated.add(() => toldLook(tell)),
    ];
    if (place.has('1.10')) {
      handlers.push(
        sheets.onRowSorted.add(({ worksheetId }) => inTurn(worksheetId, (sheet) => tell({ kind: 'reshaped', sheet }))),
      );
    }
    await context.sync();
    return { context, handlers };
  });
}

function toldLook(tell: Tell): Promise<void> {
  tell({ kind: 'looked' });
  return Promise.resolve();
}

function tellChange(args: Excel.WorksheetChangedEventArgs, sheet: string, tell: Tell): void {
  // Our own writing has its events off; where Excel tells of it all the same, it also says whose it was.
  if ((args.triggerSource as string | undefined) === 'ThisLocalAddin') return;
  if (args.changeType !== 'RangeEdited') {
    tell({ kind: 'reshaped', sheet });
    return;
  }
  for (const { row, rows, column, columns } of rectanglesOf(args.address)) {
    tell({ kind: 'edited', sheet, span: { row, rows }, column, columns });
  }
}

/** Events name a sheet by its id; a name is asked for once, and again when the sheet is unknown. */
async function nameOf(place: ExcelPlace, names: Map<string, string>, id: string): Promise<string> {
  if (!names.has(id)) {
    await runExcel(place, '', async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load({ id: true, name: true });
      await context.sync();
      for (const { id: known, name } of sheets.items) names.set(known, name);
    });
  }
  return names.get(id) ?? '';
}
