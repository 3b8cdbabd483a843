import { type Range, rangeOf } from './address';
import { damaged } from '../zip';
import { TagReader } from './tag-reader';

/** Value of an attribute that holds a range, and where in the text it stands. */
export interface PlacedRange {
  readonly from: number;
  readonly to: number;
  readonly range: Range;
}

export interface SheetOutline {
  readonly dimension: PlacedRange | undefined;
  readonly autoFilter: PlacedRange | undefined;
  /** by column counted from 0, where a style is set for the whole column */
  readonly columnStyle: (column: number) => string | undefined;
  /** where the elements begin that tell of tab, panes, columns and filter, by name */
  readonly starts: ReadonlyMap<string, number>;
  /** where to begin to read so that the next tag is the start tag of `sheetData` */
  readonly cells: number;
}

/** Where the few things of a worksheet stand that a change of its cells has to do with. */
export function outlineSheet(text: string): SheetOutline {
  const reader = new TagReader(text);
  reader.root('worksheet');
  let dimension: PlacedRange | undefined;
  let autoFilter: PlacedRange | undefined;
  let columnStyle: SheetOutline['columnStyle'] = () => undefined;
  const starts = new Map<string, number>();
  let cells: number | undefined;
  while (reader.next()) {
    if (reader.is('sheetData')) {
      cells = reader.start;
      reader.skipFlat();
      continue;
    }
    starts.set(reader.local, reader.start);
    if (reader.is('dimension')) dimension = placedRange(reader);
    if (reader.is('autoFilter')) autoFilter = placedRange(reader);
    if (reader.is('cols') && reader.kind === 'open') columnStyle = readColumnStyles(reader);
    else reader.skip();
  }
  if (cells === undefined) throw damaged('a sheet has no place for cells');
  return { dimension, autoFilter, columnStyle, starts, cells };
}

function placedRange(reader: TagReader): PlacedRange | undefined {
  const ref = reader.attribute('ref');
  const range = ref === undefined ? undefined : rangeOf(ref);
  return range && { from: reader.from, to: reader.to, range };
}

function readColumnStyles(reader: TagReader): SheetOutline['columnStyle'] {
  const styles: { first: number; last: number; style: string | undefined }[] = [];
  while (reader.next()) {
    const [first, last] = [Number(reader.attribute('min')) - 1, Number(reader.attribute('max')) - 1];
    styles.push({ first, last, style: reader.attribute('style') });
    reader.skip();
  }
  return (column) => styles.find(({ first, last }) => first <= column && column <= last)?.style;
}
