import type { ImsRecord, Raw } from '../../../src/core/engine/ledger';
import { readRecord } from '../../../src/core/engine/read';
import {
  partLimits,
  profiles,
  uploadParts,
  uploadRecord,
  type ProfileName,
  type UploadEntry,
} from '../../../src/core/engine/upload';
import type { Decision } from '../../../src/core/language/answer';
import type { RecordType } from '../../../src/core/language/record';
import { b2b } from '../../../src/core/records/b2b';
import { b2ba } from '../../../src/core/records/b2ba';
import { b2bCn } from '../../../src/core/records/b2b-cn';
import { b2bCna } from '../../../src/core/records/b2b-cna';
import { b2bDn } from '../../../src/core/records/b2b-dn';
import { b2bDna } from '../../../src/core/records/b2b-dna';
import { eco } from '../../../src/core/records/eco';
import { ecoa } from '../../../src/core/records/ecoa';
import { records } from '../../../src/core/records/index';

const GSTIN = '27ZZZCR1001K1Z0';

const common = {
  val: 11800,
  pos: '27',
  txval: 10000,
  iamt: 0,
  camt: 900,
  samt: 900,
  cess: 0,
  action: 'N',
  srcform: 'R1',
  rtnprd: '042026',
  srcfilstatus: 'F',
  ispendactblocked: 'N',
  isRemarksBlocked: 'N',
  itcRedReqBlocked: 'N',
  hash: '838db5d6',
  tradenm: 'Aarav Steel Traders',
  stin: '27AAPFU0939F1ZV',
};
const invoice: Raw = { ...common, inum: '0012', idt: '19-04-2026', inv_typ: 'R' };
const note: Raw = { ...common, nt_num: 'CN/7', nt_dt: '19-04-2026', inv_typ: 'R' };

const without = (raw: Raw, ...keys: string[]): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => !keys.includes(key)));

const record = (type: RecordType, raw: Raw): ImsRecord => ({
  id: 'IMS-1',
  type,
  raw,
  row: readRecord(type, raw).row,
  standing: 'current',
  change: '',
});

const accepted: Decision = { action: 'A', reduction: { kind: 'none' }, remarks: '' };
const rejected: Decision = { action: 'R', reduction: { kind: 'none' }, remarks: 'not ours' };
const full: Decision = { action: 'A', reduction: { kind: 'full' }, remarks: '' };
const nil: Decision = { action: 'A', reduction: { kind: 'nil' }, remarks: 'never availed' };
const partial: Decision = {
  action: 'A',
  reduction: { kind: 'partial', heads: { igst: 0, cgst: 450_00, sgst: 450_00, cess: 0 } },
  remarks: 'availed in part',
};

const sent = (type: RecordType, raw: Raw, decision = accepted, profile: ProfileName = 'standard') =>
  uploadRecord(record(type, raw), decision, profiles[profile]);

describe('the keys of an uploaded record, in their order', () => {
  const TAXES = ['pos', 'txval', 'iamt', 'camt', 'samt', 'cess'];
  const ITC = ['itcRedReq', 'declIgst', 'declCgst', 'declSgst', 'declCess'];
  const original = { oinum: '0011', oidt: '02-04-2026', ont_num: 'CN/6', ont_dt: '02-04-2026' };

  test.each<[string, RecordType, Raw, string[]]>([
    [
      'b2b',
      b2b,
      invoice,
      ['stin', 'inum', 'inv_typ', 'idt', 'val', 'action', ...TAXES, 'remarks', 'srcform', 'rtnprd'],
    ],
    [
      'b2bdn',
      b2bDn,
      note,
      ['stin', 'nt_num', 'inv_typ', 'nt_dt', 'val', 'action', ...TAXES, 'remarks', 'srcform', 'rtnprd'],
    ],
    [
      'ecom',
      eco,
      { ...invoice, inv_typ: undefined },
      ['stin', 'inum', 'idt', 'val', 'action', ...TAXES, 'remarks', 'srcform', 'rtnprd'],
    ],
  ])('%s', (_section, type, raw, keys) => {
    expect(Object.keys(sent(type, raw, rejected))).toEqual(keys);
  });

  test.each<[string, RecordType, Raw, string[]]>([
    ['b2ba', b2ba, { ...invoice, ...original }, ['stin', 'oinum', 'oidt', 'inum', 'inv_typ', 'idt', 'val']],
    ['b2bdna', b2bDna, { ...note, ...original }, ['stin', 'ont_num', 'ont_dt', 'nt_num', 'inv_typ', 'nt_dt', 'val']],
    ['b2bcn', b2bCn, note, ['stin', 'nt_num', 'inv_typ', 'nt_dt', 'val']],
    ['b2bcna', b2bCna, { ...note, ...original }, ['stin', 'ont_num', 'ont_dt', 'nt_num', 'inv_typ', 'nt_dt', 'val']],
    ['ecoma', ecoa, { ...invoice, ...original, inv_typ: undefined }, ['stin', 'oinum', 'oidt', 'inum', 'idt', 'val']],
  ])('%s with a partial reduction', (_section, type, raw, identity) => {
    const keys = [...identity, 'action', ...TAXES, ...ITC, 'remarks', 'srcform', 'rtnprd'];
    expect(Object.keys(sent(type, raw, partial))).toEqual(keys);
  });
});

