import type { Cell } from '../kernel/cell';
import { done, refuse, type Result } from '../kernel/result';
import type { PortalError, PortalErrors } from '../engine/portal-errors';
import type { ImsRecord } from '../engine/ledger';
import { meaningOf } from '../language/portal-message';
import type { SheetEdit } from '../workbook';
import type { Desk } from './desk';
import { openBook } from './open-book';
import { resolveRows, type ClaimedRow } from './resolve-rows';
import { columnEdit, guardOf } from './column-edit';

export interface ErrorsReport {
  readonly placed: number;
  readonly unplaced: readonly {
    readonly section: string;
    readonly gstin: string;
    readonly number: string;
    readonly message: string;
  }[];
  /** where the messages stand now; rows from 0 */
  readonly places: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly number: string;
    readonly message: string;
    /** in plain words; blank where it is not known */
    readonly meaning: string;
  }[];
}

/** Puts the portal's messages on their rows; those of an earlier error file go [contract, reading 10]. */
export async function placeErrors(desk: Desk, file: PortalErrors): Promise<Result<ErrorsReport>> {
  const planned = await planErrors(desk, file);
  if (!planned.ok) return planned;
  await desk.workbook.change(planned.value.edits, desk.progress);
  return done(planned.value.report);
}

async function planErrors(
  desk: Desk,
  file: PortalErrors,
): Promise<Result<{ edits: readonly SheetEdit[]; report: ErrorsReport }>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  if (file.gstin !== '' && book.gstin !== '' && file.gstin !== book.gstin) {
    return refuse('gstin-differs', file.file, { found: file.gstin, expected: book.gstin });
  }
  const rows = resolveRows(book);
  const index = indexRecords(rows.claimed);
  const texts = new Map<ClaimedRow, string[]>();
  const unplaced: PortalError[] = [];
  let placed = 0;
  for (const error of file.errors) {
    const found = findRow(index, error);
    if (found === undefined) {
      unplaced.push(error);
      continue;
    }
    placed += 1;
    const messages = texts.get(found);
    if (messages === undefined) texts.set(found, [error.message]);
    else if (!messages.includes(error.message)) messages.push(error.message);
  }
  const bySheet = new Map<string, Map<number, Cell>>();
  for (const [{ sheet, row }, messages] of texts) {
    const cells = bySheet.get(sheet.name);
    if (cells === undefined) bySheet.set(sheet.name, new Map([[row, messages.join(' | ')]]));
    else cells.set(row, messages.join(' | '));
  }
  const edits = book.sheets.flatMap((sheet): SheetEdit[] => {
    const edit = columnEdit(sheet, 'portalErrors', (row) => bySheet.get(sheet.name)?.get(row) ?? '');
    return edit === undefined ? [] : [{ sheet: sheet.name, columns: [edit], ...guardOf(sheet, [edit]) }];
  });
  const places = [...texts].map(([{ sheet, row, record }, messages]) => {
    const message = messages.join(' | ');
    const meaning = meaningOf(message, sheet.type);
    return { sheet: sheet.name, row, number: record.row.number, message, meaning };
  });
  const report = {
    placed,
    places,
    unplaced: unplaced.map(({ section, gstin, number, message }) => ({ section, gstin, number, message })),
  };
  return done({ edits, report });
}

function indexRecords(claimed: readonly ClaimedRow[]): Map<string, ClaimedRow[]> {
  const index = new Map<string, ClaimedRow[]>();
  for (const entry of claimed) {
    const key = keyOf(entry.record.type.sheet, entry.record.row.supplierGstin, entry.record.row.number);
    const same = index.get(key);
    if (same === undefined) index.set(key, [entry]);
    else same.push(entry);
  }
  return index;
}

function keyOf(sheet: string, gstin: string, number: string): string {
  return [sheet, gstin, number].map((part) => part.replace(/\s/g, '').toUpperCase()).join('\u0001');
}

/** Section, GSTIN and number; of several the one of the period, then of the amount. Two that still look alike: the first that would be sent by name of order. */
function findRow(index: ReadonlyMap<string, ClaimedRow[]>, error: PortalError): ClaimedRow | undefined {
  const same = index.get(keyOf(error.sheet, error.gstin, error.number));
  if (same === undefined || error.number === '') return undefined;
  const inPeriod = error.period === '' ? same : narrow(same, ({ row }) => samePeriod(row.period, error.period), false);
  return narrow(inPeriod, ({ row }) => row.value === error.value, true)[0];
}

/** `04` and `042026` are the same period in two spellings. */
function samePeriod(a: string, b: string): boolean {
  return a === b || (a.length !== b.length && a.slice(0, 2) === b.slice(0, 2));
}

function narrow(
  rows: readonly ClaimedRow[],
  fits: (record: ImsRecord) => boolean,
  orAll: boolean,
): readonly ClaimedRow[] {
  const fitting = rows.filter(({ record }) => fits(record));
  return fitting.length === 0 && orAll ? rows : fitting;
}
