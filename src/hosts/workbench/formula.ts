import { LAST_ROW } from '../../core/sheet-rules';
import { columnAt } from '../../core/language/address';

/**
 * The formulas that this page calculates: COUNT, COUNTA, COUNTIF with a text, SUM, AVERAGE, MIN, MAX and ROUND, references,
 * numbers, per cent and the five operations. Anything else is not understood, and keeps the value it came with.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'operation'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'rounded'; readonly value: Expression; readonly digits: Expression }
  | { readonly kind: 'cell'; readonly sheet?: string; readonly row: number; readonly column: number }
  | Over;

export type Sign = '+' | '-' | '*' | '/' | '^';

/** Something counted over a range. */
export interface Over {
  readonly kind: 'over';
  readonly name: OverName;
  readonly range: Range;
  /** what COUNTIF counts */
  readonly text: string;
}

export type OverName = 'COUNT' | 'COUNTA' | 'COUNTIF' | 'SUM' | 'MIN' | 'MAX';

export interface Range {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[A-Za-z][\w.]*)!`;
const CELL = String.raw`\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(])`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(\d+(?:\.\d+)?|\.\d+)|(${SHEET})?${CELL}(?::${CELL})?|([A-Z]+)\(|"((?:[^"]|"")*)"|([-+*/^%(),]))`,
  'iy',
);

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly range: Range; readonly isCell: boolean }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: string };

const LAST_COLUMN = 16_384;

/** Undefined where the formula, without its `=`, is not one of those above. */
export function parseFormula(formula: string): Expression | undefined {
  const tokens = tokensOf(formula);
  return tokens === undefined ? undefined : new Parser(tokens).whole();
}

/** A formula as Excel writes it: names and references in capitals, names of sheets and texts as they are. */
export function inCapitals(formula: string): string {
  return formula.replace(/'(?:[^']|'')*'!|[A-Za-z][\w.]*!|"(?:[^"]|"")*"|[a-z]+/g, (part) =>
    /[!"]$/.test(part) ? part : part.toUpperCase(),
  );
}

/** The names of all sheets that a formula names. */
export function sheetsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'cell':
      return [expression.sheet ?? []].flat();
    case 'over':
      return [expression.range.sheet ?? []].flat();
    case 'rounded':
      return [...sheetsIn(expression.value), ...sheetsIn(expression.digits)];
    case 'operation':
      return [...sheetsIn(expression.left), ...sheetsIn(expression.right)];
  }
}

