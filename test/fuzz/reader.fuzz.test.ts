import { readActions } from '../../src/boundary/actions-csv';
import { readErrors } from '../../src/boundary/error-json';
import { readDownloads } from '../../src/boundary/portal-json';
import { checkUpload } from '../../src/boundary/upload-json';
import type { Download } from '../../src/core/engine/download';
import type { Refusal, Result } from '../../src/core/kernel/result';
import { records as recordTypes } from '../../src/core/records/index';
import { generate } from '../../src/core/tasks/generate';
import { importNew } from '../../src/core/tasks/import-new';
import { cellsOf, columnAt, fixtureBytes, memoryDesk, must } from '../support/desk';
import { generateDownload, RECIPIENT, seeded } from '../support/generate-download';

/** Files as they come from broken disks, other programs and bad people: ten for each of `FUZZ_RUNS`, as they cost little. */
const RUNS = 10 * Number(process.env['FUZZ_RUNS'] ?? 2_000);
const TIME = 600_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_430);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const seeds: readonly Uint8Array[] = [
  ...['download', 'download-api-dialect', 'download-web-dialect', 'download-variants', 'download-variants'].map(
    (name) => fixtureBytes(`downloads/${name}.json`),
  ),
  ...[0, 1, 2, 3, 4, 5].map((seed) =>
    utf8(
      generateDownload({
        records: 9,
        seed,
        dialect: (['offline', 'api', 'web'] as const)[seed % 3]!,
        indent: seed % 2,
      }),
    ),
  ),
  fixtureBytes('errors/errors-api-dialect.json'),
  utf8(
    '{"gstin":"27ZZZCR1001K1Z0","rtnprd":"042026","b2b":[{"stin":"27AAPFU0939F1ZV","inum":"1"}],"cdnr":[{"ctin":"27AAPFU0939F1ZV","nt_num":"2","ntty":"D"}],"impg":[{}]}',
  ),
];

type Random = ReturnType<typeof seeded>;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Values that people, programs and attackers put where others belong. */
const hostile = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '" "',
  '0',
  '-0',
  '-1',
  '1e400',
  '-1e400',
  '1e-400',
  '0.1234567',
  '12345678901234567890',
  '1E5',
  '"1e400"',
  '"NaN"',
  '"=1+1"',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u2028"',
  '"a\\nb"',
  '"<script>"',
  '"constructor"',
  '"__proto__"',
  '{"__proto__":1}',
  '{"constructor":{"prototype":1}}',
  '[[[]]]',
  '[null]',
  '[{}]',
  '"31-02-2026"',
  '"99"',
  '"Y"',
  '1',
  `"${'9'.repeat(400)}"`,
  `"${'x'.repeat(40_000)}"`,
  '9999999999999.99',
  '99999999999999999999.99',
  '"₹ 1,00,000.50"',
  '"(5.00)"',
  '5.005',
];
const keys = [
  'stin',
  'ctin',
  'STIN',
  'inum',
  'INUM',
  'nt_num',
  'ntnum',
  'idt',
  'val',
  'Val',
  'action',
  'ACTION',
  'pos',
  'rtnprd',
  'sRtnPrd',
  'itcRedReq',
  'itc_red_req',
  'declIgst',
  'remarks',
  'b2b',
  'B2B-CN',
  'cn',
  'cdnr',
  'eco',
  'impg',
  'imsDetails',
  'imsDetailsErr',
  'data',
  'invdata',
  'reqtyp',
  'gstin',
  'rtin',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  'length',
  'st\\u0069n',
];

/** Every token in turn, so that the end of one text is not taken for the start of the next. */
const token = /"(?:[^"\\]|\\.)*"(?<colon>\s*:)?|-?\d+(?:\.\d+)?|true|false|null/g;
const pair = /"[^"\\]*"\s*:\s*(?:"[^"\\]*"|-?\d+(?:\.\d+)?|true|false|null)/g;
const record = /\{[^{}]*\}/g;

type Rewrite = (found: string, random: Random, all: readonly string[]) => string;

/** Rewrites one of the places that the pattern finds. */
function atOne(pattern: RegExp, rewrite: Rewrite, wanted: (match: RegExpMatchArray) => boolean = () => true): Mutation {
  return (bytes, random) => {
    const whole = text(bytes);
    const all = [...whole.matchAll(pattern)].filter(wanted);
    const chosen = all.length === 0 ? undefined : random.pick(all);
    if (chosen === undefined) return bytes;
    const found = chosen[0];
    return utf8(
      whole.slice(0, chosen.index) +
        rewrite(
          found,
          random,
          all.map(([other]) => other),
        ) +
        whole.slice(chosen.index + found.length),
    );
  };
}

const atValue = (rewrite: Rewrite): Mutation => atOne(token, rewrite, ({ groups }) => groups?.['colon'] === undefined);
const atKey = (rewrite: Rewrite): Mutation =>
  atOne(
    token,
    (found, random, all) => `${rewrite(found.replace(/\s*:$/, ''), random, all)}:`,
    ({ groups }) => groups?.['colon'] !== undefined,
  );

