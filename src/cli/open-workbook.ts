import { basename } from 'node:path';
import { done, refuse, type Result } from '../core/kernel/result';
import { note as sentence } from '../core/kernel/sentences';
import type { Desk } from '../core/tasks/desk';
import type { Moment } from '../boundary/moment';
import { recordStore } from '../boundary/record-store';
import { openXlsxWorkbook, type XlsxWorkbook } from '../hosts/xlsx/xlsx-workbook';
import { readInput, stampOf, writeOutputs } from './files';

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
      ...moment,
      ...(progress === undefined ? {} : { progress }),
    });
  } catch (fault) {
    const said = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
    if (said === 'signed') return refuse('workbook-has-signature', name);
    return refuse('not-a-workbook', name, { fault: said === 'encrypted' ? sentence('workbook-encrypted') : said });
  }
}

/** Saves the workbook where something changed in it. */
export function saveWorkbook(desk: XlsxDesk, path: string): Result<true> {
  if (!desk.workbook.isChanged()) return done(true);
  if (desk.stamp !== '' && desk.stamp !== stampOf(path)) return refuse('file-changed', path);
  return writeOutputs([{ path, content: desk.workbook.bytes() }]);
}
