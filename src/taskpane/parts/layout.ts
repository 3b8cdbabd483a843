import { makeStyles, tokens } from '@fluentui/react-components';

/** Narrower than this the pane is zoomed, or beside a narrow page of sheets: labels shorten and pairs stand below each other. */
export const NARROW = '@container pane (max-width: 279px)';
/** What is measured for that: the pane, not the window that it is a part of. */
export const NARROW_OF = { containerType: 'inline-size', containerName: 'pane' } as const;

/** The few arrangements that all screens are made of. */
export const useLayout = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  near: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', minWidth: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  muted: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  small: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  /** one piece on its line, as long as it fits there */
  whole: { display: 'inline-block' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  /** lines that bring their own distance */
  lines: { margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`, padding: 0, listStyleType: 'none' },
  /** A field is as wide as the pane, not as its longest option. */
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  entry: { width: '100%', minWidth: 0 },
  option: { width: '100%', minWidth: 0, textOverflow: 'ellipsis' },
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  panel: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  summary: { cursor: 'pointer', paddingTop: '4px', paddingBottom: '4px' },
  wide: { width: '100%' },
  startAligned: { justifyContent: 'flex-start', textAlign: 'left' },
  wrapping: { whiteSpace: 'normal', overflowWrap: 'anywhere', height: 'auto' },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    border: 'none',
  },
  figures: { fontVariantNumeric: 'tabular-nums' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  success: { color: tokens.colorStatusSuccessForeground1 },
});
