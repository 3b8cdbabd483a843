import { ICommandService, type Injector } from '@univerjs/core';
import { OpenFindDialogOperation, OpenReplaceDialogOperation } from '@univerjs/find-replace';
import { SheetsFindReplaceController } from '@univerjs/sheets-find-replace';

const FIELD = '[data-u-comp=find-replace-dialog] input';

/** Frames within which the box has the focus; a page that is kept busy draws it late. */
const FRAMES = 120;

/**
 * Find from the first key on: Univer lets it search the sheets only some seconds after they are shown. What is typed before
 * the box has the focus goes into the box, never into the selected cell.
 */
export function readyFind(injector: Injector): { close(): void } {
  injector.get(SheetsFindReplaceController);
  let typed: string | undefined;
  const held = (event: KeyboardEvent): void => {
    if (typed === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typed += event.key;
  };
  const release = (frames: number): void => {
    const field = document.querySelector<HTMLInputElement>(FIELD);
    if (field === null || field !== document.activeElement) {
      if (frames > 0) requestAnimationFrame(() => release(frames - 1));
      else typed = undefined;
      return;
    }
    const text = typed ?? '';
    typed = undefined;
    if (text === '') return;
    field.setRangeText(text, field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const opening = injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id !== OpenFindDialogOperation.id && id !== OpenReplaceDialogOperation.id) return;
    typed ??= '';
    release(FRAMES);
  });
  addEventListener('keydown', held, true);
  return {
    close: () => {
      opening.dispose();
      removeEventListener('keydown', held, true);
    },
  };
}
