import { useEffect } from 'react';
import { actionCodes } from '../../core/language/answer';
import { statuses, type Status } from '../../core/language/row';

const FIELDS = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/** A, R, P and N decide while the focus is in the pane and nobody types. */
export function useActionKeys(onChoose: (status: Status) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
      if (event.target instanceof Element && (event.target.closest(FIELDS) !== null || isBeside(event.target))) return;
      const status = statuses.find((one) => actionCodes[one] === event.key.toUpperCase());
      if (status === undefined) return;
      event.preventDefault();
      onChoose(status);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onChoose]);
}

/** In a page of which the pane is a part, a key in another part is not for it. */
function isBeside(target: Element): boolean {
  const pane = document.querySelector('[data-part=pane]');
  return pane !== null && !pane.contains(target);
}
