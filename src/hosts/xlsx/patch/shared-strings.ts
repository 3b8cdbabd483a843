import { cellText } from './xml-text';

/** Where texts of many cells are kept once: `xl/sharedStrings.xml`. Cells that name a text by number are read a fifth faster. */
export interface SharedStrings {
  /** number of the text in the part */
  numberOf(text: string): number;
  /** the part with the texts that were asked for added to it */
  write(): string;
}

/** Continues the part of a file that our own author wrote: plain elements, no prefix. */
export function sharedStrings(part: string): SharedStrings {
  const known = part.split('<si>').length - 1;
  const added = new Map<string, number>();
  return {
    numberOf: (text) => {
      let number = added.get(text);
      if (number === undefined) added.set(text, (number = known + added.size));
      return number;
    },
    write: () => {
      if (added.size === 0) return part;
      const items = Array.from(added.keys(), (text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`);
      // The two counts are optional, and the number of uses is not known here.
      return part
        .replace(/(<sst\b[^>]*?)\s+count="\d+"/, '$1')
        .replace(/(<sst\b[^>]*?)\s+uniqueCount="\d+"/, '$1')
        .replace(/<\/sst>\s*$/, () => `${items.join('')}</sst>`);
    },
  };
}
