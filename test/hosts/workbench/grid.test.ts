import type { Browser, Page } from 'playwright-core';
import type { SheetView } from '../../../src/core/book-view';
import type { Look } from '../../../src/core/look';
import type { SheetEdit, SheetPlan } from '../../../src/core/workbook';
import { launchChromium } from '../../support/browser/chromium';
import { eventually } from '../../support/browser/eventually';
import { buildGridFiles, openGrid, type GridPage } from '../../support/browser/grid';

const [TEXT, AMOUNT, STATUS, FLAG, MARKS] = [0, 1, 2, 3, 4];
const FIRST = 2;

const b2b: SheetPlan = {
  name: 'B2B',
  visibility: 'visible',
  columns: [
    { width: 20, style: 'portal-text' },
    { width: 20, style: 'portal-amount' },
    { width: 20, style: 'user-text' },
    { width: 20, style: 'helper' },
    { width: 20, style: 'helper' },
  ],
  top: [
    [{ cell: 'Title', style: 'title' }],
    ['Text', 'Amount', 'Status', 'Flag', 'Marks'].map((cell) => ({ cell, style: 'heading' as const })),
  ],
  rows: [
    ['c', 3, 'Accepted', 'Y', ''],
    ['a', 1_234_567.5, '', 'N', ''],
    ['b', -5, 'Rejected', 'Y', ''],
  ],
  headings: true,
  freeze: { rows: 2, columns: 1 },
  lists: [
    {
      column: STATUS,
      flagColumn: FLAG,
      flag: 'N',
      whenFlagged: ['Accepted', 'Rejected'],
      otherwise: ['Accepted', 'Rejected', 'Pending'],
      promptTitle: 'Status',
      prompt: '',
      errorTitle: 'Not in the list',
      error: 'Choose a status of the list.',
    },
  ],
  highlights: [
    { kind: 'marked', prefix: 'E:', marksColumn: MARKS, look: 'error' },
    { kind: 'below', limit: 0, equalToo: false, look: 'negative' },
    { kind: 'equals', column: STATUS, text: 'Accepted', look: 'accepted' },
  ],
};

const home: SheetPlan = {
  name: 'Home',
  visibility: 'visible',
  columns: [
    { width: 20, style: 'plain' },
    { width: 20, style: 'count' },
  ],
  top: [
    ['Accepted', { cell: { formula: `COUNTIF('B2B'!$C$3:$C$1048576,"Accepted")`, value: 1 }, style: 'count' }],
    ['Sum', { cell: { formula: `SUM('B2B'!$B$3:$B$1048576)+B1*100-1`, value: 0 }, style: 'amount' }],
    ['Typed', { cell: '', style: 'plain' }],
  ],
  rows: [],
};

function edit(
  column: number,
  values: readonly (readonly [number, string | number])[],
  guard?: SheetEdit['guard'],
): SheetEdit {
  return { sheet: 'B2B', columns: [{ column, values: new Map(values) }], ...(guard === undefined ? {} : { guard }) };
}

let browser: Browser;
let grid: GridPage;
let page: Page;

beforeAll(async () => {
  const files = await buildGridFiles();
  browser = await launchChromium();
  grid = await openGrid(browser, files);
  page = grid.page;
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  await grid.workbook.show({ sheets: [], looks: [] });
  await grid.workbook.prepare([b2b, home]);
  // Not where a test clicks next: two clicks at one place open the editor.
  await lookAt(FIRST + 8, MARKS);
  await grid.workbook.events();
});

afterEach(() => {
  expect(grid.faults.splice(0)).toEqual([]);
});

/** The middle of a cell while nothing is scrolled: columns are 145 pixels wide, rows 20 high. */
function placeOf(row: number, column: number): [number, number] {
  return [46 + 145 * column + 70, 88 + 20 * row + 10];
}

async function lookAt(row: number, column: number, sheet = 'B2B'): Promise<void> {
  await grid.workbook.goTo(sheet, row, column);
  await page.mouse.click(...placeOf(row, column));
}

