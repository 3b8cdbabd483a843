import type { Area } from './area';
import { createGrid, type Grid } from './grid';
import type { FormatBook } from './format';
import type { ConditionalRule, Validation } from './rules';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface Filter {
  area: Area;
  /** criteria by column of the range, as the API was given them */
  readonly criteria: Map<number, Readonly<Record<string, unknown>>>;
}

export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface DefinedName {
  name: string;
  /** with `=` */
  formula: string;
  comment: string;
  visible: boolean;
}

/** Width and visibility of a column, height and visibility of a row; what is missing is Excel's standard. */
export interface Strip {
  readonly size?: number;
  readonly hidden?: boolean;
  /** hidden by a filter, not by hand */
  readonly filtered?: boolean;
}

export interface PrintSetup {
  orientation: string;
  paperSize: string;
  zoom: Readonly<Record<string, unknown>>;
  titleRows: Area | undefined;
  titleColumns: Area | undefined;
  area: Area[] | undefined;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  readonly margins: Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>;
  readonly headers: Record<string, string>;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility;
  tabColour: string;
  gridlines: boolean;
  headings: boolean;
  calculates: boolean;
  readonly grid: Grid;
  rows: (Strip | undefined)[];
  columns: (Strip | undefined)[];
  merges: Area[];
  readonly validations: Validation[];
  /** highest priority first */
  readonly rules: ConditionalRule[];
  filter: Filter | undefined;
  /** the cells that stay: from A1 to here */
  freeze: { rows: number; columns: number } | undefined;
  protection:
    { readonly options: Readonly<Record<string, unknown>>; readonly password: string | undefined } | undefined;
  readonly tables: Table[];
  readonly names: DefinedName[];
  readonly custom: Map<string, string>;
  readonly print: PrintSetup;
  /** what this sheet shows as selected, in the order of the areas; the first cell of the last is the active one */
  selection: Area[];
}

export function createSheet(id: string, name: string, formats: FormatBook): Sheet {
  return {
    id,
    name,
    visibility: 'Visible',
    tabColour: '',
    gridlines: true,
    headings: true,
    calculates: true,
    grid: createGrid(formats),
    rows: [],
    columns: [],
    merges: [],
    validations: [],
    rules: [],
    filter: undefined,
    freeze: undefined,
    protection: undefined,
    tables: [],
    names: [],
    custom: new Map(),
    print: {
      orientation: 'Portrait',
      paperSize: 'A4',
      zoom: { scale: 100 },
      titleRows: undefined,
      titleColumns: undefined,
      area: undefined,
      centerHorizontally: false,
      centerVertically: false,
      printGridlines: false,
      printHeadings: false,
      blackAndWhite: false,
      draftMode: false,
      margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      headers: {},
    },
    selection: [{ row: 0, column: 0, rows: 1, columns: 1 }],
  };
}

export const isHiddenRow = (sheet: Sheet, row: number): boolean =>
  sheet.rows[row]?.hidden === true || sheet.rows[row]?.filtered === true;

export const isHiddenColumn = (sheet: Sheet, column: number): boolean => sheet.columns[column]?.hidden === true;

/** Excel's standard: 8.43 characters and 15 points. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;
