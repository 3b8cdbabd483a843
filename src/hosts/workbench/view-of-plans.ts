import type { BookView, SheetView } from '../../core/book-view';
import type { Cell } from '../../core/kernel/cell';
import { looks, type Look } from '../../core/look';
import type { Formula, PlannedCell, SheetPlan, StyleName } from '../../core/workbook';

/** How planned sheets look in a window. Their lists carry their items, so no sheet of items is needed. */
export function viewOfPlans(plans: readonly SheetPlan[]): BookView {
  const numbers = new Map<StyleName, number>();
  const used: Look[] = [];
  const lookNumber = (style: StyleName): number => {
    let number = numbers.get(style);
    if (number === undefined) numbers.set(style, (number = used.push(looks[style]) - 1));
    return number;
  };
  const sheets = plans.map((plan) => sheetOf(plan, lookNumber));
  const active = plans.find(({ visibility }) => visibility === 'visible')?.name;
  return { sheets, looks: used, ...(active === undefined ? {} : { active }) };
}

function sheetOf(plan: SheetPlan, lookNumber: (style: StyleName) => number): SheetView {
  const formulas = new Map<string, string>();
  const cellLooks = new Map<number, Map<number, number>>();
  const width = plan.columns.length;
  const top = plan.top.map((planned, row) => {
    const own = new Map<number, number>();
    cellLooks.set(row, own);
    for (let column = 0; column < Math.max(width, planned.length); column += 1) {
      own.set(column, lookNumber(styleAt(planned[column])));
    }
    return planned.map((cell, column) => {
      const inner = unstyled(cell);
      if (typeof inner !== 'object') return inner;
      formulas.set(`${String(row)},${String(column)}`, inner.formula);
      return inner.value;
    });
  });
  const { tabColour, freeze } = plan;
  return {
    name: plan.name,
    visibility: plan.visibility,
    ...(tabColour === undefined ? {} : { tabColour }),
    hasGridLines: false,
    cells: [...top, ...plan.rows],
    formulas,
    columns: plan.columns.map(({ width: characters, style, hidden }) => ({
      width: characters,
      hidden: hidden === true,
      look: lookNumber(style),
    })),
    cellLooks,
    rowHeights: plan.rowHeights ?? new Map<number, number>(),
    hiddenRows: new Set(),
    merges: (plan.merges ?? []).map((merge) => ({ ...merge, rows: 1 })),
    ...(freeze === undefined ? {} : { freeze }),
    ...(plan.headings === true
      ? {
          filter: {
            row: plan.top.length - 1,
            column: 0,
            rows: 1 + Math.max(plan.rows.length, 1),
            columns: width,
          },
        }
      : {}),
    dataRow: plan.top.length,
    lists: plan.lists ?? [],
    highlights: plan.highlights ?? [],
  };
}

function styleAt(cell: PlannedCell | undefined): StyleName {
  return typeof cell === 'object' && 'style' in cell ? cell.style : 'plain';
}

function unstyled(cell: PlannedCell): Cell | Formula {
  return typeof cell === 'object' && 'style' in cell ? cell.cell : cell;
}

/** Sheets of one view behind those of another; the looks of the second follow those of the first. */
export function joinedViews(first: BookView, second: BookView): BookView {
  const by = first.looks.length;
  const active = second.active ?? first.active;
  return {
    sheets: [...first.sheets, ...second.sheets.map((sheet) => withLooksMoved(sheet, by))],
    looks: [...first.looks, ...second.looks],
    ...(active === undefined ? {} : { active }),
  };
}

function withLooksMoved(sheet: SheetView, by: number): SheetView {
  return {
    ...sheet,
    columns: sheet.columns.map((column) =>
      column.look === undefined ? column : { ...column, look: column.look + by },
    ),
    cellLooks: new Map(
      [...sheet.cellLooks].map(([row, own]) => [row, new Map([...own].map(([column, look]) => [column, look + by]))]),
    ),
  };
}
