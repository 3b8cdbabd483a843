import { isGstin, normaliseGstin } from '../core/kernel/gstin';
import { done, refuse, type Refusal, type Result } from '../core/kernel/result';
import { note } from '../core/kernel/sentences';
import type { RecordType } from '../core/language/record';
import type { Download, Downloaded, LeftOut } from '../core/engine/download';
import { columnForKey, keyOfColumn, readRecord, type ReadingNote } from '../core/engine/read';
import type { Raw } from '../core/engine/ledger';
import { records } from '../core/records/index';
import { UNCLEAR_PENDING_KEY } from '../core/records/columns';
import * as validators from './generated/validators';
import { inSheetOrder, joinDownloads, ownValue } from './join-downloads';
import { parseJson, placeKey, type JsonDocument } from './json-text';
import { createQuotes, documentOf, noteOf, oneLine, whyUnusable, type Telling } from './reading-notes';

export interface PortalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Json = Readonly<Record<string, unknown>>;

/** Names of things as people say them, for sentences about a wrong file. */
export function nameOfKind(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'true or false';
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const typesBySection = new Map<string, RecordType>(
  records.flatMap((type) => [type.section, ...type.sectionAliases].map((name) => [name, type] as const)),
);

/** Sections of GSTR-2B's spelling that mix credit and debit notes [rule book 1.1]. */
const MIXED_NOTES: Readonly<Record<string, { credit: string; debit: string }>> = {
  cdnr: { credit: 'b2bcn', debit: 'b2bdn' },
  cdnra: { credit: 'b2bcna', debit: 'b2bdna' },
};

function sectionName(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '');
}

/** The record type of a section key in any known spelling [rule book 1.1]. */
export function typeOfSection(key: string): RecordType | undefined {
  return typesBySection.get(sectionName(key));
}

interface Envelope {
  readonly gstin: string;
  /** sections by their keys; also those that stand beside the envelope's own */
  readonly sections: readonly (readonly [string, unknown])[];
  readonly complete: boolean;
}

