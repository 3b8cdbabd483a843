import type { Random } from '../generate-download';
import { crowdTraps } from './crowd-traps';
import { entryTraps } from './entry-traps';
import type { Case } from './labels';
import { numberTraps } from './number-traps';
import type { Supplier } from './suppliers';
import { supplierTraps } from './supplier-traps';
import { valueTraps } from './value-traps';

export interface Trap {
  readonly random: Random;
  /** a supplier that nothing else is of */
  readonly supplier: (wanted?: Partial<Supplier>) => Supplier;
  /** how many documents a crowd has */
  readonly crowd: number;
}

/** What looks like the same document and is none, or cannot be told. */
export const traps: Record<string, (trap: Trap) => Case> = {
  ...numberTraps,
  ...supplierTraps,
  ...valueTraps,
  ...crowdTraps,
  ...entryTraps,
};
