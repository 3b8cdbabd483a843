import type { Tag } from '../patch/tag';
import { TagReader } from '../patch/tag-reader';

/** Colours that a file names by number instead of saying them. RRGGBB. */
export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** Office's own theme, for files that bring none: in the order that cells count in (ECMA-376 part 1, 18.8.3). */
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
];

/** The colours by number (18.8.27); the first eight are there twice. */
export const INDEXED: readonly string[] = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** What the colour tag that the reader stands at says; undefined where the program chooses. */
export function colourAt(tag: Tag, { theme, indexed }: Palette): string | undefined {
  const number = (name: string): number => Number(tag.attribute(name) ?? Number.NaN);
  const base = rgbOf(tag.attribute('rgb')) ?? theme[number('theme')] ?? indexed[number('indexed')];
  const tint = number('tint');
  return base === undefined || Number.isNaN(tint) || tint === 0 ? base : tinted(base, tint);
}

/** AARRGGBB or RRGGBB; Excel shows every colour in full. */
export function rgbOf(colour: string | undefined): string | undefined {
  return colour !== undefined && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(colour)
    ? colour.slice(-6).toUpperCase()
    : undefined;
}

/** The twelve colours of a theme. Its part says dark before light, cells count light before dark. */
export function readTheme(text: string | undefined): readonly string[] {
  const scheme = /<(?:[\w.-]+:)?clrScheme[\s>]/.exec(text ?? '');
  if (text === undefined || scheme === null) return OFFICE_THEME;
  const reader = new TagReader(text);
  reader.moveTo(scheme.index);
  reader.next();
  const colours: string[] = [];
  while (reader.next()) {
    const isOpen = reader.kind === 'open';
    colours.push((isOpen && reader.next() ? rgbOf(reader.attribute('lastClr') ?? reader.attribute('val')) : '') ?? '');
    if (isOpen) leaveColour(reader);
  }
  const [dark1 = '', light1 = '', dark2 = '', light2 = '', ...rest] = colours;
  return [light1, dark1, light2, dark2, ...rest].map((colour, index) => (colour || OFFICE_THEME[index]) ?? '000000');
}

function leaveColour(reader: TagReader): void {
  if (reader.kind === 'close') return;
  reader.skip();
  while (reader.next()) reader.skip();
}

/** Lighter (up to 1) or darker (down to -1) by the luminance (18.8.19). */
function tinted(colour: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (high + low) / 2;
  const now = tint < 0 ? light * (1 + Math.max(tint, -1)) : light + (1 - light) * Math.min(tint, 1);
  // Hue and saturation stay, so every channel keeps its share of the way that the lightness leaves open.
  const [room, roomNow] = [1 - Math.abs(2 * light - 1), 1 - Math.abs(2 * now - 1)];
  return [red, green, blue]
    .map((channel) => now + (room === 0 ? 0 : ((channel - light) / room) * roomNow))
    .map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
