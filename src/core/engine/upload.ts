import { rupees } from '../kernel/money';
import { taxHeads, reductionOf, type ColumnName } from '../language/row';
import type { RecordType } from '../language/record';
import type { ActionCode, Decision } from '../language/answer';
import { keyOfColumn, columnForKey } from './read';
import type { ImsRecord, Raw } from './ledger';

/**
 * Points on which sources contradict each other [rule book 7] and which an answer of the portal may settle one day.
 * Each row of `profiles` settles all of them; nothing else in the program knows these choices.
 */
export interface UploadProfile {
  /** 7 no. 10: send only the keys of rule book 1.3, or also whatever else came with the record */
  readonly echo: 'minimal' | 'as-downloaded';
  /** 7 no. 4: spelling of the ITC keys */
  readonly itcKeys: 'camel' | 'snake';
  /** 7 no. 7: amounts with a full reduction */
  readonly fullReduction: 'no-amounts' | 'tax-amounts';
  /** 7 no. 8: a record taken back to No Action is sent as N, or left out */
  readonly noAction: 'send-n' | 'leave-out';
  /** 7 no. 9: sections without a record */
  readonly emptySections: 'leave-out' | 'empty-list';
  /** 7 no. 15: a note that came with inum/idt goes back so, or with nt_num/nt_dt */
  readonly noteKeys: 'as-downloaded' | 'canonical';
}

const standard: UploadProfile = {
  echo: 'minimal',
  itcKeys: 'camel',
  fullReduction: 'no-amounts',
  noAction: 'send-n',
  emptySections: 'leave-out',
  noteKeys: 'as-downloaded',
};

export const profiles = {
  standard,
  echo: { ...standard, echo: 'as-downloaded' },
  'snake-case': { ...standard, itcKeys: 'snake' },
  'full-amounts': { ...standard, fullReduction: 'tax-amounts' },
  'without-no-action': { ...standard, noAction: 'leave-out' },
  'all-sections': { ...standard, emptySections: 'empty-list' },
  'canonical-notes': { ...standard, noteKeys: 'canonical' },
} as const satisfies Record<string, UploadProfile>;

export type ProfileName = keyof typeof profiles;

/** Keys that are never echoed: the name, the hash, and our own part [rule book 1.4]. */
const NEVER_ECHOED: readonly ColumnName[] = ['supplierName'];
const NEVER_ECHOED_KEYS = new Set(['hash']);

type Json = Record<string, unknown>;

/** One record as the portal takes it [rule book 1.3]: identity and amounts as they came, our answer between them. */
export function uploadRecord(record: ImsRecord, decision: Decision, profile: UploadProfile): Json {
  const { type, raw, row } = record;
  const out: Json = {};
  for (const name of type.identity) copy(type, raw, name, out, profile, row[name]);
  out[keyFor(type, 'status')] = decision.action;
  for (const name of ['place', 'taxable', ...taxHeads] as const) copy(type, raw, name, out, profile, row[name]);
  writeReduction(type, record, decision, profile, out);
  if (decision.remarks !== '') out[keyFor(type, 'remarks')] = decision.remarks;
  for (const name of ['source', 'period'] as const) copy(type, raw, name, out, profile, row[name]);
  if (profile.echo === 'as-downloaded') echo(type, raw, out);
  return out;
}

function keyFor(type: RecordType, name: ColumnName): string {
  return type.columns[name]?.key ?? '';
}

/** Strings go back untouched; amounts as numbers of at most two decimals; keys that the download did not have are not invented, but tax heads. */
function copy(
  type: RecordType,
  raw: Raw,
  name: ColumnName,
  out: Json,
  profile: UploadProfile,
  value: string | number,
): void {
  const column = type.columns[name];
  if (column === undefined) return;
  const came = keyOfColumn(type, raw, name);
  const returned =
    profile.noteKeys === 'as-downloaded' ? column.returned.find((key) => key === came?.toLowerCase()) : undefined;
  const key = returned ?? column.key;
  if (column.kind === 'money') {
    if (typeof value === 'number') out[key] = rupees(value);
    return;
  }
  if (came === undefined || raw[came] === null || raw[came] === undefined) return;
  out[key] = typeof raw[came] === 'string' ? raw[came] : value;
}

