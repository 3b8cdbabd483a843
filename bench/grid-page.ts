/** Runs in the page: the same rows in the grid of the workbench, and in Univer alone. */
import { UniverInstanceType } from '@univerjs/core';
import type { Cell } from '../src/core/kernel/cell';
import type { SheetPlan, WorkbookEvent } from '../src/core/workbook';
import { createGridWorkbook } from '../src/hosts/workbench/grid-workbook';
import { snapshotOf } from '../src/hosts/workbench/snapshot';
import { startUniver } from '../src/hosts/workbench/start-univer';
import { viewOfPlans } from '../src/hosts/workbench/view-of-plans';

const COLUMNS = 32;
const [STATUS, FLAG, ERRORS, MARKS] = [6, 29, 30, 31];
const statuses = ['No Action', 'Accepted', 'Rejected', 'Pending'];
const container = document.querySelector<HTMLElement>('#grid') ?? document.body;
const workbook = createGridWorkbook(container);

function planned(rows: number): SheetPlan[] {
  const isAmount = (column: number): boolean => column >= 8 && column < 16;
  const sheet: SheetPlan = {
    name: 'B2B',
    visibility: 'visible',
    columns: Array.from({ length: COLUMNS }, (_, column) => ({
      width: 16,
      style: column === STATUS ? 'user-text' : isAmount(column) ? 'portal-amount' : 'portal-text',
      hidden: column === FLAG || column === MARKS,
    })),
    top: [Array.from({ length: COLUMNS }, (_, column) => ({ cell: `Heading ${String(column)}`, style: 'heading' }))],
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: COLUMNS }, (__, column): Cell => {
        if (column === STATUS) return statuses[row % 4] ?? '';
        if (column === FLAG) return row % 7 === 0 ? 'N' : 'Y';
        if (column === MARKS) return row % 20 === 0 ? '|E:Heading 2|' : '';
        if (column === ERRORS) return row % 20 === 0 ? 'Error: look at the number' : '';
        return isAmount(column)
          ? ((row * 7919 + column * 104_729) % 90_000_000) / 100
          : `T${String((row * 31 + column) % 50_000)}`;
      }),
    ),
    headings: true,
    freeze: { rows: 1, columns: 3 },
    lists: [
      {
        column: STATUS,
        flagColumn: FLAG,
        flag: 'N',
        whenFlagged: statuses.slice(0, 3),
        otherwise: statuses,
        promptTitle: 'Status',
        prompt: '',
        errorTitle: '',
        error: '',
      },
    ],
    highlights: [
      { kind: 'marked', prefix: 'E:', marksColumn: MARKS, look: 'error' },
      { kind: 'marked', prefix: 'W:', marksColumn: MARKS, look: 'warning' },
      { kind: 'row-begins', column: 28, text: 'Withdrawn', look: 'withdrawn' },
      { kind: 'below', limit: 0, equalToo: false, look: 'negative' },
      { kind: 'equals', column: STATUS, text: 'Accepted', look: 'accepted' },
      { kind: 'equals', column: STATUS, text: 'Rejected', look: 'rejected' },
      { kind: 'equals', column: STATUS, text: 'Pending', look: 'pending' },
    ],
  };
  const range = (letters: string): string => `'B2B'!$${letters}$2:$${letters}$1048576`;
  const formulas = [
    `COUNTA(${range('A')})`,
    ...statuses.slice(1).map((status) => `COUNTIF(${range('G')},"${status}")`),
    `SUM(${range('I')})+SUM(${range('J')})+SUM(${range('K')})+SUM(${range('L')})`,
  ];
  const home: SheetPlan = {
    name: 'Home',
    visibility: 'visible',
    columns: [{ width: 20, style: 'amount' }],
    top: formulas.map((formula) => [{ cell: { formula, value: 0 }, style: 'amount' }]),
    rows: [],
  };
  return [sheet, home];
}

let blocks: number[] = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) blocks.push(duration);
}).observe({ type: 'longtask', buffered: true });

/** Milliseconds that the work took, and of them the longest block. */
async function timed(work: () => Promise<unknown>): Promise<{ took: number; longest: number }> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  blocks = [];
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { took, longest: Math.max(0, ...blocks) };
}

let pressed = 0;
// Before Univer listens, which keeps some keys for itself.
addEventListener(
  'keydown',
  ({ key }) => {
    if (key === 'Enter') pressed = performance.now();
  },
  true,
);

let closeBare: (() => Promise<void>) | undefined;

const bench = {
  show: async (rows: number) => {
    const view = viewOfPlans(planned(rows));
    return timed(() => workbook.show(view));
  },
  clear: () => workbook.show({ sheets: [], looks: [] }),
  bare: async (rows: number) => {
    const view = viewOfPlans(planned(rows));
    return timed(async () => {
      const place = document.createElement('div');
      place.style.height = '100%';
      container.replaceChildren(place);
      const snapshot = await snapshotOf(
        view,
        view.sheets.map((sheet, index) => [`sheet-${String(index)}`, sheet] as const),
      );
      const univer = startUniver(place, false);
      univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshot);
      await new Promise((resolve) => setTimeout(resolve, 500));
      closeBare = async () => {
        univer.dispose();
        await new Promise((resolve) => setTimeout(resolve, 50));
        place.remove();
      };
    });
  },
  closeBare: () => closeBare?.(),
  read: () => timed(() => workbook.read('B2B')),
  viewNow: () => timed(() => workbook.viewNow()),
  change: (rows: number) =>
    timed(() =>
      workbook.change([
        {
          sheet: 'B2B',
          columns: [
            { column: STATUS, values: new Map(Array.from({ length: rows }, (_, row) => [row + 1, 'Accepted'])) },
          ],
        },
      ]),
    ),
  goTo: (row: number, column: number) => workbook.goTo('B2B', row, column),
  /** frames a second while somebody turns the wheel */
  frames: async (milliseconds: number) => {
    const times: number[] = [];
    const began = performance.now();
    while (performance.now() - began < milliseconds) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now());
    }
    return (times.length / (performance.now() - began)) * 1000;
  },
  /** from the Enter that ends an edit until its mark is on the screen */
  edit: () =>
    new Promise<{ told: number; marked: number }>((resolve) => {
      const mark = async (event: WorkbookEvent): Promise<void> => {
        if (event.kind !== 'edited') return;
        const told = performance.now() - pressed;
        stop();
        await workbook.change([
          { sheet: 'B2B', columns: [{ column: MARKS, values: new Map([[event.span.row, '|E:Heading 6|']]) }] },
        ]);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve({ told, marked: performance.now() - pressed })),
        );
      };
      const stop = workbook.listen((event) => void mark(event));
    }),
};

Object.assign(window, { bench });
