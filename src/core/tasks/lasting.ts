import type { Finding } from '../kernel/finding';
import { wideRules } from '../engine/wide-rules';
import type { Around } from './decide';

const wide = new Set(Object.values(wideRules).map(({ id }) => id as string));

/** Findings about a row together with others, found by sheet and row: a look at the row alone cannot renew them. */
export function lastingOf(findings: readonly Finding[]): Around['lasting'] {
  const lasting = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.row === null || !wide.has(finding.rule)) continue;
    const key = `${finding.sheet}\u0001${String(finding.row - 1)}`;
    const same = lasting.get(key);
    if (same === undefined) lasting.set(key, [finding]);
    else same.push(finding);
  }
  return (sheet, row) => lasting.get(`${sheet}\u0001${String(row)}`) ?? [];
}
