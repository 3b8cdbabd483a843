import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { tourOfScreens } from '../support/browser/tour-of-screens';
import { story, type Work } from '../support/browser/work-in-pane';

/** Every screen in every look, by the rules of WCAG that a program can check. */
type Look = 'light' | 'dark' | 'high-contrast' | 'zoomed';

/** The usual pane; at 150 % zoom it has room for 213. */
const USUAL = { width: 320, height: 800 };
const ZOOMED = { width: 213, height: 507 };

let browser: Browser;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const found: Record<Look, string[]> = { light: [], dark: [], 'high-contrast': [], zoomed: [] };

/** One tour, zoomed, for all looks: each screen shows itself in the others too. */
beforeAll(async () => {
  browser = await launchChromium();
  await story(
    browser,
    async (work) => {
      const { frame, page } = work.pane;
      await frame.evaluate(axe);
      await tourOfScreens(work, async (screen) => {
        const note = (look: Look, faults: readonly string[]): void => {
          found[look].push(...faults.map((fault) => `${screen}: ${fault}`));
        };
        note('zoomed', await tooWide(work));
        await page.setViewportSize(USUAL);
        await frame.waitForFunction((width) => window.innerWidth === width, USUAL.width);
        await work.settled();
        note('light', [...(await faultsOf(work)), ...(await tooWide(work))]);
        for (const theme of ['dark', 'high-contrast'] as const) {
          await inTheme(work, theme);
          note(theme, await faultsOf(work, ['color-contrast']));
        }
        await inTheme(work, 'light');
        await page.setViewportSize(ZOOMED);
        await frame.waitForFunction((width) => window.innerWidth === width, ZOOMED.width);
      });
    },
    ZOOMED,
  );
}, 180_000);
afterAll(async () => {
  await browser.close();
});

it('no screen breaks a rule of accessibility or needs to be scrolled sideways', () => {
  expect(found.light).toEqual([]);
});

it.each(['dark', 'high-contrast'] as const)('all text can be told from its ground in %s', (theme) => {
  expect(found[theme]).toEqual([]);
});

it('no screen needs to be scrolled sideways at 150 % zoom', () => {
  expect(found.zoomed).toEqual([]);
});

/** The colours of the system change while the pane is open, and the pane has followed. */
async function inTheme({ pane: { frame, page }, settled }: Work, theme: Exclude<Look, 'zoomed'>): Promise<void> {
  const provider = frame.locator('.fui-FluentProvider').first();
  const before = await provider.evaluate(ground);
  await page.emulateMedia({
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'high-contrast' ? 'active' : 'none',
  });
  await eventually(async () => expect(await provider.evaluate(ground)).not.toBe(before));
  await settled();
}

/** Runs in the pane. */
function ground(provider: Element): string {
  return getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1');
}

async function faultsOf({ pane }: Work, rules?: readonly string[]): Promise<string[]> {
  const { violations } = await pane.frame.evaluate(
    (only) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(
        only === undefined ? {} : { runOnly: only },
      ),
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
}

/** What is cut off, scrolls by itself, or sticks out of the pane. A field may scroll what is typed into it. */
async function tooWide({ pane }: Work): Promise<string[]> {
  return pane.frame.evaluate(() => {
    const told = ({ tagName, textContent }: Element): string => `${tagName} ${textContent.slice(0, 40)}`;
    const all = [...document.querySelectorAll('html, body, #root *')].filter(({ clientWidth }) => clientWidth > 1);
    const scrolls = all.filter(
      (element) =>
        element.scrollWidth > element.clientWidth &&
        getComputedStyle(element).overflowX !== 'visible' &&
        !['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName),
    );
    const sticksOut = all.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > window.innerWidth;
    });
    return [...scrolls.map(told), ...sticksOut.map(told)];
  });
}