async function type(row: number, column: number, text: string, sheet = 'B2B'): Promise<void> {
  await lookAt(row, column, sheet);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function cell(row: number, column: number, sheet = 'B2B'): Promise<unknown> {
  return (await grid.workbook.read(sheet))?.[row]?.[column];
}

/** The colour of a picture of the page at a place. */
async function colourAt([x, y]: readonly [number, number]): Promise<string> {
  const picture = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join();
  }, picture);
}

/** Sorts by the column of the selected cell. */
async function sortUp(): Promise<void> {
  await page
    .getByLabel('Sort A to Z')
    .or(page.locator('[data-u-command="ims.command.sort-ascending"]'))
    .first()
    .click();
}

/** Counts the texts of cells that the page draws; gives how many there were since it was asked last. */
async function countTexts(): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    let count = 0;
    const counted = new Proxy(Reflect.get(prototype, 'fillText') as (...args: unknown[]) => void, {
      apply: (draw, context, args) => {
        // The letters of columns and the numbers of rows are shorter, and drawn in each frame.
        if (String(args[0]).length > 2) count += 1;
        Reflect.apply(draw, context, args);
      },
    });
    Reflect.set(prototype, 'fillText', counted);
    Object.assign(window, { textsDrawn: () => [count, (count = 0)][0] });
  });
  return () => page.evaluate(() => (window as unknown as { textsDrawn: () => number }).textsDrawn());
}

/** Until what was asked for so far is drawn. */
async function frames(): Promise<void> {
  await page.waitForTimeout(300);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** The half of a cell that its text stands in. */
async function sideOfText(row: number, column: number): Promise<'left' | 'right' | 'both'> {
  const [x, y] = placeOf(row, column);
  const clip = { x: x - 68, y: y - 8, width: 136, height: 16 };
  const picture = (await page.screenshot({ clip })).toString('base64');
  const dark = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const points = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const count = { left: 0, right: 0 };
    for (let at = 0; at < points.length; at += 4)
      if ((points[at] ?? 255) < 128) count[(at / 4) % image.width < image.width / 2 ? 'left' : 'right'] += 1;
    return count;
  }, picture);
  if (dark.left > 0 && dark.right > 0) return 'both';
  return dark.left > 0 ? 'left' : 'right';
}

describe('typing', () => {
  /** One below the other, as Enter goes down. */
  async function typeBelow(column: number, texts: readonly string[]): Promise<void> {
    await lookAt(FIRST, column);
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
  }

  it('keeps text as it is in a column of text', async () => {
    const texts = ['0045', '1E5', '03-04', '=1+1', 'TRUE', 'true', '+91', '1234567890123456', "'x", '50%'];
    await typeBelow(TEXT, texts);
    await eventually(async () => {
      expect((await grid.workbook.read('B2B'))?.slice(FIRST).map((row) => row[TEXT])).toEqual(texts);
    });
  });

  it('takes what looks like an amount for one in a column of amounts, and nothing else', async () => {
    await typeBelow(AMOUNT, ['12,34,567.50', '-5', '=1+1', '1234567890123456', 'about 5']);
    await eventually(async () => {
      expect((await grid.workbook.read('B2B'))?.slice(FIRST).map((row) => row[AMOUNT])).toEqual([
        1_234_567.5,
        -5,
        '=1+1',
        '1234567890123456',
        'about 5',
      ]);
    });
  });

  it('is told as an edit of that cell', async () => {
    await type(FIRST, TEXT, 'x');
    await eventually(async () => {
      expect((await grid.workbook.events()).filter(({ kind }) => kind === 'edited')).toEqual([
        { kind: 'edited', sheet: 'B2B', span: { row: FIRST, rows: 1 }, column: TEXT, columns: 1 },
      ]);
    });
  });

  it('of what we write nothing is told', async () => {
    await grid.workbook.change([edit(TEXT, [[FIRST, 'ours']])]);
    expect((await grid.workbook.events()).filter(({ kind }) => kind !== 'looked')).toEqual([]);
  });

  it('edits an amount as a number, not as it is drawn', async () => {
    await lookAt(FIRST + 1, AMOUNT);
    await page.keyboard.press('F2');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await cell(FIRST + 1, AMOUNT)).toBe(1_234_567.51));
  });

  it('clears with Delete', async () => {
    await lookAt(FIRST, TEXT);
    await page.keyboard.press('Delete');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe(''));
  });
});

