import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sirv from 'sirv';
import { launchChromium } from '../test/support/browser/chromium';
import type { PaneOptions } from '../test/support/browser/pane';
import { tourOfScreens, type ScreenOnTour } from '../test/support/browser/tour-of-screens';
import { story } from '../test/support/browser/work-in-pane';

/** Takes the pictures of the guides: the built add-in and workbench, the sample's records, on a morning in May. */
const root = join(__dirname, '..');
const folder = 'dist/pictures';
const benchFolder = 'dist/workbench-pictures';
const pictures = join(root, 'docs/pictures');

interface Look {
  readonly pane: Omit<PaneOptions, 'answer' | 'folder'>;
  /** of the file, without its ending; undefined where no picture is taken */
  readonly nameOf: (screen: ScreenOnTour) => string | undefined;
}

const usual = { width: 320, height: 640, scale: 2 };
const some =
  (names: Partial<Record<ScreenOnTour, string>>) =>
  (screen: ScreenOnTour): string | undefined =>
    names[screen];
const looks: readonly Look[] = [
  { pane: usual, nameOf: (screen) => `pane-${screen}` },
  // The same pane at 150 % zoom.
  { pane: { width: 213, height: 427, scale: 2 }, nameOf: (screen) => `zoom-${screen}` },
  {
    pane: { ...usual, theme: 'dark' },
    nameOf: some({ home: 'pane-dark', 'credit-note': 'pane-dark-credit-note' }),
  },
  {
    pane: { ...usual, theme: 'high-contrast' },
    nameOf: some({ home: 'pane-contrast', validation: 'pane-contrast-validation' }),
  },
];

/** A built page with its clock set back, so that the same pictures come on any day. */
function setClock(built: string, copy: string): void {
  cpSync(join(root, built), join(root, copy), { recursive: true });
  const clock = `{const Now=Date,back=Now.UTC(2026,4,12,4,42)-Now.now();
self.Date=class extends Now{constructor(...a){a.length===0?super(Now.now()+back):super(...a)}static now(){return Now.now()+back}}}`;
  for (const name of readdirSync(join(root, copy)).filter((one) => /^(desk|taskpane|workbench)\..*\.js$/.test(one))) {
    const path = join(root, copy, name);
    writeFileSync(path, `${clock}\n${readFileSync(path, 'utf8')}`);
  }
}

/** The workbench with a wrong answer typed, and the record that is next. */
async function takeBench(browser: Browser): Promise<void> {
  const files = sirv(join(root, benchFolder), { dev: true });
  const server = createServer((request, response) => files(request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width: 1480, height: 720 },
        deviceScaleFactor: 1.5,
        locale: 'en-IN',
        timezoneId: 'Asia/Kolkata',
        colorScheme,
      });
      const page = await context.newPage();
      await page.goto(`http://localhost:${String((server.address() as AddressInfo).port)}/`);
      const place = page.locator('[data-u-comp=defined-name] input');
      const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();
      const goTo = async (address: string): Promise<void> => {
        await place.fill(address);
        await place.press('Enter');
      };
      await press('Try the sample');
      await press('Go through the records');
      await page.getByRole('tab', { name: 'B2B', exact: true }).click();
      await goTo('G9');
      await page.keyboard.type('Rejected');
      await page.keyboard.press('Enter');
      await goTo('G10');
      await page.getByRole('heading', { name: 'SEZ-78' }).waitFor();
      await page.getByRole('button', { name: 'Accept (A)' }).click();
      await page.getByText('Accepted').last().waitFor();
      await goTo('G11');
      await page.getByRole('heading', { name: '0045' }).waitFor();
      await page.mouse.move(0, 0);
      await page.waitForTimeout(1000);
      const name = colorScheme === 'light' ? 'workbench' : 'workbench-dark';
      await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
      await context.close();
    }
  } finally {
    server.close();
  }
}

async function takePictures(): Promise<void> {
  setClock('dist/addin', folder);
  setClock('dist/workbench', benchFolder);
  mkdirSync(pictures, { recursive: true });
  const browser = await launchChromium();
  try {
    await takeBench(browser);
    for (const look of looks) {
      const { width = 320, height = 640 } = look.pane;
      await story(
        browser,
        (work) =>
          tourOfScreens(work, async (screen) => {
            const name = look.nameOf(screen);
            if (name === undefined) return;
            const { page, frame } = work.pane;
            // As high as the screen needs, so that all of it is in the picture.
            const missing = await frame.evaluate(() => {
              const main = document.querySelector('main');
              return Math.max(
                ...[main, main?.parentElement].map((one) => (one ? one.scrollHeight - one.clientHeight : 0)),
              );
            });
            await page.setViewportSize({ width, height: height + missing });
            await page.mouse.move(0, 0);
            await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
            await page.setViewportSize({ width, height });
          }),
        { ...look.pane, folder },
      );
    }
  } finally {
    await browser.close();
    for (const copy of [folder, benchFolder]) rmSync(join(root, copy), { recursive: true });
  }
}

void takePictures();
