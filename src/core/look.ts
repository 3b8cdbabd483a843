import type { HighlightLook, StyleName } from './workbook';

/** How a cell looks, in words that every host can draw. Colours are RRGGBB. */
export interface Look {
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  /** in points */
  readonly size?: number;
  readonly format?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly middle?: boolean;
  readonly indent?: number;
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  readonly lines?: Partial<Record<Side, Line>>;
  /** may be typed into when a sheet is protected */
  readonly unlocked?: boolean;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Line {
  readonly style: 'thin' | 'double';
  readonly colour: string;
}

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

export const FONT = 'Calibri';
const INK = '1B2A38';
const NAVY = '17324D';
const LINE = 'D5DCE3';
const GREY = '51626F';
const colours = {
  user: 'FFF9E3',
  portal: 'F4F6F8',
  error: 'FFC9C9',
  warning: 'FFE3A3',
  changed: 'D6E9FA',
  white: 'FFFFFF',
};

const thin = (colour: string): Line => ({ style: 'thin', colour });
const ink: Look = { ink: INK, size: 11 };
/** Text keeps a distance from the amount beside it. */
const inset: Look = { horizontal: 'left', indent: 1 };
const hairline: Look = { lines: { bottom: thin(LINE), right: thin(LINE) } };
const heading = (fill: string, own = colours.white): Look => ({
  ...ink,
  ...inset,
  fill,
  bold: true,
  ink: own,
  middle: true,
  wrap: true,
  lines: { bottom: thin(NAVY), right: thin(colours.white) },
});
const amount = (format: string): Look => ({ ...ink, ...hairline, format, horizontal: 'right', indent: 1 });
const legend = (fill: string): Look => ({
  ...ink,
  fill,
  size: 9,
  middle: true,
  horizontal: 'center',
  shrink: true,
});
const total: Look = { lines: { top: thin(NAVY), bottom: { style: 'double', colour: NAVY } } };

/** The look of an amount of the portal below 0, in rupees. */
export function negativeAmount(rupees: number): Look {
  return amount(rupees <= -10_000_000 ? CRORE_BELOW_0 : rupees <= -100_000 ? LAKH_BELOW_0 : SMALL_BELOW_0);
}

/** How each kind of cell looks. */
export const looks: Record<StyleName, Look> = {
  plain: { ...ink, ...inset },
  title: { ...ink, size: 16, bold: true, ink: NAVY, middle: true },
  subtitle: { ink: GREY, size: 10 },
  note: { ink: GREY, size: 9, italic: true },
  group: { ...heading('DCE4EC', NAVY), wrap: false },
  heading: heading(NAVY),
  'heading-number': { ...heading(NAVY), horizontal: 'right' },
  'heading-user': heading('8A5A00'),
  'heading-tool': heading('4A5966'),
  'portal-text': { ...ink, ...hairline, ...inset, format: TEXT },
  'portal-amount': amount(RUPEES),
  'user-text': { ...ink, ...hairline, ...inset, fill: colours.user, format: TEXT, unlocked: true },
  'user-amount': { ...amount(TYPED_RUPEES), fill: colours.user, unlocked: true },
  'tool-text': { ...ink, ...hairline, ...inset, size: 10, format: TEXT },
  'tool-amount': { ...amount(TYPED_RUPEES), size: 10 },
  helper: { ink: '7A8894', size: 9, format: TEXT },
  label: { ...ink, ...hairline, ...inset, bold: true },
  field: { ...ink, ...hairline, ...inset, fill: colours.user, bold: true, format: TEXT, unlocked: true },
  count: amount(COUNT),
  amount: amount(RUPEES),
  'total-label': { ...ink, ...total, ...inset, bold: true },
  'total-count': { ...amount(COUNT), ...total, bold: true },
  'legend-portal': { ...legend(colours.portal), lines: { left: thin(LINE), right: thin(LINE) } },
  'legend-user': legend(colours.user),
  'legend-error': legend(colours.error),
  'legend-warning': legend(colours.warning),
  'legend-changed': legend(colours.changed),
  step: { ...ink, ...inset },
};

/** Differential looks of the conditional rules: never colour alone, the text in the row says the same. */
export const highlightLooks: Record<HighlightLook, Look> = {
  'negative-crore': { format: CRORE_BELOW_0 },
  'negative-lakh': { format: LAKH_BELOW_0 },
  negative: { format: SMALL_BELOW_0 },
  error: { fill: colours.error, bold: true, ink: '9B1C1C' },
  warning: { fill: colours.warning, ink: '6B4700' },
  changed: { fill: colours.changed },
  withdrawn: { struck: true, ink: '7A8894' },
  total: { bold: true },
  accepted: { bold: true, ink: '1B6B3A' },
  rejected: { bold: true, ink: 'A32020' },
  pending: { bold: true, ink: '8A5A00' },
};
