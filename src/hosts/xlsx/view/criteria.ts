import type { SheetView } from '../../../core/book-view';
import type { TagReader } from '../patch/tag-reader';
import { unescapeXml } from '../patch/xml-text';

/** What an autofilter leaves, by column of the sheet. */
export type Criteria = NonNullable<SheetView['filterColumns']>;

/** Reads the criteria of the autofilter that the reader stands at, whose range begins with a column. */
export function readCriteria(reader: TagReader, first: number): Criteria {
  const criteria = new Map<number, readonly string[] | 'other'>();
  reader.children(() => {
    if (!reader.is('filterColumn')) return;
    const column = first + Number(reader.attribute('colId'));
    reader.children(() => criteria.set(column, reader.is('filters') ? readTexts(reader) : 'other'));
  });
  return criteria;
}

/** The texts that are left; parts of dates are a matter of the program that chose them. */
function readTexts(reader: TagReader): readonly string[] | 'other' {
  const texts = reader.isOn('blank') ? [''] : [];
  let isOther = reader.find('calendarType');
  reader.children(() => {
    if (reader.is('filter')) texts.push(unescapeXml(reader.attribute('val') ?? ''));
    else isOther = true;
  });
  return isOther ? 'other' : texts;
}
