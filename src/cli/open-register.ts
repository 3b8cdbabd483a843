import { basename } from 'node:path';
import { readRegisterFile, type SheetReaders } from '../boundary/register/register-file';
import { registerWords } from '../core/kernel/match-words';
import { done, refuse, type Result } from '../core/kernel/result';
import { recogniseSheets } from '../core/reconcile/register/recognise-sheets';
import { isOurSheet } from '../core/tasks/our-sheets';
import type { RegisterSheet } from '../core/tasks/reconcile';
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

export interface Register extends RegisterSheet {
  /** names of other sheets that may be registers */
  readonly others: readonly string[];
}

/** The sheet of a file that is a register; refused where none can be read as one. */
export async function openRegister(path: string): Promise<Result<Register>> {
  const read = readInput(path);
  if (!read.ok) return read;
  const file = basename(path);
  const sheets = await readRegisterFile(read.value, file, readers);
  if (!sheets.ok) return sheets;
  if (sheets.value.some(isOurSheet)) return refuse('register-is-ours', file);
  const [first, ...others] = recogniseSheets(sheets.value);
  if (first === undefined) return refuse('register-empty', file);
  const { missing } = first.layout;
  if (missing.length > 0)
    return refuse('register-no-columns', file, {
      sheet: first.sheet.name,
      missing: missing.map((field) => registerWords[field]).join(', '),
    });
  return done({
    ...first,
    file,
    others: others.filter(({ layout }) => layout.missing.length === 0).map(({ sheet }) => sheet.name),
  });
}
