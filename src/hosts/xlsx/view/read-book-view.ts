import type { BookView, SheetView } from '../../../core/book-view';
import type { Cell } from '../../../core/kernel/cell';
import { LISTS_SHEET } from '../../../core/sheet-rules';
import type { Progress } from '../../../core/workbook';
import { hucreCodec, type SheetCells, type XlsxCodec } from '../codec';
import { openParts, type OpenBook } from '../patch/open-parts';
import type { SheetPlace } from '../patch/patch-book';
import { TagReader } from '../patch/tag-reader';
import { damaged } from '../zip';
import { readStyles, type Styles } from './read-styles';
import { scanSheet } from './scan-sheet';
import { viewSheet } from './view-sheet';

/**
 * The bytes of an .xlsx file as a window draws them. Tabs of charts are not shown and stay in the file, as rules do that
 * are none of ours. Throws what the codec throws for a file that it cannot read.
 */
export async function readBookView(
  bytes: Uint8Array,
  progress?: Progress,
  codec: XlsxCodec = hucreCodec,
): Promise<BookView> {
  const book = await openParts(bytes);
  const styles = await stylesOf(book);
  const cells = cellsByName(await codec.read(bytes));
  const items = cells(LISTS_SHEET);
  const sheets: SheetView[] = [];
  for (const { place, part } of worksheets(book)) {
    progress?.(place.tab, book.places.length);
    const { name } = place;
    const text = await book.parts.text(part);
    sheets.push(
      viewSheet(scanSheet(text), { name, visibility: visibilityOf(place), cells: cells(name), styles, items }),
    );
  }
  progress?.(book.places.length, book.places.length);
  const active = book.places[activeTab(await book.parts.text(book.book))]?.name;
  const isShown = active !== undefined && sheets.some(({ name }) => name === active);
  return { sheets, looks: styles.looks, ...(isShown ? { active } : {}) };
}

function cellsByName(sheets: readonly SheetCells[]): (name: string) => Cell[][] {
  const byName = new Map(sheets.map(({ name, cells }) => [name, cells ?? []]));
  return (name) => byName.get(name) ?? [];
}

/** The tabs that are worksheets, with their parts. */
export function worksheets({ places, relations, parts }: OpenBook): { place: SheetPlace; part: string }[] {
  return places.flatMap((place) => {
    const relation = relations.find(({ id }) => id === place.relation);
    if (relation?.type !== 'worksheet') return [];
    if (!parts.has(relation.part)) throw damaged(`the sheet ${place.name} is missing in it`);
    return [{ place, part: relation.part }];
  });
}

async function stylesOf({ parts, relations }: OpenBook): Promise<Styles> {
  const textOf = async (kind: string): Promise<string | undefined> => {
    const part = relations.find(({ type }) => type === kind)?.part;
    return part === undefined || !parts.has(part) ? undefined : parts.text(part);
  };
  return readStyles(await textOf('styles'), await textOf('theme'));
}

function visibilityOf({ state }: SheetPlace): SheetView['visibility'] {
  return state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible';
}

/** Number of the tab in front, counted from 0. */
function activeTab(book: string): number {
  const reader = new TagReader(book);
  let tab = 0;
  reader.root('workbook');
  reader.children(() => {
    if (!reader.is('bookViews')) return;
    reader.children(() => {
      tab = Number(reader.attribute('activeTab') ?? 0);
    });
  });
  return tab;
}
