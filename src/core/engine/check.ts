import { fill, type Values } from '../kernel/fill';
import type { Finding, Severity } from '../kernel/finding';
import { columnOf, type RecordType } from '../language/record';
import { cellOf } from '../language/column';
import type { ColumnName, Row } from '../language/row';
import type { RowRule, Subject, Surroundings } from '../language/rule';

/** Where a row stands; the finding names this place. */
export interface Spot {
  readonly sheet: string;
  readonly row: number | null;
}

/** Runs the rules of a record type on one row. A rule that throws becomes the finding `rule-failed` that names it. */
export function checkRow(
  type: RecordType,
  subject: Subject,
  spot: Spot,
  around: Surroundings,
  findings: Finding[],
): void {
  for (const rule of rulesFor(type)) {
    if (!applies(rule, subject)) continue;
    try {
      if (!rule.holds(subject, around))
        findings.push(findingOf(rule, type, subject, spot, rule.values?.(subject, around)));
    } catch (fault) {
      findings.push({
        ...findingOf(rule, type, subject, spot),
        rule: 'rule-failed',
        message: `The check ${rule.id} could not be done (${fault instanceof Error ? fault.message : String(fault)}): report this.`,
      });
    }
  }
}

const rulesByType = new WeakMap<RecordType, readonly RowRule[]>();

/** The rules of a type that its columns can wake. */
function rulesFor(type: RecordType): readonly RowRule[] {
  let rules = rulesByType.get(type);
  if (rules === undefined) {
    rules = type.rules.filter(({ needs }) => needs.every((name) => type.columns[name] !== undefined));
    rulesByType.set(type, rules);
  }
  return rules;
}

function applies(rule: RowRule, subject: Subject): boolean {
  for (const name of rule.needs) if (subject[name] === '') return false;
  if (subject.unreadable.size === 0) return true;
  return ![...rule.needs, ...(rule.reads ?? [])].some((name) => subject.unreadable.has(name));
}

interface Sayable {
  readonly id: string;
  readonly severity: Severity;
  readonly says: string;
  readonly marks?: ColumnName;
}

/** The finding of a rule on a row; `{column}` in its sentence becomes the value as the sheet shows it. */
export function findingOf(rule: Sayable, type: RecordType, row: Row, spot: Spot, values: Values = {}): Finding {
  const shown: Record<string, string | number> = { ...values };
  for (const [, name] of rule.says.matchAll(/\{(\w+)\}/g)) {
    if (name === undefined || name in shown || !(name in row)) continue;
    const column = type.columns[name as ColumnName];
    if (column !== undefined) shown[name] = String(cellOf(column, row[name as ColumnName]));
  }
  return {
    rule: rule.id,
    severity: rule.severity,
    sheet: spot.sheet,
    row: spot.row,
    column: headingOf(type, rule.marks),
    document: { gstin: row.supplierGstin, number: row.number, date: row.date },
    message: fill(rule.says, shown),
  };
}

/** The heading to mark; null where the rule is about the whole row, or about a column that the sheet does not show. */
function headingOf(type: RecordType, marks: ColumnName | undefined): string | null {
  if (marks === undefined) return null;
  const { shown, label } = columnOf(type, marks);
  return shown ? label : null;
}
