/// <reference types="office-js" />
import type { Line, Look, Side } from '../../core/look';

type Edge = Exclude<Parameters<Excel.RangeBorderCollection['getItem']>[0], Excel.BorderIndex>;

const edges: Record<Side, readonly Edge[]> = {
  left: ['EdgeLeft'],
  top: ['EdgeTop'],
  right: ['EdgeRight', 'InsideVertical'],
  bottom: ['EdgeBottom', 'InsideHorizontal'],
};

/** Draws a look on a range. What the look does not name stays as it is. */
export function draw(range: Excel.Range, look: Look): void {
  const { format } = range;
  const { fill, ink, bold, italic, struck, size } = look;
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (ink !== undefined) format.font.color = `#${ink}`;
  if (bold !== undefined) format.font.bold = bold;
  if (italic !== undefined) format.font.italic = italic;
  if (struck !== undefined) format.font.strikethrough = struck;
  if (size !== undefined) format.font.size = size;
  if (look.format !== undefined) range.numberFormat = [[look.format]];
  align(format, look);
  if (look.unlocked === true) format.protection.locked = false;
  for (const [side, line] of Object.entries(look.lines ?? {}) as [Side, Line][]) rule(format, side, line);
}

function align(format: Excel.RangeFormat, { horizontal, middle, indent, wrap, shrink }: Look): void {
  if (horizontal !== undefined) {
    format.horizontalAlignment = ({ left: 'Left', center: 'Center', right: 'Right' } as const)[horizontal];
  }
  if (middle === true) format.verticalAlignment = 'Center';
  if (indent !== undefined) format.indentLevel = indent;
  if (wrap === true) format.wrapText = true;
  if (shrink === true) format.shrinkToFit = true;
}

function rule(format: Excel.RangeFormat, side: Side, { style, colour }: Line): void {
  for (const edge of edges[side]) {
    const border = format.borders.getItem(edge);
    border.style = style === 'double' ? 'Double' : 'Continuous';
    border.color = `#${colour}`;
  }
}

const allEdges = [...new Set(Object.values(edges).flat())];

/** Takes the look of whole columns off the rows above the data. */
export function wipe(range: Excel.Range): void {
  range.format.fill.clear();
  for (const edge of allEdges) range.format.borders.getItem(edge).style = 'None';
  range.numberFormat = [['General']];
  range.format.horizontalAlignment = 'General';
  range.format.indentLevel = 0;
  range.format.font.bold = false;
}

/** The differential look of a conditional format. */
export function drawHighlight(
  format: Excel.ConditionalRangeFormat,
  { fill, ink, bold, struck, format: code }: Look,
): void {
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (ink !== undefined) format.font.color = `#${ink}`;
  if (bold !== undefined) format.font.bold = bold;
  if (struck !== undefined) format.font.strikethrough = struck;
  if (code !== undefined) format.numberFormat = code;
}
