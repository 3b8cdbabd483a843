import {
  BlobReader,
  configure,
  Uint8ArrayReader,
  Writer,
  ZipReader,
  ZipWriter,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js';
import { letGo } from '../../core/kernel/let-go';

// A part is unpacked while another is packed, and each takes the place of a worker, also where there is none.
configure({ useWebWorkers: false, maxWorkers: 16 });

/** A file in memory, or one that the platform need not hold there. */
export type FileBytes = Uint8Array | Blob;

/** All of it in memory. */
export async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Bytes of a piece: fewer are not worth a piece, and more would be held here until they are. */
const PIECE = 1 << 20;

/** Puts a file together of pieces, each given to the platform as soon as it is full. */
class PiecesWriter extends Writer<Blob> {
  private readonly pieces: Blob[] = [];
  private chunks: Uint8Array<ArrayBuffer>[] = [];
  private waiting = 0;

  override writeUint8Array(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
    this.chunks.push(chunk);
    this.waiting += chunk.length;
    if (this.waiting >= PIECE) this.cut();
    return Promise.resolve();
  }

  override getData(): Promise<Blob> {
    this.cut();
    return Promise.resolve(new Blob(this.pieces));
  }

  private cut(): void {
    this.pieces.push(new Blob(this.chunks));
    this.chunks = [];
    this.waiting = 0;
  }
}

/** What is thrown for a file that cannot be read or changed safely; the caller makes a refusal of it. */
export function damaged(what: string): Error {
  return new Error(`The file cannot be read: ${what}.`);
}

/** New content of parts by name, packed as it was made; undefined takes a part away. */
export type Replacements = ReadonlyMap<string, PackedPart | undefined>;

/** A part that waits packed for its zip: what was made of a large sheet is never in memory as a whole. */
export interface PackedPart {
  /** in bytes, unpacked */
  readonly size: number;
  text(): Promise<string>;
  chunks(): AsyncGenerator<string>;
  /** the one entry of a zip of its own */
  readonly entry: FileEntry;
}

/** Packs what is added to it. */
export interface PartPacker {
  add(chunk: Uint8Array): Promise<void>;
  end(): Promise<PackedPart>;
  /** Gives up: what was added is let go. */
  drop(): void;
}

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
  return {
    names: entries.map(({ filename }) => filename),
    has: (name) => byName.has(keyOf(name)),
    size: (name) => entryOf(name).uncompressedSize,
    text: async (name) => joined(textsOf(entryOf(name))),
    chunks: (name) => textsOf(entryOf(name)),
    replace: (parts) => writeZip(entries, parts),
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
async function* unpack(entry: FileEntry): AsyncGenerator<Uint8Array> {
  let isLeft = false;
  let goOn = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = async (chunk: Uint8Array): Promise<void> => {
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
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    // Which fault it was does not help the user.
    throw damaged(`its part ${entry.filename} is damaged`);
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/**
 * The text of a part in pieces. A character that is cut in two waits for its other half, since a decoder that is told of
 * pieces makes texts of twice the size.
 */
async function* textsOf(entry: FileEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = new Uint8Array();
  for await (const bytes of unpack(entry)) {
    const all = rest.length === 0 ? bytes : joinedBytes(rest, bytes);
    const end = wholeCharacters(all);
    rest = all.slice(end);
    const text = decode(decoder, entry, all.subarray(0, end));
    letGo(bytes);
    yield text;
  }
  if (rest.length > 0) yield decode(decoder, entry, rest);
}

function decode(decoder: TextDecoder, { filename }: FileEntry, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw damaged(`its part ${filename} is not UTF-8`);
  }
}

/** Where the last character begins that is not whole yet; the end where there is none. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function joinedBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

async function joined(texts: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all.join('');
}

export function packPart(): PartPacker {
  const zip = new ZipWriter(new PiecesWriter(), { extendedTimestamp: false });
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
    drop: () => void writer.abort().catch(() => undefined),
    end: async () => {
      await writer.close();
      await added;
      const packed = await zip.close();
      const [entry] = await readEntries(packed);
      if (entry === undefined || entry.directory) throw new Error('A part was not packed.');
      const chunks = (): AsyncGenerator<string> => textsOf(entry);
      return { size: entry.uncompressedSize, entry, chunks, text: () => joined(chunks()) };
    },
  };
}

export async function packed(content: Uint8Array): Promise<PackedPart> {
  const part = packPart();
  await part.add(content);
  return part.end();
}

async function writeZip(entries: readonly Entry[], replacements: Replacements): Promise<Blob> {
  const writer = new ZipWriter(new PiecesWriter(), { extendedTimestamp: false });
  const parts = new Map([...replacements].map(([name, content]) => [keyOf(name), content]));
  for (const entry of entries) {
    if (entry.directory) continue;
    const { filename, lastModDate } = entry;
    const name = keyOf(filename);
    if (parts.has(name) && parts.get(name) === undefined) continue;
    await copyEntry(writer, filename, parts.get(name)?.entry ?? entry, lastModDate);
  }
  const there = new Set(entries.map(({ filename }) => keyOf(filename)));
  const lastModDate = entries[0]?.lastModDate;
  for (const [name, content] of replacements) {
    if (content === undefined || there.has(keyOf(name))) continue;
    await copyEntry(writer, name, content.entry, lastModDate);
  }
  return writer.close();
}

/** A packed part as it is, under this name. */
async function copyEntry(
  writer: ZipWriter<Blob>,
  name: string,
  source: FileEntry,
  lastModDate: Date | undefined,
): Promise<void> {
  const { uncompressedSize, crc32 = 0, compressionMethod } = source;
  const content = await source.getData(new PiecesWriter(), { passThrough: true });
  const copied = { passThrough: true, uncompressedSize, crc32, compressionMethod };
  await writer.add(name, new BlobReader(content), lastModDate === undefined ? copied : { ...copied, lastModDate });
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}
