import { refuse, type Refusal } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';

/** What the reading of a file threw, as a refusal for the user. */
export function whyUnreadable(fault: unknown, name: string): Refusal {
  if (/\.json$/i.test(name)) return refuse('workbook-is-json', name).refusal;
  const said = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
  if (said === 'signed') return refuse('workbook-has-signature', name).refusal;
  return refuse('not-a-workbook', name, { fault: said === 'encrypted' ? sentence('workbook-encrypted') : said })
    .refusal;
}
