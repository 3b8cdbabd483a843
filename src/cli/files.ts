import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { done, refuse, type Result } from '../core/kernel/result';

export function readInput(path: string): Result<Uint8Array> {
  try {
    if (!existsSync(path)) return refuse('file-not-found', path);
    return done(readFileSync(path));
  } catch (fault) {
    return refuse('file-unreadable', path, { fault: faultCode(fault) });
  }
}

/** Tells whether a file was changed between two looks at it; blank where there is none. */
export function stampOf(path: string): string {
  if (!existsSync(path)) return '';
  const { mtimeMs, size, ino } = statSync(path);
  return `${String(mtimeMs)} ${String(size)} ${String(ino)}`;
}

export interface OutputFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes files so that each is either as before or complete: beside its place, flushed to the disk, then renamed. Several
 * files are all written before the first is renamed.
 */
export function writeOutputs(files: readonly OutputFile[]): Result<true> {
  const staged: { temporary: string; target: string }[] = [];
  let at = '';
  try {
    for (const { path, content } of files) {
      at = path;
      const target = existsSync(path) ? realpathSync(path) : path;
      const temporary = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
      staged.push({ temporary, target });
      writeFlushed(temporary, content, existsSync(target) ? statSync(target).mode : 0o666);
    }
    for (const { temporary, target } of staged) {
      at = target;
      renameSync(temporary, target);
    }
    return done(true);
  } catch (fault) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    return refuse('file-unwritable', at, { fault: faultCode(fault) });
  }
}

function writeFlushed(path: string, content: Uint8Array | string, mode: number): void {
  const file = openSync(path, 'w', mode);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function makeFolder(path: string): Result<true> {
  try {
    mkdirSync(path, { recursive: true });
    return statSync(path).isDirectory() ? done(true) : refuse('folder-missing', path);
  } catch (fault) {
    return refuse('file-unwritable', path, { fault: faultCode(fault) });
  }
}

/** The folder that a new file goes into must be there before long work begins, and none in its place. */
export function checkPlace(path: string): Result<true> {
  if (isFolder(path)) return refuse('place-is-folder', path);
  const folder = dirname(resolve(path));
  return isFolder(folder) ? done(true) : refuse('folder-missing', folder);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function faultCode(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
  const words: Record<string, string> = {
    EACCES: 'no permission',
    EPERM: 'not permitted, or open in another program',
    EBUSY: 'in use by another program',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ENOENT: 'it or its folder does not exist',
    EEXIST: 'a file of that name is in the way',
  };
  return words[code] ?? code;
}
