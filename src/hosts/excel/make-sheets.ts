/// <reference types="office-js" />
import { highlightLooks } from '../../core/look';
import {
  createListRegister,
  filterRange,
  highlightRule,
  listRule,
  LISTS_SHEET,
  paperOf,
  type ListRegister,
} from '../../core/sheet-rules';
import type { Cell } from '../../core/kernel/cell';
import {
  checkNamesFree,
  hostFault,
  type Progress,
  type SheetEdit,
  type SheetPlan,
  type StyleName,
} from '../../core/workbook';
import { cellsAddress } from './address';
import { cutRows } from './blocks';
import { changeCells } from './change-cells';
import { drawHighlight } from './draw';
import { drawColumns, drawTop } from './draw-sheet';
import { quietly, reasonOf, runExcel, type ExcelPlace } from './excel-run';
import { readCells } from './read-cells';
import { addStyles, missingStyles, removeStyles } from './styles';
import { writeFresh } from './write-areas';

/** Makes the sheets of a workbook, and changes others. When that fails, or the user stops, those made so far are removed. */
export async function makeSheets(
  place: ExcelPlace,
  plans: readonly SheetPlan[],
  progress: Progress | undefined,
  along: readonly SheetEdit[],
): Promise<void> {
  const there = await listsThere(place);
  const lists = createListRegister(there);
  for (const plan of plans) for (const list of plan.lists ?? []) listRule(list, plan.top.length, lists);
  const hidden = there === undefined ? listsPlan(lists) : undefined;
  const added = there === undefined ? undefined : lists.missing();
  const all = hidden === undefined ? plans : [...plans, hidden];
  await mustBeFree(place, all);
  // Drawing a sheet and giving it its rules count as so many rows.
  const extra = 50;
  const steps = all.reduce((sum, { rows }) => sum + rows.length + 2 * extra, 0);
  let made = 0;
  const styles = await missingStyles(place, all);
  const step = (rows: number): void => progress?.((made += rows), steps);
  try {
    await addStyles(place, styles);
    await addSheets(place, all);
    for (const plan of all) {
      await drawSheet(place, plan);
      step(extra);
      for (const [from, to] of cutRows(plan.rows)) {
        await writeFresh(place, plan.name, plan.top.length + from, plan.rows.slice(from, to));
        step(to - from);
      }
    }
    if (added !== undefined) await changeCells(place, [asTexts(added)], undefined);
    for (const plan of all) {
      await ruleSheet(place, plan, lists);
      step(extra);
    }
    await layOutPages(place, plans);
    await show(place, plans);
    // Last, as it is put back only where it fails by itself.
    await changeCells(place, along, progress);
  } catch (error) {
    await removeSheets(place, all, styles, added, error);
    throw error;
  }
}

/** The rows of the hidden sheet of lists; a sheet of this name that can be seen is none of ours. */
async function listsThere(place: ExcelPlace): Promise<Cell[][] | undefined> {
  const isHidden = await runExcel(place, LISTS_SHEET, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(LISTS_SHEET);
    sheet.load({ visibility: true });
    await context.sync();
    return !sheet.isNullObject && sheet.visibility !== 'Visible';
  });
  return isHidden ? readCells(place, LISTS_SHEET, undefined, undefined) : undefined;
}

function listsPlan(lists: ListRegister): SheetPlan | undefined {
  const rows = lists.rows();
  const columns = (rows[0] ?? []).map(() => ({ width: 12, style: 'helper' as const }));
  return rows.length === 0 ? undefined : { name: LISTS_SHEET, visibility: 'very-hidden', columns, top: [], rows };
}

async function mustBeFree(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<void> {
  await runExcel(place, '', async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load({ name: true });
    await context.sync();
    checkNamesFree(
      sheets.items.map(({ name }) => name),
      plans,
    );
  });
}

