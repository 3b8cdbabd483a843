/** Texts of one column that are remembered at a time: more hardly occur again before they are met anew. */
const MOST = 4_096;

/**
 * Lets equal texts of a column be one in memory: what comes from another thread, or out of a file, is a text of its own in
 * every cell. Gives back the row, changed in place.
 */
export function sharedTexts<Value>(): (row: Value[]) => Value[] {
  const columns: Map<Value, Value>[] = [];
  return (row) => {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell !== 'string' || cell === '') continue;
      const known = (columns[column] ??= new Map<Value, Value>());
      const same = known.get(cell);
      if (same !== undefined) {
        row[column] = same;
        continue;
      }
      if (known.size >= MOST) known.clear();
      known.set(cell, cell);
    }
    return row;
  };
}
