import type { Look } from '../../core/look';
import { FONTS, INDENT, SIZE } from './styles';

/** What Univer leaves free beside a text in its cell, in pixels, both sides together. */
const BESIDE = 4;

let context: CanvasRenderingContext2D | null = null;
/** by font and form: digits are all as wide as 0 */
const measured = new Map<string, number>();

function widthOf(text: string, look: Look | undefined): number {
  const font = `${look?.bold === true ? 'bold ' : ''}${String(look?.size ?? SIZE)}pt ${FONTS}`;
  const form = text.replace(/\d/g, '0');
  const key = `${font};${form}`;
  let width = measured.get(key);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) return 0;
    context.font = font;
    measured.set(key, (width = context.measureText(form).width));
  }
  return width;
}

/** As Excel draws a number in a column that is too narrow: a part of it would read as another one; undefined where it fits. */
export function hashesFor(text: string, look: Look | undefined, column: number): string | undefined {
  const room = column - BESIDE - INDENT * (look?.indent ?? 0);
  if (look?.shrink === true || widthOf(text, look) <= room) return undefined;
  return '#'.repeat(Math.max(1, Math.floor(room / widthOf('#', look))));
}
