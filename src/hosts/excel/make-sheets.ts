/// <reference types="office-js" />
import type { Cell } from '../../core/kernel/cell';
import { columnLetters } from '../../core/language/address';
import { highlightLooks, looks, type Look } from '../../core/look';
import {
  createListRegister,
  filterRange,
  highlightRule,
  listRule,
  LISTS_SHEET,
  type ListRegister,
} from '../../core/sheet-rules';
import {
  hostFault,
  type Formula,
  type PlannedCell,
  type Progress,
  type SheetPlan,
  type StyleName,
} from '../../core/workbook';
import { cutRows } from './blocks';
import { draw, drawHighlight, wipe } from './draw';
import { quietly, reasonOf, runExcel, type ExcelPlace } from './excel-run';
import { asText } from './text-cells';
import { writeFresh } from './write-areas';

/** Makes the sheets of a workbook. When that fails, or the user stops, those made so far are removed. */
export async function makeSheets(
  place: ExcelPlace,
  plans: readonly SheetPlan[],
  progress: Progress | undefined,
): Promise<void> {
  const lists = createListRegister();
  for (const plan of plans) for (const list of plan.lists ?? []) listRule(list, plan.top.length, lists);
  const hidden = listsPlan(lists);
  const all = hidden === undefined ? plans : [...plans, hidden];
  await mustBeFree(place, all);
  // Drawing a sheet and giving it its rules count as so many rows.
  const extra = 50;
  const steps = all.reduce((sum, { rows }) => sum + rows.length + 2 * extra, 0);
  let made = 0;
  const step = (rows: number): void => progress?.((made += rows), steps);
  try {
    await addSheets(place, all);
    for (const plan of all) {
      await drawSheet(place, plan);
      step(extra);
      for (const [from, to] of cutRows(plan.rows)) {
        await writeFresh(place, plan.name, plan.top.length + from, plan.rows.slice(from, to));
        step(to - from);
      }
    }
    for (const plan of all) {
      await ruleSheet(place, plan, lists);
      step(extra);
    }
    await show(place, plans);
  } catch (error) {
    await removeSheets(place, all, error);
    throw error;
  }
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
    const taken = new Set(sheets.items.map(({ name }) => name.toLowerCase()));
    const plan = plans.find(({ name }) => taken.has(name.toLowerCase()));
    if (plan !== undefined) throw hostFault('sheet-name-taken', plan.name, { sheet: plan.name });
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

/** A character of the standard font is 7 pixels wide, with 5 pixels around the text; Excel counts in points here. */
function points(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

function drawColumns(sheet: Excel.Worksheet, { columns }: SheetPlan): void {
  const whole = (from: number, to: number): Excel.Range =>
    sheet.getRange(`${columnLetters(from)}:${columnLetters(to - 1)}`);
  drawStyles(
    columns.map(({ style }) => style),
    whole,
  );
  for (const width of new Set(columns.map((column) => column.width))) {
    const alike = columns.flatMap((column, index) => (column.width === width ? [columnLetters(index)] : []));
    sheet.getRanges(alike.map((letters) => `${letters}:${letters}`).join()).format.columnWidth = points(width);
  }
  for (const [index, { hidden }] of columns.entries()) {
    if (hidden === true) whole(index, index + 1).columnHidden = true;
  }
}

function drawTop(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const width = Math.max(plan.columns.length, ...plan.top.map((row) => row.length));
  wipe(sheet.getRangeByIndexes(0, 0, plan.top.length, width));
  for (const { row, rows, styles } of alikeRows(plan.top)) {
    drawStyles(styles, (from, to) => sheet.getRangeByIndexes(row, from, rows, to - from));
  }
  for (const [row, cells] of plan.top.entries()) {
    if (cells.length > 0) sheet.getRangeByIndexes(row, 0, 1, cells.length).formulas = [cells.map(content)];
  }
  for (const { row, column, columns } of plan.merges ?? []) sheet.getRangeByIndexes(row, column, 1, columns).merge();
  for (const [row, height] of plan.rowHeights ?? []) {
    sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
  }
}

interface AlikeRows {
  readonly row: number;
  readonly rows: number;
  readonly styles: readonly StyleName[];
}

/** Rows below each other whose cells have the same styles are drawn as one. */
function alikeRows(top: SheetPlan['top']): AlikeRows[] {
  const groups: AlikeRows[] = [];
  for (const [row, cells] of top.entries()) {
    const styles = cells.map((cell) => (typeof cell === 'object' && 'style' in cell ? cell.style : 'plain'));
    const last = groups.at(-1);
    if (last?.styles.join() === styles.join()) groups.splice(-1, 1, { ...last, rows: last.rows + 1 });
    else groups.push({ row, rows: 1, styles });
  }
  return groups;
}

/** Draws styles side by side, what neighbours share only once: a request of formats is mostly addresses. */
function drawStyles(styles: readonly StyleName[], rangeOf: (from: number, to: number) => Excel.Range): void {
  for (let from = 0; from < styles.length;) {
    const base = lookAt(styles, from);
    let to = from + 1;
    while (to < styles.length && hasAllOf(lookAt(styles, to), base)) to += 1;
    draw(rangeOf(from, to), base);
    for (let start = from; start < to;) {
      let end = start + 1;
      while (end < to && styles[end] === styles[start]) end += 1;
      const own = beyond(lookAt(styles, start), base);
      if (Object.keys(own).length > 0) draw(rangeOf(start, end), own);
      start = end;
    }
    from = to;
  }
}

function lookAt(styles: readonly StyleName[], at: number): Look {
  return looks[styles[at] ?? 'plain'];
}

/** True where a look names everything that the base names, so that drawing it over the base leaves nothing behind. */
function hasAllOf(look: Look, base: Look): boolean {
  const sides = Object.keys(look.lines ?? {});
  return (
    Object.keys(base).every((key) => key in look) && Object.keys(base.lines ?? {}).every((side) => sides.includes(side))
  );
}

/** What a look names otherwise than its base. */
function beyond(look: Look, base: Look): Look {
  const said = Object.entries(look).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof Look]),
  );
  return Object.fromEntries(said);
}

