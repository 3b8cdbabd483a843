import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import type { IMouseEvent } from '@univerjs/engine-render';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { CloseFilterPanelOperation } from '@univerjs/sheets-filter-ui';
import { ContextMenuPosition, IContextMenuService, ILayoutService } from '@univerjs/ui';
import { cellPlace } from './cell-place';

const MENU = '.univer-popup [role=menu]';
const ITEMS = `${MENU} button:not([disabled])`;
const FILTER = '[data-u-comp=sheets-filter-panel]:has([data-u-comp=segmented])';
const EDITOR = '#__editor___INTERNAL_EDITOR__DOCS_NORMAL';

/** Menus and the panel of filters without a mouse: opened by the menu key, gone through by the arrows, closed by Escape. */
export function openMenusByKey(injector: Injector, workbook: Workbook): { close(): void } {
  const menus = injector.get(IContextMenuService);
  const toCells = (): void => injector.get(ILayoutService).focus();
  const open = (): void => {
    const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    const place = cell && cellPlace(injector, workbook, cell.actualRow, cell.actualColumn);
    if (!place) return;
    menus.triggerContextMenu(pointAt(place.left + place.width / 2, place.bottom), ContextMenuPosition.MAIN_AREA);
    whenThere(ITEMS, (item) => item.focus());
  };
  const inMenu = (event: KeyboardEvent): boolean => {
    const items = [...document.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => item.offsetParent !== null);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const keys: Record<string, () => void> = {
      Escape: () => {
        menus.hideContextMenu();
        toCells();
      },
      ArrowDown: () => items[(at + 1) % items.length]?.focus(),
      ArrowUp: () => items.at(at <= 0 ? -1 : at - 1)?.focus(),
      // A menu within opens where the pointer comes to it.
      ArrowRight: () => {
        const count = items.length;
        items[at]?.parentElement?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        whenThere(ITEMS, () => {
          const all = [...document.querySelectorAll<HTMLElement>(ITEMS)];
          if (all.length > count) all[count]?.focus();
        });
      },
    };
    const action = keys[event.key];
    action?.();
    return action !== undefined;
  };
  const inFilter = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') {
      void injector.get(ICommandService).executeCommand(CloseFilterPanelOperation.id);
      toCells();
      return true;
    }
    return event.key === 'Tab' && stayWithin(FILTER, event.shiftKey);
  };
  const pressed = (event: KeyboardEvent): void => {
    let isDone = false;
    if (document.querySelector(FILTER)?.contains(document.activeElement) === true) {
      isDone = inFilter(event);
    } else if (menus.visible && document.activeElement?.matches('input') !== true) {
      isDone = inMenu(event);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      isDone = document.activeElement?.matches(EDITOR) === true;
      if (isDone) open();
    }
    if (!isDone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', pressed, true);
  return { close: () => removeEventListener('keydown', pressed, true) };
}

/** Tab goes round in a panel that stands for itself; true where it would have left. */
function stayWithin(selector: string, isBackwards: boolean): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(`${selector} :is(button, input, [tabindex="0"])`)].filter(
    (stop) => !stop.matches('[disabled]') && stop.offsetParent !== null,
  );
  const [from, to] = isBackwards ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return false;
  to?.focus();
  return true;
}

/** What Univer wants of an event: where it was, as far as it opens a menu. */
function pointAt(clientX: number, clientY: number): IMouseEvent {
  return new MouseEvent('contextmenu', { clientX, clientY }) as unknown as IMouseEvent;
}

/** Frames after which what was asked for must be there: it is drawn in the first or the second. */
const FRAMES = 10;

function whenThere(selector: string, work: (element: HTMLElement) => void, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null && element.getBoundingClientRect().width > 0) work(element);
    else if (frames > 0) whenThere(selector, work, frames - 1);
  });
}
