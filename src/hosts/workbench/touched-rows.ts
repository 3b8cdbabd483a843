/** The rows of a sheet that changed since it was shown. */
export interface TouchedRows {
  has(row: number): boolean;
  add(row: number): void;
  addAll(): void;
  /** those that changed after a moment; undefined where all may have, or the sheet was not shown yet */
  since(moment: number): number[] | undefined;
}

/** Counts changes, of all sheets that are shown one after the other. */
let changes = 0;

export function momentNow(): number {
  return changes;
}

export function touchedRows(): TouchedRows {
  /** row to the last change of it */
  const rows = new Map<number, number>();
  const shown = (changes += 1);
  let all = shown;
  return {
    has: (row) => all > shown || rows.has(row),
    add: (row) => rows.set(row, (changes += 1)),
    addAll: () => {
      all = changes += 1;
      rows.clear();
    },
    since: (moment) =>
      moment < all ? undefined : [...rows].flatMap(([row, changed]) => (changed > moment ? [row] : [])),
  };
}
