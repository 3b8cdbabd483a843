import { note as sentence } from '../../kernel/sentences';
import type { RegisterReading } from './reading';

/** Why no document could be read: what is wrong with the first row that might have been one. */
export function whyNone({ unreadable: [first] }: Pick<RegisterReading, 'unreadable'>): string {
  if (first === undefined) return sentence('register-nothing-below');
  return `${sentence('spoken-row', { row: String(first.row) })}: ${first.reason.replace(/\.$/, '')}`;
}
