import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/browser/chromium';
import { buildGridFiles, openGrid, type GridPage } from '../../support/browser/grid';
import type { Workbook } from '../../../src/core/workbook';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';
import { compareBook } from '../../../src/hosts/xlsx/view/compare-book';
import { carryEdits, landEdits } from '../../../src/hosts/xlsx/view/carried-edits';
import { authorView, editsOfView } from '../../../src/hosts/xlsx/view/save-view';
import { hiddenIn } from '../../support/seen-book';
import { followWorkbook } from '../../../src/workbench/followed-workbook';
import { describeAddedSheets, describeWorkbook } from '../workbook-contract';

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
  open: async (file) => {
    await grid.workbook.show(await readBookView(file));
    return grid.workbook;
  },
  reopen: async () => {
    await grid.workbook.show(await grid.workbook.viewNow());
    return grid.workbook;
  },
  hiddenColumns: async (_workbook, sheet) => hiddenIn(await grid.workbook.viewNow(), sheet),
  // The grid knows no file; see below for the page, which does.
  file: undefined,
});

/** The file behind each workbook on the page, as the bench has it. */
const bases = new Map<Workbook, () => Uint8Array>();

function withFile(opened: Uint8Array): Workbook {
  let base = opened;
  // What the browser keeps for another day is no matter here.
  const followed = { ...grid.workbook, formulasIn: () => new Map<string, string>() };
  const { workbook } = followWorkbook(followed, {
    planned: async (plans) => {
      const made = await authorView(plans, base);
      return () => {
        base = made;
      };
    },
    changed: () => undefined,
  });
  bases.set(workbook, () => base);
  return workbook;
}

async function openOnPage(file: Uint8Array): Promise<Workbook> {
  await grid.workbook.show(await readBookView(file));
  return withFile(file);
}

/** As the page saves: of what it has, only what somebody touched crosses, and one Worker tells the other what to write. */
const fileOf = async (workbook: Workbook): Promise<Uint8Array> => {
  const base = bases.get(workbook)!();
  const { names, blocks, head } = await grid.workbook.handedOver();
  const comparison = await compareBook(base, names);
  for (const block of blocks) await comparison.add(block);
  const found = await editsOfView(await comparison.end(), head);
  const carried = carryEdits(found);
  const { edits, active } = carried === undefined ? found : landEdits(structuredClone(carried));
  return patchWorkbook(base, edits, undefined, active);
};

describeAddedSheets('workbench', {
  open: openOnPage,
  reopen: async (workbook) => openOnPage(await fileOf(workbook)),
  file: fileOf,
});
