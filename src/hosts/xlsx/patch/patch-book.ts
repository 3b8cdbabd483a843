import { type GrownFilter } from './patch-sheet';
import { setAttribute } from './set-attribute';
import { Splice } from './splice';
import { TagReader } from './tag-reader';
import { unescapeXml } from './xml-text';

export interface SheetPlace {
  readonly name: string;
  /** number that other places of the book know it by: 0 for the first tab */
  readonly tab: number;
  /** id of the relationship that leads to its part */
  readonly relation: string;
  /** `hidden` or `veryHidden` where it is */
  readonly state: string | undefined;
}

export function readSheetPlaces(book: string): SheetPlace[] {
  const reader = new TagReader(book);
  const places: SheetPlace[] = [];
  reader.root('workbook');
  while (reader.next()) {
    if (!reader.is('sheets') || reader.kind === 'empty') {
      reader.skip();
      continue;
    }
    while (reader.next()) {
      const relation = /:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(reader.attributes((name) => name.endsWith(':id')));
      const name = unescapeXml(reader.attribute('name') ?? '');
      const state = reader.attribute('state');
      places.push({ name, tab: places.length, relation: relation?.[1] ?? relation?.[2] ?? '', state });
      reader.skip();
    }
  }
  return places;
}

/** What may stand before `calcPr` (ECMA-376 part 1, 18.2.27); `sheets` is always there. */
const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];

/** Lets Excel calculate when it opens the book, and grows the hidden names of autofilters; `grown` is by tab. */
export function patchBook(book: string, grown: ReadonlyMap<number, readonly GrownFilter[]>): string {
  const reader = new TagReader(book);
  const out = new Splice(book);
  reader.root('workbook');
  const { prefix } = reader;
  let hasCalculation = false;
  let place = reader.end;
  while (reader.next()) {
    const isBefore = BEFORE_CALCULATION.some((name) => reader.is(name));
    if (reader.is('calcPr')) {
      hasCalculation = true;
      setAttribute(reader, out, 'fullCalcOnLoad', '1');
    }
    if (reader.is('definedNames') && reader.kind === 'open') growFilterNames(reader, out, grown);
    else reader.skip();
    if (isBefore) place = reader.end;
  }
  if (!hasCalculation) out.insert(place, `<${prefix}calcPr fullCalcOnLoad="1"/>`);
  return out.take();
}

/** Brings another tab in front; `tab` is counted from 0. */
export function setActiveTab(book: string, tab: number): string {
  const reader = new TagReader(book);
  const out = new Splice(book);
  reader.root('workbook');
  const { prefix } = reader;
  let isSet = false;
  reader.children(() => {
    if (reader.is('bookViews'))
      reader.children(() => {
        if (!isSet) setAttribute(reader, out, 'activeTab', String(tab));
        isSet = true;
      });
    if (!reader.is('sheets') || isSet) return;
    out.insert(reader.start, `<${prefix}bookViews><${prefix}workbookView activeTab="${tab}"/></${prefix}bookViews>`);
  });
  return out.take();
}

/** Number of the tab in front, counted from 0. */
export function activeTab(book: string): number {
  const reader = new TagReader(book);
  let tab: number | undefined;
  reader.root('workbook');
  reader.children(() => {
    if (reader.is('bookViews')) reader.children(() => (tab ??= Number(reader.attribute('activeTab') ?? 0)));
  });
  return tab ?? 0;
}

/** Excel and LibreOffice keep the range of an autofilter a second time, as a hidden name of its sheet. */
function growFilterNames(reader: TagReader, out: Splice, grown: ReadonlyMap<number, readonly GrownFilter[]>): void {
  while (reader.next()) {
    const isFilter = reader.attribute('name') === '_xlnm._FilterDatabase';
    const growths = isFilter ? grown.get(Number(reader.attribute('localSheetId') ?? Number.NaN)) : undefined;
    const from = reader.end;
    reader.skip();
    let range = reader.text.slice(from, Math.max(from, reader.start));
    for (const growth of growths ?? []) {
      range = range.replace(/\d+$/, (row) => (Number(row) === growth.from + 1 ? String(growth.to + 1) : row));
    }
    if (growths !== undefined) out.replace(from, Math.max(from, reader.start), range);
  }
}
