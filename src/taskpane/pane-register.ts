import type { RowReason } from '../core/reconcile/register/reading';
import type { RegisterSums } from '../core/reconcile/register/register-sums';

/** Where a purchase register is read from: a file, or a sheet of the workbook that is open. */
export type RegisterSource =
  { readonly file: { readonly name: string; readonly blob: Blob } } | { readonly sheet: string };

export interface RegisterSources {
  /** sheets of the user's own */
  readonly sheets: readonly string[];
  /** the register that was taken before */
  readonly taken: { readonly name: string; readonly documents: number } | undefined;
}

/** What was taken of a register; the lists are cut, their counts are not. */
export interface RegisterTaken {
  readonly name: string;
  readonly sums: RegisterSums;
  readonly sheets: readonly {
    readonly name: string;
    readonly documents: number;
    readonly unreadable: readonly RowReason[];
    readonly doubts: readonly RowReason[];
    readonly counts: { readonly unreadable: number; readonly doubts: number };
  }[];
}
