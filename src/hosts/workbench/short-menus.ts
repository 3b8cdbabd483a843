import { MenuManagerService } from '@univerjs/ui';
import type { IMenuSchema } from '@univerjs/ui';

/** What toolbar and context menus offer; all else of Univer's would be lost in the file, or break our sheets. */
const offered = new Set([
  'univer.command.undo',
  'univer.command.redo',
  'ui.operation.open-find-dialog',
  'sheet.command.smart-toggle-filter',
  'sheet.command.clear-filter-criteria',
  'sheet.command.re-calc-filter',
]);

/** Univer's menus without the entries that are not offered. */
export class ShortMenus extends MenuManagerService {
  override getMenuByPositionKey(key: string): IMenuSchema[] {
    return offeredOf(super.getMenuByPositionKey(key));
  }
}

function offeredOf(entries: readonly IMenuSchema[]): IMenuSchema[] {
  return entries.flatMap((entry) => {
    const children = entry.children === undefined ? undefined : offeredOf(entry.children);
    if (entry.item !== undefined && !offered.has(entry.key)) return [];
    return [{ ...entry, ...(children === undefined ? {} : { children }) }];
  });
}
