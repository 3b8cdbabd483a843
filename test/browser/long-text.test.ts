import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { story, storyInWorkbook, type Work } from '../support/browser/work-in-pane';
import { invoice, offline } from '../support/desk';

/** Texts that are longer than the pane has room for, and a pane that is lower than the texts. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const NUMBER = `INV-${'0123456789'.repeat(20)}`;
const SHORT = `${NUMBER.slice(0, 47)}…`;

it('a document number of 200 characters is shown whole when it is asked for, and fills no card before', () =>
  story(
    browser,
    async (work) => {
      const text = JSON.stringify(offline({ b2b: [invoice({ inum: NUMBER }), invoice({ inum: 'A-2' })] }));
      await work.openDownload({ name: 'long.json', text });
      work.sheets.select('B2B', NUMBER);
      await work.go('Record');
      await work.on(SHORT);
      const heading = work.pane.frame.getByRole('heading', { level: 2 });
      const low = await heightOf(work);
      expect(await heading.locator('[title]').getAttribute('title')).toBe(NUMBER);
      await work.press('Show all of it');
      await work.on(NUMBER);
      expect(await heightOf(work)).toBeGreaterThan(low);
      expect(await work.pane.frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await work.press('Show less');
      await work.on(SHORT);
      work.sheets.select('B2B', 'A-2');
      await work.on('A-2');
      expect(await work.button('Show all of it').count()).toBe(0);
    },
    { width: 320 },
  ));

it('in a low pane, what was done stands below the line of the due date and does not cover it', () =>
  storyInWorkbook(
    browser,
    async (work) => {
      const { pane, host } = work;
      host.user.activate('B2B');
      host.user.select('B2B', 'A7:A13');
      await work.go('Bulk action');
      await work.press('Preview');
      await work.press('Apply');
      await work.reads(/^Done: /);
      await work.settled();
      for (const down of [0, 40, 120, 10_000]) {
        const places = await pane.frame.evaluate((top) => {
          const strip = document.querySelector('section[aria-label^="Records without"]');
          const notice = document.querySelector('[role=status]');
          strip?.parentElement?.scrollTo({ top });
          return {
            strip: strip?.getBoundingClientRect().toJSON() as DOMRect,
            notice: notice?.getBoundingClientRect().toJSON() as DOMRect,
          };
        }, down);
        expect(places.strip.top).toBeGreaterThanOrEqual(0);
        expect(places.notice.top).toBeGreaterThanOrEqual(places.strip.bottom);
        expect(places.notice.bottom).toBeLessThan(427);
      }
    },
    { width: 213, height: 427 },
  ));

async function heightOf({ pane }: Work): Promise<number> {
  const box = await pane.frame.getByRole('heading', { level: 2 }).boundingBox();
  return box?.height ?? 0;
}
