import type { Answers, Status } from '../../core/language/row';
import type { BulkAsk } from '../../core/tasks/decide';
import { noAmounts } from './itc-amounts';

/** What the user asks for on the bulk screen. */
export interface BulkWish {
  readonly which: 'selected' | 'shown';
  readonly status: Status;
  readonly itc: 'leave' | 'full' | 'none';
  readonly remarks: string;
  readonly alsoDecided: boolean;
}

export const firstWish: BulkWish = {
  which: 'selected',
  status: 'Accepted',
  itc: 'leave',
  remarks: '',
  alsoDecided: false,
};

/** Only what was asked for is written: a blank leaves the cells as they are. */
export function askOf({ status, itc, remarks, alsoDecided }: BulkWish): BulkAsk {
  const answers: Partial<Answers> = {
    status,
    ...(status === 'Accepted' && itc !== 'leave' && { itcAnswer: itc === 'full' ? 'Yes' : 'No', ...noAmounts }),
    ...(remarks.trim() !== '' && { remarks }),
  };
  return { answers, alsoDecided };
}
