import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium';
import { buildGridFiles, openGrid, type GridPage } from '../../support/browser/grid';
import { describeWorkbook } from '../workbook-contract';

let browser: Browser;
let grid: GridPage;

beforeAll(async () => {
  const files = await buildGridFiles();
  browser = await launchChromium();
  grid = await openGrid(browser, files);
});

afterAll(async () => {
  await browser.close();
});

afterEach(() => {
  expect(grid.faults).toEqual([]);
});

describeWorkbook('grid', {
  make: async () => {
    await grid.workbook.show({ sheets: [], looks: [] });
    return grid.workbook;
  },
  reopen: async () => {
    await grid.workbook.show(await grid.workbook.viewNow());
    return grid.workbook;
  },
});