describe('going to a cell', () => {
  const wide: SheetPlan = {
    name: 'Wide',
    visibility: 'visible',
    // The frozen columns are wider than the others, and the frozen rows higher.
    columns: [40, 30, ...Array.from({ length: 12 }, () => 15)].map((width) => ({ width, style: 'plain' as const })),
    top: [['Title'], ['Heading']],
    rowHeights: new Map([[1, 60]]),
    rows: Array.from({ length: 80 }, (_, row) => Array.from({ length: 14 }, (__, column) => `${row} ${column}`)),
    headings: true,
    freeze: { rows: 2, columns: 2 },
  };
  const nameBox = () => page.getByRole('textbox', { name: /^Name box/ });
  /** the cell that is drawn in the corner beside and below what is frozen, asked for by a click */
  const inTheCorner = async (): Promise<string> => {
    await page.mouse.click(46 + (40 + 30) * 7 + 2 * 5 + 12, 88 + 20 + 80 + 8);
    return nameBox().inputValue();
  };

  it('leaves none of it under what is frozen, by whatever way it is gone to', async () => {
    await grid.workbook.prepare([wide]);
    await grid.workbook.goTo('Wide', 70, 12);
    await grid.workbook.goTo('Wide', 30, 5);
    expect(await inTheCorner()).toBe('F31');

    await grid.workbook.goTo('Wide', 70, 12);
    await nameBox().fill('E21');
    await nameBox().press('Enter');
    // Not before the sheet has moved: a click at once would select something else.
    await page.waitForTimeout(500);
    expect(await inTheCorner()).toBe('E21');

    await grid.workbook.goTo('Wide', 60, 10);
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowLeft');
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowUp');
    await eventually(async () => expect(await nameBox().inputValue()).toBe('D31'));
    await page.waitForTimeout(500);
    expect(await inTheCorner()).toBe('D31');
  });
});

describe('undo and redo', () => {
  it('take back what was typed, and do it again', async () => {
    await type(FIRST, TEXT, '007');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('007'));
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('c'));
    await page.keyboard.press('Control+y');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('007'));
  });

  it('leave alone what we wrote in other columns, and are told as edits', async () => {
    await type(FIRST, TEXT, 'x');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('x'));
    await grid.workbook.change([edit(MARKS, [[FIRST, '|E:Text|']])]);
    await grid.workbook.events();
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('c'));
    expect(await cell(FIRST, MARKS)).toBe('|E:Text|');
    expect((await grid.workbook.events()).map(({ kind }) => kind)).toContain('edited');
  });

  it('have nothing to take back once we wrote in the same column', async () => {
    await type(FIRST, TEXT, 'x');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('x'));
    await grid.workbook.change([edit(TEXT, [[FIRST + 1, 'ours']])]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect([await cell(FIRST, TEXT), await cell(FIRST + 1, TEXT)]).toEqual(['x', 'ours']);
  });
});

