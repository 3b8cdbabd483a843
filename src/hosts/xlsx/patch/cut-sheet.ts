import { cutPart, type PartPiece } from './cut-part';
import { type Tag } from './tag';
import { TagReader } from './tag-reader';

/** A piece of a worksheet: a head that ends with the start tag of `sheetData`, a band of rows, or the tail. */
export type SheetPiece = PartPiece;

/** Cuts the text of a worksheet part between its rows. */
export function cutSheet(chunks: AsyncIterable<string>): AsyncGenerator<SheetPiece> {
  return cutPart(chunks, { root: 'worksheet', list: 'sheetData', item: 'row' });
}

/**
 * Calls for each child of a worksheet in a head or in a tail, but for its cells. A call may read its child or leave it. Gives
 * the tag at which it ends: in a head with cells that of `sheetData`.
 */
export function eachChild({ kind, text }: SheetPiece, call: (reader: TagReader) => void): Tag {
  const reader = new TagReader(text);
  if (kind === 'head') reader.root('worksheet');
  else if (/^<\/(?:[\w.-]+:)?sheetData[\s>]/.test(text)) reader.next();
  while (reader.next() && !reader.is('sheetData')) {
    call(reader);
    reader.skip();
  }
  return reader;
}
