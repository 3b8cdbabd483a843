import type { SheetEdit } from '../core/workbook';
import { joinEdits, partsOf, type EditPart } from '../taskpane/desk/edit-parts';

/**
 * An edit as it is kept, in parts each of which is an edit by itself. Guards are not kept: done again, the edits follow each
 * other on the very rows they were made on.
 */
export function keptParts({ guard, replaceAll = false, ...edit }: SheetEdit): EditPart[] {
  // Only the first part clears the sheet: the second would take away what the first wrote.
  return [...partsOf(edit)].map((part, index) => ({ ...part, replaceAll: replaceAll && index === 0 }));
}

/** The edits of kept parts, in the order of the work: each has the last word on its cells. */
export function keptEdits(parts: readonly EditPart[]): SheetEdit[] {
  return parts.flatMap((part) => {
    const joined = joinEdits();
    joined.add(part);
    return joined.all();
  });
}