function content(cell: PlannedCell): Cell {
  const inner: Cell | Formula = typeof cell === 'object' && 'style' in cell ? cell.cell : cell;
  return typeof inner === 'object' ? `=${inner.formula}` : asText(inner);
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
      for (const [priority, highlight] of (plan.highlights ?? []).entries()) {
        const { range, formula } = highlightRule(highlight, plan);
        const rule = sheet.getRange(range).conditionalFormats.add('Custom');
        rule.custom.rule.formula = `=${formula}`;
        drawHighlight(rule.custom.format, highlightLooks[highlight.look]);
        rule.priority = priority;
      }
      if (plan.headings === true) sheet.autoFilter.apply(sheet.getRange(filterRange(plan)));
      if (plan.freeze !== undefined) {
        sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, plan.freeze.rows, plan.freeze.columns));
      }
      if (plan.visibility === 'very-hidden') sheet.visibility = 'VeryHidden';
    });
    await context.sync();
  });
}

async function show(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<void> {
  const first = plans.find(({ visibility }) => visibility === 'visible');
  if (first === undefined) return;
  await runExcel(place, first.name, async (context) => {
    context.workbook.worksheets.getItem(first.name).activate();
    await context.sync();
  });
}

async function removeSheets(place: ExcelPlace, plans: readonly SheetPlan[], error: unknown): Promise<void> {
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
      await context.sync();
    });
  } catch {
    const sheets = plans.map(({ name }) => name).join(', ');
    throw hostFault('excel-half-made', sheets, { fault: reasonOf(error), sheets });
  }
}
