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
  const reader = new TagReader(part);
  const added = new Map<string, number>();
  let known = 0;
  reader.root('sst');
  const { name, prefix, kind, end } = reader;
  reader.children(() => {
    if (reader.is('si')) known += 1;
    reader.skipFlat();
  });
  const at = reader.start;
  return {
    numberOf: (text) => {
      let number = added.get(text);
      if (number === undefined) added.set(text, (number = known + added.size));
      return number;
    },
    write: () => {
      if (added.size === 0) return part;
      const items = Array.from(
        added.keys(),
        (text) => `<${prefix}si><${prefix}t xml:space="preserve">${cellText(text)}</${prefix}t></${prefix}si>`,
      ).join('');
      // The two counts are optional, and the number of uses is not known here.
      const start = part
        .slice(0, end)
        .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s+count="\d+"/, '$1')
        .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s+uniqueCount="\d+"/, '$1');
      return kind === 'empty'
        ? `${start.slice(0, -2)}>${items}</${name}>`
        : `${start}${part.slice(end, at)}${items}${part.slice(at)}`;
    },
  };
}
