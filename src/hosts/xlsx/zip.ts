import {
  configure,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** What is thrown for a file that cannot be read or changed safely; the caller makes a refusal of it. */
export function damaged(what: string): Error {
  return new Error(`The file cannot be read: ${what}.`);
}

/** New content of parts by name, packed as it was made; undefined takes a part away. */
export type Replacements = ReadonlyMap<string, PackedPart | undefined>;

/** A part that waits packed for its zip: what was made of a large sheet is never in memory as a whole. */
export interface PackedPart {
  text(): Promise<string>;
  /** of the one entry of a zip of its own */
  entry(): Promise<FileEntry>;
}

/** Packs what is added to it. */
export interface PartPacker {
  add(chunk: Uint8Array): Promise<void>;
  end(): Promise<PackedPart>;
}

/** A zip that is open for reading: names in their order, content on demand. Names are compared without regard to case (ECMA-376 part 2, 6.2.2). */
export interface OpenZip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part as text; its check sum is proved, as a new one will stand for what was read. */
  text(name: string): Promise<string>;
  /** The same zip with some parts replaced and new ones behind them; the others are copied as they are, without unpacking. */
  replace(parts: Replacements): Promise<Uint8Array>;
}

/** V8 holds at most 2^29 - 24 characters in one string. */
const LONGEST = 500_000_000;

/** First bytes of the older container that Office wraps around a workbook with a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a zip; throws where the bytes are none. Packing runs at the platform's native speed. */
export async function openZip(bytes: Uint8Array): Promise<OpenZip> {
  if (OLE2.every((byte, index) => bytes[index] === byte)) throw new Error('encrypted');
  const entries = await readEntries(bytes);
  const byName = new Map(entries.map((entry) => [keyOf(entry.filename), entry]));
  return {
    names: entries.map(({ filename }) => filename),
    has: (name) => byName.has(keyOf(name)),
    text: async (name) => {
      const entry = byName.get(keyOf(name));
      if (entry === undefined || entry.directory) throw damaged(`its part ${name} is missing`);
      if (entry.encrypted) throw damaged(`its part ${name} is locked by a password`);
      if (entry.uncompressedSize > LONGEST)
        throw damaged(`its part ${name} is larger than ${String(LONGEST / 1e6)} MB`);
      const content = await unpack(entry);
      try {
        return decode(content);
      } catch {
        throw damaged(`its part ${name} is not UTF-8`);
      }
    },
    replace: (parts) => writeZip(entries, parts),
  };
}

async function readEntries(bytes: Uint8Array): Promise<Entry[]> {
  try {
    return await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  } catch {
    throw damaged('it is no zip file, as every .xlsx file is, or it is cut off');
  }
}

async function unpack(entry: Entry): Promise<Uint8Array> {
  try {
    if (!entry.directory) return await entry.getData(new Uint8ArrayWriter(), { checkSignature: true });
  } catch {
    // Told below: which fault it was does not help the user.
  }
  throw damaged(`its part ${entry.filename} is damaged`);
}

export function packPart(): PartPacker {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const added = zip.add('part', readable);
  // What fails is thrown by `end`.
  added.catch(() => undefined);
  const writer = writable.getWriter();
  return {
    add: async (chunk) => {
      await writer.ready;
      void writer.write(chunk).catch(() => undefined);
    },
    end: async () => {
      await writer.close();
      await added;
      const packed = await zip.close();
      const entry = async (): Promise<FileEntry> => {
        const [found] = await readEntries(packed);
        if (found === undefined || found.directory) throw new Error('A part was not packed.');
        return found;
      };
      return { entry, text: async () => decode(await unpack(await entry())) };
    },
  };
}

export async function packed(content: Uint8Array): Promise<PackedPart> {
  const part = packPart();
  await part.add(content);
  return part.end();
}

function decode(content: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  release(content);
  return text;
}

/** Gives the memory back at once: collecting garbage may wait until there are several times as much. */
function release({ buffer }: Uint8Array): void {
  if ('transfer' in buffer) (buffer as ArrayBuffer & { transfer(length: number): unknown }).transfer(0);
}

async function writeZip(entries: readonly Entry[], replacements: Replacements): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false });
  const parts = new Map([...replacements].map(([name, content]) => [keyOf(name), content]));
  for (const entry of entries) {
    if (entry.directory) continue;
    const { filename, lastModDate } = entry;
    const name = keyOf(filename);
    if (parts.has(name) && parts.get(name) === undefined) continue;
    await copyEntry(writer, filename, (await parts.get(name)?.entry()) ?? entry, lastModDate);
  }
  const there = new Set(entries.map(({ filename }) => keyOf(filename)));
  const lastModDate = entries[0]?.lastModDate;
  for (const [name, content] of replacements) {
    if (content === undefined || there.has(keyOf(name))) continue;
    await copyEntry(writer, name, await content.entry(), lastModDate);
  }
  return writer.close();
}

/** A packed part as it is, under this name. */
async function copyEntry(
  writer: ZipWriter<Uint8Array>,
  name: string,
  source: FileEntry,
  lastModDate: Date | undefined,
): Promise<void> {
  const { uncompressedSize, crc32 = 0, compressionMethod } = source;
  const content = await source.getData(new Uint8ArrayWriter(), { passThrough: true });
  const copied = { passThrough: true, uncompressedSize, crc32, compressionMethod };
  await writer.add(
    name,
    new Uint8ArrayReader(content),
    lastModDate === undefined ? copied : { ...copied, lastModDate },
  );
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}
