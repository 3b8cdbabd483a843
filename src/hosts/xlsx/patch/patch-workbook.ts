import { type Progress, type SheetEdit } from '../../../core/workbook';
import { damaged } from './damaged';
import { Parts, readRelations, relationsPart, type Relation } from './parts';
import { patchBook, readSheetPlaces } from './patch-book';
import { type GrownFilter, patchSheet, type SheetOutcome } from './patch-sheet';
import { removeElements } from './remove-elements';
import { packer } from './write-zip';

/**
 * The .xlsx file with the edits in it. Only the cells named change; formats, filters, charts, notes and parts unknown
 * to us stay as they are. A cell that was not there takes the look of the cell above it. Excel calculates when it opens
 * the file. Throws an Error that says why it cannot: `encrypted`, `signed`, or a sentence.
 */
export async function patchWorkbook(
  bytes: Uint8Array,
  edits: readonly SheetEdit[],
  progress?: Progress,
): Promise<Uint8Array> {
  const parts = new Parts(bytes);
  const book = findBook(parts);
  const relations = readRelations(parts.text(relationsPart(book)), book);
  const sheets = findSheets(parts, book, relations, edits);
  const of = sheets.reduce((sum, { part, edits }) => sum + parts.entry(part).size * edits.length, 0);
  const tell = teller(of, progress);
  const grown = new Map<number, GrownFilter[]>();
  let [isChanged, formulaLost] = [false, false];
  for (const { part, tab, edits } of sheets) {
    for (const outcome of await patchPart(parts, part, edits, tell)) {
      isChanged ||= outcome.isChanged;
      formulaLost ||= outcome.formulaLost;
      if (outcome.grownFilter !== undefined) grown.set(tab, [...(grown.get(tab) ?? []), outcome.grownFilter]);
    }
  }
  if (!isChanged) return bytes;
  progress?.(of, of);
  parts.change(book, (text) => patchBook(text, grown));
  if (formulaLost) removeCalculationChain(parts, book, relations);
  return parts.toZip();
}

function findBook(parts: Parts): string {
  const relations = parts.has(relationsPart('')) ? readRelations(parts.text(relationsPart('')), '') : [];
  return relations.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
}

interface EditedSheet {
  readonly part: string;
  readonly tab: number;
  readonly edits: SheetEdit[];
}

function findSheets(
  parts: Parts,
  book: string,
  relations: readonly Relation[],
  edits: readonly SheetEdit[],
): EditedSheet[] {
  const places = readSheetPlaces(parts.text(book));
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

/** Several edits of one sheet follow each other; only the last one is packed while it is made. */
async function patchPart(
  parts: Parts,
  part: string,
  edits: readonly SheetEdit[],
  tell: (length: number) => Promise<void>,
): Promise<SheetOutcome[]> {
  const packing = packer(parts.entry(part));
  const outcomes: SheetOutcome[] = [];
  let text = parts.text(part);
  for (const [index, edit] of edits.entries()) {
    const blocks = patchSheet(text, edit);
    const isLast = index === edits.length - 1;
    const kept: string[] = [];
    let block = blocks.next();
    for (; block.done !== true; block = blocks.next()) {
      if (isLast) packing.push(block.value);
      else kept.push(block.value);
      await tell(block.value.length);
    }
    outcomes.push(block.value);
    text = kept.join('');
  }
  if (outcomes.some(({ isChanged }) => isChanged)) parts.put(part, packing.finish());
  return outcomes;
}

/** Characters between two reports of progress. */
const STEP = 1 << 22;

/** Tells of the progress, and pauses then so that a window can show it. */
function teller(of: number, progress: Progress | undefined): (length: number) => Promise<void> {
  let [done, told] = [0, 0];
  return async (length) => {
    done = Math.min(of, done + length);
    if (progress === undefined || done - told < STEP) return;
    told = done;
    progress(done, of);
    await new Promise((resolve) => setTimeout(resolve));
  };
}

/** The order of calculation names each cell with a formula; Excel makes it anew, but calls a wrong one damage. */
function removeCalculationChain(parts: Parts, book: string, relations: readonly Relation[]): void {
  const chain = relations.find(({ type }) => type === 'calcChain');
  if (chain === undefined) return;
  parts.change(relationsPart(book), (text) => removeElements(text, (reader) => reader.attribute('Id') === chain.id));
  parts.change('[Content_Types].xml', (text) =>
    removeElements(text, (reader) => reader.attribute('PartName')?.toLowerCase() === `/${chain.part.toLowerCase()}`),
  );
  parts.remove(chain.part);
}
