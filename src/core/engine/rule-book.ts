import type { RecordType } from '../language/record';
import type { RowRule, WideRule } from '../language/rule';
import { cellRules } from './cells';
import { wideRules } from './wide-rules';

type Entry = Pick<RowRule | WideRule, 'id' | 'catalogue' | 'severity' | 'says' | 'source'>;

/** The page of all rules (docs/rules.md), made from the rules themselves. */
export function ruleBook(types: readonly RecordType[]): string {
  const sheetsOf = new Map<Entry, string[]>();
  for (const type of types) {
    for (const rule of type.rules) sheetsOf.set(rule, [...(sheetsOf.get(rule) ?? []), type.sheet]);
  }
  const rows = [...sheetsOf].map(([rule, sheets]) =>
    entry(rule, sheets.length === types.length ? 'all' : sheets.join(', ')),
  );
  const wide = [...Object.values(cellRules), ...Object.values(wideRules)].map((rule) => entry(rule, 'all'));
  return `# The rules

Made from the rules themselves (\`npm run build:schemas\`); do not edit. An *error* stops the upload file, a *warning* does not.
\`{…}\` is filled from the row.

| id | catalogue | severity | sheets | what it says | source |
|---|---|---|---|---|---|
${[...rows, ...wide].join('\n')}
`;
}

function entry(rule: Entry, sheets: string): string {
  const cells = [`\`${rule.id}\``, rule.catalogue, rule.severity, sheets, rule.says, rule.source];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}
