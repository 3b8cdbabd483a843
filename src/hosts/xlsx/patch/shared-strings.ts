import { withPrefix } from './append-children';
import { cutPart } from './cut-part';
import { TagReader } from './tag-reader';
import { cellText } from './xml-text';

/** Where texts of many cells are kept once: `xl/sharedStrings.xml`. Cells that name a text by number are read a fifth faster. */
export interface SharedStrings {
  /** number of the text in the part */
  numberOf(text: string): number;
  /** whether a text was asked for that must be added */
  isChanged(): boolean;
  /** the part with the texts that were asked for added to it */
  write(): AsyncGenerator<string>;
}

const TEXTS = { root: 'sst', list: 'sst', item: 'si' };

/** Continues the part of a file; `chunks` gives it anew each time. */
export async function sharedStrings(chunks: () => AsyncIterable<string>): Promise<SharedStrings> {
  let count = 0;
  for await (const { kind, text } of cutPart(chunks(), TEXTS)) if (kind === 'items') count += countItems(text);
  const added = new Map<string, number>();
  return {
    numberOf: (text) => {
      let number = added.get(text);
      if (number === undefined) added.set(text, (number = count + added.size));
      return number;
    },
    isChanged: () => added.size > 0,
    write: () => withTexts(chunks(), added.keys()),
  };
}

async function* withTexts(chunks: AsyncIterable<string>, added: Iterable<string>): AsyncGenerator<string> {
  const items = Array.from(added, (text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`).join('');
  let opened: Outline | undefined;
  for await (const { kind, text } of cutPart(chunks, TEXTS)) {
    if (kind === 'head') {
      opened = outlineTexts(text, true);
      yield startOf(text, opened);
    } else if (kind === 'items' || opened === undefined) yield text;
    else {
      yield withPrefix(items, opened.prefix);
      yield opened.isEmpty ? `</${opened.name}>${text}` : text;
    }
  }
}

function countItems(band: string): number {
  const reader = new TagReader(band);
  let count = 0;
  while (reader.nextOfPiece()) {
    if (reader.is('si')) count += 1;
    reader.skipFlat();
  }
  return count;
}

/** The part with all texts of another one, which is written without prefixes, behind its own; `first` is the number of the first of them. */
export function addTexts(part: string, other: string): { text: string; first: number } {
  const outline = outlineTexts(part);
  const { inside, end } = outlineTexts(other);
  return { text: withItems(part, outline, other.slice(inside, end)), first: outline.count };
}

/** Where the texts stand in a part, from behind its start tag to its end tag. */
interface Outline {
  readonly count: number;
  readonly prefix: string;
  readonly name: string;
  readonly isEmpty: boolean;
  readonly inside: number;
  readonly end: number;
}

/** `isHead` says that the part is its start tag alone, with what stands before it. */
function outlineTexts(part: string, isHead = false): Outline {
  const reader = new TagReader(part);
  let count = 0;
  reader.root('sst');
  const { name, prefix, kind, end: inside } = reader;
  if (isHead) return { count, prefix, name, isEmpty: kind === 'empty', inside, end: inside };
  reader.children(() => {
    if (reader.is('si')) count += 1;
    reader.skipFlat();
  });
  const isEmpty = kind === 'empty';
  return { count, prefix, name, isEmpty, inside, end: isEmpty ? inside : reader.start };
}

function withItems(part: string, outline: Outline, items: string): string {
  const { prefix, name, isEmpty, inside, end } = outline;
  const added = withPrefix(items, prefix);
  const start = startOf(part, outline);
  return isEmpty
    ? `${start}${added}</${name}>${part.slice(end)}`
    : `${start}${part.slice(inside, end)}${added}${part.slice(end)}`;
}

/** Up to behind the start tag. Its two counts are optional, and the number of uses is not known here. */
function startOf(part: string, { isEmpty, inside }: Outline): string {
  const start = part
    .slice(0, inside)
    .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s+count="\d+"/, '$1')
    .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s+uniqueCount="\d+"/, '$1');
  return isEmpty ? `${start.slice(0, -2)}>` : start;
}
