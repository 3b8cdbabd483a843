import { done, type Result } from '../core/kernel/result';
import { fromBase64, gunzip, gzip, toBase64 } from './gzip-text';

/**
 * Values as text that cells hold: JSON, gzipped (its checksum tells damage), base64, cut into pieces; the first piece says
 * what the others are.
 */
export interface Packing {
  /** what is packed, in words; begins the first piece */
  readonly format: string;
  readonly version: number;
}

/** Excel holds 32,767 characters in a cell. */
const PIECE = 30_000;

export async function packValue({ format, version }: Packing, value: unknown): Promise<readonly string[]> {
  const packed = toBase64(await gzip(JSON.stringify(value)));
  const pieces = [
    `${format}; version ${String(version)}; ${String(packed.length)} characters; made by IMS Offline for Excel, not to be edited`,
  ];
  for (let at = 0; at < packed.length; at += PIECE) pieces.push(packed.slice(at, at + PIECE));
  return pieces;
}

/** Ways in which pieces cannot be what was packed. */
export interface PackingFaults {
  readonly damaged: (fault: string) => Result<never>;
  readonly newer: (found: string) => Result<never>;
}

export async function unpackValue(
  { format, version }: Packing,
  pieces: readonly string[],
  { damaged, newer }: PackingFaults,
): Promise<Result<unknown>> {
  const header = /^(.*?); version (\d+); (\d+) characters/.exec(pieces[0] ?? '');
  if (header?.[1] !== format) return damaged('its first line is not the store’s');
  if (Number(header[2]) > version) return newer(header[2] ?? '');
  const packed = pieces.slice(1).join('').trim();
  if (packed.length !== Number(header[3]))
    return damaged(`${String(packed.length)} of ${header[3] ?? ''} characters are left`);
  try {
    return done(JSON.parse(await gunzip(fromBase64(packed))) as unknown);
  } catch {
    return damaged('its checksum is wrong');
  }
}
