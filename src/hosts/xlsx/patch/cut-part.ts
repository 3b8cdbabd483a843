import { damaged } from '../damaged';
import { TagReader } from './tag-reader';

/**
 * A piece of a part that is mostly one long list: one head, up to behind the start tag of the list; bands of whole items;
 * and one tail, which begins with the end tag. A part without the list is all head.
 */
export interface PartPiece {
  readonly kind: 'head' | 'items' | 'tail';
  readonly text: string;
}

/** The root of the part, the list in it, which may be the root itself, and what the list is of. */
interface LongList {
  readonly root: string;
  readonly list: string;
  readonly item: string;
}

/** Characters of a band, about. Larger ones are slower: what is made of them outlives V8's young generation. */
const BAND = 1 << 18;

/** Cuts a text that comes in pieces of any size between its items. Together the pieces are the text. */
export async function* cutPart(chunks: AsyncIterable<string>, long: LongList): AsyncGenerator<PartPiece> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const { head, rest, opened } = await readHead(source, long);
    yield { kind: 'head', text: head };
    if (opened === undefined) return;
    const behind = opened.isEmpty ? rest : yield* cutItems(source, rest, opened, long.item);
    yield { kind: 'tail', text: await gather(source, Number.POSITIVE_INFINITY, behind) };
  } finally {
    // A source that is left half-way still holds on to its zip.
    await source.return?.();
  }
}

/** Gives the text from the end tag of the list on, as far as it was read. */
async function* cutItems(
  source: AsyncIterator<string>,
  rest: string,
  { name, prefix }: Opened,
  item: string,
): AsyncGenerator<PartPiece, string> {
  let text = rest;
  for (;;) {
    const length = text.length;
    text = await gather(source, Math.max(BAND, length), text);
    let end = text.indexOf(`</${name}`);
    const isPlain = !hasMark(text, end);
    if (!isPlain) {
      // A comment or CDATA may hold what looks like an item.
      text = await gather(source, Number.POSITIVE_INFINITY, text);
      const reader = new TagReader(text);
      reader.leave(name);
      end = reader.start;
    }
    if (end < 0 && text.length === length) throw damaged('its XML ends too early');
    const cut = end < 0 ? text.lastIndexOf(`<${prefix}${item}`) : end;
    if (cut > 0) yield { kind: 'items', text: text.slice(0, cut) };
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

/**
 * A text with so many characters more, or a few more than that; fewer at the end. Who finds no cut asks for as many again, so
 * that nothing is searched often.
 */
async function gather(source: AsyncIterator<string>, wanted: number, text: string): Promise<string> {
  const texts = [text];
  for (let length = 0; length < wanted;) {
    const next = await source.next();
    if (next.done === true) break;
    texts.push(next.value);
    length += next.value.length;
  }
  return texts.join('');
}

/** The start tag of the list. */
interface Opened {
  readonly name: string;
  readonly prefix: string;
  readonly isEmpty: boolean;
}

async function readHead(
  source: AsyncIterator<string>,
  long: LongList,
): Promise<{ head: string; rest: string; opened?: Opened }> {
  const start = new RegExp(`<(?:[\\w.-]+:)?${long.list}[\\s/>]`);
  let text = '';
  for (;;) {
    const length = text.length;
    text = await gather(source, Math.max(1, length), text);
    if (text.length > length && !start.test(text)) continue;
    const reader = new TagReader(text);
    try {
      if (!goToList(reader, long)) return { head: text, rest: '' };
      const { name, prefix, kind, end } = reader;
      return { head: text.slice(0, end), rest: text.slice(end), opened: { name, prefix, isEmpty: kind === 'empty' } };
    } catch (fault) {
      // What looked like the tag may be part of a comment that goes on.
      if (text.length === length) throw fault;
    }
  }
}

/** Goes to the start tag of the list; false where there is none. */
function goToList(reader: TagReader, { root, list }: LongList): boolean {
  reader.root(root);
  if (list === root) return true;
  while (reader.next()) {
    if (reader.is(list)) return true;
    reader.skip();
  }
  return false;
}
