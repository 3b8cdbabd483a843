import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOldSheets } from '../../src/boundary/register/old-sheets';
import { readRegisterFile, type SheetReaders } from '../../src/boundary/register/register-file';
import type { RawSheet } from '../../src/core/kernel/raw-sheet';
import { formatRupees } from '../../src/core/kernel/money';
import type { Result } from '../../src/core/kernel/result';
import type { Layout } from '../../src/core/reconcile/register/layout';
import type { RegisterDocument, RegisterReading } from '../../src/core/reconcile/register/reading';
import { hucreCodec } from '../../src/hosts/xlsx/codec';
import { must } from './desk';

export const REGISTERS = join(__dirname, '../../fixtures/registers');

const readers: SheetReaders = {
  xlsx: (bytes) => hucreCodec.readRaw(bytes),
  old: (source) => new Promise((resolve) => resolve(readOldSheets(source))),
};

export function readBytes(bytes: Uint8Array, file: string): Promise<Result<readonly RawSheet[]>> {
  return readRegisterFile(bytes, file, readers);
}

/** The first sheet of a register among the fixtures. */
export async function registerSheet(file: string): Promise<RawSheet> {
  const [sheet] = must(await readBytes(new Uint8Array(readFileSync(join(REGISTERS, file))), file));
  if (sheet === undefined) throw new Error(`${file} has no sheet`);
  return sheet;
}

/** What a fixture's .json expects: the layout in headings, guesses with a question mark; the documents in rupees. */
export function told(layout: Layout, reading: RegisterReading): Record<string, unknown> {
  return {
    headings: layout.headerRows,
    columns: Object.fromEntries(
      Object.entries(layout.columns).map(([field, { value, guessed }]) => [
        field,
        value.map((column) => layout.headings[column]).join(' + ') + (guessed ? ' ?' : ''),
      ]),
    ),
    dayOrder: layout.dayOrder.value + (layout.dayOrder.guessed ? ' ?' : ''),
    ...(layout.swappedDates.value ? { swappedDates: true } : {}),
    signs: layout.signs.value + (layout.signs.guessed ? ' ?' : ''),
    words: Object.fromEntries(layout.words.map(({ word, value, guessed }) => [word, value + (guessed ? ' ?' : '')])),
    documents: reading.documents.map(toldDocument),
    unreadable: Object.fromEntries(reading.unreadable.map(({ row, reason }) => [row, reason])),
    skipped: Object.fromEntries(reading.skipped.map(({ row, why }) => [row, why])),
    doubts: Object.fromEntries(reading.doubts.map(({ row, reason }) => [row, reason])),
  };
}

const amounts = ['taxable', 'igst', 'cgst', 'sgst', 'cess', 'value'] as const;

function toldDocument({ document, rows, carried: _, ...beside }: RegisterDocument): Record<string, unknown> {
  const { gstin, number, date, kind, outOfScope, original } = document;
  const shown = amounts.flatMap((head) => {
    const paise = document[head];
    return paise === undefined ? [] : [[head, formatRupees(paise)] as const];
  });
  return {
    rows: rows.join(', '),
    document: [kind, number, date, gstin].join(' | '),
    amounts: Object.fromEntries(shown),
    ...(outOfScope === undefined ? {} : { outOfScope }),
    ...(original === undefined ? {} : { original }),
    ...beside,
  };
}
