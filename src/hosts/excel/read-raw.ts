/// <reference types="office-js" />
import { rawCellOf, type Merge, type RawCell, type RawSheet } from '../../core/kernel/raw-sheet';
import type { Progress } from '../../core/workbook';
import { rectanglesOf } from './address';
import { runExcel, type ExcelPlace } from './excel-run';
import { extentOf, readBlocks } from './read-cells';

/** A sheet of the user's own, as the port describes it: Excel gives a date as a number, and its format tells. */
export async function readRaw(
  place: ExcelPlace,
  name: string,
  progress: Progress | undefined,
): Promise<RawSheet | undefined> {
  const extent = (await isShown(place, name)) ? await extentOf(place, name) : undefined;
  if (extent === undefined) return undefined;
  const rows: RawCell[][] = [];
  const all = { name, first: 0, end: extent.rows, columns: extent.columns };
  await readBlocks(place, all, true, progress, ({ values, formats }) => {
    for (const [at, line] of values.entries())
      rows.push(line.map((cell, column) => rawCellOf(cell, formats[at]?.[column])));
  });
  return { name, rows, merges: extent.rows === 0 ? [] : await mergesOf(place, all) };
}

function isShown(place: ExcelPlace, name: string): Promise<boolean> {
  return runExcel(place, name, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load({ visibility: true });
    await context.sync();
    return !sheet.isNullObject && sheet.visibility === 'Visible';
  });
}

/** None in an Excel that cannot tell: then only the first of merged cells holds anything. */
async function mergesOf(
  place: ExcelPlace,
  { name, end, columns }: { readonly name: string; readonly end: number; readonly columns: number },
): Promise<Merge[]> {
  if (!place.has('1.13')) return [];
  return runExcel(place, name, async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(0, 0, end, columns);
    const merged = range.getMergedAreasOrNullObject();
    merged.areas.load({ address: true });
    await context.sync();
    if (merged.isNullObject) return [];
    return merged.areas.items.flatMap(({ address }) =>
      rectanglesOf(address).map(({ row, rows, column, columns: width }) => ({
        top: row,
        left: column,
        bottom: row + rows - 1,
        right: column + width - 1,
      })),
    );
  });
}
