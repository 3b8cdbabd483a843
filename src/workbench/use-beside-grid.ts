import { useEffect, type RefObject } from 'react';

/** Tells the grid's dialogs how much of the window the pane takes beside it now, narrow or folded as it may be. */
export function useBesideGrid(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      style.setProperty('--ims-beside-grid', `${String(pane.current?.offsetWidth ?? 0)}px`);
    });
    if (pane.current !== null) watch.observe(pane.current);
    return () => watch.disconnect();
  }, [pane]);
}