/** Reads one or several downloads of one GSTIN as one set, in any envelope of rule book 1.1. */
export function readDownloads(files: readonly PortalFile[]): Result<Download> {
  const parts: Download[] = [];
  for (const file of files) {
    const part = readDownload(file);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const [first] = parts;
  if (first === undefined) return refuse('no-sections', 'the list of files');
  return parts.length === 1 ? done(first) : joinDownloads(parts);
}

function readDownload(file: PortalFile): Result<Download> {
  const document = parseJson(file.bytes, file.name);
  if (!document.ok) return document;
  const envelope = openEnvelope(document.value.root, file.name);
  if (!envelope.ok) return envelope;
  return readSections(envelope.value, document.value, file.name);
}

function openEnvelope(root: unknown, file: string): Result<Envelope> {
  if (!isObject(root)) return refuse('root-not-object', file, { found: nameOfKind(root) });
  const otherFile = nameOtherFile(root, file);
  if (otherFile !== undefined) return { ok: false, refusal: otherFile };
  for (const [key, complete] of [
    ['imsDetails', true],
    ['data', false],
  ] as const) {
    const inner = valueIgnoringCase(root, key);
    if (inner === undefined) continue;
    if (!isObject(inner)) return refuse('root-not-object', file, { found: `${nameOfKind(inner)} under ${key}` });
    const nested = nameOtherFile(inner, file);
    if (nested !== undefined) return { ok: false, refusal: nested };
    const beside = Object.entries(root).filter(
      ([name, value]) =>
        Array.isArray(value) || typeOfSection(name) !== undefined || MIXED_NOTES[sectionName(name)] !== undefined,
    );
    return done({ gstin: gstinIn(root) || gstinIn(inner), sections: [...Object.entries(inner), ...beside], complete });
  }
  return done({ gstin: gstinIn(root), sections: Object.entries(root), complete: false });
}

/** Recognises the neighbours of a download, so that the refusal can say what the file is. */
function nameOtherFile(root: Json, file: string): Refusal | undefined {
  const refusal = (() => {
    if (root['reqtyp'] !== undefined || root['invdata'] !== undefined) {
      return refuse('is-upload-file', file, { reqtyp: typeof root['reqtyp'] === 'string' ? root['reqtyp'] : '?' });
    }
    if (valueIgnoringCase(root, 'imsDetailsErr') !== undefined || root['error_report'] !== undefined)
      return refuse('is-error-file', file);
    if (root['docdata'] !== undefined || root['itcsumm'] !== undefined) return refuse('is-gstr2b-file', file);
    if (root['all_oth'] !== undefined) return refuse('is-count-file', file);
    if (root['urls'] !== undefined && root['fc'] !== undefined) return refuse('is-large-result-file', file);
    return undefined;
  })();
  return refusal?.refusal;
}

function valueIgnoringCase(root: Json, wanted: string): unknown {
  if (root[wanted] !== undefined) return root[wanted];
  const key = Object.keys(root).find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  return key === undefined ? undefined : root[key];
}

/** The recipient's GSTIN where the file carries it [rule book 1.1, "unknown"]. */
export function gstinIn(root: Json): string {
  for (const key of ['rtin', 'gstin']) {
    const value = valueIgnoringCase(root, key);
    if (typeof value === 'string' && value.trim() !== '') return normaliseGstin(value);
  }
  return '';
}

interface FoundSection {
  readonly key: string;
  readonly type: RecordType;
  readonly values: readonly unknown[];
  /** place of each value in the file, where a mixed section was split */
  readonly at: readonly number[];
}

function readSections(envelope: Envelope, document: JsonDocument, file: string): Result<Download> {
  const found: FoundSection[] = [];
  const notHandled: Record<string, number> = {};
  const kept: Record<string, readonly unknown[]> = {};
  const taken = new Map<string, string>();
  let known = 0;
  for (const [key, value] of envelope.sections) {
    const mixed = MIXED_NOTES[sectionName(key)];
    const type = typeOfSection(key);
    if (type === undefined && mixed === undefined) {
      if (!Array.isArray(value)) continue;
      notHandled[key] = (ownValue(notHandled, key) ?? 0) + value.length;
      kept[key] = [...(ownValue(kept, key) ?? []), ...(value as readonly unknown[])];
      continue;
    }
    known += 1;
    if (value !== null && !Array.isArray(value))
      return refuse('section-not-array', file, { section: key, found: nameOfKind(value) });
    const values: readonly unknown[] = value ?? [];
    const sections =
      mixed === undefined || type !== undefined ? whole(key, type, values) : splitNotes(key, values, mixed);
    for (const section of sections) {
      const earlier = taken.get(section.type.section);
      if (earlier !== undefined)
        return refuse('section-twice', file, { section: section.type.section, first: earlier, second: key });
      taken.set(section.type.section, key);
      found.push(section);
    }
  }
  if (known === 0 && Object.keys(notHandled).length === 0) return refuse('no-sections', file);
  return readRecords(found, { envelope, document, file, notHandled, kept });
}

function whole(key: string, type: RecordType | undefined, values: readonly unknown[]): FoundSection[] {
  return type === undefined ? [] : [{ key, type, values, at: [] }];
}

/** Notes that carry typ or ntty D are debit notes; all others of the section are credit notes. */
function splitNotes(key: string, values: readonly unknown[], names: { credit: string; debit: string }): FoundSection[] {
  const isDebit = (value: unknown): boolean =>
    isObject(value) &&
    ['typ', 'ntty'].some((name) => typeof value[name] === 'string' && value[name].toUpperCase() === 'D');
  const pick = (section: string, debit: boolean): FoundSection[] => {
    const at = values.flatMap((value, index) => (isDebit(value) === debit ? [index] : []));
    const type = typesBySection.get(section);
    return type === undefined || at.length === 0 ? [] : [{ key, type, values: at.map((index) => values[index]), at }];
  };
  return [...pick(names.credit, false), ...pick(names.debit, true)];
}

interface Context {
  readonly envelope: Envelope;
  readonly document: JsonDocument;
  readonly file: string;
  readonly notHandled: Record<string, number>;
  readonly kept: Record<string, readonly unknown[]>;
}

function readRecords(sections: readonly FoundSection[], context: Context): Result<Download> {
  const { file, envelope, document } = context;
  const wrong = firstWrongValue(sections, file);
  if (wrong !== undefined) return { ok: false, refusal: wrong };
  const quotes = createQuotes(document);
  const warnings: Telling[] = [];
  const taken: Downloaded[] = [];
  const leftOut: Record<string, unknown[]> = {};
  const unusable: { readonly record: Telling; readonly read: (() => LeftOut) | undefined }[] = [];
  let all = 0;
  for (const section of sections) {
    let unclear = 0;
    for (let index = 0; index < section.values.length; index += 1) {
      all += 1;
      const value = section.values[index];
      const place = section.at[index] ?? index;
      const at = String(place + 1);
      const raw = isObject(value) ? exactNumbers(value, section, place, context, warnings) : undefined;
      const reading = raw === undefined ? undefined : readRecord(section.type, raw);
      const bad = reading?.notes.find(({ was, column }) => was === 'unreadable' && column.kind !== 'money');
      if (bad !== undefined)
        return refuse('record-value-wrong', file, {
          section: section.key,
          index: at,
          key: bad.key,
          found: nameOfKind(bad.value),
        });
      const quote = ({ key, value: noted, column }: ReadingNote): Telling =>
        quotes.take(noted, column, [section.key, place, key]);
      const why = reading === undefined ? () => note('left-out-null') : whyUnusable(reading, quote);
      if (raw === undefined || reading === undefined || why !== undefined) {
        const reason = why ?? (() => '');
        const record = (): string =>
          note('record-unusable', { section: section.key, index: at, why: reason(), document: documentOf(reading) });
        warnings.push(() => note('record-left-out', { file, record: record() }));
        const row = reading?.row;
        const { type } = section;
        unusable.push({ record, read: row && (() => ({ type, row, why: oneLine(reason()) })) });
        (leftOut[section.key] ??= []).push(value);
        continue;
      }
      for (const name of ['value', 'taxable'] as const) {
        const column = section.type.columns[name];
        if (reading.row[name] === '' && column !== undefined)
          warnings.push(() =>
            note('amount-missing', { section: section.key, index: at, label: column.label.toLowerCase() }),
          );
      }
      for (const bent of reading.notes) warnings.push(noteOf(bent, quote(bent), section.key, at, reading.row.number));
      if (raw[UNCLEAR_PENDING_KEY] !== undefined && keyOfColumn(section.type, raw, 'pendingBlocked') === undefined)
        unclear += 1;
      taken.push({ type: section.type, raw, row: reading.row });
    }
    if (unclear > 0)
      warnings.push(() =>
        note('pending-flag-unclear', { section: section.key, records: unclear, key: UNCLEAR_PENDING_KEY }),
      );
  }
  for (const [section, count] of Object.entries(context.notHandled)) {
    if (count > 0) warnings.push(() => note('section-not-handled', { section, records: count }));
  }
  if (taken.length < all)
    warnings.push(() => note('counts', { file, found: all, taken: taken.length, left: all - taken.length }));
  const [firstLeftOut] = unusable;
  const kept = { ...context.kept };
  for (const [section, values] of Object.entries(leftOut)) kept[`${section} (left out)`] = values;
  if (envelope.gstin !== '' && !isGstin(envelope.gstin))
    warnings.push(() => note('recipient-check-digit', { gstin: envelope.gstin }));
  return done({
    files: [file],
    gstin: envelope.gstin,
    records: inSheetOrder(taken),
    covers: new Set((envelope.complete ? records : sections.map(({ type }) => type)).map(({ sheet }) => sheet)),
    ...(firstLeftOut === undefined
      ? {}
      : {
          leftOut: {
            records: unusable.length,
            first: oneLine(firstLeftOut.record()),
            read: unusable.flatMap(({ read }) => read?.() ?? []),
          },
        }),
    notHandled: context.notHandled,
    kept,
    warnings: warnings.map((told) => oneLine(told())),
  });
}

/** The first value of a kind that no portal file has, by the JSON Schema that our tables give. */
function firstWrongValue(sections: readonly FoundSection[], file: string): Refusal | undefined {
  const candidate = Object.fromEntries(sections.map(({ type, values }) => [type.section, values]));
  if (validators.download(candidate)) return undefined;
  const path = (validators.download.errors?.[0]?.instancePath ?? '')
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const section = sections.find(({ type }) => type.section === path[0]);
  const index = Number(path[1]);
  const value: unknown = section?.values[index];
  const at = { section: section?.key ?? path[0] ?? '?', index: String((section?.at[index] ?? index) + 1) };
  if (path[2] === undefined || !isObject(value))
    return refuse('record-not-object', file, { ...at, found: nameOfKind(value) }).refusal;
  return refuse('record-value-wrong', file, { ...at, key: path[2], found: nameOfKind(value[path[2]]) }).refusal;
}

/** Integers with more digits than a double holds are kept as the text they were written with. */
function exactNumbers(raw: Raw, section: FoundSection, index: number, context: Context, warnings: Telling[]): Raw {
  if (context.document.exact.size === 0) return raw;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(raw)) {
    const written =
      typeof raw[key] === 'number' ? context.document.exact.get(placeKey([section.key, index, key])) : undefined;
    const name = written === undefined ? undefined : columnForKey(section.type, key);
    if (written === undefined || (name !== undefined && section.type.columns[name]?.kind === 'money')) continue;
    copy ??= { ...raw };
    copy[key] = written;
    warnings.push(() => note('number-exact', { section: section.key, index: String(index + 1), key }));
  }
  return copy ?? raw;
}
