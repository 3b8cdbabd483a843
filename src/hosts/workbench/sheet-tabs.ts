import type { Injector } from '@univerjs/core';
import { ILayoutService } from '@univerjs/ui';
import type { WordId } from '../../core/kernel/pane-words';

const TAB = '[data-u-comp=slide-tab-item]';

/**
 * The tabs of the sheets: after a click on one, or Enter there, the keys go into its cells, as in Excel. What its menu and a
 * double click would do is told not to be done here.
 */
export function keepTabs(injector: Injector, place: HTMLElement, tell: (id: WordId) => void): { close(): void } {
  const toCells = (): void => injector.get(ILayoutService).focus();
  const onTab =
    (work: (event: Event) => unknown) =>
    (event: Event): void => {
      if (event.target instanceof Element && event.target.closest(TAB) !== null) work(event);
    };
  const refuse = onTab((event) => {
    event.preventDefault();
    event.stopPropagation();
    tell('grid-refused-sheets');
  });
  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    [
      'mousedown',
      onTab((event) => {
        // Otherwise the tab itself would have the focus, where keys do nothing.
        event.preventDefault();
        queueMicrotask(toCells);
      }),
    ],
    // Once the key was taken for the tab: it is none for the cells.
    ['keydown', onTab((event) => event instanceof KeyboardEvent && event.key === 'Enter' && setTimeout(toCells))],
    ['dblclick', refuse],
    ['contextmenu', refuse],
  ];
  for (const [name, listener] of listeners) place.addEventListener(name, listener, true);
  return {
    close: () => {
      for (const [name, listener] of listeners) place.removeEventListener(name, listener, true);
    },
  };
}
