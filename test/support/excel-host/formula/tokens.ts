import { columnName, columnNumber, MAX_COLUMNS, MAX_ROWS, quotedSheet } from '../model/area';

/** One corner of a reference. A missing row or column is that of a whole column or row. */
export interface Corner {
  readonly row: number | undefined;
  readonly rowFixed: boolean;
  readonly column: number | undefined;
  readonly columnFixed: boolean;
}

export interface Reference {
  readonly sheet: string | undefined;
  readonly from: Corner;
  /** undefined for a single cell */
  readonly to: Corner | undefined;
}

export type Token =
  | { readonly kind: 'number' | 'text' | 'error' | 'name' | 'sign' | 'space'; readonly text: string }
  | { readonly kind: 'reference'; readonly text: string; readonly reference: Reference };

const SHEET = String.raw`(?:(?:'((?:[^']|'')+)'|([A-Za-z_\u0080-\uFFFF][\w.\u0080-\uFFFF]*))!)?`;
const CORNER = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`;
const CELLS = new RegExp(`${SHEET}${CORNER}(?::${CORNER})?(?![\\w(.])`, 'y');
const COLUMNS = new RegExp(`${SHEET}(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})(?![\\w(.])`, 'y');
const ROWS = new RegExp(`${SHEET}(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})(?![\\w(.])`, 'y');
const PLAIN: readonly (readonly [Exclude<Token['kind'], 'reference'>, RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)/y],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y],
  ['name', /[A-Za-z_\\\u0080-\uFFFF][\w.\u0080-\uFFFF]*/y],
  ['sign', /<=|>=|<>|[-+*/^&=<>%(),{};:@]/y],
];

const corner = (columnFixed?: string, column?: string, rowFixed?: string, row?: string): Corner => ({
  row: row === undefined ? undefined : Number(row) - 1,
  rowFixed: rowFixed === '$',
  column: column === undefined ? undefined : columnNumber(column),
  columnFixed: columnFixed === '$',
});

function referenceAt(text: string, at: number): Token | undefined {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const named = (found: RegExpExecArray, from: Corner, to: Corner | undefined): Token | undefined => {
    const fits = [from, to].every((end) => (end?.row ?? 0) < MAX_ROWS && (end?.column ?? 0) < MAX_COLUMNS);
    const sheet = found[1]?.replaceAll("''", "'") ?? found[2];
    return fits ? { kind: 'reference', text: found[0], reference: { sheet, from, to } } : undefined;
  };
  const cells = match(CELLS);
  if (cells !== null)
    return named(
      cells,
      corner(cells[3], cells[4], cells[5], cells[6]),
      cells[8] === undefined ? undefined : corner(cells[7], cells[8], cells[9], cells[10]),
    );
  const columns = match(COLUMNS);
  if (columns !== null) return named(columns, corner(columns[3], columns[4]), corner(columns[5], columns[6]));
  const rows = match(ROWS);
  if (rows !== null)
    return named(rows, corner(undefined, undefined, rows[3], rows[4]), corner(undefined, undefined, rows[5], rows[6]));
  return undefined;
}

/** Tokens of a formula without its `=`; undefined where it has something that no formula has. */
export function tokenise(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const reference = referenceAt(formula, at);
    const token = reference ?? plainAt(formula, at);
    if (token === undefined) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function plainAt(formula: string, at: number): Token | undefined {
  for (const [kind, pattern] of PLAIN) {
    pattern.lastIndex = at;
    const found = pattern.exec(formula);
    if (found !== null) return { kind, text: found[0] };
  }
  return undefined;
}

function cornerText({ row, rowFixed, column, columnFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  return row === undefined ? letters : `${letters}${rowFixed ? '$' : ''}${row + 1}`;
}

function referenceText({ sheet, from, to }: Reference): string {
  const place = to === undefined ? cornerText(from) : `${cornerText(from)}:${cornerText(to)}`;
  return sheet === undefined ? place : `${quotedSheet(sheet)}!${place}`;
}

/** The formula with each reference as `change` makes it; `undefined` from it is a reference that is gone. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  const tokens = tokenise(formula.startsWith('=') ? formula.slice(1) : formula);
  if (tokens === undefined) return formula;
  const body = tokens.map((token) => {
    if (token.kind !== 'reference') return token.text;
    const changed = change(token.reference);
    if (changed === token.reference) return token.text;
    return changed === undefined ? '#REF!' : referenceText(changed);
  });
  return `${formula.startsWith('=') ? '=' : ''}${body.join('')}`;
}
