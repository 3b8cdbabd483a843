import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { fill, note, notes, refusals } from '../../../src/core/kernel/sentences';

describe('a template', () => {
  test('is filled wherever a name stands, with texts and numbers', () => {
    expect(fill('{a} and {b}, {a}', { a: 'one', b: 2 })).toBe('one and 2, one');
  });

  test('keeps a gap that nobody fills, so that it is seen', () => {
    expect(fill('{a} and {b}', { a: '' })).toBe(' and {b}');
  });

  test('does not fill what a value brings', () => {
    expect(fill('{a}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1');
  });

  test('leaves other braces alone', () => {
    expect(fill('{ a } {} {a-b}', { a: 'x' })).toBe('{ a } {} {a-b}');
  });
});

test('a note is a filled sentence of the catalogue', () => {
  expect(note('imported', { at: '15-05-2026 10:00' })).toBe('Imported 15-05-2026 10:00');
});

const texts = [
  ...Object.entries(refusals).flatMap(([id, { reason, advice }]) => [
    [`${id}, reason`, reason],
    [`${id}, advice`, advice],
  ]),
  ...Object.entries(notes),
] as [string, string][];

test.each(texts)('%s: blames nobody and is tidy', (_id, text) => {
  expect(text).not.toMatch(/\binvalid\b|\bplease\b|!|\s{2}|^\s|\s$/i);
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
  readonly id: string;
  readonly place: string;
  readonly values: readonly string[];
}

const root = join(__dirname, '../../..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
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
      /^(refuse|note|sentence)$/.test(node.expression.text)
    ) {
      const [id, ...rest] = node.arguments;
      const values = node.expression.text === 'refuse' ? rest[1] : rest[0];
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${relative(root, join(root, 'src', file.fileName))}:${String(line)}`;
      for (const said of id === undefined ? [] : idsOf(id))
        found.push({ id: said, place, values: namesIn(values, file) });
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
  const text =
    id in refusals ? Object.values(refusals[id as keyof typeof refusals]).join(' ') : notes[id as keyof typeof notes];
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap!);
};

test('every gap is filled where the sentence is said', () => {
  const unfilled = sayings.flatMap(({ id, place, values }) =>
    gapsOf(id)
      .filter((gap) => !values.includes(gap))
      .map((gap) => `${place}: ${id} lacks {${gap}}`),
  );
  expect(unfilled).toEqual([]);
});

/** Refused as not-a-workbook (signed) until src/cli/open-workbook.ts says it. */
test('every sentence of the catalogue is said somewhere', () => {
  const literals = new Set(sources.filter(({ fileName }) => !fileName.endsWith('sentences.ts')).flatMap(literalsIn));
  expect([...Object.keys(refusals), ...Object.keys(notes)].filter((id) => !literals.has(id))).toEqual([]);
});

function literalsIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
