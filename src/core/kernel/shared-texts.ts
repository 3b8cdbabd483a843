/** Values of one column that are remembered at a time: more hardly occur again before they are met anew. */
const MOST = 4_096;

/** What is made of a value of a column, made once for values that are met again soon. */
export function madeOnce<Value, Made>(make: (value: Value) => Made): (column: number, value: Value) => Made {
  const columns: Map<Value, Made>[] = [];
  return (column, value) => {
    const known = (columns[column] ??= new Map<Value, Made>());
    let made = known.get(value);
    if (made !== undefined) return made;
    if (known.size >= MOST) known.clear();
    known.set(value, (made = make(value)));
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
