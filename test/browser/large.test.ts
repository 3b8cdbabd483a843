import type { Browser, Frame } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium';
import { eventually } from '../support/browser/eventually';
import { story, type Work } from '../support/browser/work-in-pane';
import { generateDownload, RECIPIENT } from '../support/generate-download';

/** Real months: thousands of records. What is measured is printed; only what Excel forbids is a failure. */
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('many records', () => {
  it('marks 5,000 pasted answers', () =>
    story(browser, async (work) => {
      const { sheets, host } = work;
      await openMany(work, 6_400);
      const longTasks = await watchLongTasks(work.pane.frame);
      const pasted = Array.from({ length: 5_000 }, (_, row) => [row % 2 === 0 ? 'Accepted' : 'Acepted']);
      host.resetLog();
      const start = performance.now();
      host.user.paste('B2B', `${sheets.letterOf('B2B', 'Status')}7`, pasted);
      const marks = () => sheets.column('B2B', 'Sheet validation errors').slice(0, 5_000);
      await eventually(() => expect(marks().filter((mark) => mark !== '')).not.toHaveLength(0), 30_000);
      await eventually(() => {
        const wrong = marks().filter(
          (mark, row) => String(mark).includes('Acepted is not a status') !== (row % 2 === 1),
        );
        expect(wrong).toHaveLength(0);
      }, 30_000);
      print('5,000 pasted answers', work, performance.now() - start, await longTasks());
      await work.go('Settings');
      await work.on('Settings');
    }));

  it('keeps every request and answer of 20,000 records below what Excel on the web takes', () =>
    story(browser, async (work) => {
      const longTasks = await watchLongTasks(work.pane.frame);
      let start = performance.now();
      await openMany(work, 20_000);
      print('import of 20,000', work, performance.now() - start, await longTasks());
      withinLimits(work);
      work.host.resetLog();
      await work.go('Home');
      start = performance.now();
      await work.validateAll();
      await work.reads(/^All sheets: 0 errors, /);
      print('validation of 20,000', work, performance.now() - start, await longTasks());
      withinLimits(work);
    }));
});

async function openMany(work: Work, records: number): Promise<void> {
  work.pane.page.setDefaultTimeout(50_000);
  await work.openDownload({ name: 'many.json', text: generateDownload({ records, gstin: RECIPIENT }) });
}

function withinLimits({ host }: Work): void {
  expect(host.log.length).toBeGreaterThan(20);
  expect(Math.max(...host.log.map(({ bytesIn }) => bytesIn))).toBeLessThanOrEqual(4_000_000);
  expect(Math.max(...host.log.map(({ bytesOut }) => bytesOut))).toBeLessThanOrEqual(5_000_000);
}

/** Collects what keeps the pane's own thread busy; each call gives what came since the last. */
async function watchLongTasks(frame: Frame): Promise<() => Promise<number[]>> {
  await frame.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(Math.round(duration));
    }).observe({ type: 'longtask' });
    Object.assign(window, { longTasks: seen });
  });
  return () => frame.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
}

function print(what: string, { host }: Work, milliseconds: number, longTasks: readonly number[]): void {
  const sum = (of: 'bytesIn' | 'bytesOut'): string =>
    host.log.reduce((all, entry) => all + entry[of], 0).toLocaleString();
  const most = (of: 'bytesIn' | 'bytesOut'): string => Math.max(...host.log.map((entry) => entry[of])).toLocaleString();
  process.stdout.write(
    `${what}: ${Math.round(milliseconds)} ms, ${host.log.length} requests, bytes in ${sum('bytesIn')} (largest ${most('bytesIn')}), ` +
      `out ${sum('bytesOut')} (largest ${most('bytesOut')}); long tasks of the pane (ms): ${longTasks.join(' ') || 'none'}\n`,
  );
}
