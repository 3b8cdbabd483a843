import { Writer } from '@zip.js/zip.js';
import { isLettingGo, letGo } from '../../core/kernel/let-go';
import { joined, piecesIn, textsOf, type Bytes } from './part-texts';

/** A part that waits packed for its zip: what was made of a large sheet is never in memory as a whole. */
export interface PackedPart {
  /** in bytes, unpacked */
  readonly size: number;
  text(): Promise<string>;
  chunks(): AsyncGenerator<string>;
  readonly packed: Packed;
}

/** Bytes as they stand in a zip, with what it says of them. */
export interface Packed {
  readonly content: Blob;
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly compressionMethod: number;
}

/** Packs what is added to it. */
export interface PartPacker {
  add(chunk: Bytes): Promise<void>;
  end(): Promise<PackedPart>;
  /** Gives up: what was added is let go. */
  drop(): void;
}

/** Bytes of a piece: fewer are not worth a piece, and more would be held here until they are. */
const PIECE = 1 << 20;

/** Puts a file together of pieces, each given to the platform as soon as it is full. */
export class PiecesWriter extends Writer<Blob> {
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
