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
  const registered = registerAtLast(place, tell).catch((error: unknown) => {
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
async function registerAtLast(place: ExcelPlace, tell: Tell): Promise<Registered> {
  for (let pause = 1_000; pause < 10_000; pause *= 3) {
    try {
      return await register(place, tell);
    } catch {
      await place.wait(pause);
    }
  }
  return register(place, tell);
}

async function register(place: ExcelPlace, tell: Tell): Promise<Registered> {
  return runExcel(place, '', async (context) => {
    const sheets = context.workbook.worksheets;
    const names = new Map<string, string>();
    const inTurn = namedInTurn(place, names, tell);
    const handlers: { remove(): void }[] = [
      sheets.onChanged.add(async (args) => {
        if (!isOurs(args)) await inTurn(args.worksheetId, (name) => tellChange(args, name, tell));
      }),
      sheets.onSelectionChanged.add(() => toldLook(tell)),
      sheets.onActivated.add(() => toldLook(tell)),
    ];
    if (place.has('1.10')) {
      handlers.push(
        sheets.onRowSorted.add(({ worksheetId }) => inTurn(worksheetId, (sheet) => tell({ kind: 'reshaped', sheet }))),
      );
    }
    // Where Excel does not tell of a new name, the next look or edit does.
    if (place.has('1.17')) {
      handlers.push(sheets.onNameChanged.add(({ worksheetId }) => inTurn(worksheetId, () => undefined)));
    }
    sheets.load({ id: true, name: true });
    await context.sync();
    for (const { id, name } of sheets.items) names.set(id, name);
    return { context, handlers };
  });
}

/**
 * Events name a sheet by its id, and its name may be another since the last one. So the names are asked for again, once
 * for all events that wait; these are told in their order, behind the news of sheets that were renamed or deleted.
 */
function namedInTurn(
  place: ExcelPlace,
  names: Map<string, string>,
  tell: Tell,
): (id: string, then: (name: string) => void) => Promise<void> {
  let waiting: (() => void)[] = [];
  let last: Promise<void> = Promise.resolve();
  const turn = async (): Promise<void> => {
    const events = waiting;
    waiting = [];
    if (events.length === 0) return;
    // Where Excel does not answer now, the names are still those of before.
    await renewNames(place, names, tell).catch(() => undefined);
    for (const event of events) event();
  };
  return (id, then) => {
    waiting.push(() => then(names.get(id) ?? ''));
    last = last.then(turn);
    return last;
  };
}

async function renewNames(place: ExcelPlace, names: Map<string, string>, tell: Tell): Promise<void> {
  const now = await runExcel(place, '', async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load({ id: true, name: true });
    await context.sync();
    return new Map(sheets.items.map(({ id, name }) => [id, name]));
  });
  const before = [...names];
  names.clear();
  for (const [id, name] of now) names.set(id, name);
  for (const [id, name] of before) {
    const after = now.get(id);
    if (after === name) continue;
    tell({ kind: 'reshaped', sheet: name });
    if (after !== undefined) tell({ kind: 'reshaped', sheet: after });
  }
}

function toldLook(tell: Tell): Promise<void> {
  tell({ kind: 'looked' });
  return Promise.resolve();
}

/** Our own writing has its events off; where Excel tells of it all the same, it also says whose it was. */
function isOurs({ triggerSource }: Excel.WorksheetChangedEventArgs): boolean {
  return (triggerSource as string | undefined) === 'ThisLocalAddin';
}

function tellChange(args: Excel.WorksheetChangedEventArgs, sheet: string, tell: Tell): void {
  if (args.changeType !== 'RangeEdited') {
    tell({ kind: 'reshaped', sheet });
    return;
  }
  for (const { row, rows, column, columns } of rectanglesOf(args.address)) {
    tell({ kind: 'edited', sheet, span: { row, rows }, column, columns });
  }
}
