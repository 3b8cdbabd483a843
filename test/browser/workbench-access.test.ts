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

it.each(['light', 'dark', 'forced'] as const)('breaks no rule of accessibility, in %s colours', (colours) =>
  atWorkbench(
    browser,
    async ({ bench }) => {
      const { page } = bench;
      const { keyboard } = page;
      await page.evaluate(axe);
      const found: string[] = [];
      // What has a name and a place in light has them in every colour.
      const only = colours === 'light' ? undefined : ['color-contrast', 'link-in-text-block'];
      const look = async (state: string): Promise<void> => {
        for (const fault of await faultsOf(bench, only)) found.push(`${state}: ${fault}`);
      };
      await bench.pane.getByText('Open Downloaded IMS JSON File').first().waitFor();
      await look('nothing open');
      await bench.trySample();
      await look('Home');
      await bench.select('B2B', 'G7');
      await look('records');
      await keyboard.press('Alt+ArrowDown');
      await page.getByRole('option', { name: 'Pending' }).waitFor();
      await look('list');
      await keyboard.press('Escape');
      await keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Sort A to Z' }).waitFor();
      await look('menu of a cell');
      await keyboard.press('Escape');
      await bench.select('B2B', 'G6');
      await keyboard.press('Alt+ArrowDown');
      await page.getByRole('dialog', { name: 'Filter' }).waitFor();
      await look('filter by values');
      await bench.press('By Conditions');
      await look('filter by conditions');
      await keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Filter' }).waitFor({ state: 'hidden' });
      await bench.select('B2B', 'B7:F9');
      await look('selected cells');
      await keyboard.press('Control+h');
      await page.getByRole('button', { name: 'Replace All' }).waitFor();
      await look('find and replace');
      await keyboard.press('Escape');
      await bench.press('All sheets');
      await page.getByRole('menuitem', { name: 'ECOA' }).waitFor();
      await look('list of sheets');
      await keyboard.press('Escape');
      await bench.type('B2B', '0045', 'Status', 'Rejectd');
      await bench.reads('Not on the list');
      await look('notice');
      await bench.press('Keys');
      await bench.reads('Keys that work here');
      await look('keys');
      await keyboard.press('Escape');
      await bench.press('Start anew');
      await bench.reads(/has changes that are not saved/);
      await look('question');
      expect(found).toEqual([]);
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
    expect(await focused(bench)).toBe('Save workbook');
    await page.keyboard.press('ArrowLeft');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name: 'again.xlsx', mimeType: '', buffer: readFileSync(await saved.path()) });
    await bench.reads(/^again$/);
    await eventually(async () => expect(await part(bench)).toBe('sheets'));

    for (let step = 0; step < 3 && (await part(bench)) !== 'bar'; step += 1) await page.keyboard.press('F6');
    await page.keyboard.press('End');
    expect(await focused(bench)).toBe('Keys');
    await page.keyboard.press('Enter');
    await bench.reads('Keys that work here');
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await focused(bench)).toBe('Keys'));
    await page.keyboard.press('ArrowLeft');
    expect(await focused(bench)).toBe('Pane');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(bench)).toBe('Start anew');
    await page.keyboard.press('Enter');
    await bench.reads('No workbook yet');
    await eventually(async () => expect(await focused(bench)).toBe('Open workbook'));
  }));

