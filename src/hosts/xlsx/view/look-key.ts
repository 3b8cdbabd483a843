import type { Look, Side } from '../../../core/look';

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** The same for looks that are drawn alike. */
export function lookKey(look: Look): string {
  const { fill, ink, bold, italic, struck, size, format, horizontal, middle, indent, wrap, shrink, unlocked } = look;
  const lines = sides.map((side) => [look.lines?.[side]?.style, look.lines?.[side]?.colour]);
  const yes = [bold, italic, struck, middle, wrap, shrink, unlocked].map((each) => each === true);
  return JSON.stringify([fill, ink, size, format, horizontal, indent ?? 0, lines, yes]);
}
