import type { CellStyle } from 'hucre/xlsx';
import type { HighlightLook, StyleName } from '../../core/workbook';

/**
 * Rupees in lakh and crore grouping. Excel allows two conditions in a format, so amounts below 0 have formats of their own,
 * one for each size, in the plain form `positive;negative` that every program reads alike.
 */
const RUPEES = '[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00';
const CRORE_BELOW_0 = '##\\,##\\,##\\,##0.00;-##\\,##\\,##\\,##0.00';
const LAKH_BELOW_0 = '##\\,##\\,##0.00;-##\\,##\\,##0.00';
const SMALL_BELOW_0 = '##,##0.00;-##,##0.00';
/** For cells that people fill: the sign must never be lost, and a reduction of a crore is grouped as lakhs. */
const TYPED_RUPEES = '[<0]-##,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00';
const COUNT = '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0';
const TEXT = '@';

const INK = '1B2A38';
const NAVY = '17324D';
const LINE = 'D5DCE3';
const colours = {
  user: 'FFF9E3',
  portal: 'F4F6F8',
  error: 'FFC9C9',
  warning: 'FFE3A3',
  changed: 'D6E9FA',
  white: 'FFFFFF',
};

/** Text keeps a distance from the amount beside it. */
const inset = { horizontal: 'left', indent: 1 } as const;
const fill = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } });
const font = (more: NonNullable<CellStyle['font']>): CellStyle => ({
  font: { name: 'Calibri', size: 11, color: { rgb: INK }, ...more },
});
const hairline: CellStyle = {
  border: { bottom: { style: 'thin', color: { rgb: LINE } }, right: { style: 'thin', color: { rgb: LINE } } },
};
const unlocked: CellStyle = { protection: { locked: false } };
const heading = (rgb: string, ink = colours.white): CellStyle => ({
  ...fill(rgb),
  ...font({ bold: true, color: { rgb: ink } }),
  alignment: { vertical: 'center', wrapText: true, ...inset },
  border: { bottom: { style: 'thin', color: { rgb: NAVY } }, right: { style: 'thin', color: { rgb: colours.white } } },
});
const amount = (numFmt: string): CellStyle => ({
  ...font({}),
  ...hairline,
  numFmt,
  alignment: { horizontal: 'right', indent: 1 },
});
const legend = (rgb: string): CellStyle => ({
  ...fill(rgb),
  ...font({ size: 9 }),
  alignment: { vertical: 'center', horizontal: 'center', shrinkToFit: true },
});
const total: CellStyle = {
  border: { top: { style: 'thin', color: { rgb: NAVY } }, bottom: { style: 'double', color: { rgb: NAVY } } },
};

/** The look of an amount of the portal below 0, in rupees. */
export function negativeAmount(rupees: number): CellStyle {
  return amount(rupees <= -10_000_000 ? CRORE_BELOW_0 : rupees <= -100_000 ? LAKH_BELOW_0 : SMALL_BELOW_0);
}

/** How each kind of cell looks in an .xlsx file. */
export const styles: Record<StyleName, CellStyle> = {
  plain: { ...font({}), alignment: inset },
  title: { ...font({ size: 16, bold: true, color: { rgb: NAVY } }), alignment: { vertical: 'center' } },
  subtitle: font({ size: 10, color: { rgb: '51626F' } }),
  note: font({ size: 9, italic: true, color: { rgb: '51626F' } }),
  group: { ...heading('DCE4EC', NAVY), alignment: { vertical: 'center', ...inset } },
  heading: heading(NAVY),
  'heading-number': {
    ...heading(NAVY),
    alignment: { vertical: 'center', horizontal: 'right', indent: 1, wrapText: true },
  },
  'heading-user': heading('8A5A00'),
  'heading-tool': heading('4A5966'),
  'portal-text': { ...font({}), ...hairline, numFmt: TEXT, alignment: inset },
  'portal-amount': amount(RUPEES),
  'user-text': { ...fill(colours.user), ...font({}), ...hairline, ...unlocked, numFmt: TEXT, alignment: inset },
  'user-amount': { ...fill(colours.user), ...amount(TYPED_RUPEES), ...unlocked },
  'tool-text': { ...font({ size: 10 }), ...hairline, numFmt: TEXT, alignment: inset },
  helper: { ...font({ size: 9, color: { rgb: '7A8894' } }), numFmt: TEXT },
  label: { ...font({ bold: true }), ...hairline, alignment: inset },
  field: { ...fill(colours.user), ...font({ bold: true }), ...hairline, ...unlocked, numFmt: TEXT, alignment: inset },
  count: { ...amount(COUNT) },
  amount: amount(RUPEES),
  'total-label': { ...font({ bold: true }), ...total, alignment: inset },
  'total-count': { ...amount(COUNT), ...font({ bold: true }), ...total },
  'legend-portal': {
    ...legend(colours.portal),
    border: { left: { style: 'thin', color: { rgb: LINE } }, right: { style: 'thin', color: { rgb: LINE } } },
  },
  'legend-user': legend(colours.user),
  'legend-error': legend(colours.error),
  'legend-warning': legend(colours.warning),
  'legend-changed': legend(colours.changed),
  step: { ...font({}), alignment: inset },
};

const tint = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb } } });

/** Differential styles of the conditional rules: never colour alone, the text in the row says the same. */
export const highlightStyles: Record<HighlightLook, CellStyle> = {
  'negative-crore': { numFmt: CRORE_BELOW_0 },
  'negative-lakh': { numFmt: LAKH_BELOW_0 },
  negative: { numFmt: SMALL_BELOW_0 },
  error: { ...tint(colours.error), font: { bold: true, color: { rgb: '9B1C1C' } } },
  warning: { ...tint(colours.warning), font: { color: { rgb: '6B4700' } } },
  changed: { ...tint(colours.changed) },
  withdrawn: { font: { strikethrough: true, color: { rgb: '7A8894' } } },
  accepted: { font: { bold: true, color: { rgb: '1B6B3A' } } },
  rejected: { font: { bold: true, color: { rgb: 'A32020' } } },
  pending: { font: { bold: true, color: { rgb: '8A5A00' } } },
};
