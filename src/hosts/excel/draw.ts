/// <reference types="office-js" />
import type { Line, Look, Side } from '../../core/look';

type Edge = Exclude<Parameters<Excel.RangeBorderCollection['getItem']>[0], Excel.BorderIndex>;

const edges: Record<Side, Edge> = { left: 'EdgeLeft', top: 'EdgeTop', right: 'EdgeRight', bottom: 'EdgeBottom' };

/** Draws a look into a new style, which begins as Excel's own. */
export function drawStyle(style: Excel.Style, look: Look): void {
  const { fill, ink, bold, italic, size } = look;
  if (fill !== undefined) style.fill.color = `#${fill}`;
  if (ink !== undefined) style.font.color = `#${ink}`;
  if (bold !== undefined) style.font.bold = bold;
  if (italic !== undefined) style.font.italic = italic;
  if (size !== undefined) style.font.size = size;
  if (look.format !== undefined) style.numberFormat = look.format;
  align(style, look);
  if (look.unlocked === true) style.locked = false;
  for (const [side, line] of Object.entries(look.lines ?? {}) as [Side, Line][]) rule(style, side, line);
}

function align(style: Excel.Style, { horizontal, middle, indent, wrap, shrink }: Look): void {
  if (horizontal !== undefined) {
    style.horizontalAlignment = ({ left: 'Left', center: 'Center', right: 'Right' } as const)[horizontal];
  }
  if (middle === true) style.verticalAlignment = 'Center';
  if (indent !== undefined) style.indentLevel = indent;
  if (wrap === true) style.wrapText = true;
  if (shrink === true) style.shrinkToFit = true;
}

function rule(style: Excel.Style, side: Side, { style: kind, colour }: Line): void {
  const border = style.borders.getItem(edges[side]);
  border.style = kind === 'double' ? 'Double' : 'Continuous';
  border.color = `#${colour}`;
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
