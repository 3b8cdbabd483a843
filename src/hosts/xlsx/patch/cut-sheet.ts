import { damaged } from '../zip';
import { type Tag } from './tag';
import { TagReader } from './tag-reader';

/**
 * A piece of a worksheet part: one head, up to behind the start tag of `sheetData`; bands of whole rows; and one tail,
 * which begins with the end tag. A part without cells is all head.
 */
export interface SheetPiece {
  readonly kind: 'head' | 'rows' | 'tail';
  readonly text: string;
}

/** Characters of a band of rows, about. Larger ones are slower: what is made of them outlives V8's young generation. */
const BAND = 1 << 18;

/** Cuts the text of a worksheet part, which comes in pieces of any size, between its rows. Together the pieces are the text. */
export async function* cutSheet(chunks: AsyncIterable<string>): AsyncGenerator<SheetPiece> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const { head, rest, opened } = await readHead(source);
    yield { kind: 'head', text: head };
    if (opened === undefined) return;
    const behind = opened.isEmpty ? rest : yield* cutRows(source, rest, opened);
    yield { kind: 'tail', text: behind + (await gather(source, Number.POSITIVE_INFINITY)) };
  } finally {
    // A source that is left half-way still holds on to its zip.
    await source.return?.();
  }
}

/** Gives the text from the end tag of `sheetData` on, as far as it was read. */
async function* cutRows(
  source: AsyncIterator<string>,
  rest: string,
  { name, prefix }: Opened,
): AsyncGenerator<SheetPiece, string> {
  let text = rest;
  for (;;) {
    const more = await gather(source, Math.max(BAND, text.length));
    text += more;
    let end = text.indexOf(`</${name}`);
    const isPlain = !hasMark(text, end);
    if (!isPlain) {
      // A comment or CDATA may hold what looks like a row.
      text += await gather(source, Number.POSITIVE_INFINITY);
      const reader = new TagReader(text);
      reader.leave(name);
      end = reader.start;
    }
    if (end < 0 && more === '') throw damaged('its XML ends too early');
    const cut = end < 0 ? text.lastIndexOf(`<${prefix}row`) : end;
    if (cut > 0) yield { kind: 'rows', text: text.slice(0, cut) };
    if (cut > 0) text = text.slice(cut);
    if (end >= 0) return text;
  }
}

/** Whether a comment, CDATA or an instruction begins before this place, -1 being the end. */
function hasMark(text: string, until: number): boolean {
  return ['<!', '<?'].some((mark) => {
    const at = text.indexOf(mark);
    return at >= 0 && (until < 0 || at < until);
  });
}

/** So many characters or a few more; fewer at the end. Who finds no cut asks for as many again, so that nothing is searched often. */
async function gather(source: AsyncIterator<string>, wanted: number): Promise<string> {
  const texts: string[] = [];
  for (let length = 0; length < wanted;) {
    const next = await source.next();
    if (next.done === true) break;
    texts.push(next.value);
    length += next.value.length;
  }
  return texts.join('');
}

/** The start tag of `sheetData`. */
interface Opened {
  readonly name: string;
  readonly prefix: string;
  readonly isEmpty: boolean;
}

async function readHead(source: AsyncIterator<string>): Promise<{ head: string; rest: string; opened?: Opened }> {
  let text = '';
  for (;;) {
    const more = await gather(source, Math.max(1, text.length));
    text += more;
    if (more !== '' && !/<(?:[\w.-]+:)?sheetData[\s/>]/.test(text)) continue;
    const reader = new TagReader(text);
    try {
      if (!goToCells(reader)) return { head: text, rest: '' };
      const { name, prefix, kind, end } = reader;
      return { head: text.slice(0, end), rest: text.slice(end), opened: { name, prefix, isEmpty: kind === 'empty' } };
    } catch (fault) {
      // What looked like the tag may be part of a comment that goes on.
      if (more === '') throw fault;
    }
  }
}

/** Goes to the start tag of `sheetData`; false where there is none. */
function goToCells(reader: TagReader): boolean {
  reader.root('worksheet');
  while (reader.next()) {
    if (reader.is('sheetData')) return true;
    reader.skip();
  }
  return false;
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
