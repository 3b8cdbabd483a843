/// <reference types="office-js" />
import type { Cell } from '../../core/kernel/cell';
import { hostFault, isHostFault, type ColumnEdit } from '../../core/workbook';
import { quietly, runExcel, type ExcelPlace } from './excel-run';
import { isMarkedText, sendable } from './text-cells';
import type { Area } from './areas';
import type { Sent } from './blocks';

export interface SheetArea extends Area {
  readonly sheet: string;
  /** what a column must hold in these rows */
  readonly guard?: ColumnEdit;
}

/** What stood in an area before it was written, ready to be written again. */
export interface Former {
  readonly area: SheetArea;
  readonly content: unknown[][];
}

/**
 * Writes a request's worth of areas. What stood there is read first and handed to `remember`, so that it can be put back
 * whatever happens later. Where the old content is too large for one answer, the areas are done in two goes.
 */
export async function writeAreas(
  place: ExcelPlace,
  areas: readonly SheetArea[],
  remember: (former: Former) => void,
): Promise<void> {
  const [first] = areas;
  if (first === undefined) return;
  try {
    await runExcel(place, first.sheet, (context) => writeOnce(context, areas, remember));
  } catch (error) {
    const halves = isHostFault(error) && error.refusal.id === 'excel-too-much' ? inTwo(areas) : undefined;
    if (halves === undefined) throw error;
    for (const half of halves) await writeAreas(place, half, remember);
  }
}

async function writeOnce(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  remember: (former: Former) => void,
): Promise<void> {
  const ranges = areas.map((area) => rangeOf(context, area));
  for (const range of ranges) range.load({ formulas: true, values: true });
  const guards = areas.map((area) => guardRange(context, area));
  await context.sync();
  for (const [index, area] of areas.entries()) mustStand(area, guards[index], false);
  for (const [index, area] of areas.entries()) {
    const range = ranges[index];
    if (range !== undefined) remember({ area, content: contentOf(range.formulas, range.values) });
  }
  await send(context, areas, ranges);
  for (const range of ranges) range.untrack();
}

async function send(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  ranges: readonly Excel.Range[],
): Promise<void> {
  const marked = firstMarked(areas);
  const proof = marked === undefined ? undefined : cellOf(context, marked);
  quietly(context, () => {
    for (const [index, area] of areas.entries()) write(ranges[index], area.values);
  });
  proof?.load({ values: true });
  const [first] = ranges;
  first?.load({ address: true });
  await context.sync();
  mustBeAnswered(first);
  const shown: unknown = (proof?.values as unknown[][] | undefined)?.[0]?.[0];
  if (marked !== undefined && shown === marked.sent) await takeMarksOff(context, areas);
}

/** Writes rows where nothing stood before. */
export async function writeFresh(
  place: ExcelPlace,
  sheet: string,
  row: number,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const width = Math.max(...rows.map((line) => line.length));
  const area = { sheet, row, column: 0, values: rows.map((line) => padded(line, width)) };
  await runExcel(place, sheet, (context) => send(context, [area], [rangeOf(context, area)]));
}

function padded(line: readonly Cell[], width: number): Sent[] {
  const cells = line.map(sendable);
  while (cells.length < width) cells.push('');
  return cells;
}

/** Formulas, with an apostrophe for texts that only look like one: there formula and value are the same. */
function contentOf(formulas: unknown[][], values: unknown[][]): unknown[][] {
  return formulas.map((line, down) =>
    line.map((cell, right) => (cell === values[down]?.[right] ? sendable(cell as Cell) : cell)),
  );
}

function inTwo(areas: readonly SheetArea[]): (readonly SheetArea[])[] | undefined {
  const [first] = areas;
  if (areas.length > 1) {
    const middle = Math.ceil(areas.length / 2);
    return [areas.slice(0, middle), areas.slice(middle)];
  }
  if (first === undefined || first.values.length < 2) return undefined;
  const middle = Math.ceil(first.values.length / 2);
  return [
    [{ ...first, values: first.values.slice(0, middle) }],
    [{ ...first, row: first.row + middle, values: first.values.slice(middle) }],
  ];
}

