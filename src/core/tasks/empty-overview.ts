import { defaultSettings } from '../language/settings';
import type { Overview } from './overview';

/** The overview of a workbook that has none of our sheets. */
export const emptyOverview: Overview = {
  isOurs: false,
  gstin: '',
  name: '',
  periods: '',
  importedAt: '',
  files: [],
  sheets: [],
  silent: { records: 0, tax: 0 },
  hasBooks: false,
  isCompared: false,
  due: undefined,
  settings: defaultSettings,
};
