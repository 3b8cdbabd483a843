import type { Cell } from '../../core/kernel/cell';
import { LISTS_SHEET } from '../../core/sheet-rules';
import type { Progress, SheetPlan } from '../../core/workbook';
import { authorBook } from './author';
import { hucreCodec, type XlsxCodec } from './codec';
import { addSheets } from './patch/add-sheets';
import { openParts } from './patch/open-parts';
import { patchWorkbook } from './patch/patch-workbook';

/**
 * The .xlsx file with these sheets behind its own, or a new one of them alone. Throws as `addSheets` does, and changes
 * nothing then.
 */
export async function putSheets(
  plans: readonly SheetPlan[],
  base: Uint8Array | undefined,
  progress?: Progress,
  codec: XlsxCodec = hucreCodec,
): Promise<Uint8Array> {
  const lists = base === undefined ? undefined : await listsOf(base, codec);
  const { file, blocks } = authorBook(plans, lists);
  const pattern = await codec.write(file);
  const made = base === undefined ? pattern : await addSheets(base, pattern);
  return blocks.length === 0 ? made : patchWorkbook(made, blocks, progress);
}

/** The rows of the hidden sheet of lists; a sheet of this name that can be seen is none of ours. */
async function listsOf(bytes: Uint8Array, codec: XlsxCodec): Promise<Cell[][] | undefined> {
  const { places } = await openParts(bytes);
  const place = places.find(({ name }) => name === LISTS_SHEET);
  if (place?.state === undefined || place.state === 'visible') return undefined;
  const [sheet] = await codec.read(bytes, [LISTS_SHEET]);
  return sheet?.cells;
}
