import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import type { ThemeName } from '../pane-host';

/** Excel's green (80 is its own #107C41), so that the pane looks at home beside the sheet. */
const excelGreen: BrandVariants = {
  10: '#031A0E',
  20: '#06301A',
  30: '#094021',
  40: '#0A4F28',
  50: '#0C5A2F',
  60: '#0D6535',
  70: '#0F703B',
  80: '#107C41',
  90: '#218D51',
  100: '#37A660',
  110: '#55B17E',
  120: '#6BC293',
  130: '#85D0A8',
  140: '#A0D8B9',
  150: '#CAEAD8',
  160: '#E8F5EE',
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: createLightTheme(excelGreen),
  dark: createDarkTheme(excelGreen),
  'high-contrast': teamsHighContrastTheme,
};
