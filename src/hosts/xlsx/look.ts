import type { CellStyle } from 'hucre/xlsx';
import { FONT, highlightLooks, looks, negativeAmount as lookBelow0, type Look } from '../../core/look';
import type { HighlightLook, StyleName } from '../../core/workbook';

/** The words of the library for a cell's look. */
function styleOf(look: Look): CellStyle {
  const { fill, ink, bold, italic, size, format, lines } = look;
  return {
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    font: {
      name: FONT,
      ...(size === undefined ? {} : { size }),
      ...(ink === undefined ? {} : { color: { rgb: ink } }),
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italic }),
    },
    ...(format === undefined ? {} : { numFmt: format }),
    ...alignmentOf(look),
    ...(lines === undefined
      ? {}
      : {
          border: Object.fromEntries(
            Object.entries(lines).map(([side, { style, colour }]) => [side, { style, color: { rgb: colour } }]),
          ),
        }),
    ...(look.unlocked === true ? { protection: { locked: false } } : {}),
  };
}

function alignmentOf({ horizontal, middle, indent, wrap, shrink }: Look): Pick<CellStyle, 'alignment'> {
  const alignment: NonNullable<CellStyle['alignment']> = {
    ...(middle === true ? { vertical: 'center' } : {}),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(indent === undefined ? {} : { indent }),
    ...(wrap === true ? { wrapText: true } : {}),
    ...(shrink === true ? { shrinkToFit: true } : {}),
  };
  return Object.keys(alignment).length === 0 ? {} : { alignment };
}

/** Conditional formats name only what they change. */
function differentialOf({ fill, ink, bold, struck, format }: Look): CellStyle {
  const font = {
    ...(bold === undefined ? {} : { bold }),
    ...(struck === undefined ? {} : { strikethrough: struck }),
    ...(ink === undefined ? {} : { color: { rgb: ink } }),
  };
  return {
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: fill } } }),
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

function styled<Name extends string>(
  from: Record<Name, Look>,
  turn: (look: Look) => CellStyle,
): Record<Name, CellStyle> {
  const entries = (Object.entries(from) as [Name, Look][]).map(([name, look]) => [name, turn(look)]);
  return Object.fromEntries(entries) as Record<Name, CellStyle>;
}

/** How each kind of cell looks in an .xlsx file. */
export const styles: Record<StyleName, CellStyle> = styled(looks, styleOf);
export const highlightStyles: Record<HighlightLook, CellStyle> = styled(highlightLooks, differentialOf);

/** The look of an amount of the portal below 0, in rupees. */
export function negativeAmount(rupees: number): CellStyle {
  return styleOf(lookBelow0(rupees));
}
