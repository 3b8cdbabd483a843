import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActions } from '../../src/boundary/actions-csv';
import { readErrors } from '../../src/boundary/error-json';
import { readDownloads, type PortalFile } from '../../src/boundary/portal-json';
import { booksStore } from '../../src/boundary/books-store';
import { recordStore } from '../../src/boundary/record-store';
import type { Download } from '../../src/core/engine/download';
import type { Ledger } from '../../src/core/engine/ledger';
import { STORE_SHEET } from '../../src/core/engine/store';
import { textOf, type Cell } from '../../src/core/kernel/cell';
import type { Finding } from '../../src/core/kernel/finding';
import type { Refusal, Result } from '../../src/core/kernel/result';
import { act, type ActReport } from '../../src/core/tasks/act';
import type { Desk } from '../../src/core/tasks/desk';
import { generate, type GenerateOptions } from '../../src/core/tasks/generate';
import { importNew, type ImportReport } from '../../src/core/tasks/import-new';
import { mergeDownload } from '../../src/core/tasks/merge';
import { placeErrors, type ErrorsReport } from '../../src/core/tasks/place-errors';
import { validate } from '../../src/core/tasks/validate';
import { createMemoryWorkbook, type MemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { RECIPIENT } from './generate-download';

/** Words for telling what a user does with a workbook, so that a test reads as that user's story. Rows and columns count from 0. */
export interface MemoryDesk extends Desk {
  readonly workbook: MemoryWorkbook;
}

/** A desk on a workbook in memory, on the morning of 30-04-2026. */
export function memoryDesk(overrides: Partial<MemoryDesk> = {}): MemoryDesk {
  return {
    workbook: createMemoryWorkbook(),
    name: 'ims.xlsx',
    store: recordStore,
    books: booksStore,
    today: '30-04-2026',
    time: '09:12',
    ...overrides,
  };
}

export function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`refused: ${result.refusal.where}: ${result.refusal.reason}. ${result.refusal.advice}`);
  return result.value;
}

export function refusalOf(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('it was expected to be refused, and was not');
  return result.refusal;
}

/** `where: reason`: what a user reads first. */
export function spokenRefusal(result: Result<unknown>): string {
  const { where, reason } = refusalOf(result);
  return `${where}: ${reason}`;
}

// Files

export type Json = Record<string, unknown>;

export function fixtureBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, '../../fixtures', path)));
}

export function fixtureJson(path: string): Json {
  return JSON.parse(new TextDecoder().decode(fixtureBytes(path))) as Json;
}

/** A file with this content: bytes and text as they are, anything else as JSON. */
export function fileOf(content: unknown, name = 'download.json'): PortalFile {
  if (content instanceof Uint8Array) return { name, bytes: content };
  return { name, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) };
}

export function downloadOf(content: unknown, name?: string): Download {
  return must(readDownloads([fileOf(content, name)]));
}

