import { invalidArgument } from '../model/refusal';
import type { Argument } from './object-type';

/** Reads arguments as strictly as Excel does: the wrong shape is an InvalidArgument that names it. */
export function text(value: Argument, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(what);
  return value;
}

export function optionalText(value: Argument, what: string): string | undefined {
  return value === undefined || value === null ? undefined : text(value, what);
}

export function flag(value: Argument, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(what);
  return value;
}

export function optionalFlag(value: Argument, what: string): boolean {
  return value === undefined || value === null ? false : flag(value, what);
}

export function number(value: Argument, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument(what);
  return value;
}

export function whole(value: Argument, what: string): number {
  const found = number(value, what);
  if (!Number.isInteger(found)) throw invalidArgument(what);
  return found;
}

export function count(value: Argument, what: string): number {
  const found = whole(value, what);
  if (found < 0) throw invalidArgument(what);
  return found;
}

export function choice<Choice extends string>(value: Argument, choices: readonly Choice[], what: string): Choice {
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw invalidArgument(`${what} ${String(value)}`);
  return found;
}

export function record(value: Argument, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument(what);
  return value as Readonly<Record<string, unknown>>;
}

/** Fills `known` with what was given; a key that is not known is refused, since Excel would not take it either. */
export function filled<Shape extends Readonly<Record<string, unknown>>>(
  value: Argument,
  known: Shape,
  what: string,
): Shape {
  const given = record(value, what);
  for (const key of Object.keys(given)) if (!Object.hasOwn(known, key)) throw invalidArgument(`${what}.${key}`);
  return { ...known, ...given };
}

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  pink: '#FFC0CB',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  purple: '#800080',
};

/** `#RRGGBB` in capitals, or '' where '' is allowed and given. */
export function colour(value: Argument, what: string): string {
  const given = text(value, what);
  if (given === '') return '';
  const named = NAMED[given.toLowerCase()];
  if (named !== undefined) return named;
  if (!/^#?[0-9a-f]{6}$/i.test(given)) throw invalidArgument(`${what} ${given}`);
  return `#${given.replace('#', '').toUpperCase()}`;
}
