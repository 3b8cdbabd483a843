import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
} from '@univerjs/core';
import { FONT, type Line, type Look, type Side } from '../../core/look';

/** Calibri is not on every computer. Carlito has its widths; Arial is wider, and made narrower here. */
const NARROW = 'IMS Arial';
export const FONTS = `${FONT}, Carlito, ${NARROW}, Arial, sans-serif`;
const NARROW_FACES = ['normal', 'bold']
  .map(
    (weight) =>
      `@font-face{font-family:"${NARROW}";font-weight:${weight};size-adjust:90%;src:${sourcesOf(weight === 'bold')}}`,
  )
  .join('');

/** Fonts of the computer alone; none is loaded from anywhere. */
function sourcesOf(isBold: boolean): string {
  return ['Arial', 'Liberation Sans', 'Helvetica'].map((name) => `local("${name}${isBold ? ' Bold' : ''}")`).join();
}

/** Has the fonts at hand before a canvas draws with them. */
export async function loadFonts(): Promise<void> {
  if (document.querySelector(`style[data-font="${NARROW}"]`) === null) {
    const style = document.createElement('style');
    style.dataset['font'] = NARROW;
    style.textContent = NARROW_FACES;
    document.head.append(style);
  }
  await Promise.all([`11pt "${NARROW}"`, `bold 11pt "${NARROW}"`].map((font) => document.fonts.load(font)));
}
export const SIZE = 11;
/** Pixels around the text of a cell, and how far an indent moves it, as Excel draws them. */
const PADDING = 3;
export const INDENT = 9;

const alignments = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const sides = { left: 'l', right: 'r', top: 't', bottom: 'b' } as const;
const lineStyles = { thin: BorderStyleTypes.THIN, double: BorderStyleTypes.DOUBLE };
const yes = (is: boolean | undefined): BooleanNumber => (is === true ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** What cells without a look of their own have. */
export const standardStyle: IStyleData = { ff: FONTS, fs: SIZE, vt: VerticalAlign.BOTTOM };

/**
 * A look in Univer's terms. All that it leaves out is said too, so that nothing of the column's look shines through a cell
 * that has another one.
 */
export function styleOf(look: Look): IStyleData {
  const indent = INDENT * (look.indent ?? 0);
  return {
    ff: FONTS,
    fs: look.size ?? SIZE,
    bl: yes(look.bold),
    it: yes(look.italic),
    st: { s: yes(look.struck) },
    cl: { rgb: `#${look.ink ?? '000000'}` },
    bg: look.fill === undefined ? null : { rgb: `#${look.fill}` },
    bd: look.lines === undefined ? null : bordersOf(look.lines),
    ht: look.horizontal === undefined ? HorizontalAlign.UNSPECIFIED : alignments[look.horizontal],
    vt: look.middle === true ? VerticalAlign.MIDDLE : VerticalAlign.BOTTOM,
    tb: look.wrap === true ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED,
    pd: {
      t: 1,
      b: 3,
      l: PADDING + (look.horizontal === 'left' ? indent : 0),
      r: PADDING + (look.horizontal === 'right' ? indent : 0),
    },
  };
}

/** Only what a highlight names, to be laid over the look of a cell. */
export function styleOver(look: Look): IStyleData {
  return {
    ...(look.bold === undefined ? {} : { bl: yes(look.bold) }),
    ...(look.italic === undefined ? {} : { it: yes(look.italic) }),
    ...(look.struck === undefined ? {} : { st: { s: yes(look.struck) } }),
    ...(look.ink === undefined ? {} : { cl: { rgb: `#${look.ink}` } }),
    ...(look.fill === undefined ? {} : { bg: { rgb: `#${look.fill}` } }),
  };
}

function bordersOf(lines: Partial<Record<Side, Line>>): IBorderData {
  return Object.fromEntries(
    Object.entries(lines).map(([side, { style, colour }]) => [
      sides[side as Side],
      { s: lineStyles[style], cl: { rgb: `#${colour}` } },
    ]),
  );
}

/** A character of the standard font is 7 pixels wide, with 5 pixels around the text. */
export function pixelsOf(characters: number): number {
  return Math.round(characters * 7 + 5);
}

export function charactersOf(pixels: number): number {
  return Math.round(((pixels - 5) / 7) * 100) / 100;
}

export function pixelsOfPoints(points: number): number {
  return Math.round((points * 4) / 3);
}

export function pointsOf(pixels: number): number {
  return Math.round(pixels * 75) / 100;
}
