/** Tells of changes of media queries; returns the way to stop it. */
export function watchMedia(queries: readonly MediaQueryList[], tell: () => void): () => void {
  for (const query of queries) query.addEventListener('change', tell);
  return () => {
    for (const query of queries) query.removeEventListener('change', tell);
  };
}

/** High contrast, where the system forces its colours. */
export const forcedColours = (): MediaQueryList => window.matchMedia('(forced-colors: active)');

export const darkPreferred = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');
