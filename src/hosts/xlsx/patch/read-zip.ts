import { inflateSync } from 'fflate';
import { addToCrc } from './crc';
import { damaged } from './damaged';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_PLACE = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** stands for a number that is written behind with 64 bits */
const IS_LONG = 0xffffffff;

/** V8 holds at most 2^29 - 24 characters in one string. */
const LONGEST = 500_000_000;

/** One file of a zip file. What is not changed is passed on as it is packed. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** general purpose flags and compression method as in the directory; 8 is deflated, 0 stored */
  readonly flags: number;
  readonly method: number;
  /** MS-DOS time and date as one number */
  readonly time: number;
  readonly attributes: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array[];
}

/** The entries in the order of the directory (APPNOTE.TXT 4.3); sizes of 64 bits, which some writers always use, too. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries: ZipEntry[] = [];
    let { count, at } = findDirectory(view);
    for (; count > 0; count -= 1) {
      if (view.getUint32(at, true) !== DIRECTORY) throw damaged('the list of its parts is broken');
      entries.push(readEntry(bytes, view, at));
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (fault) {
    throw fault instanceof RangeError ? damaged('it is cut off') : fault;
  }
}

function findDirectory(view: DataView): { count: number; at: number } {
  let end = view.byteLength - 22;
  const furthest = Math.max(0, end - 0xffff);
  while (end >= furthest && view.getUint32(end, true) !== END) end -= 1;
  if (end < furthest) throw damaged('it is no zip file, as every .xlsx file is');
  if (end >= 20 && view.getUint32(end - 20, true) === END_64_PLACE) {
    const long = readLong(view, end - 12);
    if (view.getUint32(long, true) === END_64)
      return { count: readLong(view, long + 32), at: readLong(view, long + 48) };
  }
  return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const extra = at + 46 + nameBytes.length;
  let [packedSize, size, place] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  let long = placeOfLong(view, extra, extra + view.getUint16(at + 30, true));
  const widen = (short: number): number => (short === IS_LONG && long > 0 ? readLong(view, (long += 8) - 8) : short);
  size = widen(size);
  packedSize = widen(packedSize);
  place = widen(place);
  if (view.getUint32(place, true) !== LOCAL) throw damaged('the list of its parts is broken');
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  if (start + packedSize > bytes.length) throw damaged('it is cut off');
  return {
    name: new TextDecoder().decode(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    attributes: view.getUint32(at + 38, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed: [bytes.subarray(start, start + packedSize)],
  };
}

/** Where the 64-bit sizes of an entry begin, or 0. */
function placeOfLong(view: DataView, from: number, end: number): number {
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return 0;
}

function readLong(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** The text of an entry. Its check sum is proved, as a new one will stand for what was read. */
export function unpackText(entry: ZipEntry): string {
  const where = `its part ${entry.name}`;
  if (entry.size > LONGEST) throw damaged(`${where} is larger than ${LONGEST / 1e6} MB`);
  if ((entry.flags & 1) !== 0) throw damaged(`${where} is locked by a password`);
  const bytes = inflate(entry, where);
  if (bytes.length !== entry.size || addToCrc(0, bytes) !== entry.crc) throw damaged(`${where} is damaged`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged(`${where} is not UTF-8`);
  }
}

function inflate({ packed, method, size }: ZipEntry, where: string): Uint8Array {
  const first = packed[0] ?? new Uint8Array();
  if (method === 0) return first;
  if (method !== 8) throw damaged(`${where} is packed in an unknown way`);
  try {
    return inflateSync(first, { out: new Uint8Array(size) });
  } catch {
    throw damaged(`${where} is damaged`);
  }
}
