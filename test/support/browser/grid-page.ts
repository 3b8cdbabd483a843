/** Runs in the page: the workbook of the grid, as the tests reach it. */
import type { ShownBlock } from '../../../src/core/book-view';
import {
  isHostFault,
  type Progress,
  type ReadMoment,
  type SheetEdit,
  type SheetPlan,
  type WorkbookEvent,
} from '../../../src/core/workbook';
import { createGridWorkbook, type GridWorkbook } from '../../../src/hosts/workbench/grid-workbook';
import { pack, unpack } from './carried';
import type { GridPage, HandedOver } from './grid';

const container = document.querySelector<HTMLElement>('#grid');
if (container === null) throw new Error('The page has no place for the grid.');
const workbook = createGridWorkbook(container, {
  isOurs: (name) => name !== 'Own',
  reasonOf: (row, column) => (row === 3 && column === 2 ? 'Error: <b>Perhaps</b> is no status' : undefined),
});
const events: WorkbookEvent[] = [];
workbook.listen((event) => events.push(event));

/** What the page hands over to be saved. */
async function handedOver(): Promise<HandedOver> {
  const rows = workbook.rowsNow();
  const [all, handing]: [ShownBlock[], ReturnType<typeof rows.blocks>] = [[], rows.blocks()];
  for (let block = await handing.next(); ; block = await handing.next()) {
    if (block.done !== true) all.push(block.value);
    else if (block.value === undefined) throw new Error('Rows moved meanwhile.');
    else return { names: rows.names, blocks: all, head: block.value };
  }
}

/** `stopAt` throws at the progress call of that number, as a user who presses Stop. */
function progressTo(stopAt: number | undefined): Progress | undefined {
  let calls = 0;
  return stopAt === undefined
    ? undefined
    : () => {
        calls += 1;
        if (calls === stopAt) throw new Error('stopped');
      };
}

const methods = {
  ...workbook,
  change: (edits: readonly SheetEdit[], stopAt?: number) => workbook.change(edits, progressTo(stopAt)),
  prepare: (plans: readonly SheetPlan[], along: readonly SheetEdit[]) => workbook.prepare(plans, undefined, along),
  events: () => Promise.resolve(events.splice(0)),
  handedOver,
  moment: () => Promise.resolve(workbook.changes?.now()),
  changesSince: (sheet: string, before: ReadMoment) => workbook.changes?.since(sheet, before),
} satisfies Partial<Record<keyof GridWorkbook | keyof GridPage['workbook'], unknown>>;

/** Calls a method of the workbook with packed arguments; gives its packed answer, or what it threw. */
async function callGrid(method: string, packed: string): Promise<string> {
  const own = (methods as unknown as Record<string, (...args: unknown[]) => unknown>)[method];
  if (own === undefined) throw new Error(`The workbook has no ${method}.`);
  try {
    // An argument left out came as null.
    return pack({ answer: await own(...unpack<unknown[]>(packed).map((argument) => argument ?? undefined)) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return pack({ thrown: { message, ...(isHostFault(error) ? { refusal: error.refusal } : {}) } });
  }
}

Object.assign(window, { callGrid, workbook });
