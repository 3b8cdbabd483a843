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
        // What scrolls below the notice is not seen beside it either.
        const beside = await pane.frame.evaluate(
          ([x, y]) => getComputedStyle(document.elementFromPoint(x, y) ?? document.body).backgroundColor,
          [4, (places.notice.top + places.notice.bottom) / 2] as const,
        );
        expect(beside).toBe('rgb(255, 255, 255)');
      }
    },
    { width: 213, height: 427 },
  ));

it('a low pane shows every screen from its top after a step that took the focus away', () =>
  story(
    browser,
    async (work) => {
      await work.openDownload();
      await work.settled();
      const down = (): Promise<number[]> =>
        work.pane.frame.evaluate(() => {
          const screen = document.querySelector('main');
          return [screen?.scrollTop ?? -1, screen?.parentElement?.scrollTop ?? -1];
        });
      expect(await down()).toEqual([0, 0]);
      for (const screen of ['Home', 'Record', 'Settings'] as const) {
        await work.go(screen);
        await work.settled();
        expect(await down()).toEqual([0, 0]);
      }
    },
    { width: 213, height: 427 },
  ));

it('a name of 200 characters on Home is folded in the header, and a number of 200 in the lines of a check', () =>
  story(
    browser,
    async (work) => {
      const twice = [invoice({ inum: NUMBER }), invoice({ inum: NUMBER })];
      await work.openDownload({ name: 'long.json', text: JSON.stringify(offline({ b2b: twice })) });
      const name = `${'Kaveri Traders '.repeat(13)}Ltd`;
      work.sheets.typeOnHome('Name', name);
      const header = work.pane.frame.getByRole('banner');
      await header.getByRole('button', { name: 'Show all of it' }).waitFor();
      expect(await header.innerText()).not.toContain(name);
      await header.getByRole('button', { name: 'Show all of it' }).click();
      expect(await header.innerText()).toContain(name);

      work.sheets.paste('B2B', NUMBER, 'Status', NUMBER);
      await work.validateAll();
      const lines = await work.lines();
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => line.includes(NUMBER))).toEqual([]);
    },
    { width: 320 },
  ));

it('whose GSTIN is missing is said once, and a blank tolerance is the standard one', () =>
  story(browser, async (work) => {
    await work.openDownload();
    expect((await work.screen()).match(/does not say whose GSTIN/g)).toHaveLength(1);
    await work.go('Settings');
    const tolerance = work.pane.frame.getByLabel('Tolerance in rupees');
    await tolerance.fill('');
    await work.press('Save settings');
    await work.reads('Settings saved on sheet Home.');
    expect(await tolerance.inputValue()).toBe('1.00');
    await work.reads('Blank: 1.00.');
  }));

async function heightOf({ pane }: Work): Promise<number> {
  const box = await pane.frame.getByRole('heading', { level: 2 }).boundingBox();
  return box?.height ?? 0;
}
