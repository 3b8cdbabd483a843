import type { Book } from './book';

/** The workbook as it stands now: what happens to the copy does not happen to it. Formats are only ever added, so they are shared. */
export function copyBook(book: Book): Book {
  return copied(book, new Map<object, object>([[book.formats, book.formats]]));
}

/** What stands in two places is one thing in the copy too. */
function copied<T>(value: T, known: Map<object, object>): T {
  if (typeof value !== 'object' || value === null) return value;
  const found = known.get(value);
  if (found !== undefined) return found as T;
  const copy: object = Array.isArray(value)
    ? new Array<unknown>(value.length)
    : value instanceof Map
      ? new Map<unknown, unknown>()
      : {};
  known.set(value, copy);
  if (copy instanceof Map)
    for (const [key, part] of value as unknown as Map<unknown, unknown>) copy.set(key, copied(part, known));
  // Rows and cells have holes, which stay holes.
  else for (const [key, part] of Object.entries(value)) (copy as Record<string, unknown>)[key] = copied(part, known);
  return copy as T;
}