test('an invoice goes back as it came, with our action', () => {
  expect(sent(b2b, invoice)).toEqual({
    stin: '27AAPFU0939F1ZV',
    inum: '0012',
    inv_typ: 'R',
    idt: '19-04-2026',
    val: 11800,
    action: 'A',
    pos: '27',
    txval: 10000,
    iamt: 0,
    camt: 900,
    samt: 900,
    cess: 0,
    srcform: 'R1',
    rtnprd: '042026',
  });
});

describe('the ITC answer', () => {
  const answer = (decision: Decision, profile?: ProfileName) => {
    const written = Object.entries(sent(b2bCn, note, decision, profile));
    return Object.fromEntries(written.filter(([key]) => /^(itc|decl)/.test(key)));
  };

  test('full is Y without amounts', () => {
    expect(answer(full)).toEqual({ itcRedReq: 'Y' });
  });

  test('partial is Y with all four amounts', () => {
    expect(answer(partial)).toEqual({ itcRedReq: 'Y', declIgst: 0, declCgst: 450, declSgst: 450, declCess: 0 });
  });

  test('No is N without amounts', () => {
    expect(answer(nil)).toEqual({ itcRedReq: 'N' });
  });

  test('none is not written', () => {
    expect(answer(accepted)).toEqual({});
  });

  test('what the download said about it is not repeated', () => {
    const raw = { ...note, itcRedReq: 'Y', declIgst: 1, declCgst: 1, declSgst: 1, declCess: 1, remarks: 'old' };
    expect(sent(b2bCn, raw, { ...rejected, remarks: '' })).toEqual(sent(b2bCn, note, { ...rejected, remarks: '' }));
  });
});

describe('strings go back untouched', () => {
  test.each<[string, RecordType, Raw, Raw]>([
    ['SEZWP, which we read as SEWP', b2b, { ...invoice, inv_typ: 'SEZWP' }, { inv_typ: 'SEZWP' }],
    ['a document type on no list', b2b, { ...invoice, inv_typ: 'XX' }, { inv_typ: 'XX' }],
    ['a source in words', b2b, { ...invoice, srcform: 'GSTR1' }, { srcform: 'GSTR1' }],
    ['a period of a month alone', b2b, { ...invoice, rtnprd: '04' }, { rtnprd: '04' }],
    ['leading zeros, blanks and case', b2b, { ...invoice, inum: ' 00aB ' }, { inum: ' 00aB ' }],
    ['a number like an exponent', b2b, { ...invoice, inum: '1E5' }, { inum: '1E5' }],
    ['a place with one digit', b2b, { ...invoice, pos: '7' }, { pos: '7' }],
    ['a GSTIN in lower case', b2b, { ...invoice, stin: '27aapfu0939f1zv' }, { stin: '27aapfu0939f1zv' }],
    ['a date in another form', b2b, { ...invoice, idt: '19/04/2026' }, { idt: '19/04/2026' }],
    ['a type on a document of an operator', eco, { ...invoice, inv_typ: 'R' }, { inv_typ: 'R' }],
  ])('%s', (_name, type, raw, expected) => {
    expect(sent(type, raw)).toMatchObject(expected);
  });

  test('a document number that came as a number goes as text', () => {
    expect(sent(b2b, { ...invoice, inum: 45 })['inum']).toBe('45');
  });

  test('a key that the download did not have is not invented', () => {
    const rest = without(invoice, 'pos', 'inv_typ', 'srcform', 'val', 'txval');
    const keys = Object.keys(sent(b2b, { ...rest, rtnprd: null }));
    expect(keys).toEqual(['stin', 'inum', 'idt', 'action', 'iamt', 'camt', 'samt', 'cess']);
  });

  test('a missing tax amount is 0', () => {
    expect(sent(b2b, { ...invoice, cess: undefined, iamt: null })).toMatchObject({ cess: 0, iamt: 0 });
  });
});

