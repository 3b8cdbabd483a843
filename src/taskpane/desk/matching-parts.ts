import type { Progress, Workbook } from '../../core/workbook';
import type { OnBook } from './answering';
import type { CarryOut } from './carry-out';
import type { DeskBook } from './desk-book';
import type { DeskVoice } from './desk-voice';
import type { MatchedKnown } from './matched';

/** What the comparison with the books works with. */
export interface MatchingParts {
  readonly workbook: Workbook;
  readonly book: DeskBook;
  readonly matched: MatchedKnown;
  readonly voice: DeskVoice;
  readonly progress: Progress;
  readonly pause: (done: number, of: number) => Promise<void>;
  readonly onBook: OnBook;
  readonly carryOut: CarryOut;
  /** work of our own in its turn among the user's, without a word to him */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** told before an answer is written */
  readonly changed: () => void;
}
