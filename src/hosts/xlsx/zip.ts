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
import { isLettingGo, letGo } from '../../core/kernel/let-go';

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
  private chunks: Bytes[] = [];
  private waiting = 0;

  override writeUint8Array(chunk: Bytes): Promise<void> {
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
  readonly packed: Packed;
}

/** Bytes as they stand in a zip, with what it says of them. */
interface Packed {
  readonly content: Blob;
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly compressionMethod: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Packs what is added to it. */
export interface PartPacker {
  add(chunk: Bytes): Promise<void>;
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

/**
 * The text of a part in pieces. A character that is cut in two waits for its other half, since a decoder that is told of
 * pieces makes texts of twice the size.
 */
async function* textsOf(name: string, pieces: AsyncIterable<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = new Uint8Array();
  for await (const bytes of pieces) {
    const all = rest.length === 0 ? bytes : joinedBytes(rest, bytes);
    const end = wholeCharacters(all);
    rest = all.slice(end);
    const text = decode(decoder, name, all.subarray(0, end));
    letGo(bytes);
    yield text;
  }
  if (rest.length > 0) yield decode(decoder, name, rest);
}

function decode(decoder: TextDecoder, name: string, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw damaged(`its part ${name} is not UTF-8`);
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
  const gzip = new CompressionStream('gzip');
  const packed = piecesOf(gzip.readable);
  // What fails is thrown by `end`.
  packed.catch(() => undefined);
  const writer = gzip.writable.getWriter();
  let size = 0;
  return {
    add: async (chunk) => {
      size += chunk.length;
      await writer.ready;
      const written = writer.write(chunk).catch(() => undefined);
      if (!isLettingGo()) return;
      await written;
      letGo(chunk);
    },
    drop: () => void writer.abort().catch(() => undefined),
    end: async () => {
      await writer.close();
      return partOf(await packed, size);
    },
  };
}

async function piecesOf(stream: ReadableStream<Bytes>): Promise<Blob> {
  const pieces = new PiecesWriter();
  for await (const piece of piecesIn(stream)) await pieces.writeUint8Array(piece);
  return pieces.getData();
}

/** Not every browser can go through a stream by itself. */
async function* piecesIn(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Bytes around what is packed (RFC 1952, 2.3), where the flags in the head say that there is neither a name nor anything else. */
const GZIP_HEAD = 10;
const GZIP_FLAGS = 3;
const GZIP_TAIL = 8;

/** A gzip file of so many bytes as a part: both pack in one way and prove with one check sum. */
async function partOf(gzip: Blob, size: number): Promise<PackedPart> {
  const head = new DataView(await gzip.slice(0, GZIP_HEAD).arrayBuffer());
  const tail = new DataView(await gzip.slice(gzip.size - GZIP_TAIL).arrayBuffer());
  if (head.getUint8(GZIP_FLAGS) !== 0) throw new Error('This platform says more in a gzip file than is known here.');
  const content = gzip.slice(GZIP_HEAD, gzip.size - GZIP_TAIL);
  const chunks = (): AsyncGenerator<string> =>
    textsOf('', piecesIn(gzip.stream().pipeThrough(new DecompressionStream('gzip'))));
  return {
    size,
    chunks,
    text: () => joined(chunks()),
    packed: { content, uncompressedSize: size, crc32: tail.getUint32(0, true), compressionMethod: DEFLATE },
  };
}

/** APPNOTE 4.4.5 */
const DEFLATE = 8;

export async function packed(content: Bytes): Promise<PackedPart> {
  const part = packPart();
  await part.add(content);
  return part.end();
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