function splice(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length - remove + insert.length);
  out.set(bytes.subarray(0, at));
  out.set(insert, at);
  out.set(bytes.subarray(at + remove), at + insert.length);
  return out;
}

const mutations: Readonly<Record<string, Mutation>> = {
  'one byte is another': (bytes, random) => {
    const copy = bytes.slice();
    if (copy.length > 0) copy[random.whole(copy.length)] = random.whole(256);
    return copy;
  },
  'one bit is another': (bytes, random) => {
    const copy = bytes.slice();
    const at = random.whole(copy.length);
    if (copy.length > 0) copy[at] = copy[at]! ^ (1 << random.whole(8));
    return copy;
  },
  'the end is missing': (bytes, random) => bytes.slice(0, random.whole(bytes.length + 1)),
  'a piece is missing': (bytes, random) => {
    const at = random.whole(bytes.length);
    return splice(bytes, at, Math.min(random.whole(60), bytes.length - at), new Uint8Array());
  },
  'a piece stands twice': (bytes, random) => {
    const at = random.whole(bytes.length);
    return splice(bytes, at, 0, bytes.subarray(at, at + random.whole(200)));
  },
  'a control character or mark is in it': (bytes, random) =>
    splice(
      bytes,
      random.whole(bytes.length + 1),
      0,
      utf8(
        random.pick([
          '\u0000',
          '\u0001',
          '\u001B[2J',
          '\n',
          '\r',
          '\t',
          '\u0085',
          '\u2028',
          '\uFEFF',
          '\u202E',
          '\\',
          '"',
          ',',
          ':',
          '{',
          '}',
          '[',
          ']',
          '/*',
          '//',
        ]),
      ),
    ),
  'a value is hostile': atValue((_, random) => random.pick(hostile)),
  'a value is that of another key': atValue((_, random, all) => random.pick(all)),
  'a value is in a list or an object': atValue((found, random) =>
    random.pick([`[${found}]`, `{"x":${found}}`, `{"${random.pick(keys)}":${found}}`]),
  ),
  'a number is a text, or a text a number': atValue((found) =>
    found.startsWith('"') ? found.replace(/[^\d.]/g, '').replace(/^0+(?=\d)|\.$|^$/g, '') || '0' : `"${found}"`,
  ),
  'a key is another': atKey((_, random) => `"${random.pick(keys)}"`),
  'a key is in other letters': atKey((found, random) =>
    random.chance(0.5) ? found.toUpperCase() : found.replace(/_|(?=[A-Z])/g, random.pick(['', '_', '-'])),
  ),
  'a pair stands twice': atOne(pair, (found) => `${found},${found}`),
  'a pair is missing': atOne(pair, () => '"gone":null'),
  'a record stands twice': atOne(record, (found) => `${found},${found}`),
  'a record is something else': atOne(record, (_, random) => random.pick([...hostile, '"record"'])),
  'a value is nested deeply': atValue((found, random) => {
    const depth = random.pick([5, 20, 29, 31, 33, 60, 3_000]);
    return random.chance(0.5)
      ? '['.repeat(depth) + found + ']'.repeat(depth)
      : `${'{"a":'.repeat(depth)}${found}${'}'.repeat(depth)}`;
  }),
};
const names = Object.keys(mutations);

function mutant(run: number): { story: string; bytes: Uint8Array } {
  const random = seeded(SEED + run);
  let bytes = random.pick(seeds);
  const story: string[] = [];
  for (let more = 1 + random.whole(3); more > 0; more -= 1) {
    const name = random.pick(names);
    story.push(name);
    bytes = mutations[name]!(bytes, random);
  }
  return { story: `run ${run}: ${story.join(', ')}`, bytes };
}

