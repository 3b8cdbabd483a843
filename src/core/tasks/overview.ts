import type { Paise } from '../kernel/money';
import type { Settings } from '../language/settings';

export interface SheetOverview {
  readonly sheet: string;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly pending: number;
  readonly noAction: number;
}

/** What a workbook of ours holds, as its cells say now. */
export interface Overview {
  /** false for a workbook without IMS sheets: the first import makes them */
  readonly isOurs: boolean;
  readonly gstin: string;
  /** `Apr 2026, May 2026` */
  readonly periods: string;
  readonly importedAt: string;
  readonly files: readonly string[];
  readonly sheets: readonly SheetOverview[];
  /** records without an action, which count as accepted, and the tax on them; credit notes count below 0 */
  readonly silent: { readonly records: number; readonly tax: Paise };
  /** the next day by which GSTR-3B is due or planned */
  readonly due: { readonly day: string; readonly inDays: number; readonly planned: boolean } | undefined;
  readonly settings: Settings;
}
