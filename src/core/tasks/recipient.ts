import { done, refuse, type Result } from '../kernel/result';
import { checkGstin, type Book } from './open-book';

/** Whose file a book makes, or why it cannot make one, and where the GSTIN is typed [contract, reading 5]. */
export function recipientOf({ gstin, ledger }: Pick<Book, 'gstin' | 'ledger'>, where: string): Result<string> {
  if (gstin === '') return refuse('gstin-missing', where);
  const onHome = checkGstin(gstin, where, 'gstin-on-home-wrong');
  if (!onHome.ok || ledger.gstin === '' || ledger.gstin === onHome.value) return onHome;
  // A wrong GSTIN in the file is corrected on Home, a right one is not.
  if (!checkGstin(ledger.gstin, where).ok) return done(onHome.value);
  return refuse('gstin-on-home-differs', where, { found: onHome.value, expected: ledger.gstin });
}
