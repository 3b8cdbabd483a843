import { formatCount } from '../kernel/money';
import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Downloaded, Download } from '../engine/download';
import type { ImsRecord, Ledger } from '../engine/ledger';
import { records as recordTypes } from '../records/index';
import { STORE_SHEET } from '../engine/store';
import { type SheetPlan } from '../workbook';
import type { Desk } from './desk';
import { FIRST_DATA_ROW, sheetName } from './headings';
import { planHidden } from './hidden-sheet';
import { checkGstin } from './open-book';
import { planHome, totalsOf } from './plan-home';
import { planSheet } from './plan-sheet';

export interface SheetCounts {
  readonly records: number;
  readonly new: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly unchanged: number;
}

export interface ImportReport {
  readonly gstin: string;
  readonly sheets: Readonly<Record<string, SheetCounts>>;
  readonly notHandled: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/** More records than this do not fit into the memory that a workbook of them needs (docs/benchmarks.md). */
const MAX_RECORDS = 500_000;

/** Makes a new workbook from a download. One without a record would only look as if it had been read. */
export async function importNew(desk: Desk, download: Download, askedGstin: string): Promise<Result<ImportReport>> {
  const gstin = agreeOnGstin(download.gstin, askedGstin, download.files.join(', '));
  if (!gstin.ok) return gstin;
  const usable = checkUsable(download);
  if (!usable.ok) return usable;
  if (download.records.length === 0) return refuseEmpty(download);
  if (download.records.length > MAX_RECORDS) {
    return refuse('too-many-records', download.files.join(', '), {
      records: download.records.length,
      limit: MAX_RECORDS,
    });
  }
  const at = `${desk.today} ${desk.time}`;
  const records = download.records.map((record, index) => newRecord(record, index + 1, 'current', ''));
  const ledger: Ledger = {
    gstin: download.gstin,
    importedAt: at,
    files: download.files,
    records,
    kept: download.kept,
    history: [
      {
        at,
        event: sentence('history-import', { files: download.files.join(', '), records: records.length }),
        details: [],
      },
    ],
    nextId: records.length + 1,
  };
  const pieces = await desk.store.pack(ledger);
  await desk.workbook.prepare(planBook(desk, ledger, gstin.value, pieces), desk.progress);
  const warnings = gstin.value === '' ? [...download.warnings, sentence('recipient-unknown')] : download.warnings;
  return done({
    gstin: gstin.value,
    sheets: Object.fromEntries(
      recordTypes.map((type) => {
        const count = records.filter((record) => record.type === type).length;
        return [type.sheet, { records: count, new: count, changed: 0, withdrawn: 0, unchanged: 0 }];
      }),
    ),
    notHandled: download.notHandled,
    warnings,
  });
}

/** A download of which nothing can be used says nothing, not even that records are gone. */
export function checkUsable({ files, records, leftOut }: Download): Result<true> {
  if (records.length > 0 || leftOut === undefined) return done(true);
  return refuse('no-usable-record', files.join(', '), { records: leftOut.records, first: leftOut.first });
}

function refuseEmpty({ files, covers, notHandled }: Download): ReturnType<typeof refuse> {
  const others = Object.entries(notHandled).filter(([, count]) => count > 0);
  if (others.length > 0) {
    const sections = others.map(([section, count]) => `${section}: ${formatCount(count)}`).join(', ');
    return refuse('no-record-handled', files.join(', '), { sections });
  }
  return refuse('no-record', files.join(', '), { sheets: [...covers].join(', ') });
}

/** The GSTIN asked for and the one in the file must agree; one that the user names must be right. */
export function agreeOnGstin(inFile: string, asked: string, where: string): Result<string> {
  if (asked.trim() === '') return done(inFile);
  const checked = checkGstin(asked, '--gstin');
  if (!checked.ok) return checked;
  if (inFile !== '' && inFile !== checked.value)
    return refuse('gstin-differs', where, { found: inFile, expected: checked.value });
  return checked;
}

export function newRecord(
  { type, raw, row }: Downloaded,
  id: number,
  standing: ImsRecord['standing'],
  change: string,
): ImsRecord {
  return { id: String(id), type, raw, row, standing, change };
}

function planBook(desk: Desk, ledger: Ledger, gstin: string, pieces: readonly string[]): SheetPlan[] {
  const perSheet = desk.workbook.rowLimit - FIRST_DATA_ROW;
  const sheets: SheetPlan[] = [];
  const totals = [];
  for (const type of recordTypes) {
    const records = ledger.records.filter((record) => record.type === type);
    for (let part = 0; part === 0 || part * perSheet < records.length; part += 1) {
      const own = records.slice(part * perSheet, (part + 1) * perSheet);
      const name = sheetName(type, part);
      sheets.push(planSheet(type, name, own, ledger, gstin));
      totals.push(
        totalsOf(
          type,
          name,
          own.map(({ row }) => ({ row, status: row.status })),
        ),
      );
    }
  }
  return [planHome(ledger, gstin, totals, sentence('never')), ...sheets, planHidden(STORE_SHEET, pieces)];
}
