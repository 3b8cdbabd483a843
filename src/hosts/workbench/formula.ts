/**
 * The formulas that our own sheets have: COUNTA, COUNTIF with a text, SUM, references, numbers and the four operations.
 * Anything else is not understood, and keeps the value it came with.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'cell'; readonly sheet?: string; readonly row: number; readonly column: number }
  | {
      readonly kind: 'over';
      readonly name: 'COUNTA' | 'COUNTIF' | 'SUM';
      readonly range: Range;
      readonly text: string;
    };

export interface Range {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|((?:'(?:[^']|'')+'|[A-Za-z][\w.]*)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?|(COUNTA|COUNTIF|SUM)\(|"((?:[^"]|"")*)"|([-+*/(),]))/y;

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly range: Range; readonly isCell: boolean }
  | { readonly kind: 'over'; readonly name: 'COUNTA' | 'COUNTIF' | 'SUM' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: string };

/** Undefined where the formula, without its `=`, is not one of those above. */
export function parseFormula(formula: string): Expression | undefined {
  const tokens = tokensOf(formula);
  if (tokens === undefined) return undefined;
  let at = 0;
  const sign = (...signs: string[]): string | undefined => {
    const token = tokens[at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
    at += 1;
    return token.sign;
  };
  const joined = (part: () => Expression | undefined, ...signs: string[]): Expression | undefined => {
    let left = part();
    for (let found = sign(...signs); found !== undefined; found = sign(...signs)) {
      const right = part();
      if (left === undefined || right === undefined) return undefined;
      left = { kind: 'operation', sign: found, left, right };
    }
    return left;
  };
  const over = (name: 'COUNTA' | 'COUNTIF' | 'SUM'): Expression | undefined => {
    const range = tokens[at];
    if (range?.kind !== 'range') return undefined;
    at += 1;
    let text = '';
    if (name === 'COUNTIF') {
      if (sign(',') === undefined) return undefined;
      const criterion = tokens[at];
      // Other criteria, such as ">5" or "A*", are not of ours.
      if (criterion?.kind !== 'text' || /[<>=*?~]/.test(criterion.text)) return undefined;
      at += 1;
      text = criterion.text;
    }
    return sign(')') === undefined ? undefined : { kind: 'over', name, range: range.range, text };
  };
  const factor = (): Expression | undefined => {
    if (sign('(') !== undefined) {
      const inner = sum();
      return sign(')') === undefined ? undefined : inner;
    }
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') return token;
    if (token?.kind === 'over') return over(token.name);
    return token?.kind === 'range' && token.isCell ? { kind: 'cell', ...token.range } : undefined;
  };
  const product = (): Expression | undefined => joined(factor, '*', '/');
  const sum = (): Expression | undefined => joined(product, '+', '-');
  const expression = sum();
  return at === tokens.length ? expression : undefined;
}

function tokensOf(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const found = TOKEN.exec(formula);
    if (found === null) return undefined;
    const [, number, sheet, left, top, right, bottom, name, text, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (left !== undefined && top !== undefined) tokens.push(rangeToken(sheet, left, top, right, bottom));
    else if (name !== undefined) tokens.push({ kind: 'over', name: name as 'SUM' });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/""/g, '"') });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign });
  }
  return tokens;
}

function rangeToken(sheet: string | undefined, left: string, top: string, right = left, bottom = top): Token {
  const [row, column] = [Number(top) - 1, columnOf(left)];
  const name = sheet?.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'");
  return {
    kind: 'range',
    isCell: right === left && bottom === top,
    range: {
      ...(name === undefined ? {} : { sheet: name }),
      row,
      column,
      rows: Number(bottom) - row,
      columns: columnOf(right) - column + 1,
    },
  };
}

function columnOf(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}
