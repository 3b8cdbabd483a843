import { basename } from 'node:path';
import { done, refuse, type Result } from '../core/kernel/result';
import type { Desk } from '../core/tasks/desk';
import type { Moment } from '../boundary/moment';
import { booksStore } from '../boundary/books-store';
import { recordStore } from '../boundary/record-store';
import { whyUnreadable } from '../hosts/xlsx/why-unreadable';
import { openXlsxWorkbook, type XlsxWorkbook } from '../hosts/xlsx/xlsx-workbook';
import { readInput, stampOf, writeOutputs, type OutputFile } from './files';

export interface XlsxDesk extends Desk {
  readonly workbook: XlsxWorkbook;
  /** the file as it was when it was read */
  readonly stamp: string;
}

/** A desk on an existing workbook, or on a new one where there is no path yet. */
export async function openDesk(
  path: string | undefined,
  moment: Moment,
  progress: Desk['progress'],
): Promise<Result<XlsxDesk>> {
  let bytes: Uint8Array | undefined;
  const stamp = path === undefined ? '' : stampOf(path);
  if (path !== undefined) {
    const read = readInput(path);
    if (!read.ok) return read;
    bytes = read.value;
  }
  const name = path === undefined ? '' : basename(path);
  try {
    const workbook = await openXlsxWorkbook(bytes);
    return done({
      workbook,
      name,
      stamp,
      store: recordStore,
      books: booksStore,
      ...moment,
      ...(progress === undefined ? {} : { progress }),
    });
  } catch (fault) {
    return { ok: false, refusal: whyUnreadable(fault, name) };
  }
}

/** Saves the workbook where something changed in it, and other files with it: all of them or none. */
export function saveWorkbook(desk: XlsxDesk, path: string, others: readonly OutputFile[] = []): Result<true> {
  if (!desk.workbook.isChanged()) return writeOutputs(others);
  if (desk.stamp !== '' && desk.stamp !== stampOf(path)) return refuse('file-changed', path);
  return writeOutputs([{ path, content: desk.workbook.bytes() }, ...others]);
}
