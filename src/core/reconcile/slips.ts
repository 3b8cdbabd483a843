/** True where one character is wrong, missing or too many, or two neighbours changed places. */
export function isTypedWrong(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (short.length < long.length) return short.slice(from) === long.slice(from + 1);
  if (short.slice(from + 1) === long.slice(from + 1)) return true;
  return (
    short[from] === long[from + 1] && short[from + 1] === long[from] && short.slice(from + 2) === long.slice(from + 2)
  );
}

/** The text and the text without each of its characters: two that `isTypedWrong` says are alike share one of them. */
export function shortenings(text: string): string[] {
  const all = [text];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== text[at - 1]) all.push(text.slice(0, at) + text.slice(at + 1));
  }
  return all;
}
