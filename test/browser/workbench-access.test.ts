import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { atWorkbench, type AtBench } from '../support/browser/workbench';

/** The page by the rules of WCAG that a program can check, and without a mouse. */
let browser: Browser;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

it.each(['light', 'dark'] as const)('breaks no rule of accessibility that matters, in %s', (colours) =>
  atWorkbench(
    browser,
    async ({ bench }) => {
      await bench.page.evaluate(axe);
      expect(await faultsOf(bench)).toEqual([]);
      await bench.trySample();
      expect(await faultsOf(bench)).toEqual([]);
      await bench.press('Start anew');
      await bench.reads(/has changes that are not saved/);
      expect(await faultsOf(bench)).toEqual([]);
    },
    { colours },
  ),
);

it('is worked with the keyboard alone', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page } = bench;
    await bench.reads('No workbook yet');
    await tabTo(bench, 'Try the sample');
    await page.keyboard.press('Enter');
    await bench.reads('22 records on 8 sheets.');
    // Tab goes from cell to cell, so F6 leads out of the sheets, as in Excel.
    await bench.openTab('B2B');
    await bench.select('B2B', 'A7');
    await page.keyboard.press('Tab');
    await eventually(async () => expect(await bench.standsAt()).toBe('B2B!B7'));
    expect(await part(bench)).toBe('sheets');
    for (const next of ['pane', 'bar', 'sheets', 'pane', 'bar']) {
      await page.keyboard.press('F6');
      expect(await part(bench)).toBe(next);
    }
    for (const before of ['pane', 'sheets']) {
      await page.keyboard.press('Shift+F6');
      expect(await part(bench)).toBe(before);
    }
    await page.keyboard.press('Tab');
    await eventually(async () => expect(await bench.standsAt()).toBe('B2B!C7'));

    await page.keyboard.press('Shift+F6');
    expect(await focused(bench)).toBe('Open workbook');
    await page.keyboard.press('ArrowRight');
    expect(await focused(bench)).toBe('Save workbook');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(saved.suggestedFilename()).toBe('IMS_27ZZZCR1001K1Z0.xlsx');
    await bench.reads('Saved as IMS_27ZZZCR1001K1Z0.xlsx in your downloads folder.');
    await page.keyboard.press('ArrowLeft');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name: 'again.xlsx', mimeType: '', buffer: readFileSync(await saved.path()) });
    await bench.reads(/^again$/);

    for (let step = 0; step < 3 && (await part(bench)) !== 'bar'; step += 1) await page.keyboard.press('F6');
    await page.keyboard.press('End');
    expect(await focused(bench)).toBe('Start anew');
    await page.keyboard.press('Enter');
    await bench.reads('No workbook yet');
  }));

/** Serious findings by rule and element. */
async function faultsOf({ page }: AtBench): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (context: object) => Promise<AxeResults> } }).axe.run({
      exclude: [
        // Fluent UI's own: they are hidden from screen readers and pass the focus on as soon as they have it.
        ['[data-tabster-dummy]'],
        // Univer's own: its buttons have no names but in their tooltips, its canvas a place of its own in the order of Tab.
        ['[data-part=sheets] > :first-child'],
      ],
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id} ${String(target)} ${html.slice(0, 160)}`));
}

const STEPS = 80;

async function focused({ page }: AtBench): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });
}

async function tabTo(bench: AtBench, name: string): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    if ((await focused(bench)) === name) return;
    await bench.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}.`);
}

/** The part of the page where the keys are. */
async function part({ page }: AtBench): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part'));
}
