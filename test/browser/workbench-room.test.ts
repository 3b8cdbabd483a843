import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, type AtBench } from '../support/browser/workbench';

/** What a window of a usual size has room for. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** Clicks into the grid, so many pixels from its left edge, in the first row of records. */
async function clickRecord({ page }: AtBench, x: number): Promise<void> {
  const grid = await page.locator('#univer-sheet-main-canvas_book').boundingBox();
  await page.mouse.click((grid?.x ?? 0) + x, (grid?.y ?? 0) + 206);
}

it.each([
  // Beside the columns that stay there is room for two more before Status, for one, or for none.
  [1366, 768, 800],
  [1024, 768, 700],
  // 150 % of 1366 by 768
  [911, 512, 580],
])('shows the statuses when a workbook is opened in a window of %d by %d', (width, height, x) =>
  atWorkbench(browser, async ({ bench }) => {
    await bench.page.setViewportSize({ width, height });
    await bench.trySample();
    await bench.openTab('B2B');
    await clickRecord(bench, x);
    expect(await bench.standsAt()).toBe('B2B!G7');
    expect(await bench.copied('B2B', 'A6:G6')).toEqual([
      [
        'GSTIN of supplier',
        'Trade/Legal name',
        'Document number',
        'Document type',
        'Document date',
        'Document value',
        'Status',
      ],
    ]);
  }),
);

it('folds the pane away and brings it back, by the mouse and by the keys', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page, pane } = bench;
    expect(await bench.button('Pane').count()).toBe(0);
    await bench.trySample();
    const folding = bench.button('Pane');
    const grid = page.locator('#univer-sheet-main-canvas_book');
    const before = (await grid.boundingBox())?.width ?? 0;
    await folding.click();
    await pane.waitFor({ state: 'hidden' });
    expect(await folding.getAttribute('aria-expanded')).toBe('false');
    await page.waitForFunction(
      (width) => (document.querySelector('#univer-sheet-main-canvas_book')?.clientWidth ?? 0) > width + 300,
      before,
    );
    // F6 does not stop at what nobody sees.
    await bench.select('B2B', 'G7');
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part'))).toBe(
      'bar',
    );
    await page.keyboard.press('Control+F1');
    await pane.waitFor();
    expect(await folding.getAttribute('aria-expanded')).toBe('true');

    // The keys go to the cells when what had them is folded away.
    await bench.paneButton('Home').focus();
    await page.keyboard.press('Control+F1');
    await pane.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part'))).toBe(
      'sheets',
    );
  }));

it('tells the sum of selected cells beside the tabs of all sheets', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page } = bench;
    await page.setViewportSize({ width: 1366, height: 768 });
    await bench.trySample();
    await bench.select('B2B', 'P7:S9');
    const sum = page.getByText('Sum: 18,000', { exact: true });
    await sum.waitFor();
    const count = page.getByText('Count: 9', { exact: true });
    const [last, first, second] = [
      await page.getByRole('tab', { name: 'ECOA', exact: true }).boundingBox(),
      await sum.boundingBox(),
      await count.boundingBox(),
    ];
    expect(second?.y).toBe(first?.y);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThan(first?.x ?? 0);
  }));

it.each([1600, 1024])('opens Find beside the pane, not over it, in a window %d pixels wide', (width) =>
  atWorkbench(browser, async ({ bench }) => {
    const { page, pane } = bench;
    await page.setViewportSize({ width, height: 768 });
    await bench.trySample();
    await bench.select('B2B', 'G7');
    await page.keyboard.press('Control+f');
    const dialog = page.getByRole('dialog').filter({ has: page.locator('[data-u-comp=find-replace-dialog]') });
    const gap = async (right: number): Promise<number> => {
      const box = await dialog.boundingBox();
      return right - (box === null ? Infinity : box.x + box.width);
    };
    const besidePane = await gap((await pane.boundingBox())?.x ?? 0);
    expect(besidePane).toBeGreaterThanOrEqual(0);
    expect(besidePane).toBeLessThan(60);
    await page.keyboard.press('Control+F1');
    await pane.waitFor({ state: 'hidden' });
    await eventually(async () => expect(await gap(width)).toBeCloseTo(besidePane, 0));
  }),
);

it('has the whole bar in one line at 150 % zoom', () =>
  atWorkbench(browser, async ({ bench }) => {
    await bench.page.setViewportSize({ width: 911, height: 512 });
    await bench.trySample();
    const bar = await bench.page.locator('[data-part=bar]').boundingBox();
    expect(bar?.height).toBeLessThan(48);
    await bench.reads('Not saved');
  }));

it.each([1366, 1024, 911])('cuts nothing off in the pane beside a window %d pixels wide, in high contrast', (width) =>
  atWorkbench(
    browser,
    async ({ bench }) => {
      const { page, pane } = bench;
      await page.setViewportSize({ width, height: 768 });
      await bench.trySample();
      await bench.go('Home');
      await bench.reads('Records and your decisions');
      const cutOff = await pane.evaluate((aside) => {
        const edge = aside.getBoundingClientRect().right;
        return [...aside.querySelectorAll('nav button, th, td, h2, [data-part=screen] button')]
          .filter((part) => part.getBoundingClientRect().right > edge)
          .map((part) => part.textContent);
      });
      expect(cutOff).toEqual([]);
    },
    { colours: 'forced' },
  ),
);
