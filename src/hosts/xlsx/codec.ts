import { readXlsx, writeXlsx, type MergeRange, type Sheet, type WriteSheet } from 'hucre/xlsx';
import { NO_RESULT, type Cell } from '../../core/kernel/cell';
import type { Merge, RawCell, RawSheet } from '../../core/kernel/raw-sheet';
import { dayText } from './cells/day-text';
import { readCells } from './cells/read-cells';
import { readTabs } from './patch/patch-workbook';
import { openZip, packed } from './zip';

/** Content of a new .xlsx file. */
export interface BookFile {
  readonly sheets: readonly WriteSheet[];
  readonly names: readonly { readonly name: string; readonly range: string; readonly scope: string }[];
}

export interface SheetCells {
  readonly name: string;
  /** undefined once they were given away */
  readonly cells: Cell[][] | undefined;
}

/**
 * The port to the .xlsx library: author a file, read the cells of one, ours or another's. Another library takes the place
 * of hucre by filling these functions. Changes to a file do not go through it (see patch/).
 */
export interface XlsxCodec {
  write(book: BookFile): Promise<Uint8Array>;
  read(bytes: Uint8Array): Promise<SheetCells[]>;
  /** somebody else's workbook: the sheets that are not hidden, dates told from numbers, with their merged cells */
  readRaw(bytes: Uint8Array): Promise<RawSheet[]>;
}

export const hucreCodec: XlsxCodec = {
  write: async (book) =>
    withOrderedFonts(
      await writeXlsx({
        sheets: [...book.sheets],
        namedRanges: [...book.names],
        defaultFont: { name: 'Calibri', size: 11 },
        properties: { title: 'IMS Offline', creator: 'IMS Offline for Excel' },
      }),
    ),
  read: readCells,
  readRaw: async (bytes) => {
    const sheets = await readSheets(bytes);
    const shown = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
    return shown.map(({ name, rows, merges = [] }) => ({
      name,
      rows: rows.map(toRawCells),
      merges: merges.map(toMerge),
    }));
  },
};

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const tabs = await readTabs(bytes);
  // The library gives up at the tab of a chart, which has no cells; so it is told which tabs are worksheets.
  const { sheets } = await readXlsx(bytes, {
    sheets: tabs.filter(({ isWorksheet }) => isWorksheet).map(({ name }) => name),
  });
  for (const sheet of sheets) markUncalculated(sheet);
  return sheets;
}

/** A formula without a result must not look like a blank cell. */
function markUncalculated({ rows, cells }: Sheet): void {
  for (const [place, { type, value }] of cells ?? []) {
    if (type !== 'formula' || value !== null) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const line = rows[row];
    if (line !== undefined) line[column] = NO_RESULT;
  }
}

/** In place, since a workbook has millions of cells: null becomes blank. A date stays one. */
function toRawCells(row: (string | number | boolean | Date | null)[]): RawCell[] {
  const cells: (RawCell | Date | null)[] = row;
  for (let index = 0; index < cells.length; index += 1) {
    const value = cells[index];
    if (value === null || value === undefined) cells[index] = '';
    else if (value instanceof Date) cells[index] = { date: dayText(value) };
  }
  return cells as RawCell[];
}

function toMerge({ startRow, startCol, endRow, endCol }: MergeRange): Merge {
  return { top: startRow, left: startCol, bottom: endRow, right: endCol };
}

const STYLES = 'xl/styles.xml';

/** The library writes a font's colour before its size, the schema of SpreadsheetML wants it behind. */
async function withOrderedFonts(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await openZip(bytes);
  const ordered = (await zip.text(STYLES)).replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1');
  return zip.replace(new Map([[STYLES, await packed(new TextEncoder().encode(ordered))]]));
}
