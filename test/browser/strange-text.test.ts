import type { Browser, Locator } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { invoice, offline } from '../support/desk';
import { story } from '../support/browser/work-in-pane';

/** Names and numbers that a stranger wrote to turn our sentences around. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** Ends the isolate around it, then turns what follows. */
const TURN = '\u2069\u202E';
const NUMBER = `A-1${TURN}x`;
const ORIGINAL = `B-2${TURN}y`;

const file = JSON.stringify(
  offline({
    b2b: [invoice({ inum: NUMBER, tradenm: `Aarav${TURN}Steel` })],
    b2ba: [invoice({ inum: 'A-3', oinum: ORIGINAL, oidt: '01-04-2026', action: 'N' })],
  }),
);

/** Words of a text from this one on, each with where it begins, as long as they stand on one line. */
function placesFrom(text: Locator, word: string): Promise<{ word: string; left: number; top: number }[]> {
  return text.evaluate((element, first) => {
    const found: { word: string; left: number; top: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const match of (node.textContent ?? '').matchAll(/[A-Za-z0-9-]+/g)) {
        if (found.length === 0 && match[0] !== first) continue;
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + 1);
        const { left, top } = range.getBoundingClientRect();
        found.push({ word: match[0], left, top });
      }
    }
    return found;
  }, word);
}

async function readsOnwards(text: Locator, word: string): Promise<void> {
  const places = await placesFrom(text, word);
  expect(places.length).toBeGreaterThan(2);
  for (const [index, place] of places.slice(1).entries()) {
    const before = places[index]!;
    const isAfter = Math.abs(place.top - before.top) > 4 ? place.top > before.top : place.left > before.left;
    expect([place.word, isAfter]).toEqual([place.word, true]);
  }
}

describe('a name that turns what follows', () => {
  it('does not turn the sentences around it', () =>
    story(browser, async (work) => {
      await work.openDownload({ name: 'turned.json', text: file });
      const { frame } = work.pane;

      work.host.user.select('B2BA', 'A7');
      await work.go('Record');
      await work.on('A-3');
      const amends = frame.getByText(/^Amends .*which is not in this workbook\.$/);
      await amends.waitFor();
      await readsOnwards(amends, 'of');

      await work.validateAll();
      const finding = frame.getByText(/^The document number .* is not of the kind rule 46\(b\) allows/).first();
      await finding.waitFor();
      await readsOnwards(finding, 'is');
    }));

  it('would turn them where nothing held it', () =>
    story(browser, async (work) => {
      await work.pane.frame.evaluate((text) => {
        const bare = document.createElement('p');
        bare.id = 'bare';
        bare.textContent = text;
        document.querySelector('main')?.append(bare);
      }, `Amends ${ORIGINAL} of 01-04-2026, which is not in this workbook.`);
      const [first, second] = await placesFrom(work.pane.frame.locator('#bare'), 'of');
      expect(second!.left).toBeLessThan(first!.left);
    }));
});
