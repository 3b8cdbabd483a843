import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { downloadSchema, errorsSchema, uploadSchema, type Schema } from '../../../src/core/engine/schema';
import { ruleBook } from '../../../src/core/engine/rule-book';
import { states } from '../../../src/core/kernel/states';
import { records } from '../../../src/core/records/index';

const committed = (path: string): string => readFileSync(join(__dirname, '../../..', path), 'utf8');

describe('what stands in schemas/ and docs/ is what the tables say', () => {
  test.each([
    ['ims-download', downloadSchema(records)],
    ['ims-upload', uploadSchema(records)],
    ['ims-errors', errorsSchema(records)],
  ])('%s.schema.json', (name, schema) => {
    expect(JSON.parse(committed(`schemas/${name}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test('lists/states.json', () => {
    expect(JSON.parse(committed('schemas/lists/states.json'))).toMatchObject({ entries: states });
  });

  test('lists/document-types.json', () => {
    const entries = records[0]!.columns.documentType!.choices.map(({ code, label }) => ({ code, label }));
    expect(JSON.parse(committed('schemas/lists/document-types.json'))).toMatchObject({ entries });
  });

  test('lists/return-forms.json', () => {
    const entries = records[0]!.columns.source!.choices.map(({ code, label }) => ({ code, label }));
    expect(JSON.parse(committed('schemas/lists/return-forms.json'))).toMatchObject({ entries });
  });

  test('rules.md', () => {
    expect(committed('docs/rules.md')).toBe(ruleBook(records));
  });
});

describe('the page of rules', () => {
  const page = ruleBook(records);

  test('has one line for every rule, with the sheets where it stands', () => {
    expect(page).toMatch(/^\| `pending-is-blocked` \| V02 \| error \| all \| Pending is not allowed /m);
    expect(page).toMatch(/^\| `itc-answer-is-missing` \| V04 \| error \| B2BA, B2B-DNA, B2B-CN, B2B-CNA, ECOA \| /m);
    expect(page).toMatch(/^\| `status-is-unknown` \| V01 \| error \| all \| /m);
    expect(page).toMatch(/^\| `row-is-copied` \| V13 \| error \| all \| /m);
    const ids = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

const without = (record: object, ...keys: string[]): object =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

const accepts = (schema: Schema, value: unknown): boolean =>
  new Ajv2020({ allowUnionTypes: true }).validate(schema, value);

describe('the schema of an upload', () => {
  const schema = uploadSchema(records);
  const note = {
    stin: '27AAPFU0939F1ZV',
    nt_num: 'CN/7',
    inv_typ: 'R',
    nt_dt: '19-04-2026',
    val: 11800,
    action: 'A',
    pos: '27',
    txval: 10000,
    iamt: 0,
    camt: 900,
    samt: 900,
    cess: 0,
    itcRedReq: 'Y',
    srcform: 'R1',
    rtnprd: '042026',
  };
  const decl = { declIgst: 0, declCgst: 450, declSgst: 450, declCess: 0 };
  const file = (record: object, rest: object = {}) => ({
    rtin: '27ZZZCR1001K1Z0',
    reqtyp: 'SAVE',
    invdata: { b2bcn: [record] },
    ...rest,
  });
  const unanswered = without(note, 'itcRedReq');
  const unnumbered = without(note, 'nt_num', 'nt_dt');

  test.each<[string, object]>([
    ['a full reduction', file(note)],
    ['a partial reduction', file({ ...note, ...decl, remarks: 'in part' })],
    ['a note in the other dialect', file({ ...unnumbered, inum: 'CN/7', idt: '19-04-2026' })],
    ['a rejected note', file({ ...unanswered, action: 'R', remarks: 'not ours' })],
    ['no records', { rtin: '27ZZZCR1001K1Z0', reqtyp: 'SAVE', invdata: {} }],
  ])('takes %s', (_name, value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each<[string, object]>([
    ['another request type', file(note, { reqtyp: 'RESET' })],
    ['a key more in the envelope', file(note, { gstin: '27ZZZCR1001K1Z0' })],
    ['a recipient of 14 characters', file(note, { rtin: '27ZZZCR1001K1Z' })],
    ['an unknown section', file(note, { invdata: { eco: [note] } })],
    ['an unknown key', file({ ...note, hash: 'x' })],
    ['an unknown action', file({ ...note, action: 'X' })],
    ['a label for an action', file({ ...note, action: 'Accepted' })],
    ['amounts as text', file({ ...note, val: '11800' })],
    ['a document number as number', file({ ...note, nt_num: 7 })],
    ['amounts without an answer', file({ ...unanswered, ...decl })],
    ['one amount alone', file({ ...note, declIgst: 5 })],
    ['empty remarks', file({ ...note, remarks: '' })],
    ['remarks of 251 characters', file({ ...note, remarks: 'x'.repeat(251) })],
    [
      'an ITC answer on an invoice',
      { ...file(note), invdata: { b2b: [{ stin: '27AAPFU0939F1ZV', action: 'A', itcRedReq: 'Y' }] } },
    ],
    ['a record without action', file({ stin: '27AAPFU0939F1ZV' })],
    ['a record without supplier', file({ action: 'A' })],
  ])('refuses %s', (_name, value) => {
    expect(accepts(schema, value)).toBe(false);
  });
});

describe('the schema of a download', () => {
  const schema = downloadSchema(records);

  test.each<[string, object]>([
    ['the portal’s forms', { b2b: [{ stin: '27AAPFU0939F1ZV', val: 5, ispendactblocked: 'N' }] }],
    ['every form met', { b2b: [{ inum: 45, val: '5', ispendactblocked: true, isRemarksBlocked: 1, tradenm: null }] }],
    ['keys that we do not know', { b2b: [{ hash: 'x', more: { deep: [] } }], isd: [7] }],
    ['records and sections that are null', { b2b: [null], b2bcn: null }],
  ])('takes %s', (_name, value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each<[string, object]>([
    ['a section that is an object', { b2b: {} }],
    ['a record that is a text', { b2b: ['x'] }],
    ['an object where an amount belongs', { b2b: [{ val: {} }] }],
    ['a list under an alias', { b2bcn: [{ inum: [] }] }],
    ['true where a number belongs', { b2b: [{ inum: true }] }],
  ])('refuses %s', (_name, value) => {
    expect(accepts(schema, value)).toBe(false);
  });
});

describe('the schema of an error file', () => {
  const schema = errorsSchema(records);

  test('takes messages beside a record, and the documents of one message', () => {
    const offline = { b2bcn: [{ stin: '27AAPFU0939F1ZV', nt_num: 'CN/7', error_msg: 'no', error_cd: 'IMSSAV0054' }] };
    const api = { b2bcn: [{ stin: '27AAPFU0939F1ZV', error_cd: 54, inv: [{ inum: 'CN/7', rtnprd: '042026' }] }] };
    expect(accepts(schema, offline)).toBe(true);
    expect(accepts(schema, api)).toBe(true);
  });

  test('refuses an error that is null', () => {
    expect(accepts(schema, { b2bcn: [null] })).toBe(false);
  });
});
