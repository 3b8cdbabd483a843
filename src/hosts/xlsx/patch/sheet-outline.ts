import { type Range, rangeOf } from './address';
import { damaged } from '../damaged';
import { cutSheet, eachChild, type SheetPiece } from './cut-sheet';
import { type TagReader } from './tag-reader';

/** Value of an attribute that holds a range, and where in its piece of the part it stands. */
export interface PlacedRange {
  readonly from: number;
  readonly to: number;
  readonly range: Range;
}

interface CellsTag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly prefix: string;
  readonly isEmpty: boolean;
}

export interface SheetOutline {
  /** what stands before the rows, the start tag of `sheetData` with it, and where its elements begin, by name */
  readonly head: SheetPiece;
  readonly inHead: ReadonlyMap<string, number>;
  /** what stands behind the rows */
  readonly tail: SheetPiece;
  readonly inTail: ReadonlyMap<string, number>;
  /** the start tag of `sheetData` in the head */
  readonly cells: CellsTag;
  /** in the head */
  readonly dimension: PlacedRange | undefined;
  /** in the tail */
  readonly autoFilter: PlacedRange | undefined;
  /** by column counted from 0, where a style is set for the whole column */
  readonly columnStyle: (column: number) => string | undefined;
}

/** What stands before the rows of a worksheet part, the start tag of `sheetData` with it, and what stands behind them. */
export interface SheetEnds {
  readonly head: string;
  readonly tail: string;
}

/** Passes the rows unread. */
export async function endsOfSheet(chunks: AsyncIterable<string>): Promise<SheetEnds> {
  let [head, tail]: string[] = [];
  for await (const { kind, text } of cutSheet(chunks)) {
    if (kind === 'head') head = text;
    if (kind === 'tail') tail = text;
  }
  if (head === undefined || tail === undefined) throw damaged('a sheet has no place for cells');
  return { head, tail };
}

/** Where the few things of a worksheet stand that a change of its cells has to do with. */
export function outlineSheet(ends: SheetEnds): SheetOutline {
  const head: SheetPiece = { kind: 'head', text: ends.head };
  const tail: SheetPiece = { kind: 'tail', text: ends.tail };
  let dimension: PlacedRange | undefined;
  let autoFilter: PlacedRange | undefined;
  let columnStyle: SheetOutline['columnStyle'] = () => undefined;
  const inHead = new Map<string, number>();
  const { start, end, name, prefix, kind } = eachChild(head, (reader) => {
    inHead.set(reader.local, reader.start);
    if (reader.is('dimension')) dimension = placedRange(reader);
    if (reader.is('cols')) columnStyle = readColumnStyles(reader);
  });
  const inTail = new Map<string, number>();
  eachChild(tail, (reader) => {
    inTail.set(reader.local, reader.start);
    if (reader.is('autoFilter')) autoFilter = placedRange(reader);
  });
  const cells = { start, end, name, prefix, isEmpty: kind === 'empty' };
  return { head, inHead, tail, inTail, cells, dimension, autoFilter, columnStyle };
}

function placedRange(reader: TagReader): PlacedRange | undefined {
  const ref = reader.attribute('ref');
  const range = ref === undefined ? undefined : rangeOf(ref);
  return range && { from: reader.from, to: reader.to, range };
}

function readColumnStyles(reader: TagReader): SheetOutline['columnStyle'] {
  const styles: { first: number; last: number; style: string | undefined }[] = [];
  reader.children(() => {
    const [first, last] = [Number(reader.attribute('min')) - 1, Number(reader.attribute('max')) - 1];
    styles.push({ first, last, style: reader.attribute('style') });
  });
  return (column) => styles.find(({ first, last }) => first <= column && column <= last)?.style;
}
