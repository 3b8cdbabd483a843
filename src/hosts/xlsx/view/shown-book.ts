import type { BookView, SheetView } from '../../../core/book-view';

/** A workbook as a window has it now. What a sheet does not say is as it was. */
export interface ShownBook extends Partial<Pick<BookView, 'looks' | 'active'>> {
  readonly sheets: readonly ShownSheet[];
}

export type ShownSheet = Pick<SheetView, 'name' | 'cells'> &
  Partial<Pick<SheetView, 'formulas' | 'columns' | 'cellLooks' | 'hiddenRows' | 'filterColumns'>>;
