import { periodKey } from '../kernel/period';
import type { Downloaded, LeftOut } from '../engine/download';
import type { ImsRecord } from '../engine/ledger';
import type { RecordType } from '../language/record';
import type { ColumnName, Row } from '../language/row';

/** Same section, GSTIN, number and period. Of several with one key, those with equal values are paired first. */
export function pairUp(
  known: readonly ImsRecord[],
  downloaded: readonly Downloaded[],
): { of: Map<ImsRecord, Downloaded>; unpaired: Downloaded[] } {
  const of = new Map<ImsRecord, Downloaded>();
  const paired = new Set<Downloaded>();
  for (const keyOf of [fullKey, looseKey]) {
    const waiting = new Map<string, Downloaded[]>();
    for (const record of downloaded) {
      if (paired.has(record)) continue;
      const key = keyOf(record.type, record.row);
      const same = waiting.get(key);
      if (same === undefined) waiting.set(key, [record]);
      else same.push(record);
    }
    for (const record of known) {
      if (of.has(record)) continue;
      const match = waiting.get(keyOf(record.type, record.row))?.shift();
      if (match === undefined) continue;
      of.set(record, match);
      paired.add(match);
    }
  }
  return { of, unpaired: downloaded.filter((record) => !paired.has(record)) };
}

/** Values of which a difference makes a record changed; flags, filing and the portal's action are not among them. */
export const compared: readonly ColumnName[] = [
  'date',
  'originalNumber',
  'originalDate',
  'documentType',
  'value',
  'place',
  'taxable',
  'igst',
  'cgst',
  'sgst',
  'cess',
];

function looseKey(type: RecordType, row: Row): string {
  return [
    type.section,
    row.supplierGstin.toUpperCase(),
    row.number.trim().toUpperCase(),
    periodKey(row.period, row.date),
  ].join('\u0001');
}

function fullKey(type: RecordType, row: Row): string {
  return [looseKey(type, row), ...compared.map((name) => String(row[name]))].join('\u0001');
}

/**
 * The version of a record that the download has and nobody can use, for records that it has no usable one of. Where such a
 * version lost its GSTIN or its number, it is the record's only if no other record fits it.
 */
export function pairLeftOut(
  waiting: readonly ImsRecord[],
  leftOut: readonly LeftOut[],
): ReadonlyMap<ImsRecord, LeftOut> {
  const of = new Map<ImsRecord, LeftOut>();
  for (const part of [looseKey, withoutGstin, withoutNumber]) {
    const records = new Map<string, ImsRecord[]>();
    for (const record of waiting) {
      if (of.has(record)) continue;
      const key = part(record.type, record.row);
      const same = records.get(key);
      if (same === undefined) records.set(key, [record]);
      else same.push(record);
    }
    const whole = part === looseKey;
    for (const version of leftOut) {
      if (part !== keyOf(version)) continue;
      const fitting = records.get(part(version.type, version.row)) ?? [];
      const record = whole || fitting.length === 1 ? fitting.shift() : undefined;
      if (record !== undefined) of.set(record, version);
    }
  }
  return of;
}

/** What is left of its identity; undefined where that says nothing. */
function keyOf({ row }: LeftOut): typeof looseKey | undefined {
  const [gstin, number] = [row.supplierGstin.trim() !== '', row.number.trim() !== ''];
  if (gstin && number) return looseKey;
  if (number) return withoutGstin;
  return gstin ? withoutNumber : undefined;
}

function withoutGstin(type: RecordType, row: Row): string {
  return looseKey(type, { ...row, supplierGstin: '' });
}

/** The date stands in for the number. */
function withoutNumber(type: RecordType, row: Row): string {
  return [looseKey(type, { ...row, number: '' }), row.date].join('\u0001');
}
