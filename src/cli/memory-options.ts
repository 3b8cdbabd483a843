import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { memoryText, readMemoryFile } from '../boundary/memory-file';
import { done, refuse, type Result } from '../core/kernel/result';
import type { ClientMemory } from '../core/reconcile/kept';
import { mergedMemory } from '../core/reconcile/memory';
import { checkPlace, readInput, type OutputFile } from './files';

/** Files of what is remembered for a client. */
export interface MemoryOptions {
  /** to be read */
  readonly memory?: string;
  /** to be written */
  readonly saveMemory?: string;
}

/** Refuses a file that cannot be written before long work begins, and one whose own memories would be lost. */
export function checkMemoryFiles({ memory, saveMemory }: MemoryOptions): Result<true> {
  if (saveMemory === undefined) return done(true);
  const place = checkPlace(saveMemory);
  if (!place.ok) return place;
  const isRead = memory !== undefined && resolve(memory) === resolve(saveMemory);
  return existsSync(saveMemory) && !isRead ? refuse('memory-exists', saveMemory) : done(true);
}

/** What the workbook remembers with what the file says; where they contradict each other, the file counts. */
export function withMemoryFile(before: ClientMemory, { memory }: MemoryOptions, gstin: string): Result<ClientMemory> {
  if (memory === undefined) return done(before);
  const bytes = readInput(memory);
  if (!bytes.ok) return bytes;
  const read = readMemoryFile({ name: basename(memory), bytes: bytes.value }, gstin);
  return read.ok ? done(mergedMemory(before, read.value)) : read;
}

/** The file as the pane exports it; none where nobody asked for one. */
export function memoryOutput({ saveMemory }: MemoryOptions, memory: ClientMemory, gstin: string): OutputFile[] {
  return saveMemory === undefined ? [] : [{ path: saveMemory, content: memoryText(memory, gstin) }];
}
