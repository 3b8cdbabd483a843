import { profiles, type ProfileName } from '../../../src/core/engine/upload';
import { generate, generateDefaults, type GenerateOptions } from '../../../src/core/tasks/generate';
import {
  cellsOf,
  creditNote,
  fixtureBytes,
  importFixture,
  importJson,
  invoice,
  memoryDesk,
  must,
  offline,
  refusalOf,
  spokenRefusal,
  type,
  typeOnHome,
  uploadOf,
  downloadOf,
  type Json,
  type MemoryDesk,
} from '../../support/desk';
import { importNew } from '../../../src/core/tasks/import-new';
import { RECIPIENT } from '../../support/generate-download';

async function accepted(sections: Record<string, Json[]>, gstin = RECIPIENT): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importJson(desk, offline(sections), gstin);
  for (const [sheet, records] of [
    ['B2B', sections['b2b']],
    ['B2B-CN', sections['b2bcn']],
  ] as const) {
    for (const { inum, nt_num } of records ?? [])
      await type(desk, sheet, String(nt_num ?? inum), { Status: 'Rejected' });
  }
  return desk;
}

const withProfile = (profile: ProfileName): GenerateOptions => ({ ...generateDefaults, profile });

describe('reading 1: the keys that are written', () => {
  test('the canonical keys stand in the rule book’s order', async () => {
    const { b2b, b2bcn } = await uploadOf(
      await accepted({ b2b: [invoice()], b2bcn: [creditNote({ remarks: 'why' })] }),
    );
    expect(Object.keys(b2b![0]!)).toEqual([
      'stin',
      'inum',
      'inv_typ',
      'idt',
      'val',
      'action',
      'pos',
      'txval',
      'iamt',
      'camt',
      'samt',
      'cess',
      'srcform',
      'rtnprd',
    ]);
    expect(Object.keys(b2bcn![0]!)).toEqual([
      'stin',
      'nt_num',
      'inv_typ',
      'nt_dt',
      'val',
      'action',
      'pos',
      'txval',
      'iamt',
      'camt',
      'samt',
      'cess',
      'remarks',
      'srcform',
      'rtnprd',
    ]);
  });

  test('a note that came with inum and idt goes back with them', async () => {
    const note = creditNote({ nt_num: undefined, nt_dt: undefined, inum: 'C-1', idt: '04-04-2026' });
    const desk = await accepted({ b2bcn: [note] });
    expect((await uploadOf(desk))['b2bcn']).toEqual([expect.objectContaining({ inum: 'C-1', idt: '04-04-2026' })]);
    expect((await uploadOf(desk))['b2bcn']![0]).not.toHaveProperty('nt_num');
  });

  test('strings go back as received', async () => {
    const odd = {
      inv_typ: 'SEZWP',
      rtnprd: '04',
      srcform: ' r1',
      pos: '27 ',
      inum: ' a/1 ',
      idt: '3-4-2026',
      stin: '27aapfu0939f1zv',
    };
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice(odd)] }));
    await type(desk, 'B2B', 'a/1', { Status: 'Accepted' });
    expect((await uploadOf(desk))['b2b']).toEqual([expect.objectContaining(odd)]);
  });

  test('keys that the download did not have are not invented, but the tax heads', async () => {
    const bare: Json = { stin: '27AAPFU0939F1ZV', inum: 'A' };
    expect((await uploadOf(await accepted({ b2b: [bare] })))['b2b']).toEqual([
      { ...bare, action: 'R', iamt: 0, camt: 0, samt: 0, cess: 0 },
    ]);
  });

  test('amounts have at most two decimals and no exponent', async () => {
    const desk = await accepted({
      b2b: [
        invoice({ txval: 0.1 + 0.2, val: 9_999_999_999_999.99, iamt: 1e-7, camt: '1,000.50', samt: 1.005, cess: 1e3 }),
      ],
    });
    const [file] = must(await generate(desk)).files;
    const written = (key: string) => new RegExp(`"${key}": ([^,\n]+)`).exec(file!.text)?.[1];
    expect(['txval', 'val', 'iamt', 'camt', 'samt', 'cess'].map(written)).toEqual([
      '0.3',
      '9999999999999.99',
      '0',
      '1000.5',
      '1',
      '1000',
    ]);
  });

  test('the file is UTF-8 text without a byte-order mark, indented by three blanks, of the filled sections only', async () => {
    const [file] = must(
      await generate(await accepted({ b2b: [invoice({ inum: 'Ś-1' })], b2ba: [], b2bcn: [creditNote()] })),
    ).files;
    const text = file!.text;
    expect(
      text.startsWith(
        '{\n   "rtin": "27ZZZCR1001K1Z0",\n   "reqtyp": "SAVE",\n   "invdata": {\n      "b2b": [\n         {\n            "stin"',
      ),
    ).toBe(true);
    expect(Object.keys((JSON.parse(text) as { invdata: Json }).invdata)).toEqual(['b2b', 'b2bcn']);
    expect(text.endsWith('}\n')).toBe(true);
  });
});

