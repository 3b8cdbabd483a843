import type { FileBytes } from '../zip';
import { Parts, readRelations, relationsPart, type Relation } from './parts';
import { readSheetPlaces, type SheetPlace } from './patch-book';

/** The parts of a file, and where its workbook and its sheets are among them. */
export interface OpenBook {
  readonly parts: Parts;
  /** name of the part that holds the workbook */
  readonly book: string;
  readonly relations: readonly Relation[];
  /** the tabs in their order */
  readonly places: readonly SheetPlace[];
}

/** Opens a file. Throws as `patchWorkbook` does. */
export async function openParts(file: FileBytes): Promise<OpenBook> {
  const parts = await Parts.open(file);
  const book = await findBook(parts);
  const relations = readRelations(await parts.text(relationsPart(book)), book);
  return { parts, book, relations, places: readSheetPlaces(await parts.text(book)) };
}

async function findBook(parts: Parts): Promise<string> {
  const relations = parts.has(relationsPart('')) ? readRelations(await parts.text(relationsPart('')), '') : [];
  return relations.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
}
