import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../test/support/browser/chromium';
import type { PaneOptions } from '../test/support/browser/pane';
import { tourOfScreens, type ScreenOnTour } from '../test/support/browser/tour-of-screens';
import { story } from '../test/support/browser/work-in-pane';

/** Takes the pictures of the pane in the guides: the built add-in, the sample's records, on a morning in May. */
const root = join(__dirname, '..');
const folder = 'dist/pictures';
const pictures = join(root, 'docs/pictures');

interface Look {
  readonly pane: Omit<PaneOptions, 'answer' | 'folder'>;
  readonly pictures: Partial<Record<ScreenOnTour, string>>;
}

const usual = { width: 320, height: 640, scale: 2 };
const looks: readonly Look[] = [
  {
    pane: usual,
    pictures: {
      'first-start': 'first-start',
      import: 'import',
      home: 'home',
      record: 'record',
      'credit-note': 'credit-note',
      bulk: 'bulk',
      'bulk-check': 'bulk-check',
      validation: 'validation',
      generate: 'generate',
      errors: 'errors',
      settings: 'settings',
      merge: 'merge',
      refusal: 'refusal',
    },
  },
  { pane: { ...usual, theme: 'dark' }, pictures: { home: 'dark', 'credit-note': 'dark-credit-note' } },
  { pane: { ...usual, theme: 'high-contrast' }, pictures: { home: 'contrast', validation: 'contrast-validation' } },
  // The pane of a laptop at 150 % zoom.
  { pane: { width: 213, height: 427, scale: 3 }, pictures: { home: 'zoom', 'credit-note': 'zoom-credit-note' } },
];

/** The built add-in with its clock set back, so that the same pictures come on any day. */
function setClock(): void {
  cpSync(join(root, 'dist/addin'), join(root, folder), { recursive: true });
  const clock = `{const Now=Date,back=Now.UTC(2026,4,12,4,42)-Now.now();
self.Date=class extends Now{constructor(...a){a.length===0?super(Now.now()+back):super(...a)}static now(){return Now.now()+back}}}`;
  for (const name of readdirSync(join(root, folder)).filter((one) => /^(desk|taskpane)\..*\.js$/.test(one))) {
    const path = join(root, folder, name);
    writeFileSync(path, `${clock}\n${readFileSync(path, 'utf8')}`);
  }
}

async function takePictures(): Promise<void> {
  setClock();
  mkdirSync(pictures, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const look of looks) {
      const { width = 320, height = 640 } = look.pane;
      await story(
        browser,
        (work) =>
          tourOfScreens(work, async (screen) => {
            const name = look.pictures[screen];
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
            await page.screenshot({ path: join(pictures, `pane-${name}.png`), animations: 'disabled' });
            await page.setViewportSize({ width, height });
          }),
        { ...look.pane, folder },
      );
    }
  } finally {
    await browser.close();
    rmSync(join(root, folder), { recursive: true });
  }
}

void takePictures();
