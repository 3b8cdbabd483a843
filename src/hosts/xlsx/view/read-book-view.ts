import type { BookView, SheetView } from '../../../core/book-view';
import type { Cell } from '../../../core/kernel/cell';
import { LISTS_SHEET } from '../../../core/sheet-rules';
import type { Progress } from '../../../core/workbook';
import { hucreCodec, type SheetCells, type XlsxCodec } from '../codec';
import { openParts, type OpenBook } from '../patch/open-parts';
import { activeTab, type SheetPlace } from '../patch/patch-book';
import { damaged } from '../zip';
import { readStyles, type Styles } from './read-styles';
import { readUnseen } from './read-unseen';
import { scanSheet } from './scan-sheet';
import { viewSheet } from './view-sheet';

/**
 * The bytes of an .xlsx file as a window draws them. Tabs of charts are not shown and stay in the file, as drawings do and
 * rules that are none of ours. Throws what the codec throws for a file that it cannot read.
 */
export async function readBookView(bytes: Uint8Array, progress?: Progress): Promise<BookView> {
  return (await readBook(bytes, progress)).view;
}

/** A file as it is shown, and what is needed to change it. */
export interface ReadBook {
  readonly view: BookView;
  readonly styles: Styles;
  /** number of each tab that is shown, by name */
  readonly tabs: ReadonlyMap<string, number>;
  /** tabs that are selected */
  readonly selected: ReadonlySet<string>;
}

export async function readBook(
  bytes: Uint8Array,
  progress?: Progress,
  codec: XlsxCodec = hucreCodec,
): Promise<ReadBook> {
  const book = await openParts(bytes);
  const styles = await stylesOf(book);
  const cells = cellsByName(await codec.read(bytes));
  const items = cells(LISTS_SHEET);
  const sheets: SheetView[] = [];
  const selected = new Set<string>();
  const found = worksheets(book);
  for (const { place, part } of found) {
    progress?.(sheets.length, found.length);
    const { name } = place;
    const sheet = scanSheet(await book.parts.text(part));
    if (sheet.isSelected) selected.add(name);
    sheets.push(viewSheet(sheet, { name, visibility: visibilityOf(place), cells: cells(name), styles, items }));
  }
  progress?.(found.length, found.length);
  const tabs = new Map(found.map(({ place }) => [place.name, place.tab]));
  const active = book.places[activeTab(await book.parts.text(book.book))]?.name;
  const isShown = active !== undefined && tabs.has(active);
  const unseen = await readUnseen(book);
  const view = {
    ...{ sheets, looks: styles.looks },
    ...(isShown ? { active } : {}),
    ...(unseen.length > 0 ? { unseen } : {}),
  };
  return { view, styles, tabs, selected };
}

function cellsByName(sheets: readonly SheetCells[]): (name: string) => Cell[][] {
  const byName = new Map(sheets.map(({ name, cells }) => [name, cells ?? []]));
  return (name) => byName.get(name) ?? [];
}

/** The tabs that are worksheets, with their parts. */
function worksheets({ places, relations, parts }: OpenBook): { place: SheetPlace; part: string }[] {
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
