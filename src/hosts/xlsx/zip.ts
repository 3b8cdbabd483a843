import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter, type Entry } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** What is thrown for a file that cannot be read or changed safely; the caller makes a refusal of it. */
export function damaged(what: string): Error {
  return new Error(`The file cannot be read: ${what}.`);
}

/** New content of parts by name, in chunks as it was made; undefined takes a part away. */
export type Replacements = ReadonlyMap<string, readonly Uint8Array[] | undefined>;

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
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
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

async function writeZip(entries: readonly Entry[], replacements: Replacements): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false });
  const parts = new Map([...replacements].map(([name, content]) => [keyOf(name), content]));
  for (const entry of entries) {
    if (entry.directory) continue;
    const { filename, uncompressedSize, crc32, compressionMethod, lastModDate } = entry;
    const name = keyOf(filename);
    const content = parts.get(name);
    if (content !== undefined) {
      await writer.add(filename, streamOf(content), { lastModDate });
    } else if (!parts.has(name)) {
      const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
      await writer.add(filename, new Uint8ArrayReader(packed), {
        passThrough: true,
        uncompressedSize,
        crc32: crc32 ?? 0,
        compressionMethod,
        lastModDate,
      });
    }
  }
  const there = new Set(entries.map(({ filename }) => keyOf(filename)));
  const lastModDate = entries[0]?.lastModDate;
  for (const [name, content] of replacements) {
    if (content === undefined || there.has(keyOf(name))) continue;
    await writer.add(name, streamOf(content), lastModDate === undefined ? {} : { lastModDate });
  }
  return writer.close();
}

/** One chunk at a time, when it is asked for: so that packing never holds a second copy of a large part. */
function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream(
    {
      pull: (controller) => {
        const chunk = chunks[next];
        next += 1;
        if (chunk === undefined) controller.close();
        else controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}
