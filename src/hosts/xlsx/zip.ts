import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** Parts of a zip by path; undefined takes the part away, a path that is not there adds it. */
export type Replacements = ReadonlyMap<string, Uint8Array | undefined>;

/** A zip that is open for reading: names in their order, content on demand. */
export interface OpenZip {
  readonly names: readonly string[];
  read(name: string): Promise<Uint8Array | undefined>;
  text(name: string): Promise<string | undefined>;
  /** The same zip with some parts replaced; the others are copied as they are, without unpacking. */
  replace(parts: Replacements): Promise<Uint8Array>;
}

/** Opens a zip; throws where the bytes are none. Packing runs at the platform's native speed. */
export async function openZip(bytes: Uint8Array): Promise<OpenZip> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const read = async (name: string): Promise<Uint8Array | undefined> => {
    const entry = entries.find(({ filename }) => filename === name);
    return entry === undefined || entry.directory ? undefined : entry.getData(new Uint8ArrayWriter());
  };
  return {
    names: entries.map(({ filename }) => filename),
    read,
    text: async (name) => {
      const part = await read(name);
      return part === undefined ? undefined : new TextDecoder().decode(part);
    },
    replace: async (parts) => {
      const writer = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false, level: 6 });
      for (const entry of entries) {
        if (entry.directory) continue;
        const { filename, uncompressedSize, crc32, compressionMethod, lastModDate } = entry;
        if (parts.has(filename)) {
          const part = parts.get(filename);
          if (part !== undefined) await writer.add(filename, new Uint8ArrayReader(part), { lastModDate });
        } else {
          const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
          await writer.add(filename, new Uint8ArrayReader(packed), { passThrough: true, uncompressedSize, crc32: crc32 ?? 0, compressionMethod, lastModDate });
        }
      }
      for (const [name, part] of parts) {
        if (part !== undefined && !entries.some(({ filename }) => filename === name)) await writer.add(name, new Uint8ArrayReader(part));
      }
      return writer.close();
    },
  };
}
