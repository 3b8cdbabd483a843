import type { ThemeName } from '../taskpane/pane-host';
import { darkPreferred, forcedColours, watchMedia } from '../taskpane/watch-media';

/** The theme that the system asks for. */
export function watchSystemTheme(listener: (theme: ThemeName) => void): () => void {
  const forced = forcedColours();
  const dark = darkPreferred();
  const tell = (): void => listener(forced.matches ? 'high-contrast' : dark.matches ? 'dark' : 'light');
  tell();
  return watchMedia([forced, dark], tell);
}
