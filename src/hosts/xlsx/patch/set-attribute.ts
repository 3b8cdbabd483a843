import { type Splice } from './splice';
import { type TagReader } from './tag-reader';

/** Gives an attribute of the present tag this value, which needs no escapes. */
export function setAttribute(reader: TagReader, out: Splice, name: string, value: string): void {
  if (!reader.find(name)) out.insert(reader.start + 1 + reader.name.length, ` ${name}="${value}"`);
  else if (reader.text.slice(reader.from, reader.to) !== value) out.replace(reader.from, reader.to, value);
}
