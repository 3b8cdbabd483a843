import { tokenise, type Reference, type Token } from './tokens';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly sign: string; readonly of: Expression }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression };

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const known = new Map<string, Expression | undefined>();

/** The formula (without `=`) as a tree; undefined where Excel would say that there is a problem with it. */
export function parseFormula(formula: string): Expression | undefined {
  if (!known.has(formula)) known.set(formula, parseFresh(formula));
  return known.get(formula);
}

function parseFresh(formula: string): Expression | undefined {
  const tokens = tokenise(formula)?.filter(({ kind }) => kind !== 'space');
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = createReader(tokens);
  const tree = expression(reader, 0);
  return reader.peek() === undefined ? tree : undefined;
}

interface Reader {
  readonly peek: () => Token | undefined;
  readonly next: () => Token | undefined;
  readonly take: (sign: string) => boolean;
}

function createReader(tokens: readonly Token[]): Reader {
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  return {
    peek,
    next: () => tokens[at++],
    take: (sign) => {
      const found = peek()?.kind === 'sign' && peek()?.text === sign;
      if (found) at += 1;
      return found;
    },
  };
}

function expression(reader: Reader, level: number): Expression | undefined {
  const signs = LEVELS[level];
  if (signs === undefined) return unary(reader);
  let left = expression(reader, level + 1);
  while (left !== undefined) {
    const sign = signs.find((candidate) => reader.take(candidate));
    if (sign === undefined) return left;
    const right = expression(reader, level + 1);
    left = right === undefined ? undefined : { kind: 'binary', sign, left, right };
  }
  return undefined;
}

function unary(reader: Reader): Expression | undefined {
  const sign = ['-', '+', '@'].find((candidate) => reader.take(candidate));
  if (sign !== undefined) {
    const of = unary(reader);
    return of === undefined ? undefined : { kind: 'unary', sign, of };
  }
  let of = operand(reader);
  while (of !== undefined && reader.take('%')) of = { kind: 'unary', sign: '%', of };
  return of;
}

function operand(reader: Reader): Expression | undefined {
  const token = reader.next();
  switch (token?.kind) {
    case 'number':
      return { kind: 'literal', value: Number(token.text) };
    case 'text':
      return { kind: 'literal', value: token.text.slice(1, -1).replaceAll('""', '"') };
    case 'error':
      return { kind: 'error', code: token.text };
    case 'reference':
      return { kind: 'reference', reference: token.reference };
    case 'name':
      return named(reader, token.text.toUpperCase());
    case 'sign':
      return token.text === '(' ? closed(reader, expression(reader, 0)) : undefined;
    default:
      return undefined;
  }
}

function closed(reader: Reader, inner: Expression | undefined): Expression | undefined {
  return reader.take(')') ? inner : undefined;
}

function named(reader: Reader, name: string): Expression | undefined {
  if (!reader.take('(')) {
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'literal', value: name === 'TRUE' };
    return { kind: 'name', name };
  }
  const args: Expression[] = [];
  if (reader.take(')')) return { kind: 'call', name, args };
  do {
    const empty = reader.peek()?.kind === 'sign' && [',', ')'].includes(reader.peek()?.text ?? '');
    const arg: Expression | undefined = empty ? { kind: 'literal', value: '' } : expression(reader, 0);
    if (arg === undefined) return undefined;
    args.push(arg);
  } while (reader.take(','));
  return closed(reader, { kind: 'call', name, args });
}
