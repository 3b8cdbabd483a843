import { basename } from 'node:path';
import { done, refuse, type Result } from '../core/kernel/result';
import { note as sentence } from '../core/kernel/sentences';
import type { Desk } from '../core/tasks/desk';
import { recordStore } from '../boundary/record-store';
import { openXlsxWorkbook, type XlsxWorkbook } from '../hosts/xlsx/xlsx-workbook';
import { readInput, writeOutputs } from './files';

export interface XlsxDesk extends Desk {
  readonly workbook: XlsxWorkbook;
}

/** Day and time of the run, in local time as the user's clock shows it. */
export interface Moment {
  readonly today: string;
  readonly time: string;
}

export function momentOf(date: Date, asOn: string | undefined): Moment {
  const two = (value: number): string => String(value).padStart(2, '0');
  const today = `${two(date.getDate())}-${two(date.getMonth() + 1)}-${String(date.getFullYear())}`;
  return { today: asOn ?? today, time: `${two(date.getHours())}:${two(date.getMinutes())}` };
}

/** A desk on an existing workbook, or on a new one where there is no path yet. */
export async function openDesk(
  path: string | undefined,
  moment: Moment,
  progress: Desk['progress'],
): Promise<Result<XlsxDesk>> {
  let bytes: Uint8Array | undefined;
  if (path !== undefined) {
    const read = readInput(path);
    if (!read.ok) return read;
    bytes = read.value;
  }
  const name = path === undefined ? '' : basename(path);
  try {
    const workbook = await openXlsxWorkbook(bytes);
    return done({ workbook, name, store: recordStore, ...moment, ...(progress === undefined ? {} : { progress }) });
  } catch (fault) {
    const said = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
    if (said === 'signed') return refuse('workbook-has-signature', name);
    return refuse('not-a-workbook', name, { fault: said === 'encrypted' ? sentence('workbook-encrypted') : said });
  }
}

/** Saves the workbook where something changed in it. */
export function saveWorkbook(desk: XlsxDesk, path: string): Result<true> {
  return desk.workbook.isChanged() ? writeOutputs([{ path, content: desk.workbook.bytes() }]) : done(true);
}
