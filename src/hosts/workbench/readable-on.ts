/** Black or white, whichever is read better on a ground such as `rgb(178, 106, 31)`; undefined for another notation. */
export function readableOn(ground: string): string | undefined {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(ground)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map(linear);
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // The contrast by WCAG: (lighter + 0.05) / (darker + 0.05).
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)';
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
