import type { Row, UserColumn } from '../language/row';

/** One line of an action list. Blank identity fields match anything; answers that are not named change nothing. */
export interface ActionLine {
  /** line of the file, counted from 1 */
  readonly line: number;
  readonly sheet: string;
  readonly gstin: string;
  readonly number: string;
  readonly date: string;
  readonly answers: Readonly<Partial<Pick<Row, UserColumn>>>;
}
