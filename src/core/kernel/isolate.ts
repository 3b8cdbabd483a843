/** Letters written from right to left, and the characters that turn a text around. */
const TURNS =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A stranger's text for the middle of a sentence: whatever it holds, the words around it keep their order. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `${FIRST_STRONG_ISOLATE}${balanced(text)}${POP_ISOLATE}` : text;
}

/** One paragraph in which every isolate ends, and none that it did not begin: so it cannot leave the isolate around it. */
export function balanced(text: string): string {
  if (!TURNS.test(text)) return text;
  let open = 0;
  let kept = '';
  for (const character of text.replace(/[\p{Cc}\u2029]+/gu, ' ')) {
    if (character === POP_ISOLATE) {
      if (open === 0) continue;
      open -= 1;
    } else if (character >= '\u2066' && character <= FIRST_STRONG_ISOLATE) open += 1;
    kept += character;
  }
  return kept + POP_ISOLATE.repeat(open);
}
