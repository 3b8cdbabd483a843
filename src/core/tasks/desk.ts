import type { Result } from '../kernel/result';
import type { Ledger } from '../engine/ledger';
import type { Progress, Workbook } from '../workbook';
import type { Day } from '../kernel/day';

/** How the ledger becomes pieces of text that fit into cells, and back. Lives outside the core: it compresses. */
export interface StoreCodec {
  pack(ledger: Ledger): Promise<readonly string[]>;
  unpack(pieces: readonly string[]): Promise<Result<Ledger>>;
}

/** What a task works with. The clock is handed in, so that the same input gives the same output. */
export interface Desk {
  readonly workbook: Workbook;
  /** how people call the workbook: file name or title */
  readonly name: string;
  readonly store: StoreCodec;
  readonly today: Day;
  /** `hh:mm` */
  readonly time: string;
  readonly progress?: Progress;
}
