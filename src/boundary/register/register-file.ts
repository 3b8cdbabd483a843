import { done, refuse, type Result } from '../../core/kernel/result';
import { rawText, type RawSheet } from '../../core/kernel/raw-sheet';
import { readSeparated } from './separated-text';
import { textOfBytes } from './text-of-bytes';

/** Readers of workbooks, handed in: they are large, and not every program needs each. Both throw where a file cannot be read. */
export interface SheetReaders {
  /** an .xlsx file */
  xlsx(bytes: Uint8Array): Promise<RawSheet[]>;
  /** an .xls file, or the text of an XML spreadsheet or of a web page with tables */
  old(source: Uint8Array | string): Promise<RawSheet[]>;
}

/** Two hundred megabytes: three times a register of 10,00,000 rows. */
const LONGEST = 200_000_000;

/**
 * Reads the sheets of a register, whatever its name ends in: .xlsx, .xls, .csv, .tsv, or the web pages and XML that
 * accounting programs save as .xls. Sheets in which nothing stands are left out.
 */
export async function readRegisterFile(
  bytes: Uint8Array,
  file: string,
  readers: SheetReaders,
): Promise<Result<readonly RawSheet[]>> {
  if (bytes.length === 0) return refuse('register-empty', file);
  if (bytes.length > LONGEST)
    return refuse('register-too-large', file, { size: Math.round(bytes.length / 1e6), limit: LONGEST / 1e6 });
  const read = await readSheets(bytes, file, readers);
  if (!read.ok) return read;
  const filled = read.value.filter(({ rows }) => rows.some((row) => row.some((cell) => rawText(cell) !== '')));
  return filled.length === 0 ? refuse('register-empty', file) : done(filled);
}

async function readSheets(
  bytes: Uint8Array,
  file: string,
  readers: SheetReaders,
): Promise<Result<readonly RawSheet[]>> {
  if (begins(bytes, ZIP)) {
    if (OPEN_DOCUMENT.test(latin(bytes.subarray(0, 120))))
      return refuse('register-other-program', file, { what: 'OpenDocument' });
    return orRefusal(() => readers.xlsx(bytes), file);
  }
  if (begins(bytes, OLE2)) {
    if (holdsText(bytes, 'EncryptedPackage')) return refuse('register-password', file);
    return orRefusal(() => readers.old(bytes), file);
  }
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0)
    return orRefusal(() => readers.old(bytes), file);
  return readText(textOfBytes(bytes), file, readers);
}

async function readText(text: string, file: string, readers: SheetReaders): Promise<Result<readonly RawSheet[]>> {
  const start = text.slice(0, 4000).trimStart();
  if (start === '' && text.trim() === '') return refuse('register-empty', file);
  if (start.startsWith('%PDF')) return refuse('register-other-program', file, { what: 'PDF' });
  if (/^[{[]/.test(start)) return refuse('register-json', file);
  if (start.startsWith('<') || /^MIME-Version:/i.test(start)) {
    const isTable = /<(?:\w+:)?Workbook[\s>]/.test(text) || /<table[\s>]/i.test(text);
    return isTable ? orRefusal(() => readers.old(text), file) : refuse('register-markup', file);
  }
  // eslint-disable-next-line no-control-regex -- these characters tell a text from a program's own form
  if (/[\x00-\x08\x0e-\x1a]/.test(start)) return refuse('register-unknown', file);
  const rows = readSeparated(text, file);
  return rows.ok ? done([{ name: nameWithoutEnding(file), rows: rows.value }]) : rows;
}

async function orRefusal(read: () => Promise<RawSheet[]>, file: string): Promise<Result<readonly RawSheet[]>> {
  try {
    return done(await read());
  } catch (fault) {
    const said = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
    return /password|encrypt/i.test(said)
      ? refuse('register-password', file)
      : refuse('register-damaged', file, { fault: said });
  }
}

const ZIP = [0x50, 0x4b];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const OPEN_DOCUMENT = /mimetypeapplication\/vnd\.oasis/;

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Whether the text stands in the bytes as the older container writes names: two bytes each. */
function holdsText(bytes: Uint8Array, text: string): boolean {
  const last = bytes.length - text.length * 2;
  for (let at = 0; at <= last; at += 2) {
    if (bytes[at] !== text.charCodeAt(0)) continue;
    let same = 1;
    while (same < text.length && bytes[at + same * 2] === text.charCodeAt(same) && bytes[at + same * 2 + 1] === 0)
      same += 1;
    if (same === text.length) return true;
  }
  return false;
}

function nameWithoutEnding(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.\w{1,4}$/, '');
}
