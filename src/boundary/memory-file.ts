import { z } from 'zod';
import { done, refuse, type Result } from '../core/kernel/result';
import type { ClientMemory } from '../core/reconcile/kept';
import { memoryPacking, storedMemory } from './books-store';
import { parseJson } from './json-text';
import type { PortalFile } from './portal-json';

/** The same as on the hidden sheet. */
const { format: FORMAT, version: VERSION } = memoryPacking;

const memoryFile = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  gstin: z.string(),
  ...storedMemory.shape,
});

/** What is remembered as a file that a person can read, with the GSTIN of the client; blank where it is not known. */
export function memoryText(memory: ClientMemory, gstin: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, gstin, ...memory }, undefined, 2)}\n`;
}

/** Reads such a file; refused where it is none, or another client's. */
export function readMemoryFile({ name, bytes }: PortalFile, gstin: string): Result<ClientMemory> {
  const document = parseJson(bytes, name);
  if (!document.ok) return refuse('memory-unknown', name);
  const { root } = document.value;
  const version = z.object({ format: z.literal(FORMAT), version: z.number().int() }).safeParse(root);
  if (version.success && version.data.version > VERSION)
    return refuse('memory-newer', name, { found: String(version.data.version), known: String(VERSION) });
  const parsed = memoryFile.safeParse(root);
  if (!parsed.success) return refuse('memory-unknown', name);
  const { linked, parted, layouts, gstin: found } = parsed.data;
  if (gstin !== '' && found !== '' && found !== gstin) return refuse('memory-other-client', name, { found, gstin });
  return done({ linked, parted, layouts });
}
