import fc from 'fast-check';
import { gunzipSync, gzipSync } from 'node:zlib';
import { recordStore } from '../../src/boundary/record-store';
import type { Ledger } from '../../src/core/engine/ledger';
import { records as recordTypes } from '../../src/core/records/index';
import { readRecord } from '../../src/core/engine/read';
import { downloadOf, must, spokenRefusal, type Json } from '../support/desk';
import { generateDownload } from '../support/generate-download';

function ledgerWith(raws: readonly Json[], changes: Partial<Ledger> = {}): Ledger {
  const records = raws.map((raw, index) => {
    const type = recordTypes[index % recordTypes.length]!;
    return {
      id: String(index + 1),
      type,
      raw,
      row: readRecord(type, raw).row,
      standing: 'current' as const,
      change: '',
    };
  });
  const inSheetOrder = recordTypes.flatMap((type) => records.filter((record) => record.type === type));
  return {
    gstin: '',
    importedAt: '30-04-2026 09:12',
    files: ['a.json'],
    records: inSheetOrder,
    kept: {},
    history: [],
    nextId: raws.length + 1,
    ...changes,
  };
}

const pack = (ledger: Ledger) => recordStore.pack(ledger);
const damaged = async (change: (pieces: string[]) => readonly string[]) =>
  spokenRefusal(await recordStore.unpack(change([...(await pack(ledgerWith([{ stin: 'X' }])))])));

describe('the record store', () => {
  test('gives back every ledger exactly, whatever the portal sent', async () => {
    const anyRaw = fc.dictionary(
      fc.string({ unit: 'grapheme', maxLength: 12 }).filter((key) => key !== '__proto__'),
      fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value))),
      { maxKeys: 8, noNullPrototype: true },
    );
    const anyStanding = fc.constantFrom('current', 'new', 'changed', 'withdrawn');
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRaw, { maxLength: 12 }),
        anyStanding,
        fc.string({ unit: 'grapheme' }),
        async (raws, standing, text) => {
          const plain = ledgerWith(raws, {
            gstin: text,
            kept: { impg: raws },
            history: [{ at: text, event: text, details: [text] }],
          });
          const ledger: Ledger = {
            ...plain,
            records: plain.records.map((record) => ({ ...record, standing, change: text })),
          };
          const pieces = await pack(ledger);
          expect(must(await recordStore.unpack(pieces))).toEqual(ledger);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });

  test('keeps the keys of a record in the portal’s order', async () => {
    const raw = { zz: 1, stin: 'X', '10': 'b', aa: null };
    const [record] = must(await recordStore.unpack(await pack(ledgerWith([raw])))).records;
    expect(JSON.stringify(record?.raw)).toBe(JSON.stringify(raw));
  });

  test('fits into cells and is at most three times as large as the gzipped download', async () => {
    const text = generateDownload({ records: 2_000 });
    const { records, kept, files, gstin } = downloadOf(text);
    const ledger: Ledger = {
      ...ledgerWith([]),
      gstin,
      files,
      kept,
      records: records.map((record, index) => ({ ...record, id: String(index + 1), standing: 'current', change: '' })),
    };
    const pieces = await pack(ledger);
    expect(pieces.join('').length).toBeLessThanOrEqual(3 * gzipSync(text).length);
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(32_767);
    for (const piece of pieces) expect(piece).toMatch(/^[A-Za-z0-9+/=;:,.\- ]+$/);
    expect(must(await recordStore.unpack(pieces))).toEqual(ledger);
  });

  test('is text that other programs may trim or pad with blank rows', async () => {
    const pieces = await pack(ledgerWith([{ stin: 'X' }]));
    expect((await recordStore.unpack([...pieces, '', ''])).ok).toBe(true);
  });

  test.each<[string, (pieces: string[]) => readonly string[], string]>([
    ['nothing is left', () => [], 'its first line is not the store’s'],
    ['the first line is gone', (pieces) => pieces.slice(1), 'its first line is not the store’s'],
    ['the first line was edited', ([, ...rest]) => ['hello', ...rest], 'its first line is not the store’s'],
    ['a piece is gone', ([head = '']) => [head], '0 of 304 characters are left'],
    [
      'a character was changed',
      ([head = '', body = '']) => [head, `${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}`],
      'its checksum is wrong',
    ],
    ['it is no base64', ([head = '', body = '']) => [head, '*'.repeat(body.length)], 'its checksum is wrong'],
    ['it is no gzip', ([head = '', body = '']) => [head, 'A'.repeat(body.length)], 'its checksum is wrong'],
    [
      'the pieces changed places',
      ([head = '', body = '']) => [head, body.slice(100), body.slice(0, 100)],
      'its checksum is wrong',
    ],
  ])('says what is damaged where %s', async (_, change, fault) => {
    const said = await damaged(change);
    expect(said.replace(/\d+ of \d+/, '0 of 304')).toBe(
      `IMS store: the record store on the hidden sheet IMS store is damaged (${fault})`,
    );
  });

  test('says so where a newer version wrote it', async () => {
    expect(await damaged(([head = '', ...rest]) => [head.replace('version 1', 'version 2'), ...rest])).toBe(
      'IMS store: the workbook was made by a newer version (record store 2, this program reads up to 1)',
    );
  });

  test.each<[string, (stored: Json) => unknown]>([
    ['a part is missing', (stored) => ({ ...stored, gstin: undefined })],
    ['a part is of another kind', (stored) => ({ ...stored, nextId: 'x' })],
    ['it is a list', () => []],
    ['it is null', () => null],
  ])('says so where %s though the checksum is right', async (_, change) => {
    const said = await damaged(([head = '', body = '']) => {
      const stored = JSON.parse(gunzipSync(Buffer.from(body, 'base64')).toString()) as Json;
      const packed = gzipSync(JSON.stringify(change(stored))).toString('base64');
      return [head.replace(/\d+ characters/, `${packed.length} characters`), packed];
    });
    expect(said).toBe(
      'IMS store: the record store on the hidden sheet IMS store is damaged (its parts do not fit together)',
    );
  });

  test.each<[string, string]>([
    ['text that is no JSON', 'hello'],
    [
      'a record that names keys that are not there',
      '{"gstin":"","importedAt":"","files":[],"kept":{},"history":[],"nextId":1,"shapes":[],"sections":{"b2b":[[1,0,0,""]]}}',
    ],
  ])('never throws, even at %s under a right checksum', async (_, text) => {
    const said = await damaged(([head = '']) => {
      const packed = gzipSync(text).toString('base64');
      return [head.replace(/\d+ characters/, `${packed.length} characters`), packed];
    });
    expect(said).toMatch(/^IMS store: the record store on the hidden sheet IMS store is damaged \(.+\)$/);
  });
});
