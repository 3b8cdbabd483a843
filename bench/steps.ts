/** Measures the steps of the core in one process: `node --import tsx bench/steps.ts <download.json> <floor|core|xlsx>`; prints one JSON object. */
import { readFileSync } from 'node:fs';
import { readDownloads } from '../src/boundary/portal-json';
import { booksStore } from '../src/boundary/books-store';
import { recordStore } from '../src/boundary/record-store';
import type { Result } from '../src/core/kernel/result';
import { profiles, partLimits, uploadParts } from '../src/core/engine/upload';
import type { Ledger } from '../src/core/engine/ledger';
import { STORE_SHEET, type StoreCodec } from '../src/core/engine/store';
import { records } from '../src/core/records/index';
import { checkBook } from '../src/core/tasks/check-book';
import { importNew } from '../src/core/tasks/import-new';
import type { Desk } from '../src/core/tasks/desk';
import { openBook, type Book } from '../src/core/tasks/open-book';
import { createMemoryWorkbook, type MemoryWorkbook } from '../src/hosts/memory/memory-workbook';
import { openXlsxWorkbook } from '../src/hosts/xlsx/xlsx-workbook';

interface Measured {
  readonly step: string;
  readonly seconds: number;
  readonly peakMB: number;
}

const measured: Measured[] = [];

async function measure<T>(step: string, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1000);
  measured.push({ step, seconds: (performance.now() - began) / 1000, peakMB });
  return result;
}

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.where}: ${result.refusal.reason}`);
  return result.value;
}

const clock = { today: '30-04-2026', time: '09:12' };
const gstin = '27ZZZCR1001K1Z0';

async function floor(path: string): Promise<void> {
  await measure('floor', () => JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
}

/**
 * The work that every command shares, without any file but the download: read, rows of the sheets, check, generate. Every
 * record is answered. What a step does not need is let go before it, as in a command of its own.
 */
async function core(path: string): Promise<void> {
  const workbook = createMemoryWorkbook(300_000);
  await imported(path, workbook);
  const book = await measure('store, unpack and sheets', async () =>
    taken(await openBook(deskOn(workbook, recordStore))),
  );
  for (const { name } of book.sheets) workbook.deleteSheet(name);
  answerAll(book);
  const { toSend } = await measure('check', () => checkBook(book, clock.today));
  await measure('generate', () => uploadParts(gstin, toSend, records, profiles.standard, partLimits));
}

async function imported(path: string, workbook: MemoryWorkbook): Promise<void> {
  const download = await measure('read', () =>
    taken(readDownloads([{ name: 'download.json', bytes: readFileSync(path) }])),
  );
  let ledger: Ledger | undefined;
  const keeping: StoreCodec = {
    ...recordStore,
    pack: (made) => {
      ledger = made;
      return Promise.resolve([]);
    },
  };
  await measure('rows', async () => taken(await importNew(deskOn(workbook, keeping), download, gstin)));
  if (ledger === undefined) throw new Error('nothing was packed');
  const made = ledger;
  const pieces = await measure('store, pack', () => recordStore.pack(made));
  await workbook.change([
    {
      sheet: STORE_SHEET,
      replaceAll: true,
      columns: [{ column: 0, values: new Map(pieces.map((piece, row) => [row, piece])) }],
    },
  ]);
}

function answerAll(book: Book): void {
  for (const sheet of book.sheets) {
    const [status, itc] = [sheet.columns.get('status') ?? 0, sheet.columns.get('itcAnswer')];
    const asked = sheet.tools.get('itcQuestion') ?? 0;
    for (const row of sheet.cells.slice(sheet.headingRow + 1)) {
      row[status] = row[status] === 'Accepted' ? 'Rejected' : 'Accepted';
      if (itc !== undefined) row[itc] = row[asked] === 'Y' && row[status] === 'Accepted' ? 'Yes' : '';
    }
  }
}

function deskOn(workbook: MemoryWorkbook, store: StoreCodec): Desk {
  return { workbook, name: 'bench', store, books: booksStore, ...clock };
}

async function xlsx(path: string): Promise<void> {
  const download = taken(readDownloads([{ name: 'download.json', bytes: readFileSync(path) }]));
  const workbook = await openXlsxWorkbook(undefined);
  await measure('.xlsx write', async () =>
    taken(
      await importNew({ workbook, name: 'bench', store: recordStore, books: booksStore, ...clock }, download, gstin),
    ),
  );
  const bytes = workbook.bytes();
  await measure('.xlsx read', () => openXlsxWorkbook(bytes));
}

async function main(): Promise<void> {
  const [path = '', part = ''] = process.argv.slice(2);
  await ({ floor, core, xlsx }[part] ?? floor)(path);
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

void main();
