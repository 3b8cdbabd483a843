import { note as sentence } from '../kernel/sentences';
import type { Column } from './column';
import { columnNames, type RecordType } from './record';

/** Codes of the portal that are documented; there is no public list of the others [rule book 3.7]. */
const codes = { IMSSAV0054: 'portal-itc-needed' } as const;

/** Keys that are words of a sentence too, or short for one: alone they name no column. */
const ENGLISH: ReadonlySet<string> = new Set(['action', 'cess', 'pos', 'remark', 'remarks', 'val']);

/**
 * What a message of the portal means and what to do, as far as that is known: by its code, or by the names of the columns
 * that it speaks of, which stand in no heading of the sheet. Blank where neither is known.
 */
export function meaningOf(message: string, type?: RecordType): string {
  const words = new Set(message.split(/[^A-Za-z0-9_]+/));
  const byCode = Object.entries(codes).flatMap(([code, id]) => (words.has(code) ? [sentence(id)] : []));
  const known = byCode.length > 0 || type === undefined ? byCode : byColumns(columnsIn(words, type));
  return known.length === 0 ? '' : sentence('portal-means', { what: known.join(' ') });
}

interface NamedColumn {
  /** the name in the message */
  readonly key: string;
  readonly label: string;
  readonly edit: Column['edit'];
}

/** The shown columns that the words name, in the order of the sheet. */
function columnsIn(words: ReadonlySet<string>, type: RecordType): readonly NamedColumn[] {
  return columnNames(type).flatMap((name) => {
    const column = type.columns[name];
    if (column?.shown !== true) return [];
    const { label, edit } = column;
    const key = [column.key, ...column.aliases].find((known) => words.has(known) && !ENGLISH.has(known));
    return key === undefined ? [] : [{ key, label, edit }];
  });
}

/** One sentence for the columns of the user, and one for those of the portal. */
function byColumns(columns: readonly NamedColumn[]): readonly string[] {
  const ways = [
    { edit: 'user', one: 'portal-names-yours', several: 'portal-names-several-yours' },
    { edit: 'portal', one: 'portal-names-theirs', several: 'portal-names-several-theirs' },
  ] as const;
  return ways.flatMap(({ edit, one, several }) => {
    const named = columns.filter((column) => column.edit === edit);
    if (named.length === 0) return [];
    const keys = listOf(named.map(({ key }) => key));
    const labels = listOf(named.map(({ label }) => label));
    return [sentence(named.length === 1 ? one : several, { keys, labels })];
  });
}

/** `A, B and C` */
function listOf(items: readonly string[]): string {
  const before = items.slice(0, -1).join(', ');
  const last = items.at(-1) ?? '';
  return before === '' ? last : sentence('list-of-two', { before, last });
}
