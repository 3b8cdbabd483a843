import { useLayoutEffect, type RefObject } from 'react';

/** Where the pane keeps the height of its strip: what stays on top of a low pane stays below it. */
const VARIABLE = '--strip-height';
export const STRIP_HEIGHT = `var(${VARIABLE}, 0px)`;

/** `drawn`: whether there is a strip now */
export function useStripHeight(
  pane: RefObject<HTMLElement | null>,
  strip: RefObject<HTMLElement | null>,
  drawn: boolean,
): void {
  useLayoutEffect(() => {
    const [whole, part] = [pane.current, strip.current];
    if (!drawn || whole === null || part === null) return undefined;
    const tell = (): void => whole.style.setProperty(VARIABLE, `${String(part.offsetHeight)}px`);
    const observer = new ResizeObserver(tell);
    observer.observe(part);
    tell();
    return () => {
      observer.disconnect();
      whole.style.removeProperty(VARIABLE);
    };
  }, [pane, strip, drawn]);
}
