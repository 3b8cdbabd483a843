import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Cell } from '../../core/kernel/cell';
import type { RawSheet } from '../../core/kernel/raw-sheet';
import { readCells } from './cells/read-cells';
import { readRawSheets } from './read-raw-sheets';
import { packed } from './pack-part';
import { bytesOf, openZip } from './zip';

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
  /** all sheets, or those with one of these names */
  read(bytes: Uint8Array, only?: readonly string[]): Promise<SheetCells[]>;
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
  readRaw: readRawSheets,
};

const STYLES = 'xl/styles.xml';

/** The library writes a font's colour before its size, the schema of SpreadsheetML wants it behind. */
async function withOrderedFonts(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await openZip(bytes);
  const ordered = (await zip.text(STYLES)).replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1');
  return bytesOf(await zip.replace(new Map([[STYLES, await packed(new TextEncoder().encode(ordered))]])));
}