describe('the upload files', () => {
  test('are named after GSTIN, day and time, and counted by action', async () => {
    const desk = memoryDesk();
    await importJson(
      desk,
      offline({ b2b: ['A', 'R', 'P', 'N'].map((inum) => invoice({ inum, action: inum === 'N' ? 'A' : 'N' })) }),
    );
    for (const [number, status] of [
      ['A', 'Accepted'],
      ['R', 'Rejected'],
      ['P', 'Pending'],
      ['N', 'No Action'],
    ])
      await type(desk, 'B2B', number!, { Status: status! });
    const { files, gstin } = must(await generate(desk));
    expect(files.map(({ name, records, actions }) => ({ name, records, actions }))).toEqual([
      { name: 'IMS_27ZZZCR1001K1Z0_20260430-0912.json', records: 4, actions: { A: 1, R: 1, P: 1, N: 1 } },
    ]);
    expect(gstin).toBe(RECIPIENT);
  });

  test('are not made where nothing was changed', async () => {
    const desk = memoryDesk();
    await importFixture(desk);
    expect(must(await generate(desk)).files).toEqual([]);
  });

  test('are not made while there is an error, however many good answers there are', async () => {
    const desk = await accepted({ b2b: [invoice({ inum: 'A-1' }), invoice({ inum: 'A-2' })] });
    await type(desk, 'B2B', 'A-2', { Status: 'Yes please' });
    expect(must(await generate(desk))).toMatchObject({ errors: 1, files: [] });
  });

  test('making them changes nothing in the workbook', async () => {
    const desk = await accepted({ b2b: [invoice()] });
    const before = await Promise.all((await desk.workbook.sheetNames()).map((sheet) => cellsOf(desk, sheet)));
    await generate(desk);
    expect(await Promise.all((await desk.workbook.sheetNames()).map((sheet) => cellsOf(desk, sheet)))).toEqual(before);
  });

  test('are split by records, numbered, in the order of the sheets, and lose nothing', async () => {
    const numbers = Array.from({ length: 7 }, (_, index) => `A-${index}`);
    const desk = await accepted({ b2b: numbers.map((inum) => invoice({ inum })), b2bcn: [creditNote()] });
    const { files } = must(await generate(desk, { ...generateDefaults, limits: { records: 3, bytes: 5_000_000 } }));
    expect(files.map(({ name, records }) => `${name} ${records}`)).toEqual([
      'IMS_27ZZZCR1001K1Z0_20260430-0912_1.json 3',
      'IMS_27ZZZCR1001K1Z0_20260430-0912_2.json 3',
      'IMS_27ZZZCR1001K1Z0_20260430-0912_3.json 2',
    ]);
    const parts = files.map(({ text }) => (JSON.parse(text) as { invdata: Record<string, Json[]> }).invdata);
    expect(
      parts.map((part) => Object.entries(part).map(([section, records]) => `${section} ${records.length}`)),
    ).toEqual([['b2b 3'], ['b2b 3'], ['b2b 1', 'b2bcn 1']]);
    expect(parts.flatMap(({ b2b = [] }) => b2b.map(({ inum }) => inum))).toEqual(numbers);
  });

  test('stay below the limit of bytes', async () => {
    const desk = await accepted({
      b2b: Array.from({ length: 40 }, (_, index) => invoice({ inum: `A-${index}`, tradenm: 'ś' })),
    });
    const { files } = must(await generate(desk, { ...generateDefaults, limits: { records: 5_000, bytes: 5_000 } }));
    expect(files.length).toBeGreaterThan(2);
    expect(files.reduce((sum, { records }) => sum + records, 0)).toBe(40);
    for (const { text } of files) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(5_000);
  });

  test('one record larger than the limit still gets a file of its own', async () => {
    const { files } = must(
      await generate(await accepted({ b2b: [invoice(), invoice({ inum: 'B' })] }), {
        ...generateDefaults,
        limits: { records: 10, bytes: 10 },
      }),
    );
    expect(files.map(({ records }) => records)).toEqual([1, 1]);
  });
});

