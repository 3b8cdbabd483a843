import { visit, type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import { done, refuse, type Result } from '../core/kernel/result';

/** Deeper than any portal file (records lie at level 4) and far from what a call stack holds. */
const DEEPEST = 32;

/** V8 holds at most 2^29 - 24 characters in one string. */
const LONGEST = 500_000_000;

/** Keys that change an object's behaviour instead of its content. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const SHORTEST_FORBIDDEN = 9;

export type Path = readonly (string | number)[];

export interface JsonDocument {
  readonly root: unknown;
  /** the characters of the integers that a double cannot hold exactly, by `placeKey` of their last three steps */
  readonly exact: ReadonlyMap<string, string>;
  /** the characters of the numbers at these places (`placeKey`), in one walk through the text */
  readonly written: (places: ReadonlySet<string>) => ReadonlyMap<string, string>;
}

/** Parses the bytes of a JSON file, refusing whatever a portal file cannot hold: not UTF-8, broken, duplicate or forbidden keys, too deep, numbers without end. */
export function parseJson(bytes: Uint8Array, file: string): Result<JsonDocument> {
  if (bytes.length > LONGEST) {
    return refuse('file-too-large', file, { size: Math.round(bytes.length / 1e6), limit: LONGEST / 1e6 });
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse('file-zipped', file);
  const text = decode(bytes);
  if (typeof text === 'number') {
    return beginsLikeJson(bytes) ? refuse('not-utf-8', file, { at: String(text) }) : refuse('file-not-json', file);
  }
  if (text.trim() === '') return refuse('file-empty', file);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    if (!beginsLikeJson(bytes)) return refuse('file-not-json', file);
    const { place, fault } = locateFault(text);
    return refuse('json-broken', file, { place, fault });
  }
  const survey = new Survey();
  survey.walk(root, []);
  const wrong = survey.wrong;
  if (wrong !== undefined) {
    const place = placeOf(wrong.path);
    if (wrong.kind === 'deep') return refuse('json-too-deep', file, { limit: DEEPEST, place });
    if (wrong.kind === 'infinite') return refuse('number-too-large', file, { place });
    return refuse('json-forbidden-key', file, {
      key: String(wrong.path.at(-1)),
      place: placeOf(wrong.path.slice(0, -1)),
    });
  }
  if (countKeys(text) !== survey.keys) {
    const twice = locateDuplicate(text);
    if (twice !== undefined) {
      return refuse('json-duplicate-key', file, { key: String(twice.at(-1)), place: placeOf(twice.slice(0, -1)) });
    }
  }
  const exact = survey.inexact ? numbersWritten(text, isInexact) : new Map<string, string>();
  // The text is decoded again rather than held: hardly a file needs this.
  const written: JsonDocument['written'] = (places) =>
    numbersWritten(String(decode(bytes)), (_, path) => places.has(placeKey(path)));
  return done({ root, exact, written });
}

/** Blanks, byte-order marks, and the empty half of a character in UTF-16. */
const BEFORE_JSON = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00]);

/** Notes, tables and pictures do not; they are no broken downloads but something else. */
function beginsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => !BEFORE_JSON.has(byte));
  return first === 0x7b || first === 0x5b;
}

/** The text, or the position of the first byte that is not UTF-8. A byte-order mark is dropped. */
function decode(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (decodes(bytes.subarray(0, middle))) good = middle;
      else bad = middle;
    }
    return good;
  }
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Walks the parsed value once: counts keys and notes what must not be there. */
class Survey {
  keys = 0;
  wrong: { kind: 'deep' | 'infinite' | 'key'; path: Path } | undefined;
  inexact = false;

  walk(value: unknown, path: (string | number)[]): void {
    if (typeof value !== 'object' || value === null || this.wrong !== undefined) return;
    if (path.length >= DEEPEST) {
      this.wrong = { kind: 'deep', path: [...path] };
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        const item: unknown = value[index];
        if (typeof item === 'object' || typeof item === 'number') this.look(item, index, path);
      }
    } else {
      for (const key in value) {
        this.keys += 1;
        if (key.length >= SHORTEST_FORBIDDEN && FORBIDDEN_KEYS.has(key))
          this.wrong ??= { kind: 'key', path: [...path, key] };
        const item = (value as Record<string, unknown>)[key];
        if (typeof item === 'object' || (typeof item === 'number' && !Number.isSafeInteger(item)))
          this.look(item, key, path);
      }
    }
  }

  private look(value: unknown, key: string | number, path: (string | number)[]): void {
    if (typeof value === 'object') {
      path.push(key);
      this.walk(value, path);
      path.pop();
    } else if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      if (!Number.isFinite(value)) this.wrong ??= { kind: 'infinite', path: [...path, key] };
      else if (Number.isInteger(value)) this.inexact = true;
    }
  }
}

