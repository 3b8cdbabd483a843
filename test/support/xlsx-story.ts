import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActions } from '../../src/boundary/actions-csv';
import { readErrors } from '../../src/boundary/error-json';
import { readDownloads } from '../../src/boundary/portal-json';
import { booksStore } from '../../src/boundary/books-store';
import { recordStore } from '../../src/boundary/record-store';
import type { Result } from '../../src/core/kernel/result';
import type { Desk } from '../../src/core/tasks/desk';
import { act } from '../../src/core/tasks/act';
import { generate, type GenerateReport } from '../../src/core/tasks/generate';
import { importNew } from '../../src/core/tasks/import-new';
import { mergeDownload } from '../../src/core/tasks/merge';
import { placeErrors } from '../../src/core/tasks/place-errors';
import { validate, type ValidateReport } from '../../src/core/tasks/validate';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { compareWith } from './books';
import { registerSheet } from './register-fixture';

const fixtures = join(__dirname, '../../fixtures');

export function fixture(path: string): Uint8Array {
  return readFileSync(join(fixtures, path));
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.where}: ${result.refusal.reason}`);
  return result.value;
}

async function onBook<T>(
  bytes: Uint8Array | undefined,
  work: (desk: Desk) => Promise<Result<T>>,
): Promise<{ bytes: Uint8Array; value: T; workbook: XlsxWorkbook }> {
  const workbook = await openXlsxWorkbook(bytes);
  const desk: Desk = {
    workbook,
    name: 'book.xlsx',
    store: recordStore,
    books: booksStore,
    today: '10-05-2026',
    time: '09:30',
  };
  const value = taken(await work(desk));
  return { bytes: workbook.bytes(), value, workbook };
}

async function importedInto(
  book: Uint8Array | undefined,
  text: string | Uint8Array = fixture('downloads/download.json'),
): Promise<Uint8Array> {
  const download = taken(readDownloads([{ name: 'download.json', bytes: bytesOf(text) }]));
  return (await onBook(book, (desk) => importNew(desk, download, '27ZZZCR1001K1Z0'))).bytes;
}

/** The steps of the story on the bytes of an .xlsx file, as the command line does them. */
export const story = {
  imported: (text?: string | Uint8Array) => importedInto(undefined, text),
  /** the same into a workbook of a user, as the pane does it */
  importedInto,
  merged: async (book: Uint8Array, text: string | Uint8Array) =>
    (
      await onBook(book, (desk) =>
        mergeDownload(desk, taken(readDownloads([{ name: 'later.json', bytes: bytesOf(text) }])), ''),
      )
    ).bytes,
  acted: async (book: Uint8Array, list: string | Uint8Array = fixture('actions/download.csv')) =>
    (await onBook(book, (desk) => act(desk, taken(readActions(bytesOf(list), 'actions.csv'))))).bytes,
  reconciled: async (book: Uint8Array) => {
    const sheet = await registerSheet('april-books.csv');
    return (await onBook(book, (desk) => compareWith(desk, sheet, [], 'april-books.csv'))).bytes;
  },
  withErrors: async (book: Uint8Array) =>
    (
      await onBook(book, (desk) =>
        placeErrors(desk, taken(readErrors({ name: 'errors.json', bytes: fixture('errors/errors.json') }))),
      )
    ).bytes,
  validated: async (book: Uint8Array): Promise<{ bytes: Uint8Array; report: ValidateReport }> => {
    const { bytes, value } = await onBook(book, validate);
    return { bytes, report: value };
  },
  generated: async (book: Uint8Array): Promise<GenerateReport> => (await onBook(book, generate)).value,
};

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The sample with hostile and stubborn texts in names, numbers and unknown keys. */
export function hostileDownload(): string {
  const download = JSON.parse(new TextDecoder().decode(fixture('downloads/download.json'))) as {
    imsDetails: Record<string, Record<string, unknown>[]>;
  };
  const texts = [
    '=1+1',
    '+91',
    '@x',
    '-3',
    '0045',
    '1E5',
    '03-04',
    '_x0041_',
    '<b>&"',
    '1234567890123456',
    "'quoted",
    '{=A1}',
    'ನಮಸ್ತೆ 😀',
  ];
  download.imsDetails['b2b'] = texts.map((text, index) => ({
    ...download.imsDetails['b2b']?.[0],
    inum: text,
    tradenm: `${text} & Co`,
    val: -1234567.5 + index,
    extra: { deep: [text] },
  }));
  return JSON.stringify(download);
}
