import type { ColumnView, SheetView } from '../../../core/book-view';
import type { Cell } from '../../../core/kernel/cell';
import { highlightLooks, type Look } from '../../../core/look';
import { readHighlightRule, readListRule, type ReadRule } from '../../../core/sheet-rules';
import type { HighlightLook, HighlightPlan, ListPlan } from '../../../core/workbook';
import { COLUMNS } from '../patch/address';
import { placeLooks } from './column-looks';
import { lookKey } from './look-key';
import type { Styles } from './read-styles';
import type { ScannedSheet } from './scan-sheet';

/** What a sheet is shown from, besides its own part. */
export interface Surroundings {
  readonly name: string;
  readonly visibility: SheetView['visibility'];
  /** of the rows that have cells: how many down to the last, and the widest */
  readonly height: number;
  readonly width: number;
  readonly styles: Styles;
  /** rows of the hidden sheet that lists are on */
  readonly items: readonly (readonly Cell[])[];
}

/** The sheet without its cells. */
export function viewSheet(sheet: ScannedSheet, around: Surroundings): Omit<SheetView, 'cells'> {
  const { styles, height } = around;
  const lists = readLists(sheet, around.items);
  const highlights = readHighlights(sheet, styles);
  const dataRow = dataRowOf([...lists, ...highlights], sheet);
  const width = widthOf(sheet, around.width);
  const looks = placeLooks(sheet, styles.lookOf, { width, height, dataRow });
  const { tabColour, freeze, filter, criteria } = sheet;
  return {
    name: around.name,
    visibility: around.visibility,
    ...(tabColour === undefined ? {} : { tabColour }),
    hasGridLines: sheet.hasGridLines,
    formulas: sheet.formulas,
    columns: columnViews(sheet, looks.columns),
    cellLooks: looks.cells,
    rowHeights: sheet.heights,
    hiddenRows: sheet.hidden,
    merges: sheet.merges,
    ...(freeze === undefined ? {} : { freeze }),
    ...(filter === undefined ? {} : { filter, filterColumns: criteria }),
    dataRow,
    lists: lists.map(({ plan }) => plan),
    highlights: distinct(highlights.map(({ plan }) => plan)),
  };
}

/** Up to the last column that has anything; a width for all the rest of the sheet shows nothing. */
function widthOf({ patterns, runs }: ScannedSheet, filled: number): number {
  let width = filled;
  for (const pattern of patterns) width = Math.max(width, pattern?.styles.length ?? 0);
  for (const { last } of runs) if (last < COLUMNS - 1) width = Math.max(width, last + 1);
  return width;
}

function columnViews({ runs, usualWidth }: ScannedSheet, looks: readonly number[]): ColumnView[] {
  const columns: ColumnView[] = looks.map((look) => ({ width: usualWidth, hidden: false, look }));
  for (const { first, last, width, hidden } of runs) {
    for (let column = first; column <= Math.min(last, columns.length - 1); column += 1)
      columns[column] = { width: width ?? usualWidth, hidden, look: looks[column] ?? 0 };
  }
  return columns;
}

/** A rule of ours knows it; without one it is the row below the headings of the filter. */
function dataRowOf(rules: readonly ReadRule<unknown>[], { filter }: ScannedSheet): number {
  const rows = rules.map(({ dataRow }) => dataRow);
  return rows.length > 0 ? Math.min(...rows) : filter === undefined ? 0 : filter.row + 1;
}

function readLists({ validations }: ScannedSheet, items: Surroundings['items']): ReadRule<ListPlan>[] {
  return validations.flatMap((rule) => {
    const read = readListRule(rule, items);
    const { promptTitle, prompt, errorTitle, error } = rule;
    return read === undefined ? [] : [{ ...read, plan: { ...read.plan, promptTitle, prompt, errorTitle, error } }];
  });
}

function readHighlights({ conditions }: ScannedSheet, { differentials }: Styles): ReadRule<HighlightPlan>[] {
  const byPriority = [...conditions].sort((a, b) => a.priority - b.priority);
  return byPriority.flatMap((condition) => {
    const look = highlightNames.get(lookKey(differentials[condition.look ?? -1] ?? {}));
    const read = look && readHighlightRule(condition, look);
    return read === undefined ? [] : [read];
  });
}

const highlightNames = new Map(
  (Object.entries(highlightLooks) as [HighlightLook, Look][]).map(([name, look]) => [lookKey(look), name]),
);

/** Excel repeats a rule when it splits its range. */
function distinct<T>(plans: readonly T[]): T[] {
  return [...new Map(plans.map((plan) => [JSON.stringify(plan), plan])).values()];
}
