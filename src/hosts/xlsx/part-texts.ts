import { letGo } from '../../core/kernel/let-go';
import { damaged } from './damaged';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Not every browser can go through a stream by itself. */
export async function* piecesIn(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/**
 * The text of a part in pieces. A character that is cut in two waits for its other half, since a decoder that is told of
 * pieces makes texts of twice the size.
 */
export async function* textsOf(name: string, pieces: AsyncIterable<Bytes>): AsyncGenerator<string> {
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

export async function joined(texts: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all.join('');
}