describe('lists', () => {
  const offered = (): Promise<string[]> => page.getByRole('option').allTextContents();

  it.each([
    ['a row that is flagged', FIRST + 1, ['Accepted', 'Rejected']],
    ['any other row', FIRST, ['Accepted', 'Rejected', 'Pending']],
  ])('offer %s what it may choose', async (_name, row, items) => {
    await lookAt(row, STATUS);
    await page.keyboard.press('Alt+ArrowDown');
    await eventually(async () => expect(await offered()).toEqual(items));
  });

  it('enter what is chosen with the keyboard', async () => {
    await lookAt(FIRST, STATUS);
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('listbox', { name: 'Status' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await cell(FIRST, STATUS)).toBe('Pending'));
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await cell(FIRST, STATUS)).toBe('Accepted'));
  });

  it('open by their arrow', async () => {
    const [x, y] = placeOf(FIRST, STATUS);
    await page.mouse.click(x + 66, y);
    await page.getByRole('option', { name: 'Pending' }).click();
    await eventually(async () => expect(await cell(FIRST, STATUS)).toBe('Pending'));
  });

  it('take a typed item in any case, and refuse all others with their words', async () => {
    await type(FIRST, STATUS, 'pending');
    await eventually(async () => expect(await cell(FIRST, STATUS)).toBe('Pending'));
    await type(FIRST + 1, STATUS, 'Pending');
    await page.getByText('Choose a status of the list.').waitFor();
    expect(await cell(FIRST + 1, STATUS)).toBe('');
  });
});

describe('reading again', () => {
  it('tells which rows changed since a moment, and nothing where all may have', async () => {
    const { workbook } = grid;
    const width = (await workbook.read('B2B'))?.[0]?.length ?? 0;
    const began = { moment: await workbook.moment(), width };
    expect(await workbook.changesSince('B2B', began)).toEqual({ height: 5, rows: new Map() });
    await type(FIRST + 1, TEXT, 'typed');
    const typed = { moment: await workbook.moment(), width };
    await workbook.change([edit(FLAG, [[FIRST + 4, 'Y']])]);
    const added = ['', '', '', 'Y', ''].slice(0, width);
    expect(await workbook.changesSince('B2B', typed)).toEqual({ height: 7, rows: new Map([[FIRST + 4, added]]) });
    const both = new Map([
      [FIRST + 1, ['typed', 1_234_567.5, '', 'N', ''].slice(0, width)],
      [FIRST + 4, added],
    ]);
    expect(await workbook.changesSince('B2B', began)).toEqual({ height: 7, rows: both });
    expect(await workbook.changesSince('B2B', { ...began, width: width + 1 })).toBeUndefined();
    await sortUp();
    await eventually(async () => expect(await workbook.changesSince('B2B', typed)).toBeUndefined());
    await workbook.show(await workbook.viewNow());
    const shown = { moment: await workbook.moment(), width };
    expect(await workbook.changesSince('B2B', began)).toBeUndefined();
    expect(await workbook.changesSince('B2B', shown)).toEqual({ height: 7, rows: new Map() });
  });

  it('tells what a formula comes to where cells of another sheet changed', async () => {
    const { workbook } = grid;
    const width = (await workbook.read('Home'))?.[0]?.length ?? 0;
    const began = { moment: await workbook.moment(), width };
    await workbook.change([edit(STATUS, [[FIRST + 1, 'Accepted']])]);
    const { rows } = (await workbook.changesSince('Home', began)) ?? {};
    expect(rows?.get(0)).toEqual(['Accepted', 2]);
  });
});

describe('saving', () => {
  /** The rows of B2B that are handed over. */
  async function handed(): Promise<number[]> {
    const { names, blocks } = await grid.workbook.handedOver();
    const rows = blocks.filter(({ sheet }) => names[sheet] === 'B2B').flatMap((block) => block.rows);
    return rows.flatMap((row, at) => (row === null ? [] : [at]));
  }

  it('hands over the rows that changed since they were shown, and all that never were in a file', async () => {
    expect(await handed()).toEqual([0, 1, 2, 3, 4]);
    await grid.workbook.show(await grid.workbook.viewNow());
    expect(await handed()).toEqual([]);
    await type(FIRST + 1, TEXT, 'typed');
    await grid.workbook.change([edit(FLAG, [[FIRST + 2, 'N']])]);
    await grid.workbook.showOnly('B2B', FIRST - 1, FLAG, ['N']);
    expect(await handed()).toEqual([FIRST + 1, FIRST + 2]);
    await page.keyboard.press('Control+z');
    expect(await handed()).toEqual([FIRST + 1, FIRST + 2]);
    await grid.workbook.showOnly('B2B', FIRST - 1, FLAG, []);
    await lookAt(FIRST, TEXT);
    await sortUp();
    await eventually(async () => expect(await handed()).toEqual([0, 1, 2, 3, 4]));
  });
});

