import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../test/support/browser/chromium';

/** Draws the PNG icons of `assets` from the SVG files beside them; those of 16 pixels have drawings of their own. */
const assets = join(__dirname, '../assets');
const sizes = {
  icon: [16, 32, 64, 80, 128],
  'validate-sheet': [16, 32, 80],
  'validate-all-sheets': [16, 32, 80],
  'generate-file': [16, 32, 80],
};

async function draw(): Promise<void> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  for (const [name, pixels] of Object.entries(sizes)) {
    for (const size of pixels) {
      const svg = readFileSync(join(assets, size === 16 ? `${name}-16.svg` : `${name}.svg`), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: join(assets, `${name}-${size}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

void draw();