describe('keys go back in canonical spelling', () => {
  test('also where the download has an alias', () => {
    const raw = { ctin: '27AAPFU0939F1ZV', INUM: '7', idt: '19-04-2026', invtyp: 'R', rtnTyp: 'R1', sRtnPrd: '042026' };
    expect(sent(b2b, raw)).toMatchObject({
      stin: '27AAPFU0939F1ZV',
      inum: '7',
      inv_typ: 'R',
      srcform: 'R1',
      rtnprd: '042026',
    });
  });

  test('but for a note that came with inum and idt', () => {
    const rest = without(note, 'nt_num', 'nt_dt');
    const written = sent(b2bCn, { ...rest, inum: 'CN/7', idt: '19-04-2026' });
    expect(Object.keys(written).slice(0, 5)).toEqual(['stin', 'inum', 'inv_typ', 'idt', 'val']);
    expect(written).toMatchObject({ inum: 'CN/7', idt: '19-04-2026' });
  });

  test('and for an amended note that came with oinum and oidt', () => {
    const written = sent(b2bCna, { ...note, oinum: 'CN/6', oidt: '02-04-2026' });
    expect(Object.keys(written).slice(0, 4)).toEqual(['stin', 'oinum', 'oidt', 'nt_num']);
  });

  test('a note that came as ntnum goes as nt_num', () => {
    const rest = without(note, 'nt_num');
    expect(Object.keys(sent(b2bCn, { ...rest, ntnum: 'CN/7' }))).toContain('nt_num');
  });

  test('a filled alias is not lost behind a blank canonical key', () => {
    const written = sent(b2bCn, { ...note, nt_num: '', inum: 'CN/7' });
    expect(written).toMatchObject({ inum: 'CN/7' });
    expect(written).not.toHaveProperty('nt_num');
  });
});

describe('amounts', () => {
  test.each([
    [0.30000000000000004, 0.3],
    [53395.59, 53395.59],
    ['1,180.50', 1180.5],
    [1.239, 1.24],
    [-0, 0],
    [9999999999999.99, 9999999999999.99],
  ])('%j goes as %d', (val, expected) => {
    expect(sent(b2b, { ...invoice, val })['val']).toBe(expected);
  });

  test.each([0.01, 0.1, 100, 1e6, 1e12, 9999999999999.99])('%d is written without exponent', (val) => {
    const [part] = uploadParts(
      GSTIN,
      [{ record: record(b2b, { ...invoice, val }), decision: accepted }],
      records,
      profiles.standard,
      partLimits,
    );
    expect(part?.text).toMatch(/"val": \d+(\.\d{1,2})?,\n/);
  });
});

