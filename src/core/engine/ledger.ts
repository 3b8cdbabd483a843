import type { RecordType } from '../language/record';
import type { Row } from '../language/row';

/** A JSON object exactly as the portal sent it: every key, known or not, in its own spelling. */
export type Raw = Readonly<Record<string, unknown>>;

/** `new` since the last import, `changed` by the supplier since then, `withdrawn`: not in the last download. */
export type Standing = 'current' | 'new' | 'changed' | 'withdrawn';

/** One downloaded record. `row` is what our tables read from `raw`; `raw` is what counts. */
export interface ImsRecord {
  /** stands in a helper column of the sheet and tells rows apart; unique in the workbook, never reused */
  readonly id: string;
  readonly type: RecordType;
  readonly raw: Raw;
  readonly row: Row;
  readonly standing: Standing;
  /** what the last imports did to the record, for the user; blank where nothing happened */
  readonly change: string;
}

export interface HistoryEntry {
  /** `dd-mm-yyyy hh:mm` */
  readonly at: string;
  readonly event: string;
  /** ids of the records concerned, with what was there before */
  readonly details: readonly string[];
}

/** Everything of a workbook that must not be lost; kept in its record store. */
export interface Ledger {
  /** recipient's GSTIN as the download itself gave it; blank where it did not: then the one on Home counts */
  readonly gstin: string;
  /** `dd-mm-yyyy hh:mm` of the last import */
  readonly importedAt: string;
  /** names of the files of the last import */
  readonly files: readonly string[];
  readonly records: readonly ImsRecord[];
  /** sections we do not handle and records we could not use, as they came */
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  readonly history: readonly HistoryEntry[];
  /** number for the next record id */
  readonly nextId: number;
}
