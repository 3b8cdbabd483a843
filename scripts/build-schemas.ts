/**
 * Writes what is derived from the record tables: `schemas/*.schema.json`, `schemas/lists/*.json`, `docs/rules.md`, and the
 * validators that ajv compiles from the schemas, so that nothing is compiled at run time.
 * With `--check` it writes only the validators and fails where a committed file is not what the tables say.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { states } from '../src/core/kernel/states';
import { records } from '../src/core/records/index';
import { downloadSchema, errorsSchema, uploadSchema } from '../src/core/engine/schema';
import { ruleBook } from '../src/core/engine/rule-book';

const root = join(__dirname, '..');
const schemas = {
  'ims-download': downloadSchema(records),
  'ims-errors': errorsSchema(records),
  'ims-upload': uploadSchema(records),
};

const returnForms = records[0]?.columns.source?.choices.map(({ code, label }) => ({ code, label })) ?? [];
const documentTypes = records[0]?.columns.documentType?.choices.map(({ code, label }) => ({ code, label })) ?? [];
const list = (source: string, entries: unknown): string => `${JSON.stringify({ source, entries }, undefined, 2)}\n`;

const committed: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `schemas/${name}.schema.json`,
      `${JSON.stringify(schema, undefined, 2)}\n`,
    ]),
  ),
  'schemas/lists/states.json': list('State codes of the GST portal; old codes are read and never offered', states),
  'schemas/lists/return-forms.json': list(
    'IMS Offline Utility v1.1: R1 = GSTR-1/IFF, R1A = GSTR-1A, R5 = GSTR-5',
    returnForms,
  ),
  'schemas/lists/document-types.json': list('IMS download, key inv_typ', documentTypes),
  'docs/rules.md': ruleBook(records),
};

function compileValidators(): string {
  const ajv = new Ajv2020({
    code: { source: true, esm: false },
    strict: true,
    allowUnionTypes: true,
    allErrors: false,
  });
  const names: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    ajv.addSchema(schema);
    names[name.replace('ims-', '')] = String(schema['$id']);
  }
  return `// Made by ajv from schemas/*.schema.json (npm run build:schemas). Not edited, not committed.\n${standaloneCode(ajv, names)}\n`;
}

const DECLARATION = `import type { ErrorObject } from 'ajv';
interface Validator { (value: unknown): boolean; errors?: ErrorObject[] | null }
export const download: Validator;
export const errors: Validator;
export const upload: Validator;
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

write('src/boundary/generated/validators.js', compileValidators());
write('src/boundary/generated/validators.d.ts', DECLARATION);

let stale = 0;
for (const [path, text] of Object.entries(committed)) {
  if (!process.argv.includes('--check')) {
    write(path, text);
    continue;
  }
  let found = '';
  try {
    found = readFileSync(join(root, path), 'utf8');
  } catch {
    // A missing file is as stale as a different one.
  }
  if (found !== text) {
    stale += 1;
    console.error(`${path} is not what the record tables say: run npm run build:schemas and commit the result.`);
  }
}
if (stale > 0) process.exitCode = 1;
