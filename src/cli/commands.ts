import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readActions } from '../boundary/actions-csv';
import { readErrors } from '../boundary/error-json';
import type { Moment } from '../boundary/moment';
import { readDownloads, type PortalFile } from '../boundary/portal-json';
import { checkUpload } from '../boundary/upload-json';
import { refuse, type Result } from '../core/kernel/result';
import { note as sentence, portalMenu } from '../core/kernel/sentences';
import type { ProfileName } from '../core/engine/upload';
import { act } from '../core/tasks/act';
import { generate } from '../core/tasks/generate';
import { importNew, type ImportReport } from '../core/tasks/import-new';
import { mergeDownload } from '../core/tasks/merge';
import { placeErrors } from '../core/tasks/place-errors';
import { validate } from '../core/tasks/validate';
import { checkPlace, makeFolder, readInput, writeOutputs } from './files';
import { openDesk, saveWorkbook } from './open-workbook';
import { createProgress, exitCodes, speakFindings, speakTable, type Voice } from './speak';

export interface Run {
  readonly voice: Voice;
  readonly moment: Moment;
}

export interface ImportOptions {
  readonly out?: string | undefined;
  readonly into?: string | undefined;
  readonly gstin?: string | undefined;
}

export async function runImport(
  { voice, moment }: Run,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const { out, into, gstin = '' } = options;
  if ((out === undefined) === (into === undefined)) {
    return voice.refuse(refuse('option-wrong', '', { fault: sentence('cli-out-or-into'), command: 'import ' }).refusal);
  }
  if (out !== undefined) {
    const place = checkPlace(out);
    if (!place.ok) return voice.refuse(place.refusal);
    if (existsSync(out)) return voice.refuse(refuse('file-exists', out).refusal);
  }
  const files: PortalFile[] = [];
  for (const path of paths) {
    const read = readInput(path);
    if (!read.ok) return voice.refuse(read.refusal);
    files.push({ name: basename(path), bytes: read.value });
  }
  const download = readDownloads(files);
  if (!download.ok) return voice.refuse(download.refusal);
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(into, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  const report =
    into === undefined
      ? await importNew(desk.value, download.value, gstin)
      : await mergeDownload(desk.value, download.value, gstin);
  progress.end();
  if (!report.ok) return voice.refuse(report.refusal);
  const target = out ?? into ?? '';
  const saved = saveWorkbook(desk.value, target);
  if (!saved.ok) return voice.refuse(saved.refusal);
  speakImport(voice, report.value, target, into !== undefined);
  return exitCodes.done;
}

/** Notes about single records on the terminal; all of them are in --json. */
const MOST_NOTES = 20;

function speakImport(voice: Voice, report: ImportReport, target: string, merged: boolean): void {
  for (const warning of report.warnings.slice(0, MOST_NOTES)) voice.warn(warning);
  if (report.warnings.length > MOST_NOTES)
    voice.warn(sentence('cli-more-notes', { more: report.warnings.length - MOST_NOTES }));
  const rows = Object.entries(report.sheets).map(([sheet, counts]) => [
    sheet,
    counts.records,
    counts.new,
    counts.changed,
    counts.withdrawn,
    counts.unchanged,
  ]);
  voice.say(
    sentence(merged ? 'cli-merged' : 'cli-imported', {
      workbook: target,
      gstin: report.gstin === '' ? sentence('cli-no-gstin') : report.gstin,
    }),
  );
  speakTable(
    voice,
    merged ? ['Sheet', 'Records', 'New', 'Changed', 'Withdrawn', 'Unchanged'] : ['Sheet', 'Records'],
    merged ? rows : rows.map((row) => row.slice(0, 2)),
  );
  voice.object(report);
}

export async function runValidate({ voice, moment }: Run, book: string): Promise<number> {
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(book, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  const report = await validate(desk.value);
  progress.end();
  if (!report.ok) return voice.refuse(report.refusal);
  const saved = saveWorkbook(desk.value, book);
  if (!saved.ok) return voice.refuse(saved.refusal);
  speakFindings(voice, report.value.findings);
  voice.say(sentence('cli-checked', { errors: report.value.errors, warnings: report.value.warnings, workbook: book }));
  voice.object(report.value);
  return report.value.errors > 0 ? exitCodes.errors : exitCodes.done;
}

export interface GenerateCliOptions {
  readonly out: string;
  readonly profile?: ProfileName;
  readonly maxRecords: number;
  readonly maxBytes: number;
}

export async function runGenerate({ voice, moment }: Run, book: string, options: GenerateCliOptions): Promise<number> {
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(book, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  const report = await generate(desk.value, {
    profile: options.profile,
    limits: { records: options.maxRecords, bytes: options.maxBytes },
  });
  progress.end();
  if (!report.ok) return voice.refuse(report.refusal);
  const { errors, warnings, findings, files, gstin, profile } = report.value;
  const outputs = files.map(({ name, text }) => ({ path: join(options.out, name), content: text }));
  const written = writeUpload(outputs, options.out, profile);
  if (!written.ok) return voice.refuse(written.refusal);
  voice.object({
    errors,
    warnings,
    findings,
    files: files.map(({ records, actions }, index) => ({ path: outputs[index]?.path ?? '', gstin, records, actions })),
  });
  speakFindings(voice, findings);
  if (errors > 0) {
    voice.say(sentence('cli-not-generated', { errors }));
    return exitCodes.errors;
  }
  if (files.length === 0) {
    voice.say(sentence('cli-nothing-changed'));
    return exitCodes.nothingChanged;
  }
  for (const [index, { records, actions }] of files.entries()) {
    const { A, R, P, N } = actions;
    voice.say(sentence('cli-generated', { path: outputs[index]?.path ?? '', records, A, R, P, N }));
  }
  if (files.some(({ actions }) => actions.N > 0)) voice.warn(sentence('no-action-untested'));
  voice.say(sentence('cli-upload-next', { menu: portalMenu.upload }));
  return exitCodes.done;
}

function writeUpload(
  outputs: readonly { path: string; content: string }[],
  out: string,
  profile: ProfileName,
): Result<true> {
  for (const { path, content } of outputs) {
    const right = checkUpload(content, basename(path), profile);
    if (!right.ok) return right;
  }
  if (outputs.length === 0) return { ok: true, value: true };
  const folder = makeFolder(out);
  if (!folder.ok) return folder;
  const written = writeOutputs(outputs);
  if (written.ok) removeOlderParts(out, outputs);
  return written;
}

/** Files of an earlier run in the same minute have the same name but for the part; mixed with the new ones they would undo answers. */
function removeOlderParts(out: string, outputs: readonly { path: string }[]): void {
  const names = outputs.map(({ path }) => basename(path));
  const stamp = /^(IMS_.{15}_\d{8}-\d{4})/.exec(names[0] ?? '')?.[1];
  for (const name of stamp === undefined ? [] : readdirSync(out)) {
    if (!names.includes(name) && name.startsWith(String(stamp)) && /_\d{8}-\d{4}(?:_\d+)?\.json$/.test(name))
      rmSync(join(out, name));
  }
}

export async function runErrors({ voice, moment }: Run, path: string, into: string): Promise<number> {
  const read = readInput(path);
  if (!read.ok) return voice.refuse(read.refusal);
  const errors = readErrors({ name: basename(path), bytes: read.value });
  if (!errors.ok) return voice.refuse(errors.refusal);
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(into, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  const report = await placeErrors(desk.value, errors.value);
  progress.end();
  if (!report.ok) return voice.refuse(report.refusal);
  const saved = saveWorkbook(desk.value, into);
  if (!saved.ok) return voice.refuse(saved.refusal);
  const { placed, unplaced } = report.value;
  for (const { section, gstin, number, message } of unplaced.slice(0, MOST_NOTES))
    voice.warn(sentence('error-unplaced', { section, gstin, number, message }));
  if (placed === 0 && unplaced.length > 0 && errors.value.gstin === '')
    voice.warn(sentence('error-file-of-other-gstin'));
  voice.say(sentence('cli-errors-placed', { placed, unplaced: unplaced.length, workbook: into }));
  voice.object({ placed, unplaced });
  return exitCodes.done;
}

export async function runAct({ voice, moment }: Run, book: string, list: string): Promise<number> {
  const read = readInput(list);
  if (!read.ok) return voice.refuse(read.refusal);
  const lines = readActions(read.value, basename(list));
  if (!lines.ok) return voice.refuse(lines.refusal);
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(book, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  const report = await act(desk.value, lines.value);
  progress.end();
  if (!report.ok) return voice.refuse(report.refusal);
  const saved = saveWorkbook(desk.value, book);
  if (!saved.ok) return voice.refuse(saved.refusal);
  const { changed, unmatched } = report.value;
  for (const { line, reason } of unmatched.slice(0, MOST_NOTES))
    voice.warn(sentence('cli-unmatched', { list: basename(list), line: String(line), reason }));
  if (unmatched.length > MOST_NOTES) voice.warn(sentence('cli-more-notes', { more: unmatched.length - MOST_NOTES }));
  voice.say(sentence('cli-acted', { changed, unmatched: unmatched.length, workbook: book }));
  voice.object(report.value);
  return exitCodes.done;
}
