import type { Result } from '../kernel/result';
import type { Ledger } from './ledger';

/** Name of the sheet that keeps the record store; no person needs it. */
export const STORE_SHEET = 'IMS store';

/** How the ledger becomes pieces of text that fit into cells, and back. Lives outside the core: it compresses. */
export interface StoreCodec {
  pack(ledger: Ledger): Promise<readonly string[]>;
  unpack(pieces: readonly string[]): Promise<Result<Ledger>>;
}
