import { type GraftedStyles } from './graft-styles';
import { Splice } from './splice';
import { TagReader } from './tag-reader';

/** The text of a worksheet that goes into another file, with the numbers that its styles and texts have there. */
export function graftSheet(text: string, styles: GraftedStyles, firstText: number): string {
  const reader = new TagReader(text);
  const out = new Splice(text);
  const renumber = (attribute: string, number: (old: string) => string): void => {
    if (reader.find(attribute)) out.replace(reader.from, reader.to, number(text.slice(reader.from, reader.to)));
  };
  const cell = (): void => {
    renumber('s', styles.cellStyle);
    if (reader.attribute('t') !== 's') return;
    reader.children(() => {
      const from = reader.end;
      reader.skip();
      out.replace(from, reader.start, String(Number(text.slice(from, reader.start)) + firstText));
    });
  };
  reader.root('worksheet');
  reader.children(() => {
    if (reader.is('cols')) reader.children(() => renumber('style', styles.cellStyle));
    else if (reader.is('conditionalFormatting')) reader.children(() => renumber('dxfId', styles.differential));
    else if (reader.is('sheetData'))
      reader.children(() => {
        renumber('s', styles.cellStyle);
        reader.children(cell);
      });
  });
  return out.take();
}
