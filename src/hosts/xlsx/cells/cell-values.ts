import { BLANK, NO_RESULT, type Cell } from '../../../core/kernel/cell';
import type { OpenBook } from '../patch/open-parts';
import { TagReader } from '../patch/tag-reader';
import { unescapeCell } from '../patch/xml-text';
import { dateOfSerial, readDateStyles } from './date-styles';
import { dayText } from './day-text';
import { readTexts } from './read-texts';

/** What the file says of a cell, in its own words. */
export interface WrittenCell {
  /** attribute `t`; blank where there is none */
  readonly type: string;
  readonly style: number;
  /** content of `v` */
  readonly value: string;
  /** content of `is` */
  readonly inline: string;
  readonly hasFormula: boolean;
}

/** What stands in a cell, given what the file says of it. A date becomes the text that the sheet shows elsewhere. */
export type ValueOf = (cell: WrittenCell) => Cell;

export async function readValues(book: OpenBook): Promise<ValueOf> {
  const { parts, relations } = book;
  const partOf = (kind: string): string | undefined => {
    const part = relations.find(({ type }) => type === kind)?.part;
    return part !== undefined && parts.has(part) ? part : undefined;
  };
  const [styles, shared] = [partOf('styles'), partOf('sharedStrings')];
  const texts = shared === undefined ? [] : await readTexts(parts.chunks(shared));
  const isDate = readDateStyles(styles === undefined ? undefined : await parts.text(styles));
  const is1904 = countsFrom1904(await parts.text(book.book));
  return ({ type, style, value, inline, hasFormula }) => {
    switch (type) {
      case 's':
        return value === '' ? BLANK : (texts[Number(value)] ?? BLANK);
      case 'str':
        return unescapeCell(value);
      case 'inlineStr':
        return inline;
      case 'b':
        return value === '1' || value.toLowerCase() === 'true';
      case 'e':
        return value;
      default:
    }
    // A formula without a result must not look like a blank cell.
    if (value === '') return hasFormula ? NO_RESULT : BLANK;
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    return isDate(style) ? dayText(dateOfSerial(number, is1904)) : number;
  };
}

function countsFrom1904(workbook: string): boolean {
  const reader = new TagReader(workbook);
  let is1904 = false;
  reader.root('workbook');
  reader.children(() => {
    if (reader.is('workbookPr')) is1904 = reader.isOn('date1904');
  });
  return is1904;
}
