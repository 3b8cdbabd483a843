import { Deflate } from 'fflate';
import { addToCrc } from './crc';
import { damaged } from './damaged';
import { type ZipEntry } from './read-zip';

/** Level 3 packs sheets nearly as quickly as level 1 and a sixth smaller; level 6 takes more than twice as long. */
const LEVEL = 3;

/** What 32 bits hold; larger files are not written. */
const LARGEST = 0xfffffffe;

/** Only the flag that the name is UTF-8 still holds for an entry whose sizes stand before it. */
const KEPT_FLAGS = 0x0800;

/** Characters that are packed at a time. */
const PIECE = 1 << 20;

export interface Packer {
  push(text: string): void;
  /** The entry with all that was pushed; it is the last call. */
  finish(): ZipEntry;
}

/** Packs an entry anew, piece by piece. */
export function packer(entry: ZipEntry): Packer {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (chunk) => packed.push(chunk));
  const encoder = new TextEncoder();
  let [crc, size] = [0, 0];
  const pushPiece = (text: string): void => {
    const bytes = encoder.encode(text);
    crc = addToCrc(crc, bytes);
    size += bytes.length;
    deflate.push(bytes);
  };
  return {
    push(text) {
      for (let at = 0; at < text.length;) {
        const end = wholeUpTo(text, at + PIECE);
        pushPiece(text.slice(at, end));
        at = end;
      }
    },
    finish() {
      deflate.push(new Uint8Array(), true);
      return { ...entry, method: 8, crc, size, packed };
    },
  };
}

/** A character of two halves must not be cut: the encoder would make two wrong ones of it. */
function wholeUpTo(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : Math.min(end, text.length);
}

export function packText(entry: ZipEntry, text: string): ZipEntry {
  const packing = packer(entry);
  packing.push(text);
  return packing.finish();
}

/** A zip file with the entries in this order (APPNOTE.TXT 4.3). */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  if (entries.some(({ size }) => size > LARGEST) || entries.length > 0xffff) throw damaged('it is larger than 4 GB');
  const sizes = entries.map(({ packed }) => packed.reduce((sum, chunk) => sum + chunk.length, 0));
  const names = entries.reduce((sum, { nameBytes }) => sum + nameBytes.length, 0);
  const bodies = sizes.reduce((sum, size) => sum + size, 0) + 30 * entries.length + names;
  const bytes = new Uint8Array(bodies + 46 * entries.length + names + 22);
  const view = new DataView(bytes.buffer);
  let [at, directory] = [0, bodies];
  entries.forEach((entry, index) => {
    const place = at;
    const size = sizes[index] ?? 0;
    writeHead(view, at, 0x04034b50, entry, size);
    bytes.set(entry.nameBytes, at + 30);
    at += 30 + entry.nameBytes.length;
    for (const chunk of entry.packed) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    view.setUint32(directory, 0x02014b50, true);
    view.setUint16(directory + 4, 20, true);
    writeHead(view, directory + 2, undefined, entry, size);
    view.setUint32(directory + 38, entry.attributes, true);
    view.setUint32(directory + 42, place, true);
    bytes.set(entry.nameBytes, directory + 46);
    directory += 46 + entry.nameBytes.length;
  });
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, entries.length, true);
  view.setUint16(directory + 10, entries.length, true);
  view.setUint32(directory + 12, directory - bodies, true);
  view.setUint32(directory + 16, bodies, true);
  return bytes;
}

/** What the head of an entry and its line in the directory have in common; in the directory it stands 2 bytes later. */
function writeHead(view: DataView, at: number, mark: number | undefined, entry: ZipEntry, packedSize: number): void {
  if (mark !== undefined) view.setUint32(at, mark, true);
  view.setUint16(at + 4, 20, true);
  view.setUint16(at + 6, entry.flags & KEPT_FLAGS, true);
  view.setUint16(at + 8, entry.method, true);
  view.setUint32(at + 10, entry.time, true);
  view.setUint32(at + 14, entry.crc, true);
  view.setUint32(at + 18, packedSize, true);
  view.setUint32(at + 22, entry.size, true);
  view.setUint16(at + 26, entry.nameBytes.length, true);
}