/** All at once, so that formulas may name any of them. */
async function addSheets(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<void> {
  await runExcel(place, '', async (context) => {
    quietly(context, () => {
      for (const { name, tabColour } of plans) {
        const sheet = context.workbook.worksheets.add(name);
        sheet.showGridlines = false;
        if (tabColour !== undefined) sheet.tabColor = `#${tabColour}`;
      }
    });
    await context.sync();
  });
}

/** Formats of whole columns first, as text before any value comes; then the rows above the data. */
async function drawSheet(place: ExcelPlace, plan: SheetPlan): Promise<void> {
  await runExcel(place, plan.name, async (context) => {
    const sheet = context.workbook.worksheets.getItem(plan.name);
    quietly(context, () => {
      drawColumns(sheet, plan);
      if (plan.top.length > 0) drawTop(sheet, plan);
    });
    await context.sync();
  });
}

async function ruleSheet(place: ExcelPlace, plan: SheetPlan, lists: ListRegister): Promise<void> {
  await runExcel(place, plan.name, async (context) => {
    const sheet = context.workbook.worksheets.getItem(plan.name);
    quietly(context, () => {
      for (const list of plan.lists ?? []) {
        const { range, formula } = listRule(list, plan.top.length, lists);
        const { dataValidation } = sheet.getRange(range);
        dataValidation.rule = { list: { inCellDropDown: true, source: `=${formula}` } };
        dataValidation.ignoreBlanks = true;
        dataValidation.prompt = { showPrompt: true, title: list.promptTitle, message: list.prompt };
        dataValidation.errorAlert = {
          showAlert: true,
          style: 'Stop',
          title: list.errorTitle,
          message: list.error,
        };
      }
      const blocks = new Map<string, Excel.Range>();
      // A new rule comes before those that are there, so the first is added last.
      for (const highlight of [...(plan.highlights ?? [])].reverse()) {
        const { range, formula } = highlightRule(highlight, plan);
        const block = blocks.get(range) ?? sheet.getRange(range);
        blocks.set(range, block);
        const { custom } = block.conditionalFormats.add('Custom');
        custom.rule.formula = `=${formula}`;
        drawHighlight(custom.format, highlightLooks[highlight.look]);
      }
      if (plan.headings === true) sheet.autoFilter.apply(filterRange(plan));
      if (plan.freeze !== undefined) freeze(sheet, plan.freeze);
      if (plan.visibility === 'very-hidden') sheet.visibility = 'VeryHidden';
    });
    await context.sync();
  });
}

/** An address has at least one row and one column, so that rows alone have a call of their own. */
function freeze({ freezePanes }: Excel.Worksheet, { rows, columns }: NonNullable<SheetPlan['freeze']>): void {
  if (columns === 0) freezePanes.freezeRows(rows);
  else if (rows === 0) freezePanes.freezeColumns(columns);
  else freezePanes.freezeAt(cellsAddress(0, 0, rows, columns));
}

/** How sheets are printed. A computer without a printer may refuse it, and nothing else is to fail for that. */
async function layOutPages(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<void> {
  try {
    await runExcel(place, '', async (context) => {
      for (const plan of plans.filter(({ visibility }) => visibility === 'visible')) {
        const { pageLayout } = context.workbook.worksheets.getItem(plan.name);
        pageLayout.orientation = 'Landscape';
        pageLayout.zoom = { horizontalFitToPages: 1 };
        const heading = String(plan.top.length);
        if (plan.headings === true) pageLayout.setPrintTitleRows(`$${heading}:$${heading}`);
        pageLayout.paperSize = paperOf(plan) === 'a3' ? 'A3' : 'A4';
      }
      await context.sync();
    });
  } catch {
    // Whoever prints them chooses the pages himself.
  }
}

async function show(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<void> {
  const first = plans.find(({ visibility }) => visibility === 'visible');
  if (first === undefined) return;
  await runExcel(place, first.name, async (context) => {
    context.workbook.worksheets.getItem(first.name).activate();
    await context.sync();
  });
}

async function removeSheets(
  place: ExcelPlace,
  plans: readonly SheetPlan[],
  styles: readonly StyleName[],
  lists: SheetEdit | undefined,
  error: unknown,
): Promise<void> {
  try {
    await runExcel(place, '', async (context) => {
      const sheets = plans.map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name));
      for (const sheet of sheets) sheet.load({ name: true });
      await context.sync();
      quietly(context, () => {
        for (const sheet of sheets) {
          if (sheet.isNullObject) continue;
          // Excel does not delete what is very hidden.
          sheet.visibility = 'Visible';
          sheet.delete();
        }
      });
      await removeStyles(context, styles);
      await context.sync();
    });
    if (lists !== undefined) await changeCells(place, [blankOf(lists)], undefined);
  } catch {
    const sheets = plans.map(({ name }) => name).join(', ');
    throw hostFault('excel-half-made', sheets, { fault: reasonOf(error), sheets });
  }
}

/** Columns behind those of the lists have the standard format, which would take `007` for a number. */
function asTexts(edit: SheetEdit): SheetEdit {
  return { ...edit, keepFormulas: true };
}

function blankOf({ sheet, columns }: SheetEdit): SheetEdit {
  const blank = (values: ReadonlyMap<number, Cell>): Map<number, Cell> =>
    new Map([...values.keys()].map((row) => [row, '']));
  return { sheet, columns: columns.map(({ column, values }) => ({ column, values: blank(values) })) };
}