describe('drawing', () => {
  it('marks the cells that the marks name, and no others', async () => {
    await lookAt(FIRST, AMOUNT);
    const place: [number, number] = [placeOf(FIRST, TEXT)[0], placeOf(FIRST, TEXT)[1] - 6];
    expect(await colourAt(place)).toBe('255,255,255');
    await grid.workbook.change([edit(MARKS, [[FIRST, '|E:Text|']])]);
    await eventually(async () => expect(await colourAt(place)).toBe('255,201,201'));
    expect(await colourAt([place[0], place[1] + 20])).toBe('255,255,255');
  });

  it('draws a row that changed alone, and as if all were drawn', async () => {
    const texts = await countTexts();
    const drawn = async (): Promise<{ picture: string; count: number }> => {
      await frames();
      const picture = await page.evaluate(
        () => document.querySelector<HTMLCanvasElement>('#univer-sheet-main-canvas_book')?.toDataURL() ?? '',
      );
      return { picture, count: await texts() };
    };
    await lookAt(FIRST + 1, STATUS);
    await frames();
    await texts();
    const long = 'a text that is longer than its cell and runs over those beside it, to the end of them all';
    const begun = await drawn();
    for (const values of [
      [edit(TEXT, [[FIRST, long]]), edit(AMOUNT, [[FIRST, '']]), edit(STATUS, [[FIRST, '']])],
      [edit(AMOUNT, [[FIRST, -7]]), edit(MARKS, [[FIRST, '|E:Text|']])],
      [edit(TEXT, [[FIRST, 'short']]), edit(STATUS, [[FIRST + 2, 'Accepted']])],
    ]) {
      await grid.workbook.change(values);
      const alone = await drawn();
      expect(alone.picture).not.toBe(begun.picture);
      await page.setViewportSize({ width: 1210, height: 700 });
      await frames();
      await page.setViewportSize({ width: 1200, height: 700 });
      await frames();
      await texts();
      await grid.workbook.change([edit(MARKS, [[FIRST - 1, 'Marks']])]);
      const whole = await drawn();
      expect(alone.picture === whole.picture).toBe(true);
      expect(alone.count).toBeLessThan(whole.count);
    }
  });

  it('shows no part of a number that has no room, as it would read as another one', async () => {
    const [x, y] = placeOf(FIRST, AMOUNT);
    const picture = async (): Promise<string> =>
      (await page.screenshot({ clip: { x: x - 60, y: y - 7, width: 120, height: 14 } })).toString('base64');
    const written = async (amount: number): Promise<string> => {
      const before = await picture();
      await grid.workbook.change([edit(AMOUNT, [[FIRST, amount]])]);
      return eventually(async () => {
        const now = await picture();
        expect(now).not.toBe(before);
        return now;
      });
    };
    const [one, long] = [await written(1), await written(123_456_789_012_344)];
    expect(await written(2)).not.toBe(one);
    expect(await written(987_654_321_098_766)).toBe(long);
    expect(await cell(FIRST, AMOUNT)).toBe(987_654_321_098_766);
  });

  it('places numbers and days where Excel does, unless their look says otherwise', async () => {
    const looks: Look[] = [
      {},
      { format: '#,##0.00' },
      { format: 'd-mmm-yyyy' },
      { format: '0', horizontal: 'left' },
      { format: 'dd-mm-yyyy h:mm' },
    ];
    const own: SheetView = {
      ...((await grid.workbook.viewNow()).sheets[1] as SheetView),
      ...{ name: 'Own', cells: [['text', 8960, '05-04-2026', 5, '05-04-2026']], formulas: new Map() },
      columns: looks.map((_, look) => ({ width: 20, hidden: false, look })),
      ...{ cellLooks: new Map(), rowHeights: new Map(), merges: [], dataRow: 0, hasGridLines: false },
    };
    await grid.workbook.show({ sheets: [own], looks });
    await lookAt(5, 0, 'Own');
    const sides = [];
    for (let column = 0; column < looks.length; column += 1) sides.push(await sideOfText(0, column));
    expect(sides).toEqual(['left', 'right', 'right', 'left', 'right']);
  });

  it('shows why a cell is marked, as plain text', async () => {
    await page.mouse.move(...placeOf(FIRST + 1, STATUS));
    await page.mouse.move(placeOf(FIRST + 1, STATUS)[0] + 3, placeOf(FIRST + 1, STATUS)[1]);
    await page.getByText('Error: <b>Perhaps</b> is no status').waitFor();
  });
});