/** The rows of an area in the column that tells them apart. */
function guardRange(context: Excel.RequestContext, { sheet, row, values, guard }: SheetArea): Excel.Range | undefined {
  if (guard === undefined) return undefined;
  const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, guard.column, values.length, 1);
  range.load({ values: true });
  return range;
}

/** What the guard column may hold in a row of an area. */
function mayHold({ row, column, values, guard }: SheetArea, at: number, isWritten: boolean): Cell[] | undefined {
  const former = guard?.values.get(at);
  if (guard === undefined || former === undefined) return undefined;
  const written = isWritten ? values[at - row]?.[guard.column - column] : undefined;
  return written === undefined || written === null ? [former] : [former, written];
}

/** Throws where the rows of an area are not those that it was made for; once it is written, it may have changed their guard. */
function mustStand(area: SheetArea, found: Excel.Range | undefined, isWritten: boolean): void {
  const cells = found?.values as Cell[][] | undefined;
  for (const [index, line] of (cells ?? []).entries()) {
    const allowed = mayHold(area, area.row + index, isWritten);
    if (allowed?.some((cell) => String(cell) === String(line[0] ?? '')) === false) {
      throw hostFault('rows-moved', area.sheet, { sheet: area.sheet });
    }
  }
}

/** The library takes an answer without results for success; what was asked for back is then missing, and reading it throws. */
function mustBeAnswered(range: Excel.Range | undefined): string | undefined {
  return range?.address;
}

function rangeOf(context: Excel.RequestContext, { sheet, row, column, values }: SheetArea): Excel.Range {
  return context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(row, column, values.length, values[0]?.length ?? 0);
}

function write(range: Excel.Range | undefined, values: readonly (readonly Sent[])[]): void {
  if (range !== undefined) range.values = values as unknown[][];
}

interface MarkedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly sent: string;
}

function firstMarked(areas: readonly SheetArea[]): MarkedCell | undefined {
  for (const { sheet, row, column, values } of areas) {
    for (const [down, line] of values.entries()) {
      const right = line.findIndex(isMarkedText);
      if (right >= 0) return { sheet, row: row + down, column: column + right, sent: String(line[right]) };
    }
  }
  return undefined;
}

function cellOf(context: Excel.RequestContext, { sheet, row, column }: MarkedCell): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
}

/**
 * An apostrophe keeps a text from becoming a formula, and Excel takes it away. Should a version of Excel show it in
 * cells that are formatted as text, then such cells take any text as it is, and get it again without.
 */
async function takeMarksOff(context: Excel.RequestContext, areas: readonly SheetArea[]): Promise<void> {
  quietly(context, () => {
    for (const area of areas) {
      const plain = area.values.map((line) => line.map((cell) => (isMarkedText(cell) ? cell.slice(1) : null)));
      if (plain.some((line) => line.some((cell) => cell !== null))) write(rangeOf(context, area), plain);
    }
  });
  await context.sync();
}

/** Puts back what stood in areas, the last written first. */
export async function putBack(place: ExcelPlace, formers: readonly Former[]): Promise<void> {
  for (const former of [...formers].reverse()) {
    await runExcel(place, former.area.sheet, (context) => restore(context, former));
  }
}

async function restore(context: Excel.RequestContext, { area, content }: Former): Promise<void> {
  const range = rangeOf(context, area);
  const guard = guardRange(context, area);
  if (guard !== undefined) {
    await context.sync();
    mustStand(area, guard, true);
  }
  quietly(context, () => {
    range.formulas = content.map((line, down) =>
      line.map((cell, right) => (area.values[down]?.[right] === null ? null : cell)),
    );
  });
  await context.sync();
}
