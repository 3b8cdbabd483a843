import { type Progress } from '../../../core/workbook';
import { type PatchEdit } from './edited-cells';
import { damaged } from '../damaged';
import { bytesOf, type FileBytes } from '../zip';
import { openParts } from './open-parts';
import { packBlocks } from './pack-blocks';
import { relationsPart, type Parts, type Relation } from './parts';
import { activeTab, patchBook, setActiveTab, type SheetPlace } from './patch-book';
import { type GrownFilter, patchSheet, type SheetOutcome } from './patch-sheet';
import { sharedStrings, type SharedStrings } from './shared-strings';
import { removeElements } from './remove-elements';

/**
 * The .xlsx file with the edits in it. Only the cells named change; formats, filters, charts, notes and parts unknown
 * to us stay as they are. A cell that was not there takes the look of the cell above it. Excel calculates when it opens
 * the file. `active` is the tab to bring in front, counted from 0. Throws an Error that says why it cannot: `encrypted`, `signed`, or a sentence.
 */
export async function patchWorkbook(
  bytes: Uint8Array,
  edits: readonly PatchEdit[],
  progress?: Progress,
  active?: number,
): Promise<Uint8Array> {
  const changed = await patchFile(bytes, edits, progress, active);
  return changed === undefined ? bytes : bytesOf(changed);
}

/** The same for a file that is not in memory as a whole, and never will be; undefined where nothing changes. */
export async function patchFile(
  file: FileBytes,
  edits: readonly PatchEdit[],
  progress?: Progress,
  active?: number,
): Promise<Blob | undefined> {
  const { parts, book, relations, places } = await openParts(file);
  const sheets = findSheets(parts, places, relations, edits);
  const tell = teller(sheets.length, progress);
  const stringsPart = relations.find(({ type }) => type === 'sharedStrings')?.part;
  const shared =
    stringsPart !== undefined && edits.some(hasManyTexts)
      ? await sharedStrings(() => parts.chunks(stringsPart))
      : undefined;
  const grown = new Map<number, GrownFilter[]>();
  let [isChanged, isCalculationDue, formulaLost] = [false, false, false];
  for (const [index, { part, tab, edits }] of sheets.entries()) {
    for (const outcome of await patchPart(parts, part, edits, (share) => tell(index + share), shared)) {
      isChanged ||= outcome.isChanged;
      isCalculationDue ||= outcome.isChanged && outcome.isCalculationDue;
      formulaLost ||= outcome.formulaLost;
      if (outcome.grownFilter !== undefined) grown.set(tab, [...(grown.get(tab) ?? []), outcome.grownFilter]);
    }
  }
  if (active !== undefined)
    await parts.change(book, (text) => (activeTab(text) === active ? text : setActiveTab(text, active)));
  if (!isChanged && !parts.isChanged) return undefined;
  if (stringsPart !== undefined && shared?.isChanged() === true)
    parts.put(stringsPart, (await packBlocks(shared.write())).packed);
  if (isCalculationDue) await parts.change(book, (text) => patchBook(text, grown));
  if (formulaLost) await removeCalculationChain(parts, book, relations);
  const changed = await parts.toZip();
  progress?.(sheets.length, sheets.length);
  return changed;
}

/** From here on the texts of an edit go where texts of many cells are kept once; below, that part stays as it is. */
const MANY_ROWS = 1000;

function hasManyTexts({ block, cells }: PatchEdit): boolean {
  return block !== undefined || (cells !== undefined && cells.rows.length >= MANY_ROWS);
}

interface EditedSheet {
  readonly part: string;
  readonly tab: number;
  readonly edits: PatchEdit[];
}

function findSheets(
  parts: Parts,
  places: readonly SheetPlace[],
  relations: readonly Relation[],
  edits: readonly PatchEdit[],
): EditedSheet[] {
  const sheets = new Map<string, EditedSheet>();
  for (const edit of edits) {
    const place = places.find(({ name }) => name === edit.sheet);
    if (place === undefined) throw new Error(`There is no sheet named ${edit.sheet}.`);
    const part = relations.find(({ id }) => id === place.relation)?.part;
    if (part === undefined || !parts.has(part)) throw damaged(`the sheet ${edit.sheet} is missing in it`);
    const sheet = sheets.get(part) ?? { part, tab: place.tab, edits: [] };
    sheet.edits.push(edit);
    sheets.set(part, sheet);
  }
  return [...sheets.values()];
}

/** Several edits of one sheet follow each other. `tell` hears which share of the part is done. */
async function patchPart(
  parts: Parts,
  part: string,
  edits: readonly PatchEdit[],
  tell: (share: number) => Promise<void>,
  shared?: SharedStrings,
): Promise<SheetOutcome[]> {
  const outcomes: SheetOutcome[] = [];
  for (const [index, { ends, ...edit }] of edits.entries()) {
    const size = Math.max(1, parts.size(part));
    // What stood there before an edit may stand no more.
    const known = index === 0 ? { ...edit, ends } : edit;
    const blocks = patchSheet(() => parts.chunks(part), known, hasManyTexts(edit) ? shared : undefined);
    const { packed, outcome } = await packBlocks(blocks, (done) => tell(Math.min(1, done / size)));
    outcomes.push(outcome);
    if (outcome.isChanged) parts.put(part, packed);
  }
  return outcomes;
}

/** Tells of the progress in hundredths of a sheet, and pauses then so that a window can show it. */
function teller(of: number, progress: Progress | undefined): (done: number) => Promise<void> {
  let told = 0;
  return async (done) => {
    if (progress === undefined || done - told < 0.02) return;
    told = done;
    progress(done, of);
    await new Promise((resolve) => setTimeout(resolve));
  };
}

/** The order of calculation names each cell with a formula; Excel makes it anew, but calls a wrong one damage. */
async function removeCalculationChain(parts: Parts, book: string, relations: readonly Relation[]): Promise<void> {
  const chain = relations.find(({ type }) => type === 'calcChain');
  if (chain === undefined) return;
  await parts.change(relationsPart(book), (text) =>
    removeElements(text, (reader) => reader.attribute('Id') === chain.id),
  );
  await parts.change('[Content_Types].xml', (text) =>
    removeElements(text, (reader) => reader.attribute('PartName')?.toLowerCase() === `/${chain.part.toLowerCase()}`),
  );
  parts.remove(chain.part);
}
