import type { CellValue, ColumnDef, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Cell } from '../../core/kernel/cell';
import { columnLetters } from '../../core/language/address';
import {
  createListRegister,
  filterRange,
  highlightRule,
  listRule,
  LISTS_SHEET,
  type ListRegister,
  paperOf,
} from '../../core/sheet-rules';
import type { ColumnPlan, Formula, HighlightPlan, ListPlan, PlannedCell, SheetPlan } from '../../core/workbook';
import { highlightStyles, negativeAmount, styles } from './look';
import type { BookFile } from './codec';
import type { PatchEdit } from './patch/edited-cells';

/**
 * Rows that the library writes; those below follow as a block that takes their looks. The library works out the style of
 * every cell anew, which is three quarters of its time at a hundred thousand rows (docs/benchmarks.md).
 */
const PATTERN_ROWS = 1;

function hasNegative(row: readonly Cell[]): boolean {
  return row.some((cell) => typeof cell === 'number' && cell < 0);
}

/**
 * The file content for these sheets: looks, lists, filters, a hidden sheet that the lists point at; and what is to be put in
 * afterwards: rows, and lists where `there` are the rows of the hidden sheet that the workbook has already.
 */
export function authorBook(
  plans: readonly SheetPlan[],
  there?: readonly (readonly Cell[])[],
): { file: BookFile; blocks: PatchEdit[] } {
  const lists = createListRegister(there);
  const blocks: PatchEdit[] = [];
  const sheets = plans.map((plan) => {
    if (plan.rows.length <= PATTERN_ROWS || plan.rows.some(hasNegative)) return authorSheet(plan, lists);
    blocks.push({
      sheet: plan.name,
      columns: [],
      block: { top: plan.top.length + PATTERN_ROWS, rows: plan.rows.slice(PATTERN_ROWS) },
    });
    return authorSheet({ ...plan, rows: plan.rows.slice(0, PATTERN_ROWS) }, lists);
  });
  const names = plans.flatMap((plan) => (plan.headings === true ? [filterName(plan), printTitles(plan)] : []));
  if (there === undefined) return { file: { sheets: [...sheets, ...listsSheet(lists)], names }, blocks };
  return { file: { sheets, names }, blocks: [...blocks, ...[lists.missing() ?? []].flat()] };
}

function authorSheet(plan: SheetPlan, lists: ListRegister): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const top = plan.top.map((row, index) => row.map((cell, column) => topCell(cell, index, column, cells)));
  const rows: CellValue[][] = [...top];
  const width = plan.columns.length;
  for (const [index, row] of plan.rows.entries()) styleNegatives(plan, row, top.length + index, cells);
  for (const row of plan.rows) rows.push(row.length === width ? escaped(row) : escaped(pad(row, width)));
  // A sheet without records keeps one empty row, so that the formats of its columns have a place to live.
  if (plan.rows.length === 0 && plan.headings === true) rows.push(pad([], width));
  return {
    name: plan.name,
    rows,
    cells,
    columns: plan.columns.map(columnDef),
    ...(plan.visibility === 'very-hidden' ? { veryHidden: true } : {}),
    view: { showGridLines: false, ...(plan.tabColour === undefined ? {} : { tabColor: { rgb: plan.tabColour } }) },
    merges: (plan.merges ?? []).map(({ row, column, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row,
      endCol: column + columns - 1,
    })),
    rowDefs: new Map([...(plan.rowHeights ?? [])].map(([row, height]) => [row, { height }])),
    ...(plan.freeze === undefined ? {} : { freezePane: plan.freeze }),
    ...(plan.headings === true ? { autoFilter: { range: filterRange(plan) } } : {}),
    dataValidations: (plan.lists ?? []).map((list) => validation(list, plan.top.length, lists)),
    conditionalRules: (plan.highlights ?? []).map((highlight, index) => conditionalRule(highlight, plan, index + 1)),
    pageSetup: {
      orientation: 'landscape',
      paperSize: paperOf(plan),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.25, right: 0.25, top: 0.5, bottom: 0.5, header: 0.25, footer: 0.25 },
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

/** A text that looks like Excel's own escape (`_x0041_`) is escaped itself, else it would be read back as another text. */
function escapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
}

function escaped(row: readonly Cell[]): CellValue[] {
  const out: CellValue[] = new Array<CellValue>(row.length);
  for (let index = 0; index < row.length; index += 1) {
    const cell = row[index] ?? '';
    out[index] = cell === '' ? null : typeof cell === 'string' ? escapeText(cell) : cell;
  }
  return out;
}

function pad(row: readonly Cell[], width: number): Cell[] {
  return [...row, ...new Array<Cell>(width - row.length).fill('')];
}

function topCell(cell: PlannedCell, row: number, column: number, cells: NonNullable<WriteSheet['cells']>): CellValue {
  const styled = typeof cell === 'object' && 'style' in cell ? cell : { cell, style: 'plain' as const };
  const inner: Cell | Formula = styled.cell;
  const value = typeof inner === 'object' ? inner.value : inner;
  const written = value === '' ? null : typeof value === 'string' ? escapeText(value) : value;
  cells.set(`${String(row)},${String(column)}`, {
    value: written,
    style: styles[styled.style],
    ...(typeof inner === 'object' ? { type: 'formula' as const, formula: inner.formula, formulaResult: written } : {}),
  });
  return written;
}

/** Only cells that are negative from the start; see look.ts. */
function styleNegatives(
  plan: SheetPlan,
  row: readonly Cell[],
  at: number,
  cells: NonNullable<WriteSheet['cells']>,
): void {
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (typeof cell !== 'number' || cell >= 0 || plan.columns[column]?.style !== 'portal-amount') continue;
    cells.set(`${String(at)},${String(column)}`, { value: cell, style: negativeAmount(cell) });
  }
}

function columnDef({ width, style, hidden }: ColumnPlan): ColumnDef {
  return { width, style: styles[style], ...(hidden === true ? { hidden } : {}) };
}

/** LibreOffice drops an autofilter that has no such name beside it. */
function filterName(plan: SheetPlan): BookFile['names'][number] {
  const range = filterRange(plan).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return { name: '_xlnm._FilterDatabase', range: `'${plan.name}'!${range}`, scope: plan.name };
}

/** Headings and the first columns on every page. The library's own setting leaves sheet names such as B2B-CN unquoted. */
function printTitles(plan: SheetPlan): BookFile['names'][number] {
  const row = String(plan.top.length);
  const columns = columnLetters(Math.max(plan.freeze?.columns ?? 1, 1) - 1);
  return {
    name: '_xlnm.Print_Titles',
    range: `'${plan.name}'!$A:$${columns},'${plan.name}'!$${row}:$${row}`,
    scope: plan.name,
  };
}

function validation(list: ListPlan, topRows: number, lists: ListRegister): DataValidation {
  const { range, formula } = listRule(list, topRows, lists);
  return {
    type: 'list',
    range,
    formula1: formula,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    inputTitle: list.promptTitle,
    inputMessage: list.prompt,
    errorTitle: list.errorTitle,
    errorMessage: list.error,
  };
}

function conditionalRule(highlight: HighlightPlan, plan: SheetPlan, priority: number): ConditionalRule {
  return { type: 'expression', priority, style: highlightStyles[highlight.look], ...highlightRule(highlight, plan) };
}

function listsSheet(lists: ListRegister): WriteSheet[] {
  const rows = lists.rows().map((row) => row.map((item) => (item === '' ? null : item)));
  return rows.length === 0 ? [] : [{ name: LISTS_SHEET, rows, veryHidden: true }];
}
