import type { SheetView } from '../../../core/book-view';
import type { Look } from '../../../core/look';
import { lookKey } from './look-key';
import type { Styles } from './read-styles';
import type { ShownSheet } from './shown-book';

/** The styles that cells of a row get, by column. */
export type StylesOfRow = (row: number) => ReadonlyMap<number, string>;

const NONE: ReadonlyMap<number, string> = new Map();

/**
 * The looks of records go where the records go: colours of the user would stand at another one else. Looks that the file
 * does not have are left out, and so is everything above the records.
 */
export function changedStyles(
  before: SheetView,
  now: ShownSheet,
  looksNow: readonly Look[],
  styles: Styles,
): StylesOfRow {
  const { cellLooks, columns = before.columns } = now;
  if (cellLooks === undefined || before.dataRow === 0) return () => NONE;
  const keyBefore = keys(styles.looks);
  const keyNow = keys(looksNow);
  const styleOf = new Map<number, string | undefined>();
  return (row) => {
    const [was, is] = [before.cellLooks.get(row), cellLooks.get(row)];
    if (row < before.dataRow || (was === undefined && is === undefined)) return NONE;
    const changed = new Map<number, string>();
    for (let column = 0; column < before.columns.length; column += 1) {
      const old = was?.get(column) ?? before.columns[column]?.look ?? 0;
      const look = is?.get(column) ?? columns[column]?.look;
      if (look === undefined || keyNow(look) === keyBefore(old)) continue;
      if (!styleOf.has(look)) styleOf.set(look, styles.styleOf(looksNow[look] ?? {})?.toString());
      const style = styleOf.get(look);
      if (style !== undefined) changed.set(column, style);
    }
    return changed;
  };
}

function keys(looks: readonly Look[]): (look: number) => string {
  const known = looks.map(lookKey);
  return (look) => known[look] ?? '';
}
