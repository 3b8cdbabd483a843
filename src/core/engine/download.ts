import type { RecordType } from '../language/record';
import type { Row } from '../language/row';
import type { Raw } from './ledger';

/** One record as read from a portal file, before it has a place in a workbook. */
export interface Downloaded {
  readonly type: RecordType;
  readonly raw: Raw;
  readonly row: Row;
}

/** A record that is in the download and cannot be used, as far as it can be read. */
export interface LeftOut {
  readonly type: RecordType;
  readonly row: Row;
  readonly why: string;
}

/** What one or several portal files of one GSTIN hold. Records in = records taken + left out; every difference stands in `warnings`. */
export interface Download {
  readonly files: readonly string[];
  /** recipient's GSTIN as the files give it, or blank */
  readonly gstin: string;
  readonly records: readonly Downloaded[];
  /**
   * Sheets that the files speak about. A complete download speaks about all; a portal web or interface answer only
   * about the sections it carries, so that records of the others are not taken for withdrawn.
   */
  readonly covers: ReadonlySet<string>;
  /** records that could not be used, with the first of them and why; absent where all could */
  readonly leftOut?: {
    readonly records: number;
    readonly first: string;
    /** those of them that are no blank */
    readonly read: readonly LeftOut[];
  };
  /** sections that are not handled offline, with their number of records */
  readonly notHandled: Readonly<Record<string, number>>;
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  readonly warnings: readonly string[];
}
