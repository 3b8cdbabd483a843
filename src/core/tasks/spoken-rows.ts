import { note as sentence } from '../kernel/sentences';
import type { RegisterDocument } from '../reconcile/register/reading';

/** `row 7`, or `April, row 7` of a register with several sheets: where the books have a document. */
export function spokenRows(entry: RegisterDocument | undefined): string {
  if (entry === undefined) return '';
  const { rows, sheet } = entry;
  const spoken = sentence('spoken-row', { row: rows.join(', ') });
  return sheet === undefined ? spoken : `${sheet}, ${spoken}`;
}
