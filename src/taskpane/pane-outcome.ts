import type { Refusal } from '../core/kernel/result';

/** What a piece of work came to. `stopped` is the user's own Cancel: nothing was changed. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stopped' };

export interface PortalFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A row of a record sheet as the user points at it. */
export interface RowPlace {
  readonly sheet: string;
  /** from 0 */
  readonly row: number;
}

/** A record as the pane shows it: its row may move, its id does not. */
export interface RecordPlace extends RowPlace {
  readonly id: string;
}
