import { done, type Result } from '../kernel/result';
import {
  partLimits,
  profiles,
  uploadParts,
  type PartLimits,
  type ProfileName,
  type UploadPart,
} from '../engine/upload';
import { records as recordTypes } from '../records/index';
import type { Paise } from '../kernel/money';
import { taxOf } from '../language/row';
import { checkBook, type CheckedBook } from './check-book';
import type { Desk } from './desk';
import { openBook } from './open-book';
import { recipientOf } from './recipient';
import { reportOf, type ValidateReport } from './validate';

export interface UploadFile extends UploadPart {
  /** `IMS_<GSTIN>_<yyyymmdd-hhmm>[_<part>].json` */
  readonly name: string;
}

export type ActionCounts = UploadPart['actions'];

export interface GenerateReport extends ValidateReport {
  readonly gstin: string;
  readonly profile: ProfileName;
  /** what would be uploaded, by sheet; also where errors stop the files */
  readonly sheets: Readonly<Record<string, ActionCounts>>;
  /** records to be rejected, and the tax on them */
  readonly rejected: { readonly records: number; readonly tax: Paise };
  readonly files: readonly UploadFile[];
}

export interface GenerateOptions {
  /** undefined: the one named on Home */
  readonly profile?: ProfileName | undefined;
  readonly limits: PartLimits;
}

export const generateDefaults: GenerateOptions = { limits: partLimits };

/** Checks the book and makes the upload files, for a right GSTIN only. With an error there is none; with nothing changed there is none either. The workbook stays as it is. */
export async function generate(
  desk: Desk,
  options: GenerateOptions = generateDefaults,
): Promise<Result<GenerateReport>> {
  const tried = await tryGenerate(desk, options);
  if (!tried.ok) return tried;
  const { recipient, ...report } = tried.value;
  return recipient.ok ? done(report) : recipient;
}

export interface TriedReport extends GenerateReport {
  /** refused: whose file it would be is not known, so that there is none */
  readonly recipient: Result<string>;
}

/** As `generate`, but what stands beside GSTIN on Home is one condition among the others. */
export async function tryGenerate(
  desk: Desk,
  { profile: asked, limits }: GenerateOptions = generateDefaults,
): Promise<Result<TriedReport>> {
  const opened = await openBook(desk);
  if (!opened.ok) return opened;
  const book = opened.value;
  const checked = checkBook(book, desk.today);
  const report = reportOf(checked.findings);
  const recipient = recipientOf(book, desk.name);
  const gstin = recipient.ok ? recipient.value : book.gstin;
  const name = asked ?? (book.settings.profile as ProfileName);
  const profile = profiles[name];
  const entries = checked.toSend.filter(
    ({ decision }) => !(profile.noAction === 'leave-out' && decision.action === 'N'),
  );
  const parts = report.errors > 0 || !recipient.ok ? [] : uploadParts(gstin, entries, recordTypes, profile, limits);
  const stamp = `${desk.today.split('-').reverse().join('')}-${desk.time.replace(':', '')}`;
  const files = parts.map((part, index) => ({
    ...part,
    name: `IMS_${gstin}_${stamp}${parts.length > 1 ? `_${String(index + 1)}` : ''}.json`,
  }));
  return done({ ...report, gstin, recipient, profile: name, ...countActions(entries), files });
}

function countActions(entries: CheckedBook['toSend']): Pick<GenerateReport, 'sheets' | 'rejected'> {
  const sheets: Record<string, Record<keyof ActionCounts, number>> = {};
  const rejected = { records: 0, tax: 0 };
  for (const { record, decision } of entries) {
    const counts = (sheets[record.type.sheet] ??= { A: 0, R: 0, P: 0, N: 0 });
    counts[decision.action] += 1;
    if (decision.action !== 'R') continue;
    rejected.records += 1;
    rejected.tax += taxOf(record.row);
  }
  return { sheets, rejected };
}
