import type { Line, Look, Side } from '../../../core/look';
import type { Tag } from '../patch/tag';
import { TagReader } from '../patch/tag-reader';
import { unescapeXml } from '../patch/xml-text';
import { colourAt, INDEXED, readTheme, rgbOf, type Palette } from './colours';
import { lookKey } from './look-key';
import { formatOf, plain } from './number-formats';

/** How the cells of a workbook look. */
export interface Styles {
  /** each once */
  readonly looks: readonly Look[];
  /** number of the look that a cell style has, the first style being 0 */
  readonly lookOf: (style: number) => number;
  /** a cell style that has this look; undefined where there is none */
  readonly styleOf: (look: Look) => number | undefined;
  /** looks of the conditional rules: only what they change */
  readonly differentials: readonly Look[];
}

/** Reads `styles.xml` with the colours of the theme; a workbook may have neither. */
export function readStyles(styles: string | undefined, theme: string | undefined): Styles {
  if (styles === undefined) return { ...eachOnce([]), differentials: [] };
  const reader = new TagReader(styles);
  const sections = sectionsOf(reader);
  const list = <T>(section: string, read: () => T): T[] => readList(reader, sections.get(section), read);
  const palette = { theme: readTheme(theme), indexed: readIndexed(reader, sections.get('colors')) };
  const formats = new Map(
    list('numFmts', () => [Number(reader.attribute('numFmtId')), unescapeXml(reader.attribute('formatCode') ?? '')]),
  );
  const fonts = list('fonts', () => readFont(reader, palette));
  const fills = list('fills', () => readFill(reader, palette));
  const borders = list('borders', () => readBorder(reader, palette));
  const cells = list('cellXfs', () => {
    const part = <T>(parts: readonly T[], name: string): T | undefined => parts[Number(reader.attribute(name) ?? 0)];
    const format = formatOf(Number(reader.attribute('numFmtId') ?? 0), formats);
    return {
      ...part(fonts, 'fontId'),
      ...part(fills, 'fillId'),
      ...part(borders, 'borderId'),
      ...(format === undefined ? {} : { format }),
      ...readPlacing(reader),
    };
  });
  return { ...eachOnce(cells), differentials: list('dxfs', () => readDifferential(reader, palette)) };
}

function eachOnce(cells: readonly Look[]): Omit<Styles, 'differentials'> {
  const numbers = new Map<string, number>();
  const looks: Look[] = [];
  const lookOf = cells.map((look) => {
    const key = lookKey(look);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = looks.push(look) - 1));
    return number;
  });
  if (looks.length === 0) looks.push({});
  const styleOf = (look: Look): number | undefined => {
    const number = numbers.get(lookKey(look));
    return number === undefined ? undefined : lookOf.indexOf(number);
  };
  return { looks, lookOf: (style) => lookOf[style] ?? 0, styleOf };
}

/** Where each part of the style sheet begins. */
function sectionsOf(reader: TagReader): Map<string, number> {
  const sections = new Map<string, number>();
  reader.root('styleSheet');
  reader.children(() => sections.set(reader.local, reader.start));
  return sections;
}

/** What `read` makes of each child; it may read to the end of the child or only its tag. */
function readList<T>(reader: TagReader, start: number | undefined, read: () => T): T[] {
  const found: T[] = [];
  if (start === undefined) return found;
  reader.moveTo(start);
  reader.next();
  reader.children(() => found.push(read()));
  return found;
}

function readIndexed(reader: TagReader, start: number | undefined): readonly string[] {
  const own: (string | undefined)[] = [];
  readList(reader, start, () => {
    if (reader.is('indexedColors')) reader.children(() => own.push(rgbOf(reader.attribute('rgb'))));
  });
  return INDEXED.map((colour, index) => own[index] ?? colour);
}

function readFont(reader: TagReader, palette: Palette): Look {
  let font: Look = {};
  reader.children(() => {
    if (reader.is('b') && reader.isOn('val', true)) font = { ...font, bold: true };
    if (reader.is('i') && reader.isOn('val', true)) font = { ...font, italic: true };
    if (reader.is('strike') && reader.isOn('val', true)) font = { ...font, struck: true };
    if (reader.is('sz')) font = { ...font, size: Number(reader.attribute('val')) };
    const ink = reader.is('color') ? colourAt(reader, palette) : undefined;
    if (ink !== undefined) font = { ...font, ink };
  });
  return font;
}

/** A solid fill has its colour in front; other patterns are drawn as what lies behind them. */
function readFill(reader: TagReader, palette: Palette): Look {
  const found: { pattern?: string | undefined; front?: string | undefined; behind?: string | undefined } = {};
  reader.children(() => {
    if (!reader.is('patternFill')) return;
    found.pattern = reader.attribute('patternType') ?? 'none';
    reader.children(() => {
      if (reader.is('fgColor')) found.front = colourAt(reader, palette);
      if (reader.is('bgColor')) found.behind = colourAt(reader, palette);
    });
  });
  const { pattern, front, behind } = found;
  const fill = pattern === 'solid' ? front : pattern === 'none' ? undefined : behind;
  return fill === undefined ? {} : { fill };
}

function readBorder(reader: TagReader, palette: Palette): Look {
  const lines: Partial<Record<Side, Line>> = {};
  reader.children(() => {
    const side = (['left', 'right', 'top', 'bottom'] as const).find((name) => reader.is(name));
    const style = reader.attribute('style');
    if (side === undefined || style === undefined || style === 'none') return;
    let colour = '000000';
    reader.children(() => (colour = colourAt(reader, palette) ?? colour));
    lines[side] = { style: style === 'double' ? 'double' : 'thin', colour };
  });
  return Object.keys(lines).length === 0 ? {} : { lines };
}

/** Alignment and protection, which stand in the style itself. */
function readPlacing(reader: TagReader): Look {
  let look: Look = {};
  reader.children(() => {
    if (reader.is('alignment')) look = { ...look, ...readAlignment(reader) };
    if (reader.is('protection') && !reader.isOn('locked', true)) look = { ...look, unlocked: true };
  });
  return look;
}

const HORIZONTAL: Readonly<Record<string, Look['horizontal']>> = {
  left: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
};

function readAlignment(tag: Tag): Look {
  const horizontal = HORIZONTAL[tag.attribute('horizontal') ?? ''];
  const indent = Number(tag.attribute('indent') ?? 0);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(tag.attribute('vertical') === 'center' ? { middle: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(tag.isOn('wrapText') ? { wrap: true } : {}),
    ...(tag.isOn('shrinkToFit') ? { shrink: true } : {}),
  };
}

/** The fill of a conditional rule has its colour behind (18.8.32), and the pattern need not be said. */
function readDifferential(reader: TagReader, palette: Palette): Look {
  let look: Look = {};
  reader.children(() => {
    if (reader.is('font')) look = { ...look, ...readFont(reader, palette) };
    if (reader.is('numFmt')) look = { ...look, format: plain(unescapeXml(reader.attribute('formatCode') ?? '')) };
    if (reader.is('fill')) look = { ...look, ...readDifferentialFill(reader, palette) };
  });
  return look;
}

function readDifferentialFill(reader: TagReader, palette: Palette): Look {
  let fill: string | undefined;
  reader.children(() =>
    reader.children(() => {
      if (reader.is('bgColor')) fill = colourAt(reader, palette) ?? fill;
      if (reader.is('fgColor')) fill ??= colourAt(reader, palette);
    }),
  );
  return fill === undefined ? {} : { fill };
}
