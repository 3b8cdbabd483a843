import {
  BlobReader,
  configure,
  Uint8ArrayReader,
  ZipReader,
  ZipWriter,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js';
import { damaged } from './damaged';
import { PiecesWriter, type Packed, type PackedPart } from './pack-part';
import { joined, piecesIn, textsOf, type Bytes } from './part-texts';

// A part is unpacked while another is packed, and each takes the place of a worker, also where there is none.
configure({ useWebWorkers: false, maxWorkers: 16 });

/** A file in memory, or one that the platform need not hold there. */
export type FileBytes = Uint8Array | Blob;

/** All of it in memory. */
export async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** New content of parts by name, packed as it was made; undefined takes a part away. */
export type Replacements = ReadonlyMap<string, PackedPart | undefined>;

/** A zip that is open for reading: names in their order, content on demand. Names are compared without regard to case (ECMA-376 part 2, 6.2.2). */
export interface OpenZip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** bytes of the part, unpacked */
  size(name: string): number;
  /** The part as text; its check sum is proved, as a new one will stand for what was read. */
  text(name: string): Promise<string>;
  /** The same piece by piece, as it is unpacked; what is read before the last piece is not proved yet. */
  chunks(name: string): AsyncGenerator<string>;
  /** The same zip with some parts replaced and new ones behind them; the others are copied as they are, without unpacking. */
  replace(parts: Replacements): Promise<Blob>;
}

/** V8 holds at most 2^29 - 24 characters in one string. */
const LONGEST = 500_000_000;

/** First bytes of the older container that Office wraps around a workbook with a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a zip; throws where the bytes are none. Packing runs at the platform's native speed. */
export async function openZip(file: FileBytes): Promise<OpenZip> {
  const first = file instanceof Blob ? new Uint8Array(await file.slice(0, OLE2.length).arrayBuffer()) : file;
  if (OLE2.every((byte, index) => first[index] === byte)) throw new Error('encrypted');
  const entries = await readEntries(file);
  const byName = new Map(entries.map((entry) => [keyOf(entry.filename), entry]));
  const entryOf = (name: string): FileEntry => {
    const entry = byName.get(keyOf(name));
    if (entry === undefined || entry.directory) throw damaged(`its part ${name} is missing`);
    if (entry.encrypted) throw damaged(`its part ${name} is locked by a password`);
    if (entry.uncompressedSize > LONGEST) throw damaged(`its part ${name} is larger than ${String(LONGEST / 1e6)} MB`);
    return entry;
  };
  const chunks = (name: string): AsyncGenerator<string> => textsOf(name, unpack(entryOf(name)));
  return {
    names: entries.map(({ filename }) => filename),
    has: (name) => byName.has(keyOf(name)),
    size: (name) => entryOf(name).uncompressedSize,
    text: (name) => joined(chunks(name)),
    chunks,
    replace: (parts) => writeZip(file, entries, parts),
  };
}

async function readEntries(file: FileBytes): Promise<Entry[]> {
  try {
    const reader = file instanceof Blob ? new BlobReader(file) : new Uint8ArrayReader(file);
    return await new ZipReader(reader).getEntries();
  } catch {
    throw damaged('it is no zip file, as every .xlsx file is, or it is cut off');
  }
}

/** The part as it is unpacked, no faster than it is read. What is left half-way is unpacked no further. */
async function* unpack(entry: FileEntry): AsyncGenerator<Bytes> {
  let isLeft = false;
  let goOn = (): void => undefined;
  const stream = new ReadableStream<Bytes>({
    start: (controller) => {
      const write = async (chunk: Bytes): Promise<void> => {
        if (!isLeft) controller.enqueue(chunk);
        if (!isLeft && (controller.desiredSize ?? 0) <= 0) await new Promise<void>((resolve) => (goOn = resolve));
        if (isLeft) throw new Error('Nobody reads on.');
      };
      entry.getData(new WritableStream({ write }), { checkSignature: true }).then(
        () => isLeft || controller.close(),
        (fault: unknown) => controller.error(fault),
      );
    },
    pull: () => goOn(),
    cancel: () => {
      isLeft = true;
      goOn();
    },
  });
  try {
    yield* piecesIn(stream);
  } catch {
    // Which fault it was does not help the user.
    throw damaged(`its part ${entry.filename} is damaged`);
  }
}

async function writeZip(file: FileBytes, entries: readonly Entry[], replacements: Replacements): Promise<Blob> {
  const writer = new ZipWriter(new PiecesWriter(), { extendedTimestamp: false });
  const add = async (name: string, { content, ...said }: Packed, lastModDate: Date | undefined): Promise<unknown> =>
    writer.add(name, new BlobReader(content), {
      ...{ ...said, passThrough: true },
      ...(lastModDate === undefined ? {} : { lastModDate }),
    });
  const parts = new Map([...replacements].map(([name, content]) => [keyOf(name), content]));
  for (const entry of entries) {
    if (entry.directory) continue;
    const { filename, lastModDate } = entry;
    const name = keyOf(filename);
    if (parts.has(name) && parts.get(name) === undefined) continue;
    await add(filename, parts.get(name)?.packed ?? (await packedIn(file, entry)), lastModDate);
  }
  const there = new Set(entries.map(({ filename }) => keyOf(filename)));
  for (const [name, content] of replacements)
    if (content !== undefined && !there.has(keyOf(name))) await add(name, content.packed, entries[0]?.lastModDate);
  return writer.close();
}

/** Where a part stands in its file. */
async function packedIn(file: FileBytes, entry: FileEntry): Promise<Packed> {
  // Reads what stands before the bytes, and none of them.
  await entry.getData(new WritableStream(), { checkOverlappingEntryOnly: true });
  const { uncompressedSize, crc32 = 0, compressionMethod, compressedSize, localDirectory } = entry;
  if (localDirectory === undefined) throw damaged(`its part ${entry.filename} has no place in it`);
  const from = localDirectory.dataOffset;
  const to = from + compressedSize;
  const content = file instanceof Blob ? file.slice(from, to) : new Blob([file.subarray(from, to) as Bytes]);
  return { content, uncompressedSize, crc32, compressionMethod };
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}
