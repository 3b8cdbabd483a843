import { useEffect } from 'react';
import type { Bench } from './bench';

/**
 * Ctrl+S saves the workbook, not the page; Ctrl+F1 folds the pane, as it folds the ribbon in Excel; F6 goes from the bar to the
 * sheets to the pane, as in Excel: Tab stays in the sheets.
 */
export function usePageKeys(bench: Bench, fold: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey) return;
      if (event.key === 'F6') {
        event.preventDefault();
        event.stopPropagation();
        goOn(event.shiftKey ? -1 : 1);
        return;
      }
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.key === 'F1') {
        event.preventDefault();
        fold();
        return;
      }
      if (event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!bench.state().isEmpty) void bench.save();
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, [bench, fold]);
}

/** The parts of the page that F6 goes through, and in each what takes the keys: of the sheets their cells, if there are any. */
const PARTS = [
  ['[data-part=bar]', 'button[tabindex="0"]'],
  ['[data-part=sheets]', '#__editor___INTERNAL_EDITOR__DOCS_NORMAL'],
  ['[data-part=pane]', 'nav button'],
] as const;

function goOn(step: 1 | -1): void {
  const parts = PARTS.filter(([part]) => document.querySelector(part)?.checkVisibility());
  const at = parts.findIndex(([part]) => document.activeElement?.closest(part));
  const from = at >= 0 || step < 0 ? Math.max(at, 0) : -1;
  const [part, first] = parts[(from + step + parts.length) % parts.length] ?? PARTS[0];
  const place = document.querySelector(part);
  (place?.querySelector<HTMLElement>(first) ?? place?.querySelector('button'))?.focus();
}
