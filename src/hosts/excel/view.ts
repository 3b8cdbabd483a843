/// <reference types="office-js" />
import type { RowSpan, View } from '../../core/workbook';
import { rectanglesOf } from './address';
import { runExcel, type ExcelPlace } from './excel-run';

/** Where the user is and, if asked, which rows the filters leave. */
export async function viewOf(place: ExcelPlace, asksShown: boolean): Promise<View> {
  const { sheet, address, rows } = await runExcel(place, '', async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    const used = active.getUsedRangeOrNullObject(true);
    const ranges = context.workbook.getSelectedRanges();
    active.load({ name: true });
    used.load({ rowIndex: true, rowCount: true });
    // The address alone: the areas of a selected sheet would be a million objects.
    ranges.load({ address: true });
    await context.sync();
    return {
      sheet: active.name,
      address: ranges.address,
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
    };
  });
  const selected = joined(
    rectanglesOf(address).map(({ row, rows: count }) => ({ row, rows: Math.max(0, Math.min(count, rows - row)) })),
  );
  return asksShown ? { sheet, selected, shown: await shownRows(place, sheet, rows) } : { sheet, selected };
}

/** Overlapping spans of several selected areas count once. */
function joined(spans: readonly RowSpan[]): RowSpan[] {
  const out: RowSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.row - b.row)) {
    const last = out.at(-1);
    if (span.rows === 0) continue;
    if (last !== undefined && span.row <= last.row + last.rows) {
      out.splice(-1, 1, { row: last.row, rows: Math.max(last.rows, span.row + span.rows - last.row) });
    } else {
      out.push(span);
    }
  }
  return out;
}

/** Addresses in one answer; each takes some twenty bytes. */
const ROWS_ASKED = 20_000;

/** Rows whose cell in the first visible column is visible. */
async function shownRows(place: ExcelPlace, sheet: string, rows: number): Promise<RowSpan[]> {
  const column = await firstVisibleColumn(place, sheet);
  const shown: RowSpan[] = [];
  for (let row = 0; row < rows; row += ROWS_ASKED) {
    const addresses = await runExcel(place, sheet, async (context) => {
      const range = context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(row, column, Math.min(ROWS_ASKED, rows - row), 1);
      const view = range.getVisibleView();
      view.load({ cellAddresses: true });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one answer cannot hold all rows
      await context.sync();
      return view.cellAddresses as string[][];
    });
    for (const [address = ''] of addresses) shown.push(...rectanglesOf(address));
  }
  return joined(shown.map(({ row, rows: count }) => ({ row, rows: count })));
}

const COLUMNS_ASKED = 40;

async function firstVisibleColumn(place: ExcelPlace, name: string): Promise<number> {
  return runExcel(place, name, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const columns = Array.from({ length: COLUMNS_ASKED }, (_, index) => sheet.getRangeByIndexes(0, index, 1, 1));
    for (const column of columns) column.load({ columnHidden: true });
    await context.sync();
    return Math.max(
      0,
      columns.findIndex(({ columnHidden }) => !columnHidden),
    );
  });
}
