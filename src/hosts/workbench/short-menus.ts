import { CommandType, ICommandService, RedoCommand, UndoCommand, type Injector } from '@univerjs/core';
import { AscendingIcon, DescendingIcon, LeftInsertColumnDoubleIcon } from '@univerjs/icons';
import {
  ComponentManager,
  ContextMenuGroup,
  ContextMenuPosition,
  IMenuManagerService,
  MenuItemType,
  MenuManagerService,
  RibbonStartGroup,
  type IMenuButtonItem,
  type IMenuSchema,
} from '@univerjs/ui';
import { say, type WordId } from '../../core/kernel/pane-words';
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
  'sheet.menu.cell-insert',
  'sheet.command.insert-row-before',
  'sheet.menu.delete',
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
const INSERT_COLUMN = 'ims.command.insert-column';

/** Univer's menus without the entries that are not offered. */
export class ShortMenus extends MenuManagerService {
  override getMenuByPositionKey(key: string): IMenuSchema[] {
    return offeredOf(super.getMenuByPositionKey(key));
  }
}

function offeredOf(entries: readonly IMenuSchema[]): IMenuSchema[] {
  return entries.flatMap((entry) => {
    const children = offeredOf(entry.children ?? []);
    const isOffered =
      entry.item === undefined ? children.length > 0 : offered.has(entry.key) || entry.key.startsWith(OURS);
    if (!isOffered) return [];
    return [entry.children === undefined ? entry : { ...entry, children }];
  });
}

/** Our own entries: sorting, and what is looked for here but can only be told where to do. */
export function addMenus(injector: Injector, tell: (id: WordId) => void): void {
  const button = (id: string, title: string, icon: string): { menuItemFactory: () => IMenuButtonItem } => ({
    menuItemFactory: () => ({ id, type: MenuItemType.BUTTON, title, tooltip: title, icon }),
  });
  const commands = injector.get(ICommandService);
  commands.registerCommand({
    id: INSERT_COLUMN,
    type: CommandType.COMMAND,
    handler: () => {
      tell('grid-refused-columns');
      return false;
    },
  });
  const components = injector.get(ComponentManager);
  components.register('AscendingIcon', AscendingIcon);
  components.register('DescendingIcon', DescendingIcon);
  components.register('InsertColumnIcon', LeftInsertColumnDoubleIcon);
  const sorting = {
    [sortCommands.ascending]: {
      order: 10,
      ...button(sortCommands.ascending, say('grid-sort-ascending'), 'AscendingIcon'),
    },
    [sortCommands.descending]: {
      order: 11,
      ...button(sortCommands.descending, say('grid-sort-descending'), 'DescendingIcon'),
    },
  };
  injector.get(IMenuManagerService).mergeMenu({
    [RibbonStartGroup.OTHERS]: sorting,
    [ContextMenuPosition.MAIN_AREA]: { [ContextMenuGroup.DATA]: sorting },
    [ContextMenuPosition.COL_HEADER]: {
      [ContextMenuGroup.DATA]: sorting,
      [ContextMenuGroup.LAYOUT]: {
        [INSERT_COLUMN]: { order: 10, ...button(INSERT_COLUMN, say('grid-insert-column'), 'InsertColumnIcon') },
      },
    },
  });
}
