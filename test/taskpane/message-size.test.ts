import type { Remote } from 'comlink';
import type { BookHead, BookView, RowBlock } from '../../src/core/book-view';
import type { Cell } from '../../src/core/kernel/cell';
import type { SheetPlan, Workbook } from '../../src/core/workbook';
import { createMemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { offerWorkbook, type FarWorkbook } from '../../src/taskpane/desk/far-workbook';
import { nearWorkbook } from '../../src/taskpane/desk/near-workbook';
import { inMessages, joinBook } from '../../src/workbench/book-parts';

/** Characters that cross in a few milliseconds. */
const MOST = 500_000;

/** A record store: few cells, each as long as Excel lets it be. */
const store: Cell[][] = Array.from({ length: 200 }, (_, row) => [`${row} `.padEnd(30_000, 'x')]);
/** Records: many short cells. */
const records: Cell[][] = Array.from({ length: 3_000 }, (_, row) => Array.from({ length: 30 }, (_, at) => row * at));

const planOf = (name: string, rows: readonly (readonly Cell[])[]): SheetPlan => ({
  name,
  visibility: 'visible',
  columns: (rows[0] ?? []).map(() => ({ width: 10, style: 'plain' })),
  top: [],
  rows,
});

/** The workbook of a Worker, and how many characters each message to it or from it has. */
async function acrossThread(page: Workbook = createMemoryWorkbook()) {
  const sizes: number[] = [];
  const far = offerWorkbook(
    page,
    () => undefined,
    () => undefined,
  );
  const wire = new Proxy(far, {
    get:
      (target, method: keyof FarWorkbook) =>
      async (...args: unknown[]) => {
        const answer: unknown = await (target[method] as (...given: unknown[]) => unknown)(...args);
        sizes.push((JSON.stringify(args) + JSON.stringify(answer ?? '')).length);
        return answer;
      },
  });
  return { workbook: await nearWorkbook(wire as unknown as Remote<FarWorkbook>), sizes };
}

/** A host that sees every change itself. */
function tellingChanges(page: Workbook): Workbook {
  const changed = new Map<number, number>();
  let moment = 0;
  return {
    ...page,
    changes: {
      now: () => moment,
      since: async (sheet, before) => {
        const cells = (await page.read(sheet)) ?? [];
        const rows = [...changed].flatMap(([row, at]) => (at > before.moment ? [row] : []));
        return { height: cells.length, rows: new Map(rows.map((row) => [row, cells[row] ?? []])) };
      },
    },
    change: async (edits) => {
      await page.change(edits);
      moment += 1;
      for (const { columns } of edits)
        for (const { values } of columns) for (const row of values.keys()) changed.set(row, moment);
    },
  };
}

describe('messages between the page and a Worker', () => {
  it.each([
    ['few long texts', store],
    ['many short cells', records],
  ])('are small where sheets hold %s', async (_, rows) => {
    const { workbook, sizes } = await acrossThread();
    await workbook.prepare([planOf('Sheet', rows)]);
    expect(await workbook.read('Sheet')).toEqual(rows);
    const values = new Map(rows.map(([cell = ''], row) => [row, cell]));
    await workbook.change([{ sheet: 'Sheet', columns: [{ column: 1, values }] }]);
    expect((await workbook.read('Sheet'))?.map((row) => row[1])).toEqual(rows.map(([cell]) => cell));
    expect(Math.max(...sizes)).toBeLessThan(MOST);
    expect(sizes.length).toBeLessThan(120);
  });

  it('hold only what changed of a sheet that was read, where its host can tell', async () => {
    const page = createMemoryWorkbook();
    const { workbook, sizes } = await acrossThread(tellingChanges(page));
    await workbook.prepare([planOf('Sheet', records)]);
    const first = await workbook.read('Sheet');
    sizes.length = 0;
    await workbook.change([
      {
        sheet: 'Sheet',
        columns: [
          {
            column: 1,
            values: new Map([
              [7, 'typed'],
              [3_001, 'new'],
            ]),
          },
        ],
      },
    ]);
    const again = await workbook.read('Sheet');
    expect(Math.max(...sizes)).toBeLessThan(2_000);
    expect(again?.map((row) => row[1] ?? '')).toEqual((await page.read('Sheet'))?.map((row) => row[1] ?? ''));
    expect(again?.[8]).toBe(first?.[8]);
    expect(await workbook.read('Sheet')).toEqual(again);
    // More than a message holds is read as ever.
    await workbook.change([
      { sheet: 'Sheet', columns: [{ column: 2, values: new Map(records.map((_, row) => [row, 'x'])) }] },
    ]);
    expect(await workbook.read('Sheet')).toEqual(await page.read('Sheet'));
  });

  it('are small when a workbook is opened or saved', async () => {
    const view: BookView = {
      looks: [],
      sheets: [store, records].map((cells, index) => ({
        name: `Sheet${index}`,
        visibility: 'visible',
        hasGridLines: true,
        cells,
        formulas: new Map(),
        columns: [],
        cellLooks: new Map(),
        rowHeights: new Map(),
        hiddenRows: new Set(),
        merges: [],
        dataRow: 0,
        lists: [],
        highlights: [],
      })),
    };
    const whole = async function* (): AsyncGenerator<RowBlock, BookHead> {
      for (const [sheet, { cells }] of view.sheets.entries()) yield await Promise.resolve({ sheet, rows: cells });
      return view;
    };
    const [joined, lengths] = [joinBook(), [] as number[]];
    for await (const block of inMessages(whole())) {
      lengths.push(JSON.stringify(block).length);
      joined.add(block);
    }
    expect(Math.max(...lengths)).toBeLessThan(MOST);
    expect(joined.view(view)).toEqual(view);
  });
});
