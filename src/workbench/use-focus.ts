import { useEffect, useRef } from 'react';
import type { BenchState } from './bench';

/**
 * The focus goes on where the work does: into the cells of a workbook that was opened, to the bar where all is empty again.
 * Without this it would fall out of the page with what held it. It is not taken from the pane, which looks after its own.
 */
export function useFocus({ book, isEmpty, work }: BenchState, focusCells: () => void): void {
  const before = useRef({ book, isEmpty });
  useEffect(() => {
    const isNew = before.current.book !== book || before.current.isEmpty !== isEmpty;
    if (!isNew || work !== undefined) return undefined;
    before.current = { book, isEmpty };
    const frame = requestAnimationFrame(() => {
      if (document.activeElement?.closest('[data-part=pane]')) return;
      if (isEmpty) document.querySelector<HTMLElement>('[data-part=bar] button')?.focus();
      else focusCells();
    });
    return () => cancelAnimationFrame(frame);
  }, [book, isEmpty, work, focusCells]);
}
