import { note as sentence } from '../kernel/sentences';
import { columnNames, type RecordType } from './record';

/** Codes of the portal that are documented; there is no public list of the others [rule book 3.7]. */
const codes = { IMSSAV0054: 'portal-itc-needed' } as const;

/** Keys that nobody takes for a word of a sentence: `itcRedReq`, not `action`. */
const NO_ENGLISH = /[A-Z_]/;

/**
 * What a message of the portal means and what to do, as far as that is known: by its code, or by the names of the columns
 * that it speaks of, which stand in no heading of the sheet. Blank where neither is known.
 */
export function meaningOf(message: string, type?: RecordType): string {
  const words = new Set(message.split(/[^A-Za-z0-9_]+/));
  const byCode = Object.entries(codes).flatMap(([code, id]) => (words.has(code) ? [sentence(id)] : []));
  if (byCode.length > 0 || type === undefined) return byCode.join(' ');
  const named = columnNames(type).flatMap((name) => {
    const { key = '', label = '', edit, shown = false } = type.columns[name] ?? {};
    if (!shown || !words.has(key) || !NO_ENGLISH.test(key)) return [];
    return [sentence(edit === 'user' ? 'portal-names-yours' : 'portal-names-theirs', { key, label })];
  });
  return named.join(' ');
}
