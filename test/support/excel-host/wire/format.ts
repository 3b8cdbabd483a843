import type { Desk } from '../desk';
import { area, between, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, type Area } from '../model/area';
import { NORMAL_STYLE, type Format, type FormatPatch } from '../model/format';
import type { NamedStyle } from '../model/book';
import { distinctFormats, formatIdAt, patchFormats } from '../model/grid';
import { textAt } from '../model/shown';
import { invalidArgument, refusal } from '../model/refusal';
import { createSheet, STANDARD_HEIGHT, STANDARD_WIDTH, type Strip } from '../model/sheet';
import { choice, colour, flag, number, text, whole } from './arguments';
import { checkFormats, type Block } from './block';
import { wire, type Argument, type ObjectType, type Property, type WireObject } from './object-type';
import { columnsOf, rowsOf } from './range-cells';

/** The setting that all cells of a block share; null where they differ. */
function shared<Key extends keyof Format>({ sheet, areas }: Block, key: Key): Format[Key] | null {
  const found = new Set<Format[Key]>();
  for (const of of areas) for (const id of distinctFormats(sheet.grid, of)) found.add(sheet.grid.formats.at(id)[key]);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function patchBlock(self: Block, patch: FormatPatch, desk: Desk): void {
  checkFormats(self);
  for (const of of self.areas) patchFormats(self.sheet.grid, of, patch);
  desk.events.raise('formatChanged', self.sheet, { type: 'WorksheetFormatChanged' });
}

const setting = <Key extends keyof Format>(
  key: Key,
  read: (value: Argument, what: string) => Format[Key],
  since = '1.1',
): Property<Block> => ({
  since,
  get: (self) => shared(self, key),
  set: (self, value, desk) => patchBlock(self, { [key]: read(value, key) }, desk),
});

const oneOf =
  (...choices: readonly string[]) =>
  (value: Argument, what: string): string =>
    choice(value, choices, what);

/** Excel makes a colour of a missing fill white. */
const fillColour: Property<Block> = {
  since: '1.1',
  get: (self) => {
    const found = shared(self, 'fill');
    return found === null ? '' : found === '' ? '#FFFFFF' : found;
  },
  set: (self, value, desk) => patchBlock(self, { fill: colour(value, 'fill.color') }, desk),
};

const fillType: ObjectType<Block> = {
  name: 'RangeFill',
  properties: { Color: fillColour },
  navigations: {},
  methods: { Clear: { since: '1.1', call: (self, _args, desk) => patchBlock(self, { fill: '' }, desk) } },
};

const fontType: ObjectType<Block> = {
  name: 'RangeFont',
  properties: {
    Bold: setting('bold', flag),
    Color: setting('fontColour', colour),
    Italic: setting('italic', flag),
    Name: setting('fontName', text),
    Size: setting('fontSize', number),
    Strikethrough: setting('strikethrough', flag, '1.9'),
    Underline: setting('underline', oneOf('None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant')),
  },
  navigations: {},
  methods: {},
};

const protectionType: ObjectType<Block> = {
  name: 'FormatProtection',
  properties: { Locked: setting('locked', flag, '1.2'), FormulaHidden: setting('formulaHidden', flag, '1.2') },
  navigations: {},
  methods: {},
};

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** Which cells of a block an edge of the API is on, and which side of them. */
const sides: Readonly<Record<string, (of: Area) => readonly [Area | undefined, Edge]>> = {
  EdgeTop: (of) => [area(of.row, of.column, 1, of.columns), 'top'],
  // Nobody sees the line under the very last row, and a cell there would make the sheet a million rows long.
  EdgeBottom: (of) => [
    lastRow(of) === MAX_ROWS - 1 ? undefined : area(lastRow(of), of.column, 1, of.columns),
    'bottom',
  ],
  EdgeLeft: (of) => [area(of.row, of.column, of.rows, 1), 'left'],
  EdgeRight: (of) => [area(of.row, lastColumn(of), of.rows, 1), 'right'],
  InsideHorizontal: (of) => [inner(of, lastRow(of) === MAX_ROWS - 1 ? 0 : 1, 0), 'bottom'],
  InsideVertical: (of) => [inner(of, 0, lastColumn(of) === MAX_COLUMNS - 1 ? 0 : 1), 'right'],
};

function inner(of: Area, rows: number, columns: number): Area | undefined {
  return of.rows <= rows || of.columns <= columns
    ? undefined
    : between(of.row, of.column, lastRow(of) - rows, lastColumn(of) - columns);
}

interface Border {
  readonly block: Block;
  readonly side: string;
}

const NO_BORDER = 'None Thin #000000';
const STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];