describe('the profile', () => {
  test('echo also returns every other key of the download, but the name and the hash', () => {
    const raw = {
      ...note,
      ItcAvailabilityCheck: 'Y',
      HASH: 'x',
      nested: { deep: [1] },
      remarks: 'old',
      itcRedReq: 'N',
    };
    const { srcfilstatus, ispendactblocked, isRemarksBlocked, itcRedReqBlocked } = common;
    const expected = { ...sent(b2bCn, raw, full), srcfilstatus, ispendactblocked, isRemarksBlocked, itcRedReqBlocked };
    expect(sent(b2bCn, raw, full, 'echo')).toEqual({ ...expected, ItcAvailabilityCheck: 'Y', nested: { deep: [1] } });
  });

  test('echo writes no second spelling of a key', () => {
    const raw = { ...invoice, inum: '', InUm: '0012', ctin: '27AAPFU0939F1ZV', action: 'P', Action: 'P', trdnm: 'x' };
    const keys = Object.keys(sent(b2b, raw, accepted, 'echo'));
    expect(keys.filter((key) => /^(inum|ctin|action|tra?d)/i.test(key))).toEqual(['inum', 'action']);
  });

  test('snake-case writes the ITC keys with underscores', () => {
    const written = sent(b2bCn, note, partial, 'snake-case');
    expect(written).toMatchObject({ itc_red_req: 'Y', decl_igst: 0, decl_cgst: 450, decl_sgst: 450, decl_cess: 0 });
    expect(Object.keys(written).filter((key) => /itcRed|decl[A-Z]/.test(key))).toEqual([]);
  });

  test('full-amounts writes the tax with a full reduction, and nothing with No', () => {
    expect(sent(b2bCn, note, full, 'full-amounts')).toMatchObject({
      itcRedReq: 'Y',
      declIgst: 0,
      declCgst: 900,
      declSgst: 900,
      declCess: 0,
    });
    expect(sent(b2bCn, note, nil, 'full-amounts')).not.toHaveProperty('declIgst');
    expect(sent(b2bCn, note, partial, 'full-amounts')).toMatchObject({ declCgst: 450 });
  });

  test('canonical-notes writes nt_num and nt_dt whatever came', () => {
    const rest = without(note, 'nt_num', 'nt_dt');
    const raw = { ...rest, inum: 'CN/7', idt: '19-04-2026', oinum: 'CN/6', oidt: '02-04-2026' };
    expect(Object.keys(sent(b2bCna, raw, accepted, 'canonical-notes')).slice(0, 6)).toEqual([
      'stin',
      'ont_num',
      'ont_dt',
      'nt_num',
      'inv_typ',
      'nt_dt',
    ]);
  });

  test('all-sections writes eight sections, empty ones as lists', () => {
    const [part] = uploadParts(
      GSTIN,
      [{ record: record(b2b, invoice), decision: accepted }],
      records,
      profiles['all-sections'],
      partLimits,
    );
    const { invdata } = JSON.parse(part!.text) as { invdata: Record<string, unknown[]> };
    expect(Object.entries(invdata).map(([section, list]) => [section, list.length])).toEqual([
      ['b2b', 1],
      ['b2ba', 0],
      ['b2bdn', 0],
      ['b2bdna', 0],
      ['b2bcn', 0],
      ['b2bcna', 0],
      ['ecom', 0],
      ['ecoma', 0],
    ]);
  });

  test('without-no-action says so in its row and writes records as the standard does', () => {
    expect(profiles['without-no-action'].noAction).toBe('leave-out');
    expect(sent(b2b, invoice, accepted, 'without-no-action')).toEqual(sent(b2b, invoice));
  });

  test('each is the standard one but for a single choice', () => {
    const standard = Object.entries(profiles.standard).filter(([key]) => key !== 'title');
    const differences = Object.entries(profiles).map(([name, profile]) => [
      name,
      standard.filter(([key, value]) => profile[key as keyof typeof profile] !== value).length,
    ]);
    expect(differences).toEqual([
      ['standard', 0],
      ['echo', 1],
      ['snake-case', 1],
      ['full-amounts', 1],
      ['without-no-action', 1],
      ['all-sections', 1],
      ['canonical-notes', 1],
    ]);
  });
});

