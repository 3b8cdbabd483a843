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

it.each(['light', 'dark', 'high-contrast'] as const)('no screen breaks a rule of accessibility in %s', (theme) =>
  story(
    browser,
    async (work) => {
      await work.pane.frame.evaluate(axe);
      const found: string[] = [];
      await tourOfScreens(work, async (screen) => {
        for (const fault of await faultsOf(work)) found.push(`${screen}: ${fault}`);
      });
      expect(found).toEqual([]);
    },
    { theme, width: 320 },
  ),
);

// 320 is the usual pane; at 150 % zoom it has room for 213.
it.each([320, 213])('no screen scrolls sideways in a pane %i wide', (width) =>
  story(
    browser,
    async (work) => {
      const found: string[] = [];
      await tourOfScreens(work, async (screen) => {
        const wide = await work.pane.frame.evaluate(() => {
          const told = ({ tagName, textContent }: Element): string => `${tagName} ${textContent.slice(0, 40)}`;
          const all = [...document.querySelectorAll('html, body, #root *')].filter(
            ({ clientWidth }) => clientWidth > 1,
          );
          // A field scrolls what is typed into it; everything else shows all that it has.
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
        found.push(...wide.map((element) => `${screen}: ${element}`));
      });
      expect(found).toEqual([]);
    },
    { width, height: 507 },
  ),
);

async function faultsOf({ pane }: Work): Promise<string[]> {
  const { violations } = await pane.frame.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
}
