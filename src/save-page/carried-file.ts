import { fromBase64, gunzip, gzip, toBase64 } from '../boundary/gzip-text';

/** A file that travels in the part of an address behind `#`, which no browser sends to a server. */
export interface CarriedFile {
  readonly name: string;
  /** undefined where the text was too long for an address and waits on the clipboard */
  readonly text?: string;
}

/** Longer addresses get lost between one program and the other. */
const LONGEST_ADDRESS = 24_000;

/** What to put behind `#`: the file, or its name alone where it is too long. */
export async function packFile({ name, text }: Required<CarriedFile>): Promise<string> {
  const packed = toBase64(await gzip(text));
  const parts = new URLSearchParams({ name });
  if (packed.length <= LONGEST_ADDRESS) parts.set('gzip', packed);
  return parts.toString();
}

/** The file behind `#`; undefined where there is none that can be read. */
export async function unpackFile(hash: string): Promise<CarriedFile | undefined> {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const name = parts.get('name') ?? '';
  // Only names that we make: this page must not save what another page asks for.
  if (!/^IMS_[0-9A-Z]{15}_\d{8}-\d{4}(?:_\d+)?\.json$/.test(name)) return undefined;
  const packed = parts.get('gzip');
  if (packed === null) return { name };
  try {
    return { name, text: await gunzip(fromBase64(packed)) };
  } catch {
    return undefined;
  }
}
