import type { Day } from '../kernel/day';
import type { Paise } from '../kernel/money';
import type { Filer } from '../kernel/period';

/** What the recipient says of himself; kept on Home, where every host and the user can read it. */
export interface Settings {
  readonly filer: Filer;
  /** planned day of filing GSTR-3B; blank where none is planned */
  readonly filingDate: Day;
  /** up to this much a difference between amounts is rounding */
  readonly tolerance: Paise;
  /** name of an upload profile */
  readonly profile: string;
}

export const defaultSettings: Settings = { filer: 'Monthly', filingDate: '', tolerance: 100, profile: 'standard' };