describe('the profiles settle what sources contradict each other on', () => {
  const sections = {
    b2b: [invoice({ inum: 'A-1', hash: 'ab', zz: 1 }), invoice({ inum: 'A-2', action: 'A' })],
    b2bcn: [creditNote({ nt_num: undefined, nt_dt: undefined, inum: 'C-1', idt: '04-04-2026' })],
  };
  async function answered(): Promise<MemoryDesk> {
    const desk = memoryDesk();
    await importJson(desk, offline(sections));
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await type(desk, 'B2B', 'A-2', { Status: 'No Action' });
    await type(desk, 'B2B-CN', 'C-1', { Status: 'Accepted', 'Whether ITC to be reduced': 'Yes' });
    return desk;
  }
  const sent = async (profile: ProfileName) => uploadOf(await answered(), withProfile(profile));

  test('standard', async () => {
    const { b2b, b2bcn } = await sent('standard');
    expect(b2b!.map(({ inum, action }) => `${String(inum)} ${String(action)}`)).toEqual(['A-1 A', 'A-2 N']);
    expect(b2bcn![0]).toMatchObject({ inum: 'C-1', itcRedReq: 'Y' });
    expect(b2bcn![0]).not.toHaveProperty('declIgst');
  });

  test('echo returns what came with the record, but name and hash', async () => {
    const { b2b } = await sent('echo');
    expect(b2b![0]).toMatchObject({ srcfilstatus: 'F', ispendactblocked: 'N', zz: 1, action: 'A' });
    expect(b2b![0]).not.toHaveProperty('hash');
    expect(b2b![0]).not.toHaveProperty('tradenm');
  });

  test('snake-case, full amounts, canonical notes', async () => {
    expect((await sent('snake-case'))['b2bcn']![0]).toMatchObject({ itc_red_req: 'Y' });
    expect((await sent('full-amounts'))['b2bcn']![0]).toMatchObject({
      itcRedReq: 'Y',
      declIgst: 0,
      declCgst: 900,
      declSgst: 900,
      declCess: 0,
    });
    expect((await sent('canonical-notes'))['b2bcn']![0]).toMatchObject({ nt_num: 'C-1', nt_dt: '04-04-2026' });
  });

  test('without No Action, or with all sections', async () => {
    expect((await sent('without-no-action'))['b2b']!.map(({ inum }) => inum)).toEqual(['A-1']);
    expect(
      Object.entries(await sent('all-sections')).map(([section, records]) => `${section} ${records.length}`),
    ).toEqual(['b2b 2', 'b2ba 0', 'b2bdn 0', 'b2bdna 0', 'b2bcn 1', 'b2bcna 0', 'ecom 0', 'ecoma 0']);
  });

  test('every profile writes JSON that any reader takes', async () => {
    for (const profile of Object.keys(profiles) as ProfileName[]) {
      const { files } = must(await generate(await answered(), withProfile(profile)));
      expect(files).toHaveLength(1);
      expect(() => JSON.parse(files[0]!.text) as unknown).not.toThrow();
    }
  });
});

