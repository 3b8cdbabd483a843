import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import type { Download } from '../engine/download';
import type { HistoryEntry, Ledger } from '../engine/ledger';
import { records as recordTypes } from '../records/index';
import { STORE_SHEET } from '../engine/store';
import { type SheetEdit } from '../workbook';
import type { Desk } from './desk';
import { hiddenEdit } from './hidden-sheet';
import { agreeOnGstin, checkUsable, type ImportReport, type SheetCounts } from './import-new';
import { mergeRecords, type Merged } from './merge-records';
import { roomFor, rowEdits } from './merge-rows';
import { openBook } from './open-book';
import { importedText } from './plan-home';
import { periodNames } from './plan-sheet';
import { homeEdits } from './refresh-home';
import { resolveRows } from './resolve-rows';

/** Merges a later download into existing work [contract, reading 11]. Nobody's work is lost: it stays in its cells, or in the history.
 * Unless the user is `sure`, a download that has none of the workbook's records is refused: it may be another client's. */
export async function mergeDownload(
  desk: Desk,
  download: Download,
  askedGstin: string,
  sure = true,
): Promise<Result<ImportReport>> {
  const planned = await planMerge(desk, download, askedGstin, sure);
  if (!planned.ok) return planned;
  await desk.workbook.change(planned.value.edits, desk.progress);
  return done(planned.value.report);
}

async function planMerge(
  desk: Desk,
  download: Download,
  askedGstin: string,
  sure: boolean,
): Promise<Result<{ edits: readonly SheetEdit[]; report: ImportReport }>> {
  const usable = checkUsable(download);
  if (!usable.ok) return usable;
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const where = download.files.join(', ');
  const offered = agreeOnGstin(download.gstin, askedGstin, where);
  if (!offered.ok) return offered;
  if (offered.value !== '' && book.gstin !== '' && offered.value !== book.gstin) {
    const blamed = download.gstin === '' ? '--gstin' : where;
    return refuse('gstin-differs', blamed, { found: offered.value, expected: book.gstin });
  }
  const rows = resolveRows(book);
  const at = `${desk.today} ${desk.time}`;
  const details: string[] = [];
  const merged = mergeRecords(book, rows, download, details);
  const known = merged.filter(({ kind }) => kind !== 'new');
  if (!sure && known.length > 0 && known.every(({ kind }) => kind === 'withdrawn')) {
    return refuse('merge-withdraws', where, { records: known.length });
  }
  const gstin = book.gstin === '' ? offered.value : book.gstin;
  const history: HistoryEntry = { at, event: sentence('history-merge', { files: where }), details };
  const ledger: Ledger = {
    gstin: book.ledger.gstin === '' ? download.gstin : book.ledger.gstin,
    importedAt: at,
    files: download.files,
    records: merged.map(({ record }) => record),
    kept: { ...book.ledger.kept, ...download.kept },
    history: [...book.ledger.history, history],
    nextId: book.ledger.nextId + merged.filter(({ kind }) => kind === 'new').length,
  };
  const room = roomFor(book, rows, merged, desk.workbook.rowLimit);
  if (!room.ok) return { ok: false, refusal: { ...room.refusal, where } };
  const pieces = await desk.store.pack(ledger);
  const storeEdit = hiddenEdit(STORE_SHEET, pieces);
  const { edits, placed } = rowEdits(book, rows, merged, ledger, gstin);
  const facts = {
    imported: importedText(ledger),
    checked: sentence('checked-before'),
    periods: periodNames(ledger.records),
    ...(gstin === '' ? {} : { gstin }),
  };
  const report = {
    gstin,
    sheets: countSheets(merged),
    notHandled: download.notHandled,
    warnings: [...download.warnings, ...unusable(merged), ...uncovered(merged, download), ...emptied(merged)],
  };
  return done({ edits: [...edits, homeEdits(book, placed, facts), storeEdit], report });
}

function countSheets(merged: readonly Merged[]): Record<string, SheetCounts> {
  return Object.fromEntries(
    recordTypes.map((type) => {
      const own = merged.filter(({ record }) => record.type === type);
      const count = (...kinds: Merged['kind'][]): number => own.filter(({ kind }) => kinds.includes(kind)).length;
      return [
        type.sheet,
        {
          records: own.length,
          new: count('new'),
          changed: count('changed'),
          withdrawn: count('withdrawn'),
          unchanged: count('unchanged', 'unusable', 'uncovered'),
        },
      ];
    }),
  );
}

/** A download without one record of a sheet may be the wrong file: that must not go by unseen. */
function emptied(merged: readonly Merged[]): string[] {
  return recordTypes.flatMap((type) => {
    const known = merged.filter(({ record, kind }) => record.type === type && kind !== 'new');
    const all = known.length > 0 && known.every(({ kind }) => kind === 'withdrawn');
    return all ? [sentence('sheet-emptied', { sheet: type.sheet, records: known.length })] : [];
  });
}

/** The reader has said why of each; here it is said what became of the versions from before. */
function unusable(merged: readonly Merged[]): string[] {
  return recordTypes.flatMap((type) => {
    const records = merged.filter(({ record, kind }) => record.type === type && kind === 'unusable').length;
    return records === 0 ? [] : [sentence('versions-unusable', { sheet: type.sheet, records })];
  });
}

function uncovered(merged: readonly Merged[], download: Download): string[] {
  return recordTypes.flatMap((type) => {
    const records = merged.filter(({ record, kind }) => record.type === type && kind === 'uncovered').length;
    return records === 0 || download.covers.has(type.sheet)
      ? []
      : [sentence('section-missing-partial', { section: type.section, sheet: type.sheet, records })];
  });
}
