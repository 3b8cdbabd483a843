import type { KeptBooks } from '../reconcile/kept';
import type { Layout } from '../reconcile/register/layout';
import type { RegisterDocument } from '../reconcile/register/reading';
import type { Desk } from './desk';

/** A sheet of a register, read. */
export interface ReadSheet {
  readonly name: string;
  readonly layout: Layout;
  readonly documents: readonly RegisterDocument[];
}

/** What the workbook keeps of a register: the documents of all its sheets, with everything that stands beside them. */
export function booksOf(
  { today, time }: Pick<Desk, 'today' | 'time'>,
  file: string,
  sheets: readonly ReadSheet[],
): KeptBooks {
  const headings = sheets.map(({ layout }) => layout.carried.map((column) => layout.headings[column] ?? ''));
  const carried = [...new Set(headings.flat())];
  return {
    file,
    sheet: sheets.map(({ name }) => name).join(', '),
    readAt: `${today} ${time}`,
    carried,
    documents: sheets.flatMap(({ name, documents }, at) => {
      const places = carried.map((heading) => headings[at]?.indexOf(heading) ?? -1);
      return documents.map((document) => ({
        ...document,
        ...(sheets.length > 1 ? { sheet: name } : {}),
        carried: places.map((place) => document.carried[place] ?? ''),
      }));
    }),
  };
}
