import type { ThemeName } from './pane-host';
import { darkPreferred, forcedColours, watchMedia } from './watch-media';

/** Where the office theme is dark, text on its body is light. */
const DARK_BELOW = 128;

/** The theme that Office shows, and high contrast where the system forces its colours. */
export function watchOfficeTheme(listener: (theme: ThemeName) => void): () => void {
  const forced = forcedColours();
  const dark = darkPreferred();
  const tell = (): void => listener(forced.matches ? 'high-contrast' : isDark(dark.matches) ? 'dark' : 'light');
  const stop = watchMedia([forced, dark], tell);
  // Not every Excel tells of a change of theme; those that do have this event.
  const event = Office.EventType.OfficeThemeChanged as Office.EventType | undefined;
  const themed = event !== undefined && 'addHandlerAsync' in Office.context.document;
  if (themed) Office.context.document.addHandlerAsync(event, tell);
  tell();
  return () => {
    stop();
    if (themed) Office.context.document.removeHandlerAsync(event);
  };
}

function isDark(preferred: boolean): boolean {
  const body = (Office.context.officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor;
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(body ?? '');
  if (parts === null) return preferred;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue < DARK_BELOW;
}
