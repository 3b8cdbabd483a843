import { countBySeverity, type Finding } from '../../core/kernel/finding';
import { refusalSentences } from '../../core/kernel/result';
import { recipientOf } from '../../core/tasks/recipient';
import type { Book } from '../../core/tasks/open-book';
import type { Checked } from '../pane-desk';

/** Findings that the pane gets at once; the sheets show all of them. */
const MOST_FINDINGS = 2_000;

export function checkedOf(book: Book, all: readonly Finding[], only: string | undefined): Checked {
  const findings = only === undefined ? all : all.filter(({ sheet }) => sheet === only);
  const bySheet = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = bySheet.get(finding.sheet);
    if (same === undefined) bySheet.set(finding.sheet, [finding]);
    else same.push(finding);
  }
  const recipient = recipientOf(book, '');
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return {
    sheet: only,
    ...countBySeverity(findings),
    sheets: book.sheets.flatMap(({ name }) => {
      const own = bySheet.get(name);
      return own === undefined ? [] : [{ sheet: name, ...countBySeverity(own) }];
    }),
    findings: [...errors, ...warnings].slice(0, MOST_FINDINGS),
    noFile: only !== undefined || recipient.ok ? undefined : refusalSentences(recipient.refusal),
  };
}
