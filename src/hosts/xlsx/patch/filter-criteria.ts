import { type Criteria } from './edited-cells';
import { setAttribute } from './set-attribute';
import { type Splice } from './splice';
import { type TagReader } from './tag-reader';
import { attributeText, unescapeXml } from './xml-text';

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

/** Writes the criteria of the autofilter that the reader stands at; those that say the same as before stay as they are. */
export function patchCriteria(reader: TagReader, out: Splice, first: number, criteria: Criteria): void {
  const { start, end, kind, name, prefix } = reader;
  const kept = new Map<number, string>();
  let behind = end;
  const old = readCriteria(reader, first);
  reader.moveTo(start);
  reader.next();
  reader.children(() => {
    if (!reader.is('filterColumn')) return;
    const from = reader.start;
    const column = first + Number(reader.attribute('colId'));
    reader.skip();
    behind = reader.end;
    const now = criteria.get(column);
    if (now === 'other' || sameTexts(now, old.get(column))) kept.set(column, reader.text.slice(from, behind));
  });
  const columns = [...criteria].sort(([a], [b]) => a - b);
  const written = columns.map(
    ([column, texts]) => kept.get(column) ?? (texts === 'other' ? '' : writeTexts(prefix, column - first, texts)),
  );
  if (written.join('') === reader.text.slice(end, behind)) return;
  if (kind === 'empty') out.replace(end - 2, end, `>${written.join('')}</${name}>`);
  else out.replace(end, behind, written.join(''));
}

function sameTexts(a: readonly string[] | 'other' | undefined, b: typeof a): boolean {
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((text) => b.includes(text));
}

function writeTexts(prefix: string, column: number, texts: readonly string[]): string {
  const blank = texts.includes('') ? ' blank="1"' : '';
  const filters = texts
    .filter((text) => text !== '')
    .map((text) => `<${prefix}filter val="${attributeText(text)}"/>`)
    .join('');
  return `<${prefix}filterColumn colId="${column}"><${prefix}filters${blank}>${filters}</${prefix}filters></${prefix}filterColumn>`;
}

/** Says in the properties of the sheet, at which the reader stands, that rows are left out or that none are. */
export function setFilterMode(reader: TagReader, out: Splice, isOn: boolean): void {
  if (isOn !== reader.isOn('filterMode')) setAttribute(reader, out, 'filterMode', isOn ? '1' : '0');
}
