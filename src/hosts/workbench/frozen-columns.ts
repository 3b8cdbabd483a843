import type { BookView, SheetView } from '../../core/book-view';
import { pixelsOf } from './styles';

/** The numbers of the rows on the left, and the scroll bar on the right, in pixels. */
export const AROUND = 46 + 10;

/**
 * Columns stay only where the window has room beside them for the one that the user fills in from a list: others could not
 * be scrolled to. Nothing of it is in the file.
 */
export function withRoom(view: BookView, width: number): BookView {
  return { ...view, sheets: view.sheets.map((sheet) => (hasRoom(sheet, width - AROUND) ? sheet : rowsOnly(sheet))) };
}

function hasRoom({ columns, freeze, lists }: SheetView, room: number): boolean {
  const frozen = freeze?.columns ?? 0;
  const first = Math.min(...lists.map((list) => list.column).filter((at) => at >= frozen));
  if (frozen === 0 || room <= 0 || !Number.isFinite(first)) return true;
  const shown = columns.filter(({ hidden }, at) => !hidden && (at < frozen || at === first));
  return shown.reduce((sum, column) => sum + pixelsOf(column.width), 0) <= room;
}

function rowsOnly(sheet: SheetView): SheetView {
  return { ...sheet, freeze: { rows: sheet.freeze?.rows ?? 0, columns: 0 } };
}
