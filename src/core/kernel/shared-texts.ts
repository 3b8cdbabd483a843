/** Values of one column that are remembered at a time: more hardly occur again before they are met anew. */
const MOST = 4_096;

/**
 * What is made of a value of a column, made once for values that are met again soon; `keep` sees what is kept for that.
 * A column whose values are hardly met again, as numbers of documents, is given up.
 */
export function madeOnce<Value, Made>(
  make: (value: Value) => Made,
  keep: (made: Made) => Made = (made) => made,
): (column: number, value: Value) => Made {
  const columns: { readonly known: Map<Value, Made>; again: number; isGivenUp: boolean }[] = [];
  return (column, value) => {
    const one = (columns[column] ??= { known: new Map<Value, Made>(), again: 0, isGivenUp: false });
    if (one.isGivenUp) return make(value);
    const known = one.known.get(value);
    if (known !== undefined) {
      one.again += 1;
      return known;
    }
    if (one.known.size >= MOST) {
      one.isGivenUp = one.again < MOST;
      one.again = 0;
      one.known.clear();
    }
    const made = keep(make(value));
    one.known.set(value, made);
    return made;
  };
}

/**
 * Lets equal texts of a column be one in memory: what comes from another thread, or out of a file, is a text of its own in
 * every cell. Gives back the row, changed in place.
 */
export function sharedTexts<Value>(): (row: Value[]) => Value[] {
  const once = madeOnce((text: Value) => text);
  return (row) => {
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column];
      if (typeof cell === 'string' && cell !== '') row[column] = once(column, cell);
    }
    return row;
  };
}