it('takes the keys of Excel in the cells, and tells what stands there', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { keyboard } = bench.page;
    const told = bench.page.locator('[data-part=told-cell]');
    const leads = async (key: string, to: string, cell?: string): Promise<void> => {
      await keyboard.press(key);
      await eventually(async () => expect(await bench.standsAt()).toBe(to));
      if (cell !== undefined) await eventually(async () => expect(await told.textContent()).toBe(cell));
    };
    await bench.trySample();
    await leads('Control+Alt+PageDown', 'B2B!A1', 'Sheet B2B. A1: B2B · Invoices from registered suppliers');
    await leads('Control+Home', 'B2B!D7', 'D7, Document type: Regular');
    await leads('Home', 'B2B!A7');
    await leads('Control+End', 'B2B!AC13', 'AC13, Marks: blank');
    await leads('Control+Home', 'B2B!D7');
    await leads('Shift+Space', 'B2B!A7:AO7', 'A7:AO7 selected, 1 row, 41 columns');
    await bench.select('B2B', 'A9');
    for (const key of ['ArrowLeft', 'Control+ArrowLeft', 'Shift+ArrowLeft', 'Shift+Tab']) await leads(key, 'B2B!A9');
    await leads('Shift+Space', 'B2B!A9:AO9');
    await leads('ArrowRight', 'B2B!A9');
    await bench.select('B2B', 'C1');
    for (const key of ['ArrowUp', 'Control+ArrowUp', 'Shift+ArrowUp', 'Shift+Enter']) await leads(key, 'B2B!C1');
    await bench.select('B2B', 'AO9');
    for (const key of ['ArrowRight', 'Control+ArrowRight', 'Shift+ArrowRight', 'Tab']) await leads(key, 'B2B!AO9');
    await leads('Control+ArrowDown', 'B2B!AO213');
    for (const key of ['ArrowDown', 'Control+ArrowDown', 'Shift+ArrowDown', 'Enter']) await leads(key, 'B2B!AO213');
    await bench.select('B2B', 'F8');
    await leads('Tab', 'B2B!G8', 'G8, Status: No Action, has a list');
    await leads('Shift+Tab', 'B2B!F8', 'F8, Document value: 53,395.59');
    await leads('Shift+Enter', 'B2B!F7', 'F7, Document value: 1,18,000.00');
    await leads('Enter', 'B2B!F8');
    await leads('Tab', 'B2B!G8');
    await keyboard.press('Alt+ArrowDown');
    await keyboard.press('ArrowUp');
    await leads('Enter', 'B2B!G8', 'G8, Status: Pending, has a list');
    await leads('Control+z', 'B2B!G8', 'G8, Status: No Action, has a list');
    await leads('Control+Alt+PageUp', 'Home!A1', 'Sheet Home. A1: blank');
  }));

it('says what it does not do, when that is tried', () =>
  atWorkbench(browser, async ({ bench }) => {
    const { page } = bench;
    await bench.trySample();
    await bench.openTab('B2B');
    const nameBox = page.getByRole('textbox', { name: /^Name box/ });
    await nameBox.fill('Mine');
    await nameBox.press('Enter');
    await bench.reads(/^Names for cells are not given on this page/);
    expect(await nameBox.inputValue()).toBe('A1');
    await page.getByRole('tab', { name: 'B2BA', exact: true }).dblclick();
    const refusals = page.getByText(/^Sheets are not added, renamed, moved or deleted on this page/);
    await eventually(async () => expect(await refusals.count()).toBe(1));
    await page.getByRole('tab', { name: 'B2BA', exact: true }).dblclick();
    await eventually(async () => expect(await refusals.count()).toBe(2));
    await page.getByRole('tab', { name: 'B2B', exact: true }).click({ button: 'right' });
    await eventually(async () => expect(await refusals.count()).toBe(3));
    const grid = await page.getByRole('img', { name: 'Cells of the sheet' }).boundingBox();
    await page.mouse.click((grid?.x ?? 0) + 300, (grid?.y ?? 0) + 10, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Insert Column' }).click();
    await bench.reads(/^Columns are not inserted, moved or deleted on this page/);
  }));

/** What axe finds in the whole page, by rule and element. */
async function faultsOf({ page }: AtBench, only?: readonly string[]): Promise<string[]> {
  const { violations } = await page.evaluate(async (rules) => {
    // What fades in has no colour of its own yet.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    return (window as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } }).axe.run(
      // Fluent UI's own: they are hidden from screen readers and pass the focus on as soon as they have it.
      { exclude: [['[data-tabster-dummy]']] },
      rules === undefined ? {} : { runOnly: rules },
    );
  }, only);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id} ${String(target)} ${html.slice(0, 160)}`),
  );
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
