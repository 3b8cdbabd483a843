import { periodKey } from '../kernel/period';
import type { Downloaded } from '../engine/download';
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
