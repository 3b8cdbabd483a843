import type { TypedEdit } from '../hosts/workbench/change-cells';
import { joinEdits, partsOf, type EditPart } from '../taskpane/desk/edit-parts';

/** A part of an edit as it is kept, with the formulas of its rows. */
export interface KeptPart extends EditPart {
  readonly formulas?: readonly (readonly [row: number, formula: string])[];
}

/**
 * An edit as it is kept, in parts each of which is an edit by itself. Guards are not kept: done again, the edits follow each
 * other on the very rows they were made on.
 */
export function keptParts({ guard, replaceAll = false, formulas, ...edit }: TypedEdit): KeptPart[] {
  // Only the first part clears the sheet: the second would take away what the first wrote.
  return [...partsOf(edit)].map((part, index) => {
    const own = part.rows.flatMap((row) => {
      const formula = formulas?.get(`${String(row)},${String(part.column)}`);
      return formula === undefined ? [] : [[row, formula] as const];
    });
    return { ...part, replaceAll: replaceAll && index === 0, ...(own.length === 0 ? {} : { formulas: own }) };
  });
}

/** The edits of kept parts, in the order of the work: each has the last word on its cells. */
export function keptEdits(parts: readonly KeptPart[]): TypedEdit[] {
  return parts.flatMap((part) => {
    const joined = joinEdits();
    joined.add(part);
    const formulas = new Map(
      part.formulas?.map(([row, formula]) => [`${String(row)},${String(part.column)}`, formula] as const),
    );
    return joined.all().map((edit) => ({ ...edit, formulas }));
  });
}
