import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { launchChromium } from '../support/browser/chromium';
import { tourOfScreens } from '../support/browser/tour-of-screens';
import { story, type Work } from '../support/browser/work-in-pane';

/** Every screen in every look, by the rules of WCAG that a program can check. */
let browser: Browser;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

it('no screen breaks a rule of accessibility or needs to be scrolled sideways', () =>
  story(
    browser,
    async (work) => {
      await work.pane.frame.evaluate(axe);
      const found: string[] = [];
      await tourOfScreens(work, async (screen) => {
        for (const fault of [...(await faultsOf(work)), ...(await tooWide(work))]) found.push(`${screen}: ${fault}`);
      });
      expect(found).toEqual([]);
    },
    { width: 320 },
  ));

it.each(['dark', 'high-contrast'] as const)('all text can be told from its ground in %s', (theme) =>
  story(
    browser,
    async (work) => {
      await work.pane.frame.evaluate(axe);
      const found: string[] = [];
      await tourOfScreens(work, async (screen) => {
        for (const fault of await faultsOf(work, ['color-contrast'])) found.push(`${screen}: ${fault}`);
      });
      expect(found).toEqual([]);
    },
    { theme, width: 320 },
  ),
);

// At 150 % zoom the usual pane of 320 has room for 213.
it('no screen needs to be scrolled sideways at 150 % zoom', () =>
  story(
    browser,
    async (work) => {
      const found: string[] = [];
      await tourOfScreens(work, async (screen) => {
        for (const element of await tooWide(work)) found.push(`${screen}: ${element}`);
      });
      expect(found).toEqual([]);
    },
    { width: 213, height: 507 },
  ));

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