/** An invoice as the portal sends it. A key set to undefined is left out. */
export function invoice(changes: Json = {}): Json {
  const record: Json = {
    stin: '27AAPFU0939F1ZV',
    tradenm: 'Aarav Steel Traders',
    inum: 'INV-1',
    inv_typ: 'R',
    idt: '03-04-2026',
    val: 11800,
    action: 'N',
    pos: '27',
    txval: 10000,
    iamt: 0,
    camt: 900,
    samt: 900,
    cess: 0,
    srcform: 'R1',
    rtnprd: '042026',
    srcfilstatus: 'F',
    ispendactblocked: 'N',
    isRemarksBlocked: 'N',
    itcRedReqBlocked: 'N',
    ...changes,
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

export function creditNote(changes: Json = {}): Json {
  return invoice({ inum: undefined, idt: undefined, nt_num: 'CN-1', nt_dt: '04-04-2026', ...changes });
}

/** An offline download with these sections. */
export function offline(sections: Record<string, unknown>): Json {
  return { imsDetails: sections };
}

// Jobs

export async function importJson(desk: Desk, content: unknown, gstin = RECIPIENT): Promise<ImportReport> {
  return must(await importNew(desk, downloadOf(content), gstin));
}

export async function importFixture(
  desk: Desk,
  path = 'downloads/download.json',
  gstin = RECIPIENT,
): Promise<ImportReport> {
  return importJson(desk, fixtureBytes(path), gstin);
}

export async function mergeJson(desk: Desk, content: unknown, gstin = ''): Promise<ImportReport> {
  return must(await mergeDownload(desk, downloadOf(content, 'later.json'), gstin));
}

/** Acts by a list as a person writes it. */
export async function actBy(desk: Desk, csv: string | Uint8Array): Promise<ActReport> {
  return must(await act(desk, must(readActions(fileOf(csv).bytes, 'actions.csv'))));
}

export async function placeErrorsOf(desk: Desk, content: unknown): Promise<Omit<ErrorsReport, 'places'>> {
  const { placed, unplaced } = must(await placeErrors(desk, must(readErrors(fileOf(content, 'errors.json')))));
  return { placed, unplaced };
}

/** `severity rule, sheet row, heading: message` of every finding. */
export async function findingsOf(desk: Desk): Promise<string[]> {
  return must(await validate(desk)).findings.map(spokenFinding);
}

export function spokenFinding({ severity, rule, sheet, row, column, message }: Finding): string {
  return `${severity} ${rule}, ${sheet} ${row === null ? 'no row' : `row ${row}`}${column === null ? '' : `, ${column}`}: ${message}`;
}

/** The records of the upload by section; an empty object where no file is made. */
export async function uploadOf(desk: Desk, options?: GenerateOptions): Promise<Record<string, Json[]>> {
  const { files } = must(await generate(desk, options));
  const sections: Record<string, Json[]> = {};
  for (const { text } of files) {
    const { invdata } = JSON.parse(text) as { invdata: Record<string, Json[]> };
    for (const [section, records] of Object.entries(invdata)) (sections[section] ??= []).push(...records);
  }
  return sections;
}

/** `number action` of every record in the upload, in its order. */
export async function sentActions(desk: Desk): Promise<string[]> {
  return Object.values(await uploadOf(desk)).flatMap((records) =>
    records.map(({ inum, nt_num, action }) => `${String(inum ?? nt_num)} ${String(action)}`),
  );
}

export async function ledgerOf(desk: Desk): Promise<Ledger> {
  const pieces = (await desk.workbook.read(STORE_SHEET)) ?? [];
  return must(await desk.store.unpack(pieces.map(([piece]) => String(piece))));
}

// Looking at a sheet

export async function cellsOf(desk: Pick<Desk, 'workbook'>, sheet: string): Promise<Cell[][]> {
  const cells = await desk.workbook.read(sheet);
  if (cells === undefined) throw new Error(`there is no sheet ${sheet}`);
  return cells;
}

export function headingRow(cells: readonly (readonly Cell[])[]): number {
  return cells.findIndex((row) => row.includes('Document number') && row.includes('Status'));
}

export async function columnAt(desk: Desk, sheet: string, heading: string): Promise<number> {
  const cells = await cellsOf(desk, sheet);
  const column = (cells[headingRow(cells)] ?? []).indexOf(heading);
  if (column < 0) throw new Error(`sheet ${sheet} has no heading ${heading}`);
  return column;
}

/** All cells under a heading, from the first data row on. */
export async function columnOf(desk: Desk, sheet: string, heading: string): Promise<Cell[]> {
  const [cells, column] = [await cellsOf(desk, sheet), await columnAt(desk, sheet, heading)];
  return cells.slice(headingRow(cells) + 1).map((row) => row[column] ?? '');
}

/** Row of the document with this number; `nth` where several rows show it. */
export async function rowOf(desk: Desk, sheet: string, number: string, nth = 0): Promise<number> {
  const cells = await cellsOf(desk, sheet);
  const column = await columnAt(desk, sheet, 'Document number');
  const rows = cells.flatMap((row, index) =>
    textOf(row[column] ?? '') === number && index > headingRow(cells) ? [index] : [],
  );
  const row = rows[nth];
  if (row === undefined) throw new Error(`sheet ${sheet} shows ${number} in ${rows.length} row(s)`);
  return row;
}

export async function cellOf(desk: Desk, sheet: string, number: string, heading: string, nth = 0): Promise<Cell> {
  const cells = await cellsOf(desk, sheet);
  return cells[await rowOf(desk, sheet, number, nth)]?.[await columnAt(desk, sheet, heading)] ?? '';
}

/** The cell to the right of a label on Home. */
export async function homeFact(desk: Desk, label: string): Promise<Cell> {
  const row = (await cellsOf(desk, 'Home')).find((cells) => cells.includes(label)) ?? [];
  return row[row.indexOf(label) + 1] ?? '';
}

// What users do

/** Types into the cells of a document's row, by their headings. */
export async function type(
  desk: MemoryDesk,
  sheet: string,
  number: string,
  cells: Record<string, Cell>,
  nth = 0,
): Promise<void> {
  const row = await rowOf(desk, sheet, number, nth);
  for (const [heading, cell] of Object.entries(cells))
    desk.workbook.type(sheet, row, await columnAt(desk, sheet, heading), cell);
}

export async function typeOnHome(desk: Pick<MemoryDesk, 'workbook'>, label: string, cell: Cell): Promise<void> {
  const cells = await cellsOf(desk, 'Home');
  const row = cells.findIndex((candidate) => candidate.includes(label));
  desk.workbook.type('Home', row, cells[row]!.indexOf(label) + 1, cell);
}

export async function deleteRow(desk: MemoryDesk, sheet: string, number: string, nth = 0): Promise<void> {
  const row = await rowOf(desk, sheet, number, nth);
  desk.workbook.reshape(sheet, (cells) => cells.filter((_, index) => index !== row));
}

/** Clears every visible cell of the row, as the Delete key does; helper columns may survive. */
export async function clearRow(desk: MemoryDesk, sheet: string, number: string, helpersToo: boolean): Promise<void> {
  const row = await rowOf(desk, sheet, number);
  const firstHelper = await columnAt(desk, sheet, 'Record key');
  desk.workbook.reshape(sheet, (cells) =>
    cells.map((old, index) =>
      index === row ? old.map((cell, column) => (helpersToo || column < firstHelper ? '' : cell)) : old,
    ),
  );
}

/** Copies a whole row and inserts the copy below the last one, or at a place. */
export async function copyRow(desk: MemoryDesk, sheet: string, number: string, to?: number): Promise<void> {
  const row = await rowOf(desk, sheet, number);
  desk.workbook.reshape(sheet, (cells) => {
    const at = to ?? cells.length;
    return [...cells.slice(0, at), [...cells[row]!], ...cells.slice(at)];
  });
}

/** Sorts the data rows, or only some of their columns, by what `before` says of two rows. */
export function sortRows(
  desk: MemoryDesk,
  sheet: string,
  before: (a: readonly Cell[], b: readonly Cell[]) => number,
  columns?: readonly number[],
): void {
  desk.workbook.reshape(sheet, (cells) => {
    const top = headingRow(cells) + 1;
    const sorted = cells.slice(top).sort(before);
    const data =
      columns === undefined
        ? sorted
        : cells
            .slice(top)
            .map((row, index) =>
              row.map((cell, column) => (columns.includes(column) ? (sorted[index]?.[column] ?? '') : cell)),
            );
    return [...cells.slice(0, top), ...data];
  });
}

export function insertColumn(desk: MemoryDesk, sheet: string, at: number, heading: Cell = ''): void {
  desk.workbook.reshape(sheet, (cells) => {
    const head = headingRow(cells);
    return cells.map((row, index) => [...row.slice(0, at), index === head ? heading : '', ...row.slice(at)]);
  });
}

export function moveColumn(desk: MemoryDesk, sheet: string, from: number, to: number): void {
  desk.workbook.reshape(sheet, (cells) =>
    cells.map((row) => {
      const rest = row.filter((_, column) => column !== from);
      return [...rest.slice(0, to), row[from] ?? '', ...rest.slice(to)];
    }),
  );
}

export function renameHeading(desk: MemoryDesk, sheet: string, from: string, to: Cell): void {
  desk.workbook.reshape(sheet, (cells) => {
    const head = headingRow(cells);
    return cells.map((row, index) => (index === head ? row.map((cell) => (cell === from ? to : cell)) : row));
  });
}
