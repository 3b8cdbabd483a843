import type { Cell } from '../../core/kernel/cell';
import { userColumns, type UserColumn } from '../../core/language/row';
import type { DraftedCell } from '../../core/tasks/drafts';
import type { ClaimedRow } from '../../core/tasks/resolve-rows';

/** What a cell of the user holds now; undefined where there is no such row or column. */
export function cellNow(claimed: ClaimedRow | undefined, name: UserColumn): Cell | undefined {
  const at = claimed?.sheet.columns.get(name);
  return claimed === undefined || at === undefined ? undefined : (claimed.sheet.cells[claimed.row]?.[at] ?? '');
}

/** The user's cells of a row that an edit changed, with what they held before. */
export function typedCells(claimed: ClaimedRow, before: readonly Cell[] | undefined): DraftedCell[] {
  if (before === undefined) return [];
  return userColumns.flatMap((name): DraftedCell[] => {
    const at = claimed.sheet.columns.get(name);
    const is = cellNow(claimed, name);
    if (at === undefined || is === undefined) return [];
    const was = before[at] ?? '';
    return was === is ? [] : [{ record: claimed.record, name, before: was, after: is }];
  });
}
