import type { Paise } from '../kernel/money';
import type { Answers } from '../language/row';

/** One answer for many rows. */
export interface BulkAsk {
  /** what to write; columns left out stay as they are */
  readonly answers: Partial<Answers>;
  /** also records whose status the user has set already */
  readonly alsoDecided: boolean;
}

export interface LeftOut {
  /** one sentence: why these records stay as they are */
  readonly reason: string;
  readonly records: number;
}

/** What a bulk action would do, before it does. */
export interface BulkPreview {
  readonly sheet: string;
  /** records that would change */
  readonly records: number;
  readonly taxable: Paise;
  readonly tax: Paise;
  /** records that have these answers already */
  readonly same: number;
  readonly leftOut: readonly LeftOut[];
}

/** What was done. */
export interface Decided {
  readonly records: number;
  readonly leftOut: readonly LeftOut[];
}
