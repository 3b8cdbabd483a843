/// <reference types="office-js" />
import type { Cell } from '../../core/kernel/cell';
import { changesAnything, hostFault, type ColumnEdit, type Progress, type SheetEdit } from '../../core/workbook';
import { areasOf, requestsOf } from './areas';
import { quietly, reasonOf, runExcel, type ExcelPlace } from './excel-run';
import { growFilter } from './filter';
import { bottomsOf, growFormats } from './grow-formats';
import { extentOf } from './read-cells';
import { showColumns } from './show-columns';
import { asText, sendable } from './text-cells';
import { putBack, writeAreas, type Former } from './write-areas';

/** Writes the edits block by block. When one fails, or the user stops, those written before are put back. */
export async function changeCells(
  place: ExcelPlace,
  edits: readonly SheetEdit[],
  progress: Progress | undefined,
): Promise<void> {
  const real = edits.filter(changesAnything);
  const bottoms = await bottomsOf(place, edits);
  const whole: SheetEdit[] = [];
  for (const edit of real) whole.push(await completed(place, edit));
  const bands = whole.flatMap((edit) => bandsOf(edit).map((columns) => ({ edit, columns })));
  const formers: Former[] = [];
  try {
    for (const edit of real) await growFormats(place, edit, bottoms.get(edit.sheet));
    for (const [index, { edit, columns }] of bands.entries()) {
      // Home has cells of the standard format, all others are formatted as text.
      const sent = edit.keepFormulas === true ? asText : sendable;
      const { sheet, guard } = edit;
      const areas = areasOf(columns, sent).map((area) => ({
        ...area,
        sheet,
        ...(guard === undefined ? {} : { guard }),
      }));
      for (const request of requestsOf(areas)) {
        await writeAreas(place, request, (former) => formers.push(former));
      }
      progress?.(index + 1, bands.length);
    }
    for (const edit of real) {
      await growFilter(place, edit);
      await showColumns(place, edit);
    }
  } catch (error) {
    await takeBack(place, formers, error);
    throw error;
  }
}

/** Rows that are planned and written together, so that planning never takes long at a time. */
const BAND = 4_000;

function bandsOf({ columns, guard }: SheetEdit): ColumnEdit[][] {
  // Until the column that tells the rows apart is written, it can be asked whether they still stand.
  const last = columns.filter(({ column }) => column === guard?.column);
  return [...cutBands(columns.filter((edit) => !last.includes(edit))), ...cutBands(last)];
}

function cutBands(columns: readonly ColumnEdit[]): ColumnEdit[][] {
  const bands = new Map<number, Map<number, Map<number, Cell>>>();
  for (const { column, values } of columns) {
    for (const [row, cell] of values) {
      const at = Math.floor(row / BAND);
      let band = bands.get(at);
      if (band === undefined) bands.set(at, (band = new Map<number, Map<number, Cell>>()));
      const own = band.get(column);
      if (own === undefined) band.set(column, new Map([[row, cell]]));
      else own.set(row, cell);
    }
  }
  return [...bands.values()].map((band) => [...band].map(([column, values]) => ({ column, values })));
}

async function completed(place: ExcelPlace, edit: SheetEdit): Promise<SheetEdit> {
  const columns = edit.replaceAll === true ? await blanked(place, edit) : edit.columns;
  return { ...edit, columns: edit.keepFormulas === true ? await withoutFormulas(place, edit.sheet, columns) : columns };
}

/** The edit together with blanks for everything else that the sheet holds. */
async function blanked(place: ExcelPlace, { sheet, columns }: SheetEdit): Promise<ColumnEdit[]> {
  const extent = (await extentOf(place, sheet)) ?? { rows: 0, columns: 0 };
  const wanted = new Map(columns.map(({ column, values }) => [column, values]));
  for (let column = 0; column < extent.columns; column += 1) {
    if (!wanted.has(column)) wanted.set(column, new Map<number, Cell>());
  }
  return [...wanted].map(([column, values]) => {
    const all = new Map(values);
    for (let row = 0; row < extent.rows; row += 1) if (!all.has(row)) all.set(row, '');
    return { column, values: all };
  });
}

/** Cells with a formula are calculated by Excel itself. */
async function withoutFormulas(place: ExcelPlace, name: string, columns: readonly ColumnEdit[]): Promise<ColumnEdit[]> {
  const rows = columns.flatMap(({ values }) => [...values.keys()]);
  if (rows.length === 0) return [];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const widest = Math.max(...columns.map(({ column }) => column));
  const formulas = await runExcel(place, name, async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(top, 0, bottom - top + 1, widest + 1);
    range.load({ formulas: true });
    await context.sync();
    return range.formulas as unknown[][];
  });
  const isFormula = (row: number, column: number): boolean => {
    const cell = formulas[row - top]?.[column];
    return typeof cell === 'string' && cell.startsWith('=');
  };
  return columns.map(({ column, values }) => ({
    column,
    values: new Map([...values].filter(([row]) => !isFormula(row, column))),
  }));
}

/** Says what is and what is not there when not even the putting back worked. */
async function takeBack(place: ExcelPlace, formers: readonly Former[], error: unknown): Promise<void> {
  if (formers.length === 0) return;
  try {
    await putBack(place, formers);
  } catch {
    const sheets = [...new Set(formers.map(({ area }) => area.sheet))].join(', ');
    throw hostFault('excel-half-written', sheets, { fault: reasonOf(error), sheets });
  } finally {
    await eventsOn(place);
  }
}

/** A batch that failed in its middle has left the events off. */
async function eventsOn(place: ExcelPlace): Promise<void> {
  try {
    await runExcel(place, '', async (context) => {
      quietly(context, () => undefined);
      await context.sync();
    });
  } catch {
    // Excel does not answer any more; the reason is told already.
  }
}
