import type { Cell } from './kernel/cell';
import type { Look } from './look';
import type { HighlightPlan, ListPlan } from './workbook';

/** A workbook as a window draws it, whether it was planned a moment ago or came out of a file. */
export interface BookView {
  readonly sheets: readonly SheetView[];
  /** the looks of all its cells, each once; cells name them by number */
  readonly looks: readonly Look[];
  /** the tab that is in front; undefined is the first one that can be seen */
  readonly active?: string;
  /** what its file keeps and no window of ours draws */
  readonly unseen?: readonly Unseen[];
}

export interface Unseen {
  readonly kind: 'charts' | 'pictures' | 'shapes' | 'notes';
  /** sheets that can be seen, in their order */
  readonly sheets: readonly string[];
}

/** A workbook without the cells of its sheets, which go in blocks of rows beside it. */
export interface BookHead extends Omit<BookView, 'sheets'> {
  readonly sheets: readonly Omit<SheetView, 'cells'>[];
}

/** Some rows of a sheet, which is named by its number among the sheets; those of one sheet follow each other. */
export interface RowBlock {
  readonly sheet: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows of a window that is to be saved. One is null that nobody touched since it came from its file. */
export interface ShownBlock {
  readonly sheet: number;
  readonly rows: readonly (readonly Cell[] | null)[];
}

/** Rows and columns are counted from 0; widths are in characters, heights in points. */
export interface SheetView {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** RRGGBB */
  readonly tabColour?: string;
  /** lines between cells are drawn */
  readonly hasGridLines: boolean;
  /** values; blank cells are `''`, rows may be of different length */
  readonly cells: readonly (readonly Cell[])[];
  /** `row,column` to the formula without `=`; its value is in `cells` */
  readonly formulas: ReadonlyMap<string, string>;
  readonly columns: readonly ColumnView[];
  /** looks that differ from that of the column: `looks` numbers by row, then by column */
  readonly cellLooks: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly rowHeights: ReadonlyMap<number, number>;
  /** by a filter or by hand */
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly Area[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: Area;
  /** by column what the filter leaves: these texts, `''` for blank cells; or what only the program that chose it can say */
  readonly filterColumns?: ReadonlyMap<number, readonly string[] | 'other'>;
  /** the first row that lists and highlights are for; the row above it holds the headings */
  readonly dataRow: number;
  readonly lists: readonly ListPlan[];
  /** the first that fits wins, property by property */
  readonly highlights: readonly HighlightPlan[];
}

export interface ColumnView {
  readonly width: number;
  readonly hidden: boolean;
  /** number of the look that cells of the column have by themselves */
  readonly look?: number;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
