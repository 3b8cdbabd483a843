import type { Area, SheetView } from '../../../core/book-view';
import type { ValueOf } from '../cells/cell-values';
import { RowReader, type IsWanted, type ReadRow } from '../cells/row-reader';
import { COLUMNS, rangeOf } from '../patch/address';
import { cutSheet, eachChild } from '../patch/cut-sheet';
import type { SheetEnds } from '../patch/sheet-outline';
import type { Criteria } from '../patch/edited-cells';
import { readCriteria } from '../patch/filter-criteria';
import type { TagReader } from '../patch/tag-reader';
import { rgbOf } from './colours';
import { readCondition, readExtension, readValidations, type Condition, type Validation } from './rules';
import { RowScanner, type ScannedRows } from './scan-rows';

/** A run of columns that the file says the same of. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly width: number | undefined;
  readonly hidden: boolean;
  readonly style: number;
}

/** What a worksheet part says of how its sheet is shown; styles by their numbers, rules as they are written. */
export interface ScannedSheet extends ScannedRows {
  /** undefined where it has no place for cells */
  readonly ends: SheetEnds | undefined;
  /** selected, alone or together with other tabs */
  readonly isSelected: boolean;
  readonly tabColour: string | undefined;
  readonly hasGridLines: boolean;
  readonly freeze: SheetView['freeze'];
  readonly usualWidth: number;
  readonly runs: readonly ColumnRun[];
  readonly filter: Area | undefined;
  readonly criteria: Criteria;
  readonly merges: readonly Area[];
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
}

/** What Excel stores for a column that nobody made wider, with its default font; and its rows, in points. */
const USUAL_WIDTH = 9.140625;
const USUAL_HEIGHT = 15;

/** Reads a worksheet part in one pass: gives its rows band by band, and at the end what it says of the sheet. */
export async function* scanSheet(
  chunks: AsyncIterable<string>,
  valueOf: ValueOf,
  isWanted?: IsWanted,
): AsyncGenerator<readonly ReadRow[], ScannedSheet> {
  const runs: ColumnRun[] = [];
  const merges: Area[] = [];
  const validations: Validation[] = [];
  const conditions: Condition[] = [];
  let [tabColour, filter, freeze]: [string?, Area?, SheetView['freeze']?] = [];
  let [hasGridLines, isSelected] = [true, false];
  let [usualWidth, usualHeight] = [USUAL_WIDTH, USUAL_HEIGHT];
  let criteria: Criteria = new Map();
  const readers = new Map<string, (reader: TagReader) => unknown>(
    Object.entries({
      sheetPr: (reader: TagReader) =>
        reader.children(() => reader.is('tabColor') && (tabColour = rgbOf(reader.attribute('rgb')))),
      sheetViews: (reader: TagReader) =>
        reader.children(() => {
          hasGridLines = reader.isOn('showGridLines', true);
          isSelected ||= reader.isOn('tabSelected');
          reader.children(() => reader.is('pane') && (freeze = freezeOf(reader)));
        }),
      sheetFormatPr: (reader: TagReader) => {
        usualWidth = Number(reader.attribute('defaultColWidth') ?? usualWidth);
        usualHeight = Number(reader.attribute('defaultRowHeight') ?? usualHeight);
      },
      cols: (reader: TagReader) => reader.children(() => addRun(runs, reader)),
      autoFilter: (reader: TagReader) => {
        filter = areaOf(reader.attribute('ref'));
        criteria = readCriteria(reader, filter?.column ?? 0);
      },
      mergeCells: (reader: TagReader) =>
        reader.children(() => {
          const area = areaOf(reader.attribute('ref'));
          if (area !== undefined) merges.push(area);
        }),
      conditionalFormatting: (reader: TagReader) => {
        const range = reader.attribute('sqref') ?? '';
        reader.children(() => conditions.push(readCondition(reader, range)));
      },
      dataValidations: (reader: TagReader) => validations.push(...readValidations(reader)),
      extLst: (reader: TagReader) => validations.push(...readExtension(reader)),
    }),
  );
  let rows: { scanner: RowScanner; reader: RowReader } | undefined;
  let [head, tail]: string[] = [];
  for await (const piece of cutSheet(chunks)) {
    if (piece.kind !== 'items') {
      if (piece.kind === 'head') head = piece.text;
      else tail = piece.text;
      eachChild(piece, (reader) => readers.get(reader.local)?.(reader));
      continue;
    }
    if (rows === undefined) {
      const scanner = new RowScanner(usualHeight);
      rows = { scanner, reader: new RowReader(valueOf, scanner, isWanted) };
    }
    yield rows.reader.read(piece.text);
  }
  const { patterns, heights, hidden, formulas } = rows?.scanner ?? new RowScanner(usualHeight);
  return {
    ...{ patterns, heights, hidden, formulas },
    ...{
      ends: head === undefined || tail === undefined ? undefined : { head, tail },
      isSelected,
      tabColour,
      hasGridLines,
      freeze,
      usualWidth,
      runs,
      filter,
      criteria,
      merges,
      validations,
      conditions,
    },
  };
}

function freezeOf(reader: TagReader): SheetView['freeze'] {
  if (reader.attribute('state')?.startsWith('frozen') !== true) return undefined;
  return { rows: Number(reader.attribute('ySplit') ?? 0), columns: Number(reader.attribute('xSplit') ?? 0) };
}

/** Runs follow each other and end with the sheet; what stands out of order has no effect. */
function addRun(runs: ColumnRun[], reader: TagReader): void {
  const [first, last] = [Number(reader.attribute('min')) - 1, Number(reader.attribute('max')) - 1];
  if (!(first > (runs.at(-1)?.last ?? -1) && last >= first && last < COLUMNS)) return;
  const width = reader.attribute('width');
  runs.push({
    first,
    last,
    width: width === undefined ? undefined : Number(width),
    hidden: reader.isOn('hidden'),
    style: Number(reader.attribute('style') ?? 0),
  });
}

function areaOf(ref: string | undefined): Area | undefined {
  const range = ref === undefined ? undefined : rangeOf(ref);
  if (range === undefined) return undefined;
  const { top, left, bottom, right } = range;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
