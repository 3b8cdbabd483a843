import { textOf } from '../../core/kernel/cell';
import { done, refuse, type Result } from '../../core/kernel/result';
import type { Category } from '../../core/reconcile/category';
import { LEFT_CATEGORY, type ComparisonSheet } from '../../core/tasks/comparison-sheets';
import { toolHeadings } from '../../core/tasks/headings';
import type { BookSheet } from '../../core/tasks/open-book';
import type { Workbook } from '../../core/workbook';
import type { ShownCategory } from '../pane-matching';
import type { LiveBook } from './live-book';
import type { MatchingParts } from './matching-parts';

/** Categories that a sheet of the comparison lists; the others stand on the record sheets. */
const lists: Partial<Record<Category, ComparisonSheet>> = {
  'Only in books': 'Only in books',
  Duplicate: 'Duplicates',
  'Not in IMS scope': 'Only in books',
};

/** Row of the first document on a sheet that lists them. */
const FIRST_LISTED = 5;

/** Takes the user to the records of a category: the sheets that have some show nothing else. */
export async function showCategory(
  { workbook }: MatchingParts,
  live: LiveBook,
  category: Category,
): Promise<Result<ShownCategory>> {
  const list = lists[category];
  if (list !== undefined) {
    if (!(await workbook.sheetNames()).includes(list)) return refuse('matching-not-shown', list);
    await workbook.goTo(list, category === list ? FIRST_LISTED : await firstListed(workbook, list, category), 0);
    return done({ sheet: list, sheets: 0 });
  }
  const places = live.book.sheets.flatMap((sheet) => firstPlace(sheet, category) ?? []);
  const [first] = places;
  if (first === undefined) return refuse('matching-not-shown', toolHeadings.match);
  // The last sheet that is filtered is the one to be seen.
  for (const { sheet, column } of [...places].reverse())
    await workbook.showOnly(sheet.name, sheet.headingRow, column, [category]);
  // Status is what is answered there; the result stands beside it.
  await workbook.goTo(first.sheet.name, first.row, first.sheet.columns.get('status') ?? first.column);
  return done({ sheet: first.sheet.name, sheets: places.length });
}

/** Where a list that has several categories begins with one of them; it may have been sorted. */
async function firstListed(workbook: Workbook, list: ComparisonSheet, category: Category): Promise<number> {
  const rows = (await workbook.read(list)) ?? [];
  const column = rows[FIRST_LISTED - 1]?.indexOf(LEFT_CATEGORY) ?? -1;
  return Math.max(
    rows.findIndex((row) => row[column] === category),
    FIRST_LISTED,
  );
}

/** The way back from a category: every record sheet that was compared shows all of its rows. */
export async function showAllRows({ workbook }: MatchingParts, live: LiveBook): Promise<Result<number>> {
  const compared = live.book.sheets.flatMap((sheet) => {
    const column = sheet.tools.get('match');
    const isCompared =
      column !== undefined && sheet.cells.slice(sheet.headingRow + 1).some((row) => row[column] !== '');
    return isCompared ? [{ sheet, column }] : [];
  });
  const { sheet: front } = await workbook.view();
  // The sheet that the user looks at comes last: a host may bring the one it filters to the front.
  compared.sort((a, b) => Number(a.sheet.name === front) - Number(b.sheet.name === front));
  for (const { sheet, column } of compared) await workbook.showOnly(sheet.name, sheet.headingRow, column, []);
  return done(compared.length);
}

interface Place {
  readonly sheet: BookSheet;
  readonly row: number;
  readonly column: number;
}

function firstPlace(sheet: BookSheet, category: Category): Place | undefined {
  const column = sheet.tools.get('match');
  if (column === undefined) return undefined;
  const row = sheet.cells.findIndex((cells, at) => at > sheet.headingRow && textOf(cells[column] ?? '') === category);
  return row < 0 ? undefined : { sheet, row, column };
}
