import { basename } from 'node:path';
import { readRegisterFile, type SheetReaders } from '../boundary/register/register-file';
import type { RawSheet } from '../core/kernel/raw-sheet';
import { done, refuse, type Result } from '../core/kernel/result';
import { HOME } from '../core/tasks/home-labels';
import { isOurSheet } from '../core/tasks/our-sheets';
import { hucreCodec } from '../hosts/xlsx/codec';
import { readInput } from './files';

/** The reader of old workbooks is large and seldom needed. */
const readers: SheetReaders = {
  xlsx: (bytes) => hucreCodec.readRaw(bytes),
  old: async (source) => {
    const { readOldSheets } = await import(/* webpackMode: "eager" */ '../boundary/register/old-sheets');
    return readOldSheets(source);
  },
};

export interface RegisterFile {
  readonly name: string;
  readonly sheets: readonly RawSheet[];
}

/** The sheets of a register in which something stands. A workbook of ours has one only where the user names a sheet of his own. */
export async function readRegisterAt(path: string, sheetsNamed: boolean): Promise<Result<RegisterFile>> {
  const read = readInput(path);
  if (!read.ok) return read;
  const name = basename(path);
  const sheets = await readRegisterFile(read.value, name, readers);
  if (!sheets.ok) return sheets;
  if (!sheets.value.some(isOurSheet)) return done({ name, sheets: sheets.value });
  const own = sheets.value.filter((sheet) => !isOurSheet(sheet) && sheet.name !== HOME);
  return sheetsNamed && own.length > 0 ? done({ name, sheets: own }) : refuse('register-is-ours', name);
}
