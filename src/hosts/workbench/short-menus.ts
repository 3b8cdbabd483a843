import { IUndoRedoService, RedoCommand, UndoCommand, type Injector } from '@univerjs/core';
import {
  ContextMenuGroup,
  ContextMenuPosition,
  IMenuManagerService,
  MenuItemType,
  MenuManagerService,
  RibbonStartGroup,
  type IMenuButtonItem,
  type IMenuSchema,
} from '@univerjs/ui';
import { map } from 'rxjs';
import { sortCommands } from './sort-rows';

/** What toolbar and context menus offer of Univer's own; all else would be lost in the file, or break our sheets. */
const offered: ReadonlySet<string> = new Set([
  UndoCommand.id,
  RedoCommand.id,
  'ui.operation.open-find-dialog',
  'sheet.command.copy',
  'sheet.command.cut',
  'sheet.command.paste',
  'sheet.menu.clear-selection',
  'sheet.command.clear-selection-content',
  'sheet.command.insert-multi-rows-above',
  'sheet.command.insert-multi-rows-after',
  'sheet.command.remove-row-confirm',
  'sheet.command.hide-row-confirm',
  'sheet.command.set-selected-rows-visible',
  'sheet.command.hide-col-confirm',
  'sheet.command.set-selected-cols-visible',
  'sheet.command.set-worksheet-col-width',
  'sheet.command.set-col-auto-width',
]);

const OURS = 'ims.';

/** Univer's menus without the entries that are not offered. */
export class ShortMenus extends MenuManagerService {
  override getMenuByPositionKey(key: string): IMenuSchema[] {
    return offeredOf(super.getMenuByPositionKey(key));
  }
}

function offeredOf(entries: readonly IMenuSchema[]): IMenuSchema[] {
  return entries.flatMap((entry) => {
    if (entry.item !== undefined && !offered.has(entry.key) && !entry.key.startsWith(OURS)) return [];
    const children = entry.children === undefined ? undefined : offeredOf(entry.children);
    return [{ ...entry, ...(children === undefined ? {} : { children }) }];
  });
}

/** Our own entries: sorting, and seeing all rows again. */
export function addMenus(injector: Injector): void {
  const button = (id: string, title: string, icon: string): { menuItemFactory: () => IMenuButtonItem } => ({
    menuItemFactory: () => ({ id, type: MenuItemType.BUTTON, title, tooltip: title, icon }),
  });
  const sorting = {
    [sortCommands.ascending]: { order: 10, ...button(sortCommands.ascending, 'Sort A to Z', 'AscendingIcon') },
    [sortCommands.descending]: { order: 11, ...button(sortCommands.descending, 'Sort Z to A', 'DescendingIcon') },
  };
  injector.get(IMenuManagerService).mergeMenu({
    [RibbonStartGroup.HISTORY]: {},
    [RibbonStartGroup.OTHERS]: sorting,
    [ContextMenuPosition.MAIN_AREA]: { [ContextMenuGroup.DATA]: sorting },
    [ContextMenuPosition.COL_HEADER]: { [ContextMenuGroup.DATA]: sorting },
  });
}
void IUndoRedoService;
void map;
