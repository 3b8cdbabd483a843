/**
 * How a document number is compared. People write the same number in many ways: `INV/2025-26/0891`, `inv 25-26 891`,
 * `INV-891`, `891`. Each way below forgives more than the one before, so each needs more else to agree.
 */
export interface NumberForms {
  /** letters and runs of digits without leading zeros; `/` stays between two runs of digits: `1/23` is not `12/3` */
  readonly plain: string;
  /** all letters and digits and nothing else */
  readonly bare: string;
  /** as `plain` without the financial year */
  readonly core: string;
  /** as `core` with O taken for 0, I and L for 1, where digits stand, and a year before the serial left away */
  readonly clear: string;
  /** runs of letters and of digits that `core` is made of */
  readonly tokens: readonly string[];
  /** the longest run of digits in `core`, the last of several; `''` where there is none */
  readonly serial: string;
  /** first year of the financial year that the number names */
  readonly year: number | undefined;
  /** false for a word, and for a year alone: clerks write them on every document */
  readonly counts: boolean;
}

const ZERO = 48;
const [SIGN, DIGIT, LETTER] = [0, 1, 2];

/** In the place of a number. */
const NO_NUMBER = /^(?:[0/]*|NA|N\/A|NIL|NONE|NULL|NOBILL|NOBILLNO|X+)$/;

/** The number without blanks and in capitals; `''` where it says that there is none. */
export function spelledNumber(number: string): string {
  // Most numbers are spelled so already, and none of those that say that there is none has another digit than 0.
  if (isSpelled(number)) return number;
  const spelled = number.replace(/\s+/g, '').toUpperCase();
  return NO_NUMBER.test(spelled.replace(/[^0-9A-Z/]/g, '')) ? '' : spelled;
}

function isSpelled(number: string): boolean {
  let isNumber = false;
  for (let at = 0; at < number.length; at += 1) {
    const code = number.charCodeAt(at);
    if (code <= 32 || code >= 97) return false;
    if (code >= 49 && code <= 57) isNumber = true;
  }
  return isNumber;
}

/**
 * A whole number made of the letters and of the digits but 0: two numbers that are the same as spelled, in `plain` or in
 * `bare` have the same. Others seldom have, so it tells most numbers apart without their forms.
 */
export function numberPrint(number: string): number {
  let print = FIRST_PRINT;
  for (let at = 0; at < number.length; at += 1) {
    const code = number.charCodeAt(at);
    if (code > 127) return textPrint(runsOf(number.toUpperCase()).join('').replaceAll('0', ''));
    if (code > ZERO && sortOf(code) !== SIGN) print = printed(print, code >= 97 ? code - 32 : code);
  }
  return print;
}

/** A whole number made of all characters of a text. */
export function textPrint(text: string): number {
  let print = FIRST_PRINT;
  for (let at = 0; at < text.length; at += 1) print = printed(print, text.charCodeAt(at));
  return print;
}

/** FNV-1a */
const FIRST_PRINT = 0x811c9dc5 | 0;

function printed(print: number, code: number): number {
  return Math.imul(print ^ code, 0x01000193);
}

/** Forms of a number as written. `year`: the first year of the document's financial year. */
export function numberForms(number: string, year: number): NumberForms {
  const written = number.toUpperCase();
  const runs = runsOf(written);
  const found = withoutYear(runs, year);
  const short = runs.map(withoutZeros);
  const plain = joined(short);
  const tokens = found.rest === runs ? short : found.rest.map(withoutZeros);
  const core = tokens === short ? plain : joined(tokens);
  const serial = serialOf(tokens);
  return {
    plain,
    bare: runs.join(''),
    core,
    clear: isClear(written, runs) ? core : clearOf(written, year),
    tokens,
    serial,
    year: found.year,
    counts: !found.isYearAlone && serial !== '',
  };
}

function serialOf(tokens: readonly string[]): string {
  let longest = '';
  for (const run of tokens) if (isDigits(run) && run.length >= longest.length) longest = run;
  return longest;
}

/** True where no letter can stand for a digit, and no year run together with the serial. */
function isClear(written: string, runs: readonly string[]): boolean {
  return !CONFUSED.test(written) && runs.every((run) => run.length < 8 || !isDigits(run));
}

/** A letter that may stand for a digit: beside one, or by itself. */
const CONFUSED = /\d[OIL]|[OIL]\d|(?<![A-Z\d])[IL](?![A-Z\d])/;

function clearOf(written: string, year: number): string {
  const clear = runsOf(withoutConfusion(written)).flatMap((run) => apartFromYear(run, year));
  return joined(withoutYear(clear, year).rest.map(withoutZeros));
}

const RUNS = /[0-9]+|(?:\p{L}|(?![0-9])\p{N})+/gu;

