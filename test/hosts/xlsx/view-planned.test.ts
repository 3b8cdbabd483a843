import type { BookView } from '../../../src/core/book-view';
import type { SheetPlan } from '../../../src/core/workbook';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { authorView, saveView } from '../../../src/hosts/xlsx/view/save-view';
import { openXlsxWorkbook } from '../../../src/hosts/xlsx/xlsx-workbook';
import { samplePlans } from '../../support/sample-plans';
import {
  columnLook,
  filledCells,
  plannedCells,
  plannedFormulas,
  plannedLook,
  seenLook,
  seenSheet,
  sheetOf,
} from '../../support/seen-book';
import { story } from '../../support/xlsx-story';

let plans: SheetPlan[];
let view: BookView;
beforeAll(async () => {
  plans = await samplePlans();
  view = await readBookView(await story.imported());
});

/** The records, which have a look of their own. */
const isList = (plan: SheetPlan): boolean => plan.headings === true;

test('shows every sheet that was planned', () => {
  expect(view.sheets.map(({ name, visibility, tabColour }) => [name, visibility, tabColour])).toEqual([
    ...plans.map(({ name, visibility, tabColour }) => [name, visibility, tabColour]),
    ['IMS lists', 'very-hidden', undefined],
  ]);
  expect(view.active).toBe('Home');
  expect(new Set(view.looks.map((look) => JSON.stringify(look))).size).toBe(view.looks.length);
});

test('shows the values and formulas that were planned', () => {
  for (const plan of plans.filter(({ name }) => name !== 'IMS store')) {
    const sheet = sheetOf(view, plan.name);
    expect(filledCells(sheet.cells)).toEqual(plannedCells(plan));
    expect(sheet.formulas).toEqual(plannedFormulas(plan));
  }
});

test('shows the looks that were planned', () => {
  let count = 0;
  for (const plan of plans) {
    const sheet = sheetOf(view, plan.name);
    for (const [row, cells] of plan.top.entries())
      for (const column of cells.keys()) {
        expect([plan.name, row, column, seenLook(view, sheet, row, column)]).toEqual([
          plan.name,
          row,
          column,
          plannedLook(plan, row, column),
        ]);
        count += 1;
      }
    for (const row of plan.rows.keys())
      for (const column of plan.columns.keys())
        expect(seenLook(view, sheet, plan.top.length + row, column)).toEqual(columnLook(plan, column));
  }
  expect(count).toBeGreaterThan(500);
});

test('says the looks of records once, for the column', () => {
  for (const plan of plans.filter(isList)) {
    const sheet = sheetOf(view, plan.name);
    expect(sheet.columns.map(({ look }) => view.looks[look ?? -1])).toEqual(
      plan.columns.map((_, column) => columnLook(plan, column)),
    );
    expect([...sheet.cellLooks.keys()]).toEqual(plan.top.map((_, row) => row));
  }
});

test('shows the layout that was planned', () => {
  for (const plan of plans) {
    const { columns, hasGridLines, freeze, merges, filter, rowHeights, hiddenRows } = sheetOf(view, plan.name);
    const width = plan.columns.length;
    expect({ columns: columns.map(({ width, hidden }) => ({ width, hidden })), hasGridLines, freeze }).toEqual({
      columns: plan.columns.map(({ width, hidden }) => ({ width, hidden: hidden ?? false })),
      hasGridLines: false,
      freeze: plan.freeze,
    });
    expect(merges).toEqual((plan.merges ?? []).map((merge) => ({ ...merge, rows: 1 })));
    expect(filter).toEqual(
      isList(plan)
        ? { row: plan.top.length - 1, column: 0, rows: 1 + Math.max(plan.rows.length, 1), columns: width }
        : undefined,
    );
    expect(rowHeights).toEqual(plan.rowHeights ?? new Map());
    expect(hiddenRows.size).toBe(0);
  }
});

test('shows the lists and highlights that were planned', () => {
  for (const plan of plans) {
    const { lists, highlights, dataRow } = sheetOf(view, plan.name);
    expect({ lists, highlights }).toEqual({ lists: plan.lists ?? [], highlights: plan.highlights ?? [] });
    if (isList(plan)) expect(dataRow).toBe(plan.top.length);
  }
});

describe('sheets that have no file yet', () => {
  const shownOf = (plan: SheetPlan): { name: string; cells: BookView['sheets'][number]['cells'] } => ({
    name: plan.name,
    cells: plannedCells(plan),
  });

  test('are saved as the host prepares them', async () => {
    const workbook = await openXlsxWorkbook(undefined);
    await workbook.prepare(plans);
    const prepared = await readBookView(workbook.bytes());
    const saved = await readBookView(await saveView(await authorView(plans), { sheets: plans.map(shownOf) }));
    expect(saved.sheets.map(({ name }) => name)).toEqual(prepared.sheets.map(({ name }) => name));
    for (const { name } of prepared.sheets) {
      expect(filledCells(sheetOf(saved, name).cells)).toEqual(filledCells(sheetOf(prepared, name).cells));
      expect(seenSheet(saved, name)).toEqual(seenSheet(prepared, name));
    }
  });

  test('are saved with many rows', async () => {
    const many = plans.map((plan) =>
      plan.name === 'B2B' ? { ...plan, rows: Array.from({ length: 1500 }, () => plan.rows).flat() } : plan,
    );
    const bytes = await saveView(await authorView(many), { sheets: many.map(shownOf) });
    const saved = await readBookView(bytes);
    const plan = many.find(({ name }) => name === 'B2B')!;
    expect(filledCells(sheetOf(saved, 'B2B').cells)).toEqual(plannedCells(plan));
    expect(sheetOf(saved, 'B2B').filter?.rows).toBe(plan.rows.length + 1);
    expect([...sheetOf(saved, 'B2B').cellLooks.keys()]).toEqual(plan.top.map((_, row) => row));
  });
});