/** Thrown within this file where a formula is not understood. */
class NotUnderstood extends Error {}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression | undefined {
    try {
      const expression = this.sum();
      return this.at === this.tokens.length ? expression : undefined;
    } catch (fault) {
      if (fault instanceof NotUnderstood) return undefined;
      throw fault;
    }
  }

  private sum(): Expression {
    return this.joined(() => this.product(), '+', '-');
  }

  private product(): Expression {
    return this.joined(() => this.power(), '*', '/');
  }

  private power(): Expression {
    return this.joined(() => this.signed(), '^');
  }

  private joined(part: () => Expression, ...signs: Sign[]): Expression {
    let left = part();
    for (let sign = this.sign(...signs); sign !== undefined; sign = this.sign(...signs))
      left = { kind: 'operation', sign, left, right: part() };
    return left;
  }

  /** Excel takes a sign in front before it takes the power: `-2^2` is 4. */
  private signed(): Expression {
    const sign = this.sign('-', '+');
    if (sign === '+') return this.signed();
    if (sign === '-') return { kind: 'operation', sign: '*', left: numbered(-1), right: this.signed() };
    let factor = this.factor();
    while (this.sign('%') !== undefined) factor = { kind: 'operation', sign: '/', left: factor, right: numbered(100) };
    return factor;
  }

  private factor(): Expression {
    if (this.sign('(') !== undefined) {
      const inner = this.sum();
      this.must(')');
      return inner;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'number') return token;
    if (token?.kind === 'function') return this.called(token.name.toUpperCase());
    if (token?.kind === 'range' && token.isCell) return { kind: 'cell', ...token.range };
    throw new NotUnderstood();
  }

  private called(name: string): Expression {
    switch (name) {
      case 'SUM':
      case 'COUNT':
      case 'COUNTA':
        return this.added(name);
      case 'AVERAGE': {
        const from = this.at;
        const left = this.added('SUM');
        this.at = from;
        return { kind: 'operation', sign: '/', left, right: this.added('COUNT') };
      }
      case 'MIN':
      case 'MAX':
        return this.closed(over(name, this.range()));
      case 'COUNTIF': {
        const range = this.range();
        this.must(',');
        return this.closed(over(name, range, this.criterion()));
      }
      case 'ROUND': {
        const value = this.sum();
        this.must(',');
        return this.closed({ kind: 'rounded', value, digits: this.sum() });
      }
      default:
        throw new NotUnderstood();
    }
  }

  /** The same over several ranges, added up; SUM takes numbers too. */
  private added(name: 'SUM' | 'COUNT' | 'COUNTA'): Expression {
    const part = (): Expression => {
      const isRange = this.tokens[this.at]?.kind === 'range' && this.isEnd(this.at + 1);
      if (isRange) return over(name, this.range());
      if (name !== 'SUM') throw new NotUnderstood();
      return this.sum();
    };
    let all = part();
    while (this.sign(',') !== undefined) all = { kind: 'operation', sign: '+', left: all, right: part() };
    return this.closed(all);
  }

  private isEnd(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'sign' && (token.sign === ',' || token.sign === ')');
  }

  private range(): Range {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind !== 'range') throw new NotUnderstood();
    return token.range;
  }

  /** Other criteria, such as ">5" or "A*", are not understood. */
  private criterion(): string {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind !== 'text' || /[<>=*?~]/.test(token.text)) throw new NotUnderstood();
    return token.text;
  }

  private closed(expression: Expression): Expression {
    this.must(')');
    return expression;
  }

  private must(sign: string): void {
    if (this.sign(sign) === undefined) throw new NotUnderstood();
  }

  private sign<T extends string>(...signs: T[]): T | undefined {
    const token = this.tokens[this.at];
    const found = token?.kind === 'sign' ? signs.find((sign) => sign === token.sign) : undefined;
    if (found !== undefined) this.at += 1;
    return found;
  }
}

function numbered(value: number): Expression {
  return { kind: 'number', value };
}

function over(name: OverName, range: Range, text = ''): Over {
  return { kind: 'over', name, range, text };
}

function tokensOf(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = formula.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(formula);
    if (found === null) return undefined;
    const [, number, sheet, left, top, right, bottom, name, text, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (left !== undefined && top !== undefined) {
      const range = rangeOf(sheet, left, top, right, bottom);
      if (range === undefined) return undefined;
      tokens.push({ kind: 'range', range, isCell: right === undefined });
    } else if (name !== undefined) tokens.push({ kind: 'function', name });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/""/g, '"') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign });
  }
  return tokens;
}

/** Undefined where a corner is outside the sheet. A range may be written from any of its corners. */
function rangeOf(sheet: string | undefined, left: string, top: string, right = left, bottom = top): Range | undefined {
  const [first = 0, last = 0] = [top, bottom].map(Number).sort((a, b) => a - b);
  const [from = 0, to = 0] = [left, right]
    .map((letters) => columnAt(letters.toUpperCase(), 0, letters.length))
    .sort((a, b) => a - b);
  if (first < 1 || last > LAST_ROW || to >= LAST_COLUMN) return undefined;
  const name = sheet?.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'");
  return {
    ...(name === undefined ? {} : { sheet: name }),
    row: first - 1,
    column: from,
    rows: last - first + 1,
    columns: to - from + 1,
  };
}