describe('reading 5: whose workbook it is', () => {
  const importAs = async (content: unknown, gstin: string) => {
    const desk = memoryDesk();
    return { desk, result: await importNew(desk, downloadOf(content), gstin) };
  };

  test('importing without a GSTIN is fine and says so; generating refuses and says where to type it', async () => {
    const { desk, result } = await importAs(fixtureBytes('downloads/download.json'), '');
    expect(must(result)).toMatchObject({
      gstin: '',
      warnings: ['The file does not say whose GSTIN it is. Type it on Home, in the cell beside GSTIN.'],
    });
    await type(desk, 'B2B', 'SEZ-77', { Status: 'Accepted' });
    expect(refusalOf(await generate(desk))).toEqual({
      id: 'gstin-missing',
      where: 'ims.xlsx',
      reason: 'the workbook does not say whose GSTIN it is',
      advice: 'Type the recipient’s GSTIN on Home, in the cell to the right of the label GSTIN, then generate again.',
    });
  });

  test('the user may type it on Home, with blanks and small letters', async () => {
    const { desk } = await importAs(fixtureBytes('downloads/download.json'), '');
    await type(desk, 'B2B', 'SEZ-77', { Status: 'Accepted' });
    await typeOnHome(desk, 'GSTIN', ' 27zzzcr1001k 1z0 ');
    expect(must(await generate(desk)).files[0]?.text).toContain('"rtin": "27ZZZCR1001K1Z0"');
  });

  test.each([
    ['27ZZZCR1001K1Z9', 'ims.xlsx: 27ZZZCR1001K1Z9 is not a GSTIN: its check digit is not right'],
    ['27ZZZCR1001K', 'ims.xlsx: 27ZZZCR1001K is not a GSTIN: it has 12 characters instead of 15'],
  ])('%s typed on Home is refused', async (typed, sentence) => {
    const { desk } = await importAs(fixtureBytes('downloads/download.json'), '');
    await typeOnHome(desk, 'GSTIN', typed);
    const refused = await generate(desk);
    expect(spokenRefusal(refused)).toBe(sentence);
    expect(refusalOf(refused).advice).toBe(
      'Type the recipient’s GSTIN on Home, in the cell to the right of the label GSTIN, as on the registration certificate.',
    );
  });

  test('another GSTIN typed over that of the download is refused', async () => {
    const { desk } = await importAs({ rtin: RECIPIENT, b2b: [invoice()] }, '');
    await type(desk, 'B2B', 'INV-1', { Status: 'Accepted' });
    await typeOnHome(desk, 'GSTIN', '29ZZZFB2002C1ZK');
    expect(spokenRefusal(await generate(desk))).toBe(
      'ims.xlsx: Home says GSTIN 29ZZZFB2002C1ZK, and the downloaded file belongs to 27ZZZCR1001K1Z0',
    );
  });

  test('a cleared cell on Home falls back on the download', async () => {
    const { desk } = await importAs({ rtin: RECIPIENT, b2b: [invoice()] }, '');
    await type(desk, 'B2B', 'INV-1', { Status: 'Accepted' });
    await typeOnHome(desk, 'GSTIN', '');
    expect(must(await generate(desk)).gstin).toBe(RECIPIENT);
  });

  test('a wrong GSTIN in the file can be mended on Home', async () => {
    const { desk } = await importAs({ rtin: '27ZZZCR1001K1Z9', b2b: [invoice()] }, '');
    await type(desk, 'B2B', 'INV-1', { Status: 'Accepted' });
    expect(spokenRefusal(await generate(desk))).toBe(
      'ims.xlsx: 27ZZZCR1001K1Z9 is not a GSTIN: its check digit is not right',
    );
    await typeOnHome(desk, 'GSTIN', RECIPIENT);
    expect(must(await generate(desk)).files).toHaveLength(1);
  });

  test.each([
    [
      'one that fails its check digit',
      { b2b: [] },
      '27ZZZCR1001K1Z9',
      '--gstin: 27ZZZCR1001K1Z9 is not a GSTIN: its check digit is not right',
    ],
    [
      'one that is too long',
      { b2b: [] },
      '27ZZZCR1001K1Z00',
      '--gstin: 27ZZZCR1001K1Z00 is not a GSTIN: it has 16 characters instead of 15',
    ],
    [
      'one that is not the file’s',
      { gstin: RECIPIENT, b2b: [] },
      '29ZZZFB2002C1ZK',
      'download.json: this belongs to GSTIN 27ZZZCR1001K1Z0, not to 29ZZZFB2002C1ZK',
    ],
  ])('asking for %s is refused, and no sheet is made', async (_, content, gstin, sentence) => {
    const { desk, result } = await importAs(content, gstin);
    expect(spokenRefusal(result)).toBe(sentence);
    expect(await desk.workbook.sheetNames()).toEqual([]);
  });

  test('a supplier whose check digit is wrong is only warned about and goes back as it came', async () => {
    const desk = await accepted({ b2b: [invoice({ stin: '27AAPFU0939F1ZX' })] });
    const { findings, files } = must(await generate(desk));
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning gstin-fails-check-digit']);
    expect(files[0]?.text).toContain('"stin": "27AAPFU0939F1ZX"');
  });
});
