import { damaged } from './damaged';
import { packText, writeZip } from './write-zip';
import { readZip, unpackText, type ZipEntry } from './read-zip';
import { TagReader } from './tag-reader';
import { unescapeXml } from './xml-text';

/** A relationship of a part. */
export interface Relation {
  readonly id: string;
  /** last step of the type, which is the same in transitional and strict files */
  readonly type: string;
  /** name of the part that it leads to */
  readonly part: string;
}

/** The parts of an Open XML package by name. Names are compared without regard to case (ECMA-376 part 2, 6.2.2). */
export class Parts {
  private readonly entries: (ZipEntry | undefined)[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(bytes: Uint8Array) {
    if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)) throw new Error('encrypted');
    const entries = readZip(bytes);
    this.entries = entries;
    this.places = new Map(entries.map(({ name }, index) => [keyOf(name), index]));
    if (entries.some(({ name }) => keyOf(name).startsWith('_xmlsignatures/'))) throw new Error('signed');
  }

  has(name: string): boolean {
    return this.places.has(keyOf(name));
  }

  entry(name: string): ZipEntry {
    const entry = this.entries[this.place(name)];
    if (entry === undefined) throw damaged(`its part ${name} is missing`);
    return entry;
  }

  text(name: string): string {
    return unpackText(this.entry(name));
  }

  put(name: string, packed: ZipEntry): void {
    this.entries[this.place(name)] = packed;
  }

  /** Writes a part anew if the text is another. */
  change(name: string, change: (text: string) => string): void {
    const entry = this.entry(name);
    const before = unpackText(entry);
    const after = change(before);
    if (after !== before) this.put(name, packText(entry, after));
  }

  remove(name: string): void {
    this.entries[this.place(name)] = undefined;
  }

  toZip(): Uint8Array {
    return writeZip(this.entries.filter((entry) => entry !== undefined));
  }

  private place(name: string): number {
    return this.places.get(keyOf(name)) ?? -1;
  }
}

/** Name of the part that holds the relationships of a part; `''` is the package itself. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part, read from the text of its relations part. */
export function readRelations(text: string, part: string): Relation[] {
  const reader = new TagReader(text);
  const relations: Relation[] = [];
  reader.root('Relationships');
  while (reader.next()) {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => unescapeXml(reader.attribute(name) ?? ''));
    reader.skip();
    if (id === undefined || type === undefined || target === undefined) continue;
    const last = type.slice(type.lastIndexOf('/') + 1);
    relations.push({ id, type: last, part: resolve(target, part) });
  }
  return relations;
}

/** Targets are absolute (`/xl/x.xml`) or begin in the folder of the part (`x.xml`, `../x.xml`). */
function resolve(target: string, part: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}