function runsOf(text: string): string[] {
  const runs: string[] = [];
  let from = 0;
  let sort = SIGN;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return text.match(RUNS) ?? [];
    const next = sortOf(code);
    if (next === sort) continue;
    if (sort !== SIGN) runs.push(text.slice(from, at));
    from = at;
    sort = next;
  }
  if (sort !== SIGN) runs.push(text.slice(from));
  return runs;
}

function sortOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? LETTER : SIGN;
}

function isDigits(run: string): boolean {
  return run.charCodeAt(0) <= 57;
}

function withoutZeros(run: string): string {
  let from = 0;
  while (from < run.length - 1 && run.charCodeAt(from) === ZERO) from += 1;
  return from === 0 ? run : run.slice(from);
}

function joined(runs: readonly string[]): string {
  let text = '';
  let afterDigits = false;
  for (const run of runs) {
    const digits = isDigits(run);
    text += afterDigits && digits ? `/${run}` : run;
    afterDigits = digits;
  }
  return text;
}

/** O typed for 0, I or L for 1, beside a digit or in the place of one. */
function withoutConfusion(written: string): string {
  if (!CONFUSED.test(written)) return written;
  return written
    .replace(/(?<=\d)O+(?![A-Z])|O+(?=\d)/g, (found) => '0'.repeat(found.length))
    .replace(/[IL](?=\d)|(?<=\d)[IL](?![A-Z])|(?<![A-Z\d])[IL](?![A-Z\d])/g, '1');
}

interface YearFound {
  readonly rest: readonly string[];
  readonly year: number | undefined;
  readonly isYearAlone: boolean;
}

/** Takes the financial year out: `2025-26`, `25/26`, `2025-2026`, `202526`, `2526`, or the document's own year alone. */
function withoutYear(runs: readonly string[], year: number): YearFound {
  let isYearAlone = false;
  for (let at = 0; at < runs.length; at += 1) {
    const { length, first } = yearAt(runs[at] ?? '', runs[at + 1], year);
    if (length === 0) continue;
    const from = runs[at - 1] === 'FY' ? at - 1 : at;
    const rest = [...runs.slice(0, from), ...runs.slice(at + length)];
    // A number that is nothing but a year is a number.
    if (rest.some(isDigits)) return { rest, year: first, isYearAlone: false };
    // Behind letters, four digits may well be a serial: MH-2526.
    isYearAlone ||= length === 2 || rest.length === 0;
  }
  return { rest: runs, year: undefined, isYearAlone };
}

/** The year may run together with the serial: `25260005912`. */
function apartFromYear(run: string, year: number): readonly string[] {
  const first = 2000 + Number(run.slice(0, 2));
  const isYear =
    Number(run.slice(2, 4)) === (first + 1) % 100 && (Number.isNaN(year) ? isNear(first, year) : first === year);
  return run.length >= 8 && isYear ? [run.slice(0, 4), run.slice(4)] : [run];
}

/** A number names the year of its document, or one not far from it; GST began in 2017. */
function isNear(first: number, year: number): boolean {
  return Number.isNaN(year) ? first >= 2017 && first <= 2040 : Math.abs(first - year) <= 3;
}

/** How many runs from here on name a financial year, and its first year. */
interface YearAt {
  readonly length: number;
  readonly first: number;
}

const NO_YEAR: YearAt = { length: 0, first: 0 };

function yearAt(run: string, next: string | undefined, year: number): YearAt {
  if ((run.length !== 2 && run.length !== 4 && run.length !== 6) || !isDigits(run)) return NO_YEAR;
  const number = Number(run);
  if (run.length === 4) {
    const short = 2000 + Math.floor(number / 100);
    if (isNear(short, year) && number % 100 === (short + 1) % 100) return { length: 1, first: short };
  }
  const first = run.length === 2 ? 2000 + number : run.length === 4 ? number : Math.floor(number / 100);
  if (!isNear(first, year)) return NO_YEAR;
  if (run.length === 6) return number % 100 === (first + 1) % 100 ? { length: 1, first } : NO_YEAR;
  const following = String(first + 1);
  if (next === following || next === following.slice(2)) return { length: 2, first };
  return run.length === 4 && (first === year || first === year + 1) ? { length: 1, first: year } : NO_YEAR;
}

/** True where one is the other with something before it or behind it left away: `4587` for `INV-4587`. */
export function isPartOf(a: NumberForms, b: NumberForms): boolean {
  const [short, long] = a.tokens.length <= b.tokens.length ? [a.tokens, b.tokens] : [b.tokens, a.tokens];
  if (short.length === long.length || a.serial === '' || a.serial !== b.serial) return false;
  const over = long.length - short.length;
  return short.every((run, at) => run === long[at]) || short.every((run, at) => run === long[at + over]);
}
