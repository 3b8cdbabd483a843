import { packed, type PackedPart } from '../pack-part';
import { openZip, type FileBytes, type OpenZip } from '../zip';
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

/** The parts of an Open XML package, with the changes that were made to them so far. */
export class Parts {
  private readonly changed = new Map<string, PackedPart | undefined>();

  private constructor(private readonly zip: OpenZip) {}

  static async open(file: FileBytes): Promise<Parts> {
    const zip = await openZip(file);
    if (zip.names.some((name) => name.toLowerCase().startsWith('_xmlsignatures/'))) throw new Error('signed');
    return new Parts(zip);
  }

  get isChanged(): boolean {
    return this.changed.size > 0;
  }

  has(name: string): boolean {
    return this.zip.has(name) || this.changed.get(name) !== undefined;
  }

  /** bytes, unpacked */
  size(name: string): number {
    return this.changed.get(name)?.size ?? this.zip.size(name);
  }

  async text(name: string): Promise<string> {
    return (this.changed.get(name) ?? this.zip).text(name);
  }

  /** The same in pieces, so that a large part is never in memory as a whole. */
  chunks(name: string): AsyncGenerator<string> {
    return (this.changed.get(name) ?? this.zip).chunks(name);
  }

  /** New content of a part; a part that is not there yet comes behind the others. */
  put(name: string, content: PackedPart): void {
    this.changed.set(name, content);
  }

  /** Writes a part anew if the text is another. */
  async change(name: string, change: (text: string) => string): Promise<void> {
    const before = await this.text(name);
    const after = change(before);
    if (after !== before) this.put(name, await packed(new TextEncoder().encode(after)));
  }

  remove(name: string): void {
    this.changed.set(name, undefined);
  }

  toZip(): Promise<Blob> {
    return this.zip.replace(this.changed);
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
