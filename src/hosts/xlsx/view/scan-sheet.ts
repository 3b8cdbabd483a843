import type { Area, SheetView } from '../../../core/book-view';
import { COLUMNS, rangeOf } from '../patch/address';
import type { Criteria } from '../patch/edited-cells';
import { readCriteria } from '../patch/filter-criteria';
import { TagReader } from '../patch/tag-reader';
import { rgbOf } from './colours';
import { readCondition, readExtension, readValidations, type Condition, type Validation } from './rules';
import { scanRows, type ScannedRows } from './scan-rows';

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

/** Reads a worksheet part in one pass. */
export function scanSheet(text: string): ScannedSheet {
  const reader = new TagReader(text);
  const runs: ColumnRun[] = [];
  const merges: Area[] = [];
  const validations: Validation[] = [];
  const conditions: Condition[] = [];
  let rows: ScannedRows = { patterns: [], heights: new Map(), hidden: new Set(), formulas: new Map() };
  let [tabColour, filter, freeze]: [string?, Area?, SheetView['freeze']?] = [];
  let [hasGridLines, isSelected] = [true, false];
  let [usualWidth, usualHeight] = [USUAL_WIDTH, USUAL_HEIGHT];
  let criteria: Criteria = new Map();
  const readers = new Map<string, () => unknown>(
    Object.entries({
      sheetPr: () => reader.children(() => reader.is('tabColor') && (tabColour = rgbOf(reader.attribute('rgb')))),
      sheetViews: () =>
        reader.children(() => {
          hasGridLines = reader.isOn('showGridLines', true);
          isSelected ||= reader.isOn('tabSelected');
          reader.children(() => reader.is('pane') && (freeze = freezeOf(reader)));
        }),
      sheetFormatPr: () => {
        usualWidth = Number(reader.attribute('defaultColWidth') ?? usualWidth);
        usualHeight = Number(reader.attribute('defaultRowHeight') ?? usualHeight);
      },
      cols: () => reader.children(() => addRun(runs, reader)),
      sheetData: () => (rows = scanRows(reader, usualHeight)),
      autoFilter: () => {
        filter = areaOf(reader.attribute('ref'));
        criteria = readCriteria(reader, filter?.column ?? 0);
      },
      mergeCells: () =>
        reader.children(() => {
          const area = areaOf(reader.attribute('ref'));
          if (area !== undefined) merges.push(area);
        }),
      conditionalFormatting: () => {
        const range = reader.attribute('sqref') ?? '';
        reader.children(() => conditions.push(readCondition(reader, range)));
      },
      dataValidations: () => validations.push(...readValidations(reader)),
      extLst: () => validations.push(...readExtension(reader)),
    }),
  );
  reader.root('worksheet');
  reader.children(() => readers.get(reader.local)?.());
  return {
    ...rows,
    ...{
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
