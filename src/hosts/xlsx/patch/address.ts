import { columnAt, columnLetters } from '../../../core/language/address';

/** Limits of Excel's grid (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73). */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** Rows and columns counted from 0, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `A1` or `A1:B2`; undefined for whole columns, several ranges and anything else. */
export function rangeOf(ref: string): Range | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref);
  if (parts === null) return undefined;
  const [, from = '', first = '', to = from, last = first] = parts;
  const corner = { top: Number(first) - 1, left: columnAt(from, 0, from.length) };
  return { ...corner, bottom: Number(last) - 1, right: columnAt(to, 0, to.length) };
}

export function refOf({ top, left, bottom, right }: Range): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** The smallest range that holds both. */
export function spanning(a: Range, b: Range): Range {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
