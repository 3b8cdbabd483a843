import { say, type WordId } from '../../core/kernel/pane-words';
import { note as sentence } from '../../core/kernel/sentences';
import { refusalSentences, type Refusal } from '../../core/kernel/result';
import type { SheetCounts } from '../../core/tasks/import-new';
import type { Overview } from '../../core/tasks/overview';
import type { Status } from '../../core/language/row';
import type { ErrorsOutcome } from '../pane-desk';

/** Heading, short form and word of the button, for each action in the order of the official tool. */
export const actionWords = {
  Accepted: { heading: 'accepted-heading', letter: 'accepted-letter', button: 'accept' },
  Rejected: { heading: 'rejected-heading', letter: 'rejected-letter', button: 'reject' },
  Pending: { heading: 'pending-heading', letter: 'pending-letter', button: 'keep-pending' },
  'No Action': { heading: 'no-action-heading', letter: 'no-action-letter', button: 'no-action' },
} as const satisfies Record<Status, Record<'heading' | 'letter' | 'button', WordId>>;

/** Reason, place and advice as one piece of text that begins with a capital; the open workbook needs no name. */
export function refusalText(refusal: Refusal): string {
  const { reason, where, advice } = refusal;
  if (where !== '' && where !== sentence('this-workbook')) return say('refused', { where, reason, advice });
  return refusalSentences(refusal);
}

const LONGEST_FAULT = 160;

/** What a fault of the program says of itself, in one line. */
export function faultText(fault: unknown): string {
  const message = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : '';
  const short = message.trim().replace(/\.$/, '').slice(0, LONGEST_FAULT);
  return say('failed', { fault: short === '' ? say('failed-unknown') : short });
}

export function dueText({ day, inDays, planned }: NonNullable<Overview['due']>): string {
  const kind = planned ? 'planned' : 'due';
  if (inDays < 0) return say(`${kind}-past`, { day });
  if (inDays === 0) return say(`${kind}-today`, { day });
  if (inDays === 1) return say(`${kind}-tomorrow`, { day });
  return say(`${kind}-in`, { days: inDays, day });
}

/** `B2B: 2 errors, 1 warning.` */
export function checkedText(sheet: string | undefined, errors: number, warnings: number): string {
  return sheet === undefined
    ? say('check-sum-all', { errors, warnings })
    : say('check-sum', { sheet, errors, warnings });
}

/** Records of a sheet that the portal still has: withdrawn ones stay on it and are not counted, here as on Home. */
export function standing({ records, withdrawn }: SheetCounts): number {
  return records - withdrawn;
}

/** `9 messages are on their rows.`, and how many records were not found, if any. */
export function errorsText({ placed, unplaced }: ErrorsOutcome['report']): string {
  const missed = unplaced.length === 0 ? [] : [say('errors-missed', { unplaced: unplaced.length })];
  return [say('errors-sum', { placed }), ...missed].join(' ');
}