describe('rows', () => {
  it('that a filter leaves are the ones shown', async () => {
    expect((await grid.workbook.view({ shown: true })).shown).toEqual([{ row: 0, rows: 5 }]);
    await page.mouse.click(46 + 145 * 3 - 9, 88 + 30);
    await page.getByRole('button', { name: 'Confirm' }).waitFor();
    await page
      .locator('div:has(> label)', { hasText: /^Rejected/ })
      .locator('label')
      .click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await eventually(async () => {
      expect((await grid.workbook.view({ shown: true })).shown).toEqual([{ row: 0, rows: 4 }]);
    });
    expect((await grid.workbook.viewNow()).sheets[0]?.hiddenRows).toEqual(new Set([4]));
  });

  it('are sorted below the headings, whole, and that is told', async () => {
    await lookAt(FIRST, TEXT);
    await sortUp();
    await eventually(async () => {
      expect((await grid.workbook.read('B2B'))?.map((row) => row.slice(0, 3))).toEqual([
        ['Title', '', ''],
        ['Text', 'Amount', 'Status'],
        ['a', 1_234_567.5, ''],
        ['b', -5, 'Rejected'],
        ['c', 3, 'Accepted'],
      ]);
    });
    expect(await grid.workbook.events()).toContainEqual({ kind: 'reshaped', sheet: 'B2B' });
  });

  it('that a file has filtered stay so, with what it filtered by', async () => {
    const view = await grid.workbook.viewNow();
    const filtered: SheetView = {
      ...(view.sheets[0] as SheetView),
      hiddenRows: new Set([FIRST + 2]),
      filterColumns: new Map<number, readonly string[] | 'other'>([
        [STATUS, ['', 'Accepted']],
        [AMOUNT, 'other'],
      ]),
    };
    await grid.workbook.show({ ...view, sheets: [filtered, ...view.sheets.slice(1)] });
    const [sheet] = (await grid.workbook.viewNow()).sheets;
    expect(sheet?.hiddenRows).toEqual(filtered.hiddenRows);
    expect(sheet?.filterColumns).toEqual(filtered.filterColumns);
  });

  it('added below belong to the filter', async () => {
    await grid.workbook.change([
      edit(TEXT, [
        [5, 'd'],
        [6, 'e'],
      ]),
    ]);
    expect((await grid.workbook.viewNow()).sheets[0]?.filter).toMatchObject({ row: 1, rows: 6 });
  });

  it('look as those above, and below nothing but headings as their columns say', async () => {
    await grid.workbook.show({ sheets: [], looks: [] });
    await grid.workbook.prepare([{ ...b2b, rows: [] }]);
    await grid.workbook.change([edit(TEXT, [[FIRST, 'a']])]);
    await lookAt(FIRST + 8, MARKS);
    const left = ([x, y]: [number, number]): [number, number] => [x - 60, y];
    const heading = await colourAt(left(placeOf(FIRST - 1, TEXT)));
    expect(heading).not.toBe('255,255,255');
    await eventually(async () => expect(await colourAt(left(placeOf(FIRST, TEXT)))).toBe('255,255,255'));

    const view = await grid.workbook.viewNow();
    const [sheet] = view.sheets as [SheetView];
    const asHeading = new Map([[TEXT, sheet.cellLooks.get(FIRST - 1)?.get(TEXT) ?? 0]]);
    const cellLooks = new Map([...sheet.cellLooks, [FIRST, asHeading] as const]);
    await grid.workbook.show({ ...view, sheets: [{ ...sheet, cellLooks }] });
    await grid.workbook.change([edit(TEXT, [[FIRST + 1, 'b']])]);
    await lookAt(FIRST + 8, MARKS);
    await eventually(async () => expect(await colourAt(left(placeOf(FIRST + 1, TEXT)))).toBe(heading));
  });

  it('that are selected are told', async () => {
    await page.mouse.click(...placeOf(FIRST, TEXT));
    await page.keyboard.press('Shift+ArrowDown');
    await eventually(async () => {
      expect(await grid.workbook.view()).toEqual({ sheet: 'B2B', selected: [{ row: FIRST, rows: 2 }] });
    });
  });
});