function borderParts({ block, side }: Border): (string | null)[] {
  const found = new Set<string>();
  for (const of of block.areas) {
    const [target, edge] = sides[side]?.(of) ?? [];
    if (target === undefined || edge === undefined) continue;
    const own = shared({ sheet: block.sheet, areas: [target] }, edge);
    if (own === null) return [null, null, null];
    found.add(own === '' ? NO_BORDER : own);
  }
  return found.size > 1 ? [null, null, null] : ([...found][0] ?? NO_BORDER).split(' ');
}

const borderPart = (index: number, read: (value: Argument, what: string) => string): Property<Border> => ({
  since: '1.1',
  get: (self) => borderParts(self)[index] ?? null,
  set: (self, value, desk) => {
    const given = read(value, 'border');
    for (const of of self.block.areas) {
      const [target, edge] = sides[self.side]?.(of) ?? [];
      if (target === undefined || edge === undefined) continue;
      const block: Block = { sheet: self.block.sheet, areas: [target] };
      const parts = borderParts({ block: { ...block, areas: [of] }, side: self.side }).map(
        (part, at) => part ?? NO_BORDER.split(' ')[at],
      );
      parts[index] = given;
      // A colour or a weight makes the line, as in Excel's window.
      if (index > 0 && parts[0] === 'None') parts[0] = 'Continuous';
      patchBlock(block, { [edge]: parts[0] === 'None' ? '' : parts.join(' ') }, desk);
    }
  },
});

const borderType: ObjectType<Border> = {
  name: 'RangeBorder',
  identity: ({ side }) => ({ SideIndex: side }),
  properties: {
    SideIndex: { since: '1.1', get: ({ side }) => side },
    Style: borderPart(0, (value, what) => choice(value, STYLES, what)),
    Weight: borderPart(1, (value, what) => choice(value, WEIGHTS, what)),
    Color: borderPart(2, colour),
  },
  navigations: {},
  methods: {},
};

const border = (self: Block, side: Argument): WireObject | undefined =>
  typeof side === 'string' && sides[side] !== undefined ? wire(borderType, { block: self, side }) : undefined;

const bordersType: ObjectType<Block> = {
  name: 'RangeBorderCollection',
  properties: { Count: { since: '1.1', get: () => Object.keys(sides).length } },
  navigations: {},
  methods: {},
  items: (self) => Object.keys(sides).flatMap((side) => border(self, side) ?? []),
  item: border,
};

type Axis = 'rows' | 'columns';

function sizeOf({ sheet, areas }: Block, axis: Axis): number | null {
  const sizes = new Set(
    areas.flatMap((of) => {
      const many = axis === 'rows' ? of.rows > sheet.rows.length + 1 : false;
      const indexes = many
        ? rowsOf(area(of.row, 0, sheet.rows.length + 1))
        : axis === 'rows'
          ? rowsOf(of)
          : columnsOf(of);
      return indexes.map((index) => sheet[axis][index]?.size ?? (axis === 'rows' ? STANDARD_HEIGHT : STANDARD_WIDTH));
    }),
  );
  const [only] = sizes;
  return sizes.size === 1 && only !== undefined ? only : null;
}

export function patchStrips({ sheet, areas }: Block, axis: Axis, patch: Strip): void {
  for (const of of areas)
    for (const index of axis === 'rows' ? rowsOf(of) : columnsOf(of))
      sheet[axis][index] = { ...sheet[axis][index], ...patch };
}

const sizeProperty = (axis: Axis, most: number): Property<Block> => ({
  since: '1.2',
  get: (self) => sizeOf(self, axis),
  set: (self, value) => {
    const size = number(value, axis === 'rows' ? 'rowHeight' : 'columnWidth');
    if (size < 0 || size > most) throw invalidArgument(`a size of ${size} points`);
    checkFormats(self, axis === 'rows' ? 'allowFormatRows' : 'allowFormatColumns');
    patchStrips(self, axis, { size });
  },
});

/** Widths by the longest text, six points a character: near enough to be seen to differ. */
function autofitColumns(self: Block, desk: Desk): void {
  checkFormats(self, 'allowFormatColumns');
  const { sheet } = self;
  for (const of of self.areas)
    for (const column of columnsOf(of)) {
      let most = 0;
      for (let row = of.row; row <= Math.min(lastRow(of), sheet.grid.lines.length - 1); row += 1)
        most = Math.max(most, textAt(desk.book, sheet, row, column).length);
      if (most > 0) patchStrips({ sheet, areas: [area(0, column)] }, 'columns', { size: most * 6 + 6 });
    }
}

