import { cutPart } from '../patch/cut-part';
import { TagReader } from '../patch/tag-reader';
import { unescapeCell } from '../patch/xml-text';

/** Reads the texts that cells name by number. */
export async function readTexts(chunks: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = [];
  for await (const { kind, text } of cutPart(chunks, { root: 'sst', list: 'sst', item: 'si' })) {
    if (kind === 'items') for (const item of copied(itemsOf(text))) texts.push(item);
  }
  return texts;
}

/** Texts that do not keep the one they were cut out of in memory. */
function copied(texts: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(texts)) as string[];
}

function itemsOf(text: string): string[] {
  const reader = new TagReader(text);
  const items: string[] = [];
  while (reader.nextOfPiece()) {
    if (reader.is('si')) items.push(readText(reader));
    else reader.skip();
  }
  return items;
}

/** The text of a `si` or `is`, whole or in runs of different looks; hints how it is spoken are no part of it. */
export function readText(reader: TagReader): string {
  let whole = '';
  const runs: string[] = [];
  reader.children(() => {
    if (reader.is('t')) whole = unescapeCell(reader.content());
    if (!reader.is('r')) return;
    runs.push('');
    reader.children(() => {
      if (reader.is('t')) runs.push(unescapeCell(reader.content()));
    });
  });
  return runs.length > 0 ? runs.join('') : whole;
}
