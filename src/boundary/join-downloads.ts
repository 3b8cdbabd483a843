import { periodKey } from '../core/kernel/period';
import { done, refuse, type Result } from '../core/kernel/result';
import { note } from '../core/kernel/sentences';
import type { Download, Downloaded } from '../core/engine/download';
import { records } from '../core/records/index';

/** A section may be called toString. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export function inSheetOrder(taken: readonly Downloaded[]): Downloaded[] {
  const rank = new Map(records.map((type, index) => [type, index]));
  return [...taken].sort((a, b) => (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0));
}

/** A record that stands in several files is taken once; where its values differ, the file named last counts. */
export function joinDownloads(parts: readonly Download[]): Result<Download> {
  const warnings = parts.flatMap((part) => part.warnings);
  const gstins = [...new Set(parts.map(({ gstin }) => gstin).filter((gstin) => gstin !== ''))];
  const [gstin = '', other] = gstins;
  if (other !== undefined) {
    const where = parts.find((part) => part.gstin === other)?.files.join(', ') ?? '';
    return refuse('gstin-differs', where, { found: other, expected: gstin });
  }
  const byKey = new Map<string, { content: string; records: Downloaded[] }>();
  const joined: Downloaded[][] = [];
  let [same, replaced] = [0, 0];
  for (const part of parts) {
    const inThisFile = new Map<string, Downloaded[]>();
    for (const record of part.records) {
      const key = `${record.type.section}|${record.row.supplierGstin}|${record.row.number}|${periodKey(record.row.period, record.row.date)}`;
      const group = inThisFile.get(key);
      if (group === undefined) inThisFile.set(key, [record]);
      else group.push(record);
    }
    for (const [key, group] of inThisFile) {
      const content = JSON.stringify(group.map(({ raw }) => raw));
      const earlier = byKey.get(key);
      if (earlier === undefined) {
        const entry = { content, records: [...group] };
        byKey.set(key, entry);
        joined.push(entry.records);
      } else if (earlier.content === content) {
        same += group.length;
      } else {
        replaced += earlier.records.length;
        earlier.content = content;
        earlier.records.splice(0, earlier.records.length, ...group);
      }
    }
  }
  const leftOut = parts.flatMap((part) => part.leftOut ?? []);
  const [firstLeftOut] = leftOut;
  if (same > 0) warnings.push(note('records-same', { records: same }));
  if (replaced > 0) warnings.push(note('records-replaced', { records: replaced }));
  const notHandled: Record<string, number> = {};
  const kept: Record<string, readonly unknown[]> = {};
  for (const part of parts) {
    for (const [section, count] of Object.entries(part.notHandled))
      notHandled[section] = (ownValue(notHandled, section) ?? 0) + count;
    for (const [section, values] of Object.entries(part.kept))
      kept[section] = [...(ownValue(kept, section) ?? []), ...values];
  }
  return done({
    files: parts.flatMap(({ files }) => files),
    gstin,
    records: inSheetOrder(joined.flat()),
    covers: new Set(parts.flatMap(({ covers }) => [...covers])),
    ...(firstLeftOut === undefined
      ? {}
      : {
          leftOut: {
            records: leftOut.reduce((sum, { records: count }) => sum + count, 0),
            first: firstLeftOut.first,
            read: leftOut.flatMap(({ read }) => read),
          },
        }),
    notHandled,
    kept,
    warnings,
  });
}
