import type { BookHead, BookView, RowBlock, SheetView } from '../../../core/book-view';
import { BLANK, type Cell } from '../../../core/kernel/cell';
import { LISTS_SHEET } from '../../../core/sheet-rules';
import type { Progress } from '../../../core/workbook';
import { readValues } from '../cells/cell-values';
import { worksheets } from '../cells/read-cells';
import type { IsWanted, ReadRow } from '../cells/row-reader';
import { openParts, type OpenBook } from '../patch/open-parts';
import { activeTab, type SheetPlace } from '../patch/patch-book';
import type { SheetEnds } from '../patch/sheet-outline';
import type { FileBytes } from '../zip';
import { readStyles, type Styles } from './read-styles';
import { readUnseen } from './read-unseen';
import { scanSheet, type ScannedSheet } from './scan-sheet';
import { viewSheet } from './view-sheet';

/**
 * The bytes of an .xlsx file as a window draws them. Tabs of charts are not shown and stay in the file, as drawings do and
 * rules that are none of ours. Throws what the codec throws for a file that it cannot read.
 */
export async function readBookView(bytes: Uint8Array, progress?: Progress): Promise<BookView> {
  const reading = await startReading(bytes, progress);
  const cells: (readonly Cell[])[][] = reading.names.map(() => []);
  for await (const { sheet, rows } of reading.blocks()) for (const row of rows) cells[sheet]?.push(row);
  const { head } = await reading.end();
  return { ...head, sheets: head.sheets.map((sheet, index) => ({ ...sheet, cells: cells[index] ?? [] })) };
}

/** What a file says besides its cells, and what is needed to change it. */
export interface ReadBook {
  readonly head: BookHead;
  readonly styles: Styles;
  /** number of each tab that is shown, by name */
  readonly tabs: ReadonlyMap<string, number>;
  /** tabs that are selected */
  readonly selected: ReadonlySet<string>;
  /** what stands around the rows of a sheet, by name */
  readonly ends: ReadonlyMap<string, SheetEnds | undefined>;
}

/** A file that is read sheet by sheet; no sheet is ever held as a whole. */
export interface BookReading {
  /** of the sheets that are shown */
  readonly names: readonly string[];
  /** all rows of a sheet down to the last that has cells; those that are not wanted have none */
  rows(sheet: number, isWanted?: IsWanted): AsyncGenerator<readonly Cell[][]>;
  /** those of all sheets */
  blocks(): AsyncGenerator<RowBlock>;
  /** when all sheets are read */
  end(): Promise<ReadBook>;
}

/** Opens a file. */
export async function startReading(file: FileBytes, progress?: Progress): Promise<BookReading> {
  const book = await openParts(file);
  const styles = await stylesOf(book);
  const valueOf = await readValues(book);
  const found = worksheets(book);
  const scanned: { sheet: ScannedSheet; height: number; width: number }[] = [];
  let items: readonly (readonly Cell[])[] = [];
  const rows = async function* (index: number, isWanted?: IsWanted): AsyncGenerator<readonly Cell[][]> {
    const { part, place } = found[index] ?? {};
    if (part === undefined || place === undefined) return;
    if (scanned[index] === undefined) progress?.(index, found.length);
    const kept: (readonly Cell[])[] = [];
    const size = { height: 0, width: 0 };
    // The lists of all sheets are made from its cells.
    const isRead = place.name === LISTS_SHEET ? undefined : isWanted;
    const bands = scanSheet(book.parts.chunks(part), valueOf, isRead);
    try {
      for (let band = await bands.next(); ; band = await bands.next()) {
        if (band.done === true) {
          scanned[index] = { sheet: band.value, ...size };
          break;
        }
        const lines = linesOf(band.value, size);
        if (place.name === LISTS_SHEET) kept.push(...lines);
        yield lines;
      }
    } finally {
      await bands.return(undefined as never);
    }
    if (place.name === LISTS_SHEET) items = kept;
  };
  return {
    names: found.map(({ place }) => place.name),
    rows,
    blocks: async function* () {
      for (const sheet of found.keys()) for await (const lines of rows(sheet)) yield { sheet, rows: lines };
    },
    end: async () => {
      progress?.(found.length, found.length);
      const sheets = found.map(({ place }, index) => {
        const read = scanned[index];
        if (read === undefined) throw new Error(`${place.name} is not read yet.`);
        const { sheet, ...size } = read;
        return viewSheet(sheet, { name: place.name, visibility: visibilityOf(place), ...size, styles, items });
      });
      const tabs = new Map(found.map(({ place }) => [place.name, place.tab]));
      const active = book.places[activeTab(await book.parts.text(book.book))]?.name;
      const isShown = active !== undefined && tabs.has(active);
      const selected = found.filter((_, index) => scanned[index]?.sheet.isSelected);
      const unseen = await readUnseen(book);
      return {
        head: {
          ...{ sheets, looks: styles.looks },
          ...(isShown ? { active } : {}),
          ...(unseen.length > 0 ? { unseen } : {}),
        },
        styles,
        tabs,
        selected: new Set(selected.map(({ place }) => place.name)),
        ends: new Map(found.map(({ place }, index) => [place.name, scanned[index]?.sheet.ends])),
      };
    },
  };
}

/** The rows of a band with those that have no cells between them; `size` grows. */
function linesOf(band: readonly ReadRow[], size: { height: number; width: number }): Cell[][] {
  const lines: Cell[][] = [];
  for (const { row, width, cells } of band) {
    for (; size.height < row; size.height += 1) lines.push([]);
    size.width = Math.max(size.width, width);
    // Blank cells at the end are there for their looks.
    while (cells.at(-1) === BLANK) cells.pop();
    lines.push(cells);
    size.height += 1;
  }
  return lines;
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
