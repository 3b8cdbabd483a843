import { done, refuse, type Result } from '../kernel/result';
import {
  partLimits,
  profiles,
  uploadParts,
  type PartLimits,
  type ProfileName,
  type UploadPart,
} from '../engine/upload';
import { records as recordTypes } from '../records/index';
import { checkBook } from './check-book';
import type { Desk } from './desk';
import { checkGstin, openBook } from './open-book';
import { reportOf, type ValidateReport } from './validate';

export interface UploadFile extends UploadPart {
  /** `IMS_<GSTIN>_<yyyymmdd-hhmm>[_<part>].json` */
  readonly name: string;
}

export interface GenerateReport extends ValidateReport {
  readonly gstin: string;
  readonly files: readonly UploadFile[];
}

export interface GenerateOptions {
  readonly profile: ProfileName;
  readonly limits: PartLimits;
}

export const generateDefaults: GenerateOptions = { profile: 'standard', limits: partLimits };

/** Checks the book and makes the upload files. With an error there is none; with nothing changed there is none either. The workbook stays as it is. */
export async function generate(
  desk: Desk,
  options: GenerateOptions = generateDefaults,
): Promise<Result<GenerateReport>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const checked = checkBook(book, desk.today);
  const report = reportOf(checked.findings);
  if (book.gstin === '') return refuse('gstin-missing', desk.name);
  const gstin = checkGstin(book.gstin, desk.name);
  if (!gstin.ok) return gstin;
  if (book.ledger.gstin !== '' && book.ledger.gstin !== gstin.value) {
    const { ok } = checkGstin(book.ledger.gstin, desk.name);
    if (ok) return refuse('gstin-on-home-differs', desk.name, { found: gstin.value, expected: book.ledger.gstin });
  }
  const profile = profiles[options.profile];
  const entries = checked.toSend.filter(
    ({ decision }) => !(profile.noAction === 'leave-out' && decision.action === 'N'),
  );
  const parts = report.errors > 0 ? [] : uploadParts(gstin.value, entries, recordTypes, profile, options.limits);
  const stamp = `${desk.today.split('-').reverse().join('')}-${desk.time.replace(':', '')}`;
  const files = parts.map((part, index) => ({
    ...part,
    name: `IMS_${gstin.value}_${stamp}${parts.length > 1 ? `_${String(index + 1)}` : ''}.json`,
  }));
  return done({ ...report, gstin: gstin.value, files });
}