describe('the file', () => {
  const parts = (entries: readonly UploadEntry[], limits = partLimits) =>
    uploadParts(GSTIN, entries, records, profiles.standard, limits);

  test('is written as the official tool writes it', () => {
    const [part] = parts([{ record: record(b2bCn, { ...note, val: 0.5 }), decision: full }]);
    expect(part?.text).toBe(`{
   "rtin": "27ZZZCR1001K1Z0",
   "reqtyp": "SAVE",
   "invdata": {
      "b2bcn": [
         {
            "stin": "27AAPFU0939F1ZV",
            "nt_num": "CN/7",
            "inv_typ": "R",
            "nt_dt": "19-04-2026",
            "val": 0.5,
            "action": "A",
            "pos": "27",
            "txval": 10000,
            "iamt": 0,
            "camt": 900,
            "samt": 900,
            "cess": 0,
            "itcRedReq": "Y",
            "srcform": "R1",
            "rtnprd": "042026"
         }
      ]
   }
}
`);
  });

  test('has the sections in the order of the sheets and no empty one', () => {
    const entries = [eco, b2bCn, b2b].map((type) => ({
      record: record(type, type === b2bCn ? note : invoice),
      decision: accepted,
    }));
    const [part] = parts(entries);
    const { invdata } = JSON.parse(part!.text) as { invdata: object };
    expect(Object.keys(invdata)).toEqual(['b2b', 'b2bcn', 'ecom']);
  });

  test('counts its records by action', () => {
    const actions = ['A', 'R', 'R', 'P', 'N', 'N', 'N'] as const;
    const entries = actions.map((action) => ({ record: record(b2b, invoice), decision: { ...accepted, action } }));
    expect(parts(entries)).toEqual([expect.objectContaining({ records: 7, actions: { A: 1, R: 2, P: 1, N: 3 } })]);
  });

  test('is not made where there is nothing to send', () => {
    expect(parts([])).toEqual([]);
  });

  test('keeps quotes, line breaks and braces of a text in it', () => {
    const remarks = 'a "b" \\ {c}\n[d]';
    const [part] = parts([{ record: record(b2b, invoice), decision: { ...rejected, remarks } }]);
    expect(JSON.parse(part!.text)).toMatchObject({ invdata: { b2b: [{ remarks }] } });
  });

  test('is split at the limit of records', () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({
      record: record(b2b, { ...invoice, inum: String(index) }),
      decision: index === 4 ? rejected : accepted,
    }));
    const made = parts(entries, { records: 2, bytes: 1_000_000 });
    expect(made.map(({ records: count, actions }) => [count, actions.A, actions.R])).toEqual([
      [2, 2, 0],
      [2, 2, 0],
      [1, 0, 1],
    ]);
  });

  test('is not split where the records just reach the limit', () => {
    const entries = Array.from({ length: 4 }, () => ({ record: record(b2b, invoice), decision: accepted }));
    expect(parts(entries, { records: 4, bytes: 1_000_000 })).toHaveLength(1);
  });

  test('with one record larger than the limit is made all the same', () => {
    const entries = Array.from({ length: 2 }, () => ({ record: record(b2b, invoice), decision: accepted }));
    expect(parts(entries, { records: 10, bytes: 10 }).map(({ records: count }) => count)).toEqual([1, 1]);
  });

  test.each([
    ['Latin letters', 'not ours, sent back to the supplier'],
    ['two bytes for a letter', 'é'.repeat(100)],
    ['three bytes for a letter', 'माल नहीं मिला ₹'.repeat(8)],
    ['four bytes for a letter', '\u{1F600}'.repeat(60)],
    ['half a letter', '\ud83d'.repeat(60)],
  ])('stays below the limit of bytes, and does not fall far short of it: %s', (_name, remarks) => {
    const entries = Array.from({ length: 60 }, (_, index) => ({
      record: record([b2b, eco, b2bCn][index % 3]!, index % 3 === 2 ? note : invoice),
      decision: { ...rejected, remarks },
    }));
    const one = Buffer.byteLength(parts(entries.slice(0, 1))[0]!.text);
    for (let limit = 3000; limit < 12_000; limit += 617) {
      const made = parts(entries, { records: 1000, bytes: limit });
      expect(made.reduce((sum, { records: count }) => sum + count, 0)).toBe(60);
      for (const { text } of made) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      for (const { text } of made.slice(0, -1)) expect(Buffer.byteLength(text)).toBeGreaterThan(limit - one - 800);
    }
  });
});
