import { withPrefix } from './append-children';
import { TagReader } from './tag-reader';
import { cellText } from './xml-text';

/** Where texts of many cells are kept once: `xl/sharedStrings.xml`. Cells that name a text by number are read a fifth faster. */
export interface SharedStrings {
  /** number of the text in the part */
  numberOf(text: string): number;
  /** the part with the texts that were asked for added to it */
  write(): string;
}

/** Continues the part of a file. */
export function sharedStrings(part: string): SharedStrings {
  const outline = outlineTexts(part);
  const added = new Map<string, number>();
  return {
    numberOf: (text) => {
      let number = added.get(text);
      if (number === undefined) added.set(text, (number = outline.count + added.size));
      return number;
    },
    write: () => {
      const items = Array.from(added.keys(), (text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`);
      return items.length === 0 ? part : withItems(part, outline, items.join(''));
    },
  };
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

function outlineTexts(part: string): Outline {
  const reader = new TagReader(part);
  let count = 0;
  reader.root('sst');
  const { name, prefix, kind, end: inside } = reader;
  reader.children(() => {
    if (reader.is('si')) count += 1;
    reader.skipFlat();
  });
  const isEmpty = kind === 'empty';
  return { count, prefix, name, isEmpty, inside, end: isEmpty ? inside : reader.start };
}

function withItems(part: string, { prefix, name, isEmpty, inside, end }: Outline, items: string): string {
  // The two counts are optional, and the number of uses is not known here.
  const start = part
    .slice(0, inside)
    .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s+count="\d+"/, '$1')
    .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s+uniqueCount="\d+"/, '$1');
  const added = withPrefix(items, prefix);
  return isEmpty
    ? `${start.slice(0, -2)}>${added}</${name}>`
    : `${start}${part.slice(inside, end)}${added}${part.slice(end)}`;
}