function writeReduction(
  type: RecordType,
  record: ImsRecord,
  decision: Decision,
  profile: UploadProfile,
  out: Json,
): void {
  const { reduction } = decision;
  if (reduction.kind === 'none') return;
  const keyOf = (name: ColumnName): string => {
    const column = type.columns[name];
    return (profile.itcKeys === 'snake' ? column?.aliases[0] : undefined) ?? column?.key ?? '';
  };
  out[keyOf('itcAnswer')] = reduction.kind === 'nil' ? 'N' : 'Y';
  if (reduction.kind === 'partial') {
    for (const head of taxHeads) out[keyOf(reductionOf[head])] = rupees(reduction.heads[head]);
  } else if (reduction.kind === 'full' && profile.fullReduction === 'tax-amounts') {
    for (const head of taxHeads) out[keyOf(reductionOf[head])] = rupees(record.row[head] === '' ? 0 : record.row[head]);
  }
}

function echo(type: RecordType, raw: Raw, out: Json): void {
  for (const key of Object.keys(raw)) {
    const name = columnForKey(type, key);
    if (NEVER_ECHOED_KEYS.has(key.toLowerCase()) || (name !== undefined && NEVER_ECHOED.includes(name))) continue;
    const ours = name !== undefined && (type.columns[name]?.edit === 'user' || writtenAlready(type, name));
    if (!ours && !(key in out)) out[key] = raw[key];
  }
}

function writtenAlready(type: RecordType, name: ColumnName): boolean {
  return type.identity.includes(name) || ['place', 'taxable', ...taxHeads, 'source', 'period'].includes(name);
}

/** Limits of one upload file [rule book 7 no. 19]: no limit is published; vendors stay below these. */
export interface PartLimits {
  readonly records: number;
  readonly bytes: number;
}

export const partLimits: PartLimits = { records: 5_000, bytes: 5_000_000 };

export interface UploadEntry {
  readonly record: ImsRecord;
  readonly decision: Decision;
}

export interface UploadPart {
  readonly text: string;
  readonly records: number;
  readonly actions: Record<ActionCode, number>;
}

/** The upload files: records in the order of the sheets, split where a limit would be passed. Sections are never empty unless the profile says so. */
export function uploadParts(
  gstin: string,
  entries: readonly UploadEntry[],
  types: readonly RecordType[],
  profile: UploadProfile,
  limits: PartLimits,
): UploadPart[] {
  const parts: UploadPart[] = [];
  let open = openPart();
  for (const { record, decision } of entries) {
    const text = recordText(uploadRecord(record, decision, profile));
    const size = byteLength(text) + 14;
    if (open.records > 0 && (open.records >= limits.records || open.bytes + size > limits.bytes)) {
      parts.push(closePart(gstin, open, types, profile));
      open = openPart();
    }
    const section = open.sections.get(record.type.section);
    if (section === undefined) open.sections.set(record.type.section, [text]);
    else section.push(text);
    open.records += 1;
    open.bytes += size;
    open.actions[decision.action] += 1;
  }
  if (open.records > 0) parts.push(closePart(gstin, open, types, profile));
  return parts;
}

/** A record in the indentation of the portal's own files, three blanks a level. */
function recordText(record: Json): string {
  const lines: string[] = [];
  for (const key in record) {
    lines.push(`${JSON.stringify(key)}: ${JSON.stringify(record[key])}`);
  }
  return `{\n            ${lines.join(',\n            ')}\n         }`;
}

interface OpenPart {
  readonly sections: Map<string, string[]>;
  readonly actions: Record<ActionCode, number>;
  records: number;
  bytes: number;
}

/** Room for the envelope and the section keys of a part. */
const ENVELOPE_BYTES = 400;

function openPart(): OpenPart {
  return { sections: new Map(), actions: { A: 0, R: 0, P: 0, N: 0 }, records: 0, bytes: ENVELOPE_BYTES };
}

function closePart(gstin: string, part: OpenPart, types: readonly RecordType[], profile: UploadProfile): UploadPart {
  const sections = types.flatMap(({ section }) => {
    const records = part.sections.get(section);
    if (records !== undefined) return [`      "${section}": [\n         ${records.join(',\n         ')}\n      ]`];
    return profile.emptySections === 'empty-list' ? [`      "${section}": []`] : [];
  });
  const text = `{\n   "rtin": ${JSON.stringify(gstin)},\n   "reqtyp": "SAVE",\n   "invdata": {\n${sections.join(',\n')}\n   }\n}\n`;
  return { text, records: part.records, actions: part.actions };
}

/** Bytes of a text in UTF-8, without a text encoder. */
function byteLength(text: string): number {
  // eslint-disable-next-line no-control-regex -- ASCII is one byte each
  if (/^[\u0000-\u007F]*$/.test(text)) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff ? (code >= 0xd800 && code <= 0xdfff ? 1 : 2) : 1;
  }
  return bytes;
}
