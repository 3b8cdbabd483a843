import type { Page } from 'playwright-core';

/** Rows of the grid are as high in pixels; the first row of records stands so far below its top. */
const ROW = 20;
const FIRST_RECORD = 206;

interface EditClock {
  /** which of its colours most of a piece of the grid has */
  readonly colour: (x: number, y: number) => string;
  pressed: number;
}

/**
 * Milliseconds from the key that pastes a wrong Status, in records one below the other of a sheet of the workbench, until
 * the check of the pane has its mark on the screen.
 */
export async function wholeEdits(page: Page, sheet: string, times: number): Promise<number[]> {
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.evaluate(() => navigator.clipboard.writeText('Rejectd'));
  // What runs this file names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (made) => made');
  await page.evaluate(() => {
    const clock: EditClock = {
      colour: (x, y) => {
        const canvas = document.querySelector<HTMLCanvasElement>('#univer-sheet-main-canvas_book');
        const { data = [] } = canvas?.getContext('2d')?.getImageData(x - 12, y - 7, 24, 14) ?? {};
        const counts = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4) {
          const colour = `${String(data[at])},${String(data[at + 1])},${String(data[at + 2])}`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
        return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0])[0];
      },
      pressed: 0,
    };
    Object.assign(window, { clock });
    const note = ({ key, ctrlKey }: KeyboardEvent): void => {
      if (ctrlKey && key === 'v') clock.pressed = performance.now();
    };
    addEventListener('keydown', note, true);
  });
  const x = await statusAt(page);
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const y = FIRST_RECORD + time * ROW;
    if (time > 0) await page.keyboard.press('ArrowDown');
    // The card of the record has come then.
    await page.waitForTimeout(1000);
    const marked = page.evaluate(
      ([across, down]) =>
        new Promise<number>((resolve) => {
          const { clock } = window as unknown as { clock: EditClock };
          const before = clock.colour(across, down);
          const look = (): void => {
            if (clock.colour(across, down) === before) requestAnimationFrame(look);
            // It is on the screen with the frame that is being made.
            else requestAnimationFrame(() => resolve(performance.now() - clock.pressed));
          };
          look();
        }),
      [x, y] as const,
    );
    await page.keyboard.press('Control+v');
    took.push(await marked);
  }
  return took;
}

/** How far right in the grid the Status of the first record is. */
async function statusAt(page: Page): Promise<number> {
  const nameBox = page.locator('[data-u-comp=defined-name] input');
  for (let x = 300; x < 1000; x += 50) {
    await clickAt(page, x, FIRST_RECORD);
    await page.waitForTimeout(300);
    if ((await nameBox.inputValue()) === 'G7') return x;
  }
  throw new Error('The Status of the first record is not on the screen.');
}

async function clickAt(page: Page, x: number, y: number): Promise<void> {
  const grid = await page.locator('#univer-sheet-main-canvas_book').boundingBox();
  await page.mouse.click((grid?.x ?? 0) + x, (grid?.y ?? 0) + y);
}
