import { Splice } from './splice';
import { TagReader } from './tag-reader';

/** The text without the children of its root that are named; the reader stands at the start tag of each. */
export function removeElements(text: string, isNamed: (reader: TagReader) => boolean): string {
  const reader = new TagReader(text);
  const out = new Splice(text);
  reader.next();
  while (reader.next()) {
    const { start } = reader;
    const goes = isNamed(reader);
    reader.skip();
    if (goes) out.replace(start, reader.end, '');
  }
  return out.take();
}
