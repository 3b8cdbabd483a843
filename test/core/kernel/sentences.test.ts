import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { words } from '../../../src/core/kernel/pane-words';
import { note, notes, refusals } from '../../../src/core/kernel/sentences';

test('a note is a filled sentence of the catalogue', () => {
  expect(note('imported', { at: '15-05-2026 10:00' })).toBe('Imported 15-05-2026 10:00');
});

const texts = new Map<string, string | { reason: string; advice: string }>([
  ...Object.entries(refusals).map(([id, text]) => [`refusal ${id}`, text] as const),
  ...Object.entries(notes).map(([id, text]) => [`note ${id}`, text] as const),
  ...Object.entries(words).map(([id, text]) => [`word ${id}`, text] as const),
]);
const catalogueOf: Readonly<Record<string, string>> = {
  refuse: 'refusal',
  note: 'note',
  sentence: 'note',
  say: 'word',
};

test.each([...texts])('%s: blames nobody and is tidy', (_id, said) => {
  const text = typeof said === 'string' ? said : `${said.reason}. ${said.advice}`;
  expect(text).not.toMatch(/\binvalid\b|\bplease\b|!|\s{2}|^\s|\s$/i);
  expect(text).not.toContain('(s)');
  expect(text.replace(/\{\w+(\|[^{}|]+\|[^{}|]+)?\}/g, '')).not.toMatch(/[{}|]/);
  expect(text).not.toBe('');
});

test.each(Object.entries(refusals))(
  '%s: the reason can stand in a sentence, the advice is one',
  (_id, { reason, advice }) => {
    expect(reason).not.toMatch(/\.$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
  },
);

/** A place in src/ where a sentence of the catalogue is said, with the values that it is given. */
interface Saying {
  /** with its catalogue: the two have some names in common */
  readonly id: string;
  readonly place: string;
  readonly values: readonly string[];
}

const root = join(__dirname, '../../..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) =>
    ts.createSourceFile(path, readFileSync(join(root, 'src', path), 'utf8'), ts.ScriptTarget.ES2022, true),
  );

const sayings = sources.flatMap(sayingsIn);

function sayingsIn(file: ts.SourceFile): Saying[] {
  const found: Saying[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      /^(refuse|note|sentence|say)$/.test(node.expression.text)
    ) {
      const [id, ...rest] = node.arguments;
      const values = node.expression.text === 'refuse' ? rest[1] : rest[0];
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${relative(root, join(root, 'src', file.fileName))}:${String(line)}`;
      for (const said of id === undefined ? [] : idsOf(id))
        found.push({ id: `${catalogueOf[node.expression.text]} ${said}`, place, values: namesIn(values, file) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function idsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  return ts.isConditionalExpression(node) ? [...idsOf(node.whenTrue), ...idsOf(node.whenFalse)] : [];
}

function namesIn(node: ts.Expression | undefined, file: ts.SourceFile): string[] {
  if (node === undefined) return [];
  if (ts.isIdentifier(node)) return literalsNamed(node.text, file).flatMap((literal) => namesIn(literal, file));
  if (!ts.isObjectLiteralExpression(node)) throw new Error(`${file.fileName}: ${node.getText()} cannot be read here`);
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return namesIn(property.expression, file);
    return [property.name.getText()];
  });
}

function literalsNamed(name: string, file: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    const value = ts.isVariableDeclaration(node) && node.name.getText() === name ? node.initializer : undefined;
    if (value !== undefined && ts.isObjectLiteralExpression(value)) found.push(value);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const gapsOf = (id: string): string[] => {
  const said = texts.get(id);
  const text = said === undefined || typeof said === 'string' ? said : `${said.reason} ${said.advice}`;
  if (text === undefined) throw new Error(`no catalogue has ${id}`);
  return [...text.matchAll(/\{(\w+)[|}]/g)].map(([, gap]) => gap!);
};

test('every gap is filled where the sentence is said', () => {
  const unfilled = sayings.flatMap(({ id, place, values }) =>
    gapsOf(id)
      .filter((gap) => !values.includes(gap))
      .map((gap) => `${place}: ${id} lacks {${gap}}`),
  );
  expect(unfilled).toEqual([]);
});

test('every sentence of the catalogues is said somewhere', () => {
  const literals = new Set(
    sources.filter(({ fileName }) => !/(sentences|words)\.ts$/.test(fileName)).flatMap(literalsIn),
  );
  const isSaid = (id: string): boolean => literals.has(id) || literals.has(id.replace(/^.*(?=-)/, '…'));
  expect([...texts.keys()].map((key) => key.slice(key.indexOf(' ') + 1)).filter((id) => !isSaid(id))).toEqual([]);
});

/** The texts in a file; of one with a beginning that is filled in (`${kind}-past`), `…` and its end. */
function literalsIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.push(node.text);
    if (ts.isTemplateTail(node)) found.push(`…${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
