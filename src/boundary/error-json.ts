import { done, refuse, type Result } from '../core/kernel/result';
import { note as sentence } from '../core/kernel/sentences';
import { readRecord } from '../core/engine/read';
import type { PortalError, PortalErrors } from '../core/engine/portal-errors';
import type { RecordType } from '../core/language/record';
import * as validators from './generated/validators';
import { parseJson } from './json-text';
import { gstinIn, isObject, nameOfKind, typeOfSection, type Json, type PortalFile } from './portal-json';

/** Reads the portal's error file: `imsDetailsErr` of the offline screen or `error_report` of the interface [rule book 1.1, E2 and E10]. */
export function readErrors(file: PortalFile): Result<PortalErrors> {
  const document = parseJson(file.bytes, file.name);
  if (!document.ok) return document;
  const { root } = document.value;
  if (!isObject(root)) return refuse('root-not-object', file.name, { found: nameOfKind(root) });
  const holder =
    isObject(root['data']) && root['imsDetailsErr'] === undefined && root['error_report'] === undefined
      ? root['data']
      : root;
  const body = holder['imsDetailsErr'] ?? holder['error_report'];
  if (body === undefined) {
    return refuse(
      holder['imsDetails'] !== undefined || Object.keys(holder).some((key) => typeOfSection(key) !== undefined)
        ? 'is-download-file'
        : 'errors-not-readable',
      file.name,
    );
  }
  if (!isObject(body)) return refuse('root-not-object', file.name, { found: nameOfKind(body) });
  const errors: PortalError[] = [];
  for (const [key, value] of Object.entries(body)) {
    const type = typeOfSection(key);
    if (value === null || (type === undefined && typeof value !== 'object')) continue;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (type !== undefined && !validators.errors({ [type.section]: list })) {
      const path = (validators.errors.errors?.[0]?.instancePath ?? '').split('/');
      const index = Number(path[2]);
      const record = list[index];
      if (!isObject(record))
        return refuse('record-not-object', file.name, {
          section: key,
          index: String(index + 1),
          found: nameOfKind(record),
        });
      const wrong = path[3] ?? '';
      return refuse('record-value-wrong', file.name, {
        section: key,
        index: String(index + 1),
        key: wrong,
        found: nameOfKind(record[wrong]),
      });
    }
    for (const [index, record] of list.entries()) {
      if (!isObject(record))
        return refuse('record-not-object', file.name, {
          section: key,
          index: String(index + 1),
          found: nameOfKind(record),
        });
      errors.push(...errorsOf(key, type, record));
    }
  }
  return done({ file: file.name, gstin: gstinIn(root) || gstinIn(holder) || gstinIn(body), errors });
}

/** One error per document: the interface lists the documents of one message under `inv`. */
function errorsOf(section: string, type: RecordType | undefined, record: Json): PortalError[] {
  const message = messageOf(record);
  const inner = record['inv'];
  const documents: Json[] = (Array.isArray(inner) ? inner : isObject(inner) ? [inner] : []).filter(isObject);
  const raws = documents.length === 0 ? [record] : documents.map((document) => ({ ...record, ...document }));
  return raws.map((raw) => {
    const row = type === undefined ? undefined : readRecord(type, raw).row;
    return {
      section,
      sheet: type?.sheet ?? '',
      gstin: row?.supplierGstin ?? textAt(raw, 'stin'),
      number: row?.number ?? (textAt(raw, 'inum') || textAt(raw, 'nt_num')),
      period: row?.period ?? '',
      value: row?.value ?? '',
      message: documents.length === 0 ? message : messageOf(raw),
    };
  });
}

function messageOf(record: Json): string {
  const text = textAt(record, 'error_msg');
  const code = textAt(record, 'error_cd');
  if (text.trim() === '') return code === '' ? sentence('error-without-text') : code;
  return code === '' || text.includes(code) ? text : `${code}: ${text}`;
}

function textAt(record: Json, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
