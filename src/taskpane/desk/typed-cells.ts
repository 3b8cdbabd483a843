import type { Cell } from '../../core/kernel/cell';
import { userColumns } from '../../core/language/row';
import type { DraftedCell } from '../../core/tasks/drafts';
import type { ClaimedRow } from '../../core/tasks/resolve-rows';

/** The user's cells of a row that an edit changed, with what they held before. */
export function typedCells({ record, sheet, row }: ClaimedRow, before: readonly Cell[] | undefined): DraftedCell[] {
  if (before === undefined) return [];
  return userColumns.flatMap((name): DraftedCell[] => {
    const at = sheet.columns.get(name);
    if (at === undefined) return [];
    const [was, is] = [before[at] ?? '', sheet.cells[row]?.[at] ?? ''];
    return was === is ? [] : [{ record, name, before: was, after: is }];
  });
}