const horizontal = setting(
  'horizontal',
  oneOf('General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'),
);
const vertical = setting('vertical', oneOf('Top', 'Center', 'Bottom', 'Justify', 'Distributed'));
const indent = setting('indent', (value, what) => Math.min(250, whole(value, what)), '1.9');

export const formatType: ObjectType<Block> = {
  name: 'RangeFormat',
  properties: {
    ColumnWidth: sizeProperty('columns', 1_800),
    RowHeight: sizeProperty('rows', 409),
    HorizontalAlignment: horizontal,
    VerticalAlignment: vertical,
    WrapText: setting('wrapText', flag),
    IndentLevel: indent,
    ShrinkToFit: setting('shrinkToFit', flag, '1.9'),
    TextOrientation: setting('orientation', whole, '1.7'),
    ReadingOrder: setting('readingOrder', oneOf('Context', 'LeftToRight', 'RightToLeft'), '1.9'),
  },
  navigations: {
    Fill: { since: '1.1', to: (self) => wire(fillType, self) },
    Font: { since: '1.1', to: (self) => wire(fontType, self) },
    Borders: { since: '1.1', to: (self) => wire(bordersType, self) },
    Protection: { since: '1.2', to: (self) => wire(protectionType, self) },
  },
  methods: {
    AutofitColumns: { since: '1.2', call: (self, _args, desk) => autofitColumns(self, desk) },
    // Heights follow the text by themselves as long as nobody set one.
    AutofitRows: { since: '1.2', call: (self) => checkFormats(self, 'allowFormatRows') },
  },
};

const self = ({ sheet }: NamedStyle): Block => ({ sheet, areas: [area(0, 0)] });

const styled = (property: Property<Block>, since = '1.7'): Property<NamedStyle> => ({
  since,
  get: (style, desk) => property.get?.(self(style), desk),
  set: (style, value, desk) => property.set?.(self(style), value, desk),
});

const styleType: ObjectType<NamedStyle> = {
  name: 'Style',
  identity: ({ name }) => ({ Name: name }),
  properties: {
    Name: { since: '1.7', get: ({ name }) => name },
    BuiltIn: { since: '1.7', get: ({ name }) => name === NORMAL_STYLE },
    HorizontalAlignment: styled(horizontal),
    VerticalAlignment: styled(vertical),
    IndentLevel: styled(indent),
    ShrinkToFit: styled(setting('shrinkToFit', flag)),
    WrapText: styled(setting('wrapText', flag)),
    Locked: styled(setting('locked', flag)),
    NumberFormat: styled(setting('numberFormat', text)),
  },
  navigations: {
    Fill: { since: '1.7', to: (style) => wire(fillType, self(style)) },
    Font: { since: '1.7', to: (style) => wire(fontType, self(style)) },
    Borders: { since: '1.7', to: (style) => wire(bordersType, self(style)) },
  },
  methods: {
    Delete: {
      since: '1.7',
      call: (style, _args, { book }) => {
        if (style.name === NORMAL_STYLE) throw invalidArgument('the deletion of a style of Excel');
        book.styles.splice(book.styles.indexOf(style), 1);
      },
    },
  },
};

function styleOf({ book }: Desk, key: Argument): NamedStyle | undefined {
  const wanted = text(key, 'name').toLowerCase();
  return book.styles.find(({ name }) => name.toLowerCase() === wanted);
}

export const stylesType: ObjectType<null> = {
  name: 'StyleCollection',
  properties: {},
  navigations: {},
  methods: {
    Add: {
      since: '1.7',
      call: (_self, [given], desk) => {
        const name = text(given, 'name');
        if (name === '' || name.length > 255) throw invalidArgument(`the style name ${name}`);
        if (styleOf(desk, name) !== undefined) throw refusal('ItemAlreadyExists', `A style ${name} exists already.`);
        desk.book.styles.push({ name, sheet: createSheet('', name, desk.book.formats) });
      },
    },
  },
  items: (_self, { book }) => book.styles.map((style) => wire(styleType, style)),
  item: (_self, name, desk) => {
    const found = styleOf(desk, name);
    return found === undefined ? undefined : wire(styleType, found);
  },
};

/** Gives cells all that a style says, and its name. */
export const rangeStyle = (since: string): Property<Block> => ({
  since,
  get: (block) => shared(block, 'style'),
  set: (block, value, desk) => {
    const style = styleOf(desk, value);
    if (style === undefined) throw invalidArgument(`the style ${String(value)}`);
    patchBlock(block, { ...desk.book.formats.at(formatIdAt(style.sheet.grid, 0, 0)), style: style.name }, desk);
  },
});

export const formatTypes = [
  formatType,
  fillType,
  fontType,
  protectionType,
  borderType,
  bordersType,
  styleType,
  stylesType,
];