describe('copy and paste', () => {
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  it('carry text as text and numbers as numbers', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('0045\t1,00,000.25\r\n"two\nlines"\t-3'));
    await lookAt(FIRST, TEXT);
    await page.keyboard.press('Control+v');
    await eventually(async () => {
      expect((await grid.workbook.read('B2B'))?.slice(2, 4).map((row) => row.slice(0, 2))).toEqual([
        ['0045', 100_000.25],
        ['two\nlines', -3],
      ]);
    });
    expect(await grid.workbook.events()).toContainEqual({
      kind: 'edited',
      sheet: 'B2B',
      span: { row: FIRST, rows: 2 },
      column: 0,
      columns: 2,
    });
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await cell(FIRST, TEXT)).toBe('c'));
  });

  it('hand out what is selected, for Excel too', async () => {
    await grid.workbook.change([edit(TEXT, [[FIRST, '0045']])]);
    await lookAt(FIRST, TEXT);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await eventually(async () => expect(await clipboard()).toBe('0045\t3'));
  });
});

describe('a change of ours', () => {
  const many = (value: string): SheetEdit =>
    edit(
      TEXT,
      Array.from({ length: 20_000 }, (_, index) => [FIRST + index, `${value} ${String(index)}`] as const),
    );

  it('that is stopped in its middle is taken back', async () => {
    await expect(grid.workbook.changeUntil([many('lost')], 3)).rejects.toThrow('stopped');
    expect((await grid.workbook.read('B2B'))?.map(([text]) => text)).toEqual(['Title', 'Text', 'c', 'a', 'b']);
  });

  it('is refused when its rows are not what they were', async () => {
    const guard = { column: TEXT, values: new Map([[FIRST, 'another']]) };
    await expect(grid.workbook.change([edit(STATUS, [[FIRST, 'Pending']], guard)])).rejects.toThrow('moved');
    expect(await cell(FIRST, STATUS)).toBe('Accepted');
  });

  it('renews the formulas over its cells', async () => {
    await grid.workbook.change([edit(STATUS, [[FIRST + 1, 'Accepted']]), edit(AMOUNT, [[FIRST + 2, 5]])]);
    expect((await grid.workbook.read('Home'))?.map((row) => row[1])).toEqual([2, 1_234_774.5, '']);
  });

  it('keeps a sheet that must not be seen out of the window', async () => {
    await grid.workbook.prepare([
      {
        name: 'Store',
        visibility: 'very-hidden',
        columns: [{ width: 10, style: 'helper' }],
        top: [],
        rows: [['kept']],
      },
    ]);
    expect(await grid.workbook.sheetNames()).toEqual(['B2B', 'Home', 'Store']);
    expect(await cell(0, 0, 'Store')).toBe('kept');
    expect(await page.getByText('Store').count()).toBe(0);
  });
});
