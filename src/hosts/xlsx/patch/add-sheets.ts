import { checkNamesFree, hostFault } from '../../../core/workbook';
import { packed } from '../pack-part';
import { appendChildren, appendToRoot, childrenOf } from './append-children';
import { graftSheet } from './graft-sheet';
import { graftStyles, type GraftedStyles } from './graft-styles';
import { bytesOf } from '../zip';
import { openParts, type OpenBook } from './open-parts';
import { relationsPart } from './parts';
import { patchBook } from './patch-book';
import { addTexts } from './shared-strings';
import { TagReader } from './tag-reader';
import { attributeText } from './xml-text';

const TYPES = '[Content_Types].xml';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Names of the two dialects of the format (ECMA-376 part 1, annex A, and part 4). */
const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: typeof TRANSITIONAL = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** What may stand behind `sheets` and behind `definedNames` (ECMA-376 part 1, 18.2.27). */
const BEHIND_NAMES = [
  ...['calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing'],
  ...['fileRecoveryPr', 'webPublishObjects', 'extLst'],
];

/**
 * The .xlsx file with all sheets of another one behind its own. Its own sheets stay as they are, byte for byte; styles and
 * texts that the new sheets need are added to those of the file. `sheets` is a file as we author it: worksheets with
 * styles, texts and names, and nothing else. Throws as `patchWorkbook` does, and a `HostFault` where a name is taken or the
 * user has locked the tabs of his workbook.
 */
export async function addSheets(file: Uint8Array, sheets: Uint8Array): Promise<Uint8Array> {
  const [own, ours] = [await openParts(file), await openParts(sheets)];
  const book = await own.parts.text(own.book);
  checkNamesFree(
    own.places.map(({ name }) => name),
    ours.places,
  );
  if (isLocked(book)) throw hostFault('workbook-locked', '');
  const dialect = book.includes(STRICT.main) ? STRICT : TRANSITIONAL;
  const spoken = (text: string): string =>
    text.replaceAll(TRANSITIONAL.main, dialect.main).replaceAll(TRANSITIONAL.relations, dialect.relations);
  const add = partAdder(own, dialect.relations);
  const styles = await addStyles(own, ours, spoken, add);
  const firstText = await addSharedTexts(own, ours, spoken, add);
  const relations: string[] = [];
  for (const { relation } of ours.places) {
    const text = await ours.parts.text(partOf(ours, relation));
    relations.push(await add('worksheet', 'worksheets/sheet', spoken(graftSheet(text, styles, firstText))));
  }
  const names = childrenOf(await ours.parts.text(ours.book), 'definedNames').map((name) =>
    name.replace(/\blocalSheetId="(\d+)"/, (_, tab: string) => `localSheetId="${Number(tab) + own.places.length}"`),
  );
  await own.parts.change(own.book, (text) => {
    const tabs = appendChildren(text, 'sheets', tabElements(text, ours, relations, dialect.relations), []);
    return patchBook(appendChildren(tabs, 'definedNames', names, BEHIND_NAMES), new Map());
  });
  return bytesOf(await own.parts.toZip());
}

/** Puts in a part that the workbook leads to; gives the id of the relationship. */
type AddPart = (type: string, name: string, text: string) => Promise<string>;

function partAdder({ parts, book, relations }: OpenBook, types: string): AddPart {
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  let id = 1 + Math.max(0, ...relations.map((relation) => Number(/\d+$/.exec(relation.id)?.[0] ?? 0)));
  return async (type, name, text) => {
    let number = 1;
    while (parts.has(`${folder}${name}${number}.xml`)) number += 1;
    const target = `${name}${number}.xml`;
    parts.put(`${folder}${target}`, await packed(new TextEncoder().encode(text)));
    const own = `rId${id}`;
    id += 1;
    await parts.change(relationsPart(book), (old) =>
      appendToRoot(old, [`<Relationship Id="${own}" Type="${types}/${type}" Target="${target}"/>`]),
    );
    await parts.change(TYPES, (old) =>
      appendToRoot(old, [`<Override PartName="/${folder}${target}" ContentType="${MAIN_TYPE}.${type}+xml"/>`]),
    );
    return own;
  };
}

function partOf({ relations }: OpenBook, id: string): string {
  return relations.find((relation) => relation.id === id)?.part ?? '';
}

/** The part of the workbook of this type, where it has one. */
function partOfType({ parts, relations }: OpenBook, type: string): string | undefined {
  const part = relations.find((relation) => relation.type === type)?.part;
  return part !== undefined && parts.has(part) ? part : undefined;
}

type Spoken = (text: string) => string;

async function addStyles(own: OpenBook, ours: OpenBook, spoken: Spoken, add: AddPart): Promise<GraftedStyles> {
  const theirs = await ours.parts.text(partOfType(ours, 'styles') ?? '');
  const part = partOfType(own, 'styles');
  if (part === undefined) {
    const same = (number: string): string => number;
    await add('styles', 'styles', spoken(theirs));
    return { text: theirs, cellStyle: same, differential: same };
  }
  const grafted = graftStyles(await own.parts.text(part), theirs);
  await own.parts.change(part, () => grafted.text);
  return grafted;
}

/** Adds the texts of the sheets; gives the number of the first. */
async function addSharedTexts(own: OpenBook, ours: OpenBook, spoken: Spoken, add: AddPart): Promise<number> {
  const from = partOfType(ours, 'sharedStrings');
  if (from === undefined) return 0;
  const text = await ours.parts.text(from);
  const part = partOfType(own, 'sharedStrings');
  if (part === undefined) {
    await add('sharedStrings', 'sharedStrings', spoken(text));
    return 0;
  }
  const added = addTexts(await own.parts.text(part), text);
  await own.parts.change(part, () => added.text);
  return added.first;
}

/** Whether the user has locked the structure of the workbook: no sheet may come or go. */
function isLocked(book: string): boolean {
  const reader = new TagReader(book);
  let locked = false;
  reader.root('workbook');
  reader.children(() => {
    if (reader.is('workbookProtection')) locked = reader.isOn('lockStructure');
  });
  return locked;
}

function tabElements(book: string, { places }: OpenBook, relations: readonly string[], types: string): string[] {
  const ids = childrenOf(book, 'sheets').map((tab) => Number(/\bsheetId="(\d+)"/.exec(tab)?.[1] ?? 0));
  const first = 1 + Math.max(0, ...ids);
  return places.map(({ name, state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    const place = `sheetId="${first + index}"${hidden} xmlns:r="${types}" r:id="${relations[index] ?? ''}"`;
    return `<sheet name="${attributeText(name)}" ${place}/>`;
  });
}