/**
 * How many keys the text has: colons that follow a quotation mark. A string may hold such a colon too, so a number
 * above the parsed one only raises the suspicion of a duplicate; an equal one rules it out.
 */
function countKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (isBlankCode(text.charCodeAt(before))) before -= 1;
    if (text.charCodeAt(before) === 34) count += 1;
  }
  return count;
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

const faults: Partial<Record<string, string>> = {
  InvalidSymbol: 'a word stands where a value belongs',
  InvalidNumberFormat: 'a number is written wrongly',
  PropertyNameExpected: 'a key is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'text follows after the end',
  InvalidCommentToken: 'a comment stands in it',
  UnexpectedEndOfString: 'a text is not closed',
  UnexpectedEndOfNumber: 'a number is cut off',
  InvalidUnicode: 'a character code is written wrongly',
  InvalidEscapeCharacter: 'a character code is written wrongly',
  InvalidCharacter: 'a control character stands in a text',
};

/** Follows a text from token to token, knowing the path; what JSON.parse only gives as an offset. */
function follow(
  text: string,
  on: {
    key?: (path: Path) => boolean;
    number?: (path: Path, at: number, length: number) => boolean;
    fault?: (code: ParseErrorCode, at: number, line: number, path: Path) => void;
  },
): void {
  const path: (string | number)[] = [];
  const isList: boolean[] = [];
  let stop = false;
  visit(
    text,
    {
      onObjectBegin: () => {
        isList.push(false);
        path.push('');
        return !stop;
      },
      onObjectProperty: (key) => {
        path[path.length - 1] = key;
        if (!stop && on.key?.(path) === true) stop = true;
      },
      onObjectEnd: () => {
        isList.pop();
        path.pop();
      },
      onArrayBegin: () => {
        isList.push(true);
        path.push(0);
        return !stop;
      },
      onArrayEnd: () => {
        isList.pop();
        path.pop();
      },
      onSeparator: (character) => {
        const last = path.at(-1);
        if (character === ',' && isList.at(-1) === true && typeof last === 'number') path[path.length - 1] = last + 1;
      },
      onLiteralValue: (value, at, length) => {
        if (!stop && typeof value === 'number' && on.number?.(path, at, length) === true) stop = true;
      },
      onError: (code, at, _length, line) => on.fault?.(code, at, line + 1, [...path]),
    },
    { disallowComments: true, allowTrailingComma: false },
  );
}

function locateFault(text: string): { place: string; fault: string } {
  let found: { place: string; fault: string } | undefined;
  try {
    follow(text, {
      fault: (code, at, line, path) => {
        const words =
          at >= text.trimEnd().length
            ? 'the file ends too early'
            : (faults[printParseErrorCode(code)] ?? 'it is not JSON');
        const place = placeOf(path);
        found ??= {
          place: place === BEGINNING ? `line ${String(line)}` : `${place} (line ${String(line)})`,
          fault: words,
        };
      },
    });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return { place: 'its beginning', fault: `it is nested deeper than ${String(DEEPEST)} levels` };
  }
  return found ?? { place: 'an unknown place', fault: 'it is not JSON' };
}

function locateDuplicate(text: string): Path | undefined {
  let found: Path | undefined;
  const seen = new Map<number, { parent: string; keys: Set<string> }>();
  follow(text, {
    key: (path) => {
      const depth = path.length;
      const parent = JSON.stringify(path.slice(0, -1));
      let level = seen.get(depth);
      if (level?.parent !== parent) seen.set(depth, (level = { parent, keys: new Set() }));
      const key = String(path.at(-1));
      if (level.keys.has(key)) found ??= [...path];
      level.keys.add(key);
      return found !== undefined;
    },
  });
  return found;
}

/** `b2b`, 0, `inum`: enough to tell the values of records apart. */
export function placeKey(path: Path): string {
  return path.slice(-3).join('\u0001');
}

/** The characters of all numbers that are wanted, by their place: one walk, however many there are. */
function numbersWritten(text: string, isWanted: (value: number, path: Path) => boolean): Map<string, string> {
  const written = new Map<string, string>();
  follow(text, {
    number: (path, at, length) => {
      const digits = text.slice(at, at + length);
      if (isWanted(Number(digits), path)) written.set(placeKey(path), digits);
      return false;
    },
  });
  return written;
}

function isInexact(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

const BEGINNING = 'the beginning';

/** `section b2b, record 3, key inum`, counted from 1; other paths as they are. */
function placeOf(path: Path): string {
  const index = path.findIndex((step) => typeof step === 'number');
  const steps = path.filter((step) => step !== '');
  if (steps.length === 0) return BEGINNING;
  if (index < 1) return `key ${steps.join('.')}`;
  const rest = path.slice(index + 1).filter((step) => step !== '');
  const record = `section ${String(path[index - 1])}, record ${String(Number(path[index]) + 1)}`;
  return rest.length === 0 ? record : `${record}, key ${rest.join('.')}`;
}
