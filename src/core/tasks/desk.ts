import type { StoreCodec } from '../engine/store';
import type { BooksCodec } from '../reconcile/kept';
import type { Progress, Workbook } from '../workbook';
import type { Day } from '../kernel/day';

/** What a task works with. The clock is handed in, so that the same input gives the same output. */
export interface Desk {
  readonly workbook: Workbook;
  /** how people call the workbook: file name or title */
  readonly name: string;
  readonly store: StoreCodec;
  readonly books: BooksCodec;
  readonly today: Day;
  /** `hh:mm` */
  readonly time: string;
  readonly progress?: Progress;
}
