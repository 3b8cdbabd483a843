/** `error` stops the upload file, `warning` does not. There is no third. */
export type Severity = 'error' | 'warning';

/** One thing wrong in the user's data, with its place. Findings are collected, never thrown and never capped. */
export interface Finding {
  /** id of the rule, stable for ever */
  readonly rule: string;
  readonly severity: Severity;
  /** name of the worksheet */
  readonly sheet: string;
  /** the worksheet's own row number, counted from 1; null where there is no row (a deleted record) */
  readonly row: number | null;
  /** heading of the cell to mend; null where the whole row is meant */
  readonly column: string | null;
  readonly document: { readonly gstin: string; readonly number: string; readonly date: string };
  readonly message: string;
}

export function countBySeverity(findings: readonly Finding[]): { errors: number; warnings: number } {
  let errors = 0;
  for (const finding of findings) if (finding.severity === 'error') errors += 1;
  return { errors, warnings: findings.length - errors };
}
