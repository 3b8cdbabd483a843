import type { Day } from '../kernel/day';
import type { Paise } from '../kernel/money';

/** How often the recipient files GSTR-3B; quarterly filers have the 22nd or the 24th, by state [rule book 3.10]. */
export const filers = ['Monthly', 'Quarterly, 22nd', 'Quarterly, 24th'] as const;
export type Filer = (typeof filers)[number];

/** What the recipient says of himself; kept on Home, where every host and the user can read it. */
export interface Settings {
  readonly filer: Filer;
  /** planned day of filing GSTR-3B; blank where none is planned */
  readonly filingDate: Day | '';
  /** up to this much a difference between amounts is rounding */
  readonly tolerance: Paise;
  /** name of an upload profile */
  readonly profile: string;
}

export const defaultSettings: Settings = { filer: 'Monthly', filingDate: '', tolerance: 100, profile: 'standard' };