const ONE_LINE = /^[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*$/u;

/** What is wrong with a refusal as a sentence; nothing where it is one. */
function faultOf({ reason, where, advice }: Refusal): string | undefined {
  const wrong = [reason, where, advice].find(
    (sentence) => !ONE_LINE.test(sentence) || /\bundefined\b|\[object|\{\w+\}/.test(sentence),
  );
  return wrong === undefined ? undefined : `not a sentence: ${JSON.stringify(wrong)}`;
}

/** Records of all lists that stand where sections stand, counted by nothing but JSON.parse. */
function recordsIn(bytes: Uint8Array): number {
  const root = JSON.parse(text(bytes)) as Record<string, unknown>;
  const holderName = ['imsdetails', 'data']
    .map((wanted) => Object.keys(root).find((name) => name.toLowerCase() === wanted))
    .find((name) => name !== undefined);
  const holder = holderName === undefined ? {} : (root[holderName] as object);
  const found = [root, holder]
    .flatMap((from) => Object.values(from) as unknown[])
    .filter((value) => Array.isArray(value));
  return found.reduce((sum, list) => sum + list.length, 0);
}

function faultOfDownload(download: Download, bytes: Uint8Array): string | undefined {
  const leftOut = Object.entries(download.kept)
    .filter(([name]) => name.endsWith(' (left out)'))
    .reduce((sum, [, list]) => sum + list.length, 0);
  const notHandled = Object.values(download.notHandled).reduce((sum, count) => sum + count, 0);
  const there = recordsIn(bytes);
  if (download.records.length + leftOut + notHandled !== there)
    return `${there} records in, ${download.records.length} taken, ${leftOut} left out, ${notHandled} not handled`;
  const told = download.warnings.filter((warning) => warning.includes('so it was left out')).length;
  if (told !== leftOut) return `${leftOut} left out, ${told} told`;
  const wrong = download.warnings.find(
    (warning) => !ONE_LINE.test(warning) || /\bundefined\b|\[object|\{(key|value|number|index)\}/.test(warning),
  );
  return wrong === undefined ? undefined : `not a sentence: ${JSON.stringify(wrong)}`;
}

/** Imports it, rejects everything and generates; tells what is wrong with that. */
async function faultOfMonth(download: Download): Promise<string | undefined> {
  const desk = memoryDesk();
  must(await importNew(desk, download, download.gstin === '' ? RECIPIENT : ''));
  const untouched = await generate(desk);
  if (untouched.ok && untouched.value.files.length > 0) return 'something to send before anything was answered';
  for (const { sheet } of recordTypes) {
    const status = await columnAt(desk, sheet, 'Status');
    desk.workbook.reshape(sheet, (cells) =>
      cells.map((row, index) => (index < 6 ? row : row.map((cell, column) => (column === status ? 'Rejected' : cell)))),
    );
    for (const row of (await cellsOf(desk, sheet)).slice(6))
      if (row.some((cell) => typeof cell === 'number' && !Number.isFinite(cell)))
        return 'an amount without end in a cell';
  }
  const result = await generate(desk);
  if (!result.ok) return faultOf(result.refusal);
  for (const { name, text: upload } of result.value.files) {
    const checked = checkUpload(upload, name, 'standard');
    if (!checked.ok) return checked.refusal.reason;
  }
  return undefined;
}

function faultOfRun(bytes: Uint8Array, read: (bytes: Uint8Array) => Result<unknown>): string | undefined {
  try {
    const result = read(bytes);
    return result.ok ? undefined : faultOf(result.refusal);
  } catch (thrown) {
    return `thrown: ${String(thrown)}`;
  }
}

describe(`${RUNS} broken, bent and hostile files`, () => {
  test(
    'are read or refused in a sentence, never thrown at, and no record vanishes',
    async () => {
      const faults: string[] = [];
      const outcomes = new Map<string, number>();
      for (let run = 0; run < RUNS && faults.length < 10; run += 1) {
        const { story, bytes } = mutant(run);
        const fault = faultOfRun(bytes, (file) => {
          const result = readDownloads([{ name: 'd.json', bytes: file }]);
          const outcome = result.ok ? 'read' : result.refusal.id;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (!result.ok) return result;
          const wrong = faultOfDownload(result.value, file);
          if (wrong !== undefined) faults.push(`${story}: ${wrong}`);
          return result;
        });
        if (fault !== undefined) faults.push(`${story}: ${fault}`);
        if (run % 40 > 0) continue;
        const result = readDownloads([{ name: 'd.json', bytes }]);
        const later = result.ok ? await faultOfMonth(result.value) : undefined;
        if (later !== undefined) faults.push(`${story}: ${later}`);
      }
      expect(faults).toEqual([]);
      for (const outcome of [
        'read',
        'json-broken',
        'not-utf-8',
        'json-duplicate-key',
        'json-forbidden-key',
        'number-too-large',
        'json-too-deep',
        'record-value-wrong',
        'record-not-object',
        'no-sections',
      ]) {
        expect(outcomes.get(outcome) ?? 0).toBeGreaterThan(0);
      }
    },
    TIME,
  );

  test(
    'are read or refused by the readers of error files and lists as well',
    () => {
      const errors = fixtureBytes('errors/errors.json');
      const list = fixtureBytes('actions/download.csv');
      const faults: string[] = [];
      for (let run = 0; run < RUNS / 10 && faults.length < 10; run += 1) {
        const random = seeded(SEED - 1 - run);
        const name = random.pick(names);
        const asError = faultOfRun(mutations[name]!(errors, random), (bytes) => readErrors({ name: 'e.json', bytes }));
        if (asError !== undefined) faults.push(`error file ${run}, ${name}: ${asError}`);
        const asList = faultOfRun(mutations[name]!(list, random), (bytes) => readActions(bytes, 'a.csv'));
        if (asList !== undefined) faults.push(`list ${run}, ${name}: ${asList}`);
        const anything = faultOfRun(mutant(run).bytes, (bytes) => readErrors({ name: 'e.json', bytes }));
        if (anything !== undefined) faults.push(`download ${run} as error file: ${anything}`);
      }
      expect(faults).toEqual([]);
    },
    TIME,
  );
});
