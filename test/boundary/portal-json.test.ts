import { readDownloads } from '../../src/boundary/portal-json';
import type { Download } from '../../src/core/engine/download';
import {
  creditNote,
  downloadOf,
  fileOf,
  fixtureBytes,
  fixtureJson,
  invoice,
  must,
  offline,
  spokenRefusal,
  type Json,
} from '../support/desk';
import { generateDownload, RECIPIENT, type Dialect } from '../support/generate-download';

/** `sheet number` of every record taken. */
function taken(download: Download): string[] {
  return download.records.map(({ type, row }) => `${type.sheet} ${row.number}`);
}

/** What a reader of the sheet sees of a record, without the portal's spelling of it. */
function seen(download: Download): unknown[] {
  return download.records.map(({ type, row }) => ({ sheet: type.sheet, ...row }));
}

describe('the envelopes in which the portal and others hand out records', () => {
  const b2b = [invoice({ inum: 'A-1' })];
  const b2bcn = [creditNote({ nt_num: 'C-1' })];

  test.each<[string, unknown]>([
    ['the offline download', { imsDetails: { b2b, b2bcn } }],
    ['the offline download in other letters', { IMSDETAILS: { B2B: b2b, B2BCN: b2bcn } }],
    ['the web page’s own call', { status: '1', data: { b2b, b2bcn } }],
    ['the interface, sections at the root', { b2b, b2bcn }],
    ['a download wrapped again by another tool', { gstin: RECIPIENT, rtnprd: '042026', b2b, b2bcn }],
    ['sheet names as section keys', { imsDetails: { B2B: b2b, 'B2B-CN': b2bcn } }],
    ['underscores in section keys', { b2b, b2b_cn: b2bcn }],
    ['short section keys', { b2b, cn: b2bcn }],
    ['credit notes in GSTR-2B’s section', { b2b, cdnr: b2bcn }],
    ['a section beside the envelope', { imsDetails: { b2b }, b2bcn }],
    ['sections that are missing or null', { imsDetails: { b2b, b2ba: null, b2bcn, ecom: [] } }],
  ])('%s gives both records', (_, content) => {
    const download = downloadOf(content);
    expect(taken(download)).toEqual(['B2B A-1', 'B2B-CN C-1']);
    expect(download.warnings).toEqual([]);
  });

  test('a byte-order mark is skipped', () => {
    expect(taken(downloadOf(`\uFEFF${JSON.stringify(offline({ b2b }))}`))).toEqual(['B2B A-1']);
  });

  test.each<[string, Json]>([
    ['rtin beside the sections', { rtin: RECIPIENT, b2b }],
    ['gstin beside the envelope', { gstin: RECIPIENT, imsDetails: { b2b } }],
    ['rtin inside the envelope', { imsDetails: { rtin: RECIPIENT, b2b } }],
    ['small letters and blanks', { GSTIN: ' 27zzzcr1001k1z0 ', data: { b2b } }],
  ])('the recipient is known from %s', (_, content) => {
    expect(downloadOf(content).gstin).toBe(RECIPIENT);
  });

  test('the portal’s own download does not say whose it is', () => {
    expect(downloadOf(fixtureBytes('downloads/download.json')).gstin).toBe('');
  });

  test('a recipient whose check digit is wrong is warned about, not refused', () => {
    expect(downloadOf({ gstin: '27ZZZCR1001K1Z9', b2b }).warnings).toEqual([
      'The GSTIN 27ZZZCR1001K1Z9 in the file fails its check digit; it must be corrected on Home before the upload file can be made.',
    ]);
  });

  test('an offline download speaks about all sheets, an answer of the web page only about its sections', () => {
    expect(downloadOf(offline({ b2b })).covers.size).toBe(8);
    expect([...downloadOf({ data: { b2b, b2bcn: null } }).covers]).toEqual(['B2B', 'B2B-CN']);
    expect([...downloadOf({ b2b }).covers]).toEqual(['B2B']);
  });

  test('credit and debit notes of one section are told apart by ntty or typ', () => {
    const cdnr = [
      creditNote({ nt_num: 'C-1', ntty: 'C' }),
      creditNote({ nt_num: 'D-1', ntty: 'D' }),
      creditNote({ nt_num: 'D-2', typ: 'd' }),
      creditNote({ nt_num: 'C-2' }),
    ];
    expect(taken(downloadOf({ cdnr }))).toEqual(['B2B-DN D-1', 'B2B-DN D-2', 'B2B-CN C-1', 'B2B-CN C-2']);
    const cdnra = [
      creditNote({ nt_num: 'DA', ont_num: 'D', ntty: 'D' }),
      creditNote({ nt_num: 'CA', ont_num: 'C', ntty: 'C' }),
    ];
    expect(taken(downloadOf({ cdnra }))).toEqual(['B2B-DNA DA', 'B2B-CNA CA']);
  });

  test('one section in two spellings is refused, since both may hold the same records', () => {
    expect(spokenRefusal(readDownloads([fileOf({ b2bcn, cn: b2bcn })]))).toBe(
      'download.json: section b2bcn is in the file twice, as b2bcn and as cn',
    );
    expect(spokenRefusal(readDownloads([fileOf({ cdnr: b2bcn, b2bcn })]))).toBe(
      'download.json: section b2bcn is in the file twice, as cdnr and as b2bcn',
    );
    expect(spokenRefusal(readDownloads([fileOf({ imsDetails: { b2b }, B2B: b2b })]))).toBe(
      'download.json: section b2b is in the file twice, as b2b and as B2B',
    );
  });

  test('lists beside the envelope that we do not know are listed as well', () => {
    expect(downloadOf({ imsDetails: { b2b }, impg: [{}, {}], rtnprd: '042026' }).notHandled).toEqual({ impg: 2 });
  });

  test('sections that are not handled offline are listed and kept', () => {
    const impg = [{ boenum: '123', portcd: 'INNSA1' }, { boenum: '124' }];
    const download = downloadOf(offline({ b2b, impg, isd: [] }));
    expect(download.notHandled).toEqual({ impg: 2, isd: 0 });
    expect(download.kept['impg']).toEqual(impg);
    expect(download.warnings).toEqual([
      'Section impg (2 records) is not handled offline: take the actions on the portal.',
    ]);
  });
});

describe('the spellings of keys and values', () => {
  test('every sample dialect says the same about the same documents', () => {
    const sample = fixtureJson('downloads/download.json')['imsDetails'] as Record<string, Json[]>;
    const plain = seen(downloadOf(fixtureBytes('downloads/download.json')));
    expect(plain).toHaveLength(Object.values(sample).flat().length);
    expect(seen(downloadOf(fixtureBytes('downloads/download-web-dialect.json')))).toEqual(plain);
    const api = downloadOf(fixtureBytes('downloads/download-api-dialect.json'));
    expect(api.records.map(({ row }) => `${row.number} ${row.filing} ${row.itcBlocked}`)).toEqual(
      downloadOf(fixtureBytes('downloads/download.json')).records.map(
        ({ row }) => `${row.number} ${row.filing} ${row.itcBlocked}`,
      ),
    );
  });

  test('the sample of odd spellings is read and every bend is told', () => {
    const download = downloadOf(fixtureBytes('downloads/download-variants.json'));
    expect(taken(download)).toEqual([
      'B2B AST/26-27/0012',
      'B2B SEZ-77',
      'B2B 4501',
      'B2B-CN CN-88',
      'ECO ORM2604-000123',
    ]);
    const [first, sez, numeric, note, eco] = download.records.map(({ row }) => row);
    expect(first).toMatchObject({ source: 'GSTR-1/IFF', period: '042026' });
    expect(sez).toMatchObject({ documentType: 'SEZ supplies with payment', period: '04', filing: 'Filed' });
    expect(numeric).toMatchObject({ number: '4501', filing: 'Not Filed', pendingBlocked: '' });
    expect(note).toMatchObject({
      supplierGstin: '29ZZZFB2002C1ZK',
      date: '20-04-2026',
      status: 'Accepted',
      itcAnswer: 'Yes',
      itcIgst: 1000_00,
      itcCgst: 0,
    });
    expect(eco).toMatchObject({ documentType: 'Regular', itcBlocked: 'N' });
    expect(download.warnings).toEqual([
      'b2b, record 3: the document number 4501 came as a number and was taken as text; leading zeros may have been lost before.',
      'b2b: 1 record has only the flag ispendactnallwd, whose meaning is unclear; Pending was not blocked for it.',
      'cn, record 1: decl_igst came as text (1000.00) and was read as a number.',
    ]);
  });

  const spelled: [string, Json, Json][] = [
    ['ctin for stin', { stin: undefined, ctin: '27AAPFU0939F1ZV' }, { supplierGstin: '27AAPFU0939F1ZV' }],
    [
      'supplier_gstin for stin',
      { stin: undefined, supplier_gstin: '27AAPFU0939F1ZV' },
      { supplierGstin: '27AAPFU0939F1ZV' },
    ],
    ['STIN for stin', { stin: undefined, STIN: '27AAPFU0939F1ZV' }, { supplierGstin: '27AAPFU0939F1ZV' }],
    ['trade_name', { tradenm: undefined, trade_name: 'X' }, { supplierName: 'X' }],
    ['tradeNm', { tradenm: undefined, tradeNm: 'X' }, { supplierName: 'X' }],
    ['trdnm', { tradenm: undefined, trdnm: 'X' }, { supplierName: 'X' }],
    ['tradenm null', { tradenm: null }, { supplierName: '' }],
    [
      'rtnTyp and sRtnPrd',
      { srcform: undefined, rtnprd: undefined, rtnTyp: 'R1A', sRtnPrd: '032026' },
      { source: 'GSTR-1A', period: '032026' },
    ],
    ['invtyp', { inv_typ: undefined, invtyp: 'DE' }, { documentType: 'Deemed Exports' }],
    ['SEZWOP', { inv_typ: 'SEZWOP' }, { documentType: 'SEZ supplies without payment' }],
    ['remark', { remark: 'late' }, { remarks: 'late' }],
    ['isremarksblocked', { isRemarksBlocked: undefined, isremarksblocked: 'Y' }, { remarksBlocked: 'Y' }],
    ['isItcRedReqBlocked', { itcRedReqBlocked: undefined, isItcRedReqBlocked: true }, { itcBlocked: 'Y' }],
    [
      'flags as true and false',
      { ispendactblocked: true, isRemarksBlocked: false },
      { pendingBlocked: 'Y', remarksBlocked: 'N' },
    ],
    ['flags as 1 and 0', { ispendactblocked: 1, isRemarksBlocked: '0' }, { pendingBlocked: 'Y', remarksBlocked: 'N' }],
    ['a flag that is missing', { ispendactblocked: undefined }, { pendingBlocked: '' }],
    ['ispendactnallwd alone', { ispendactblocked: undefined, ispendactnallwd: 'Y' }, { pendingBlocked: '' }],
    ['Not Filed', { srcfilstatus: 'Not Filed' }, { filing: 'Not Filed' }],
    ['NotFiled', { srcfilstatus: 'NotFiled' }, { filing: 'Not Filed' }],
    ['NF', { srcfilstatus: 'NF' }, { filing: 'Not Filed' }],
    ['SAVED', { srcfilstatus: 'SAVED' }, { filing: 'Not Filed' }],
    ['FILED', { srcfilstatus: 'FILED' }, { filing: 'Filed' }],
    ['R5', { srcform: 'R5' }, { source: 'GSTR-5' }],
    ['no action', { action: undefined }, { status: 'No Action' }],
    ['no tax amounts', { iamt: undefined, cess: null }, { igst: 0, cess: 0 }],
    ['an amount as text', { val: '11,800.50' }, { value: 11_800_50 }],
    ['float noise', { iamt: 0.1 + 0.2 }, { igst: 30 }],
    ['pos as a number', { pos: 27 }, { place: '27' }],
  ];
  test.each(spelled)('%s is understood', (_, changes, expected) => {
    expect(downloadOf({ b2b: [invoice(changes)] }).records[0]?.row).toMatchObject(expected);
  });

  test.each<[string, Json]>([
    ['inum and idt', { nt_num: undefined, nt_dt: undefined, inum: 'C-9', idt: '01-04-2026' }],
    ['ntnum and ntdt', { nt_num: undefined, nt_dt: undefined, ntnum: 'C-9', ntdt: '01-04-2026' }],
    ['NT_NUM and NtDt', { nt_num: undefined, nt_dt: undefined, NT_NUM: 'C-9', NtDt: '01-04-2026' }],
  ])('a note under %s is understood', (_, changes) => {
    expect(downloadOf({ b2bcn: [creditNote(changes)] }).records[0]?.row).toMatchObject({
      number: 'C-9',
      date: '01-04-2026',
    });
  });

  test.each<[string, Json]>([
    ['b2ba', { oinum: 'O-1', oidt: '01-03-2026' }],
    ['b2ba', { org_inum: 'O-1', org_idt: '01-03-2026' }],
    ['b2ba', { oinv_num: 'O-1', oinv_dt: '01-03-2026' }],
    ['b2bdna', { nt_num: 'N', inum: undefined, ont_num: 'O-1', ont_dt: '01-03-2026' }],
    ['b2bcna', { nt_num: 'N', inum: undefined, oinum: 'O-1', oidt: '01-03-2026' }],
    ['ecoma', { oinum: 'O-1', oidt: '01-03-2026' }],
  ])('the original document of %s is understood from %j', (section, changes) => {
    expect(downloadOf({ [section]: [invoice(changes)] }).records[0]?.row).toMatchObject({
      originalNumber: 'O-1',
      originalDate: '01-03-2026',
    });
  });

  test('the reduction is understood in both spellings', () => {
    const answered = { itcAnswer: 'Yes', itcIgst: 0, itcCgst: 10_00, itcSgst: 10_00, itcCess: 0 };
    const camel = { itcRedReq: 'Y', declIgst: 0, declCgst: 10, declSgst: 10, declCess: 0 };
    const snake = { itc_red_req: 'Y', decl_igst: 0, decl_cgst: 10, decl_sgst: 10, decl_cess: 0 };
    for (const said of [camel, snake])
      expect(downloadOf({ b2bcn: [creditNote(said)] }).records[0]?.row).toMatchObject(answered);
  });

  test('an exact key counts before an alias, wherever it stands', () => {
    expect(downloadOf({ b2b: [{ ctin: '29ZZZFB2002C1ZK', ...invoice() }] }).records[0]?.row.supplierGstin).toBe(
      '27AAPFU0939F1ZV',
    );
    expect(downloadOf({ b2b: [invoice({ ctin: '29ZZZFB2002C1ZK' })] }).records[0]?.row.supplierGstin).toBe(
      '27AAPFU0939F1ZV',
    );
  });

  test('unknown keys stay with the record, in their own spelling and order', () => {
    const record = invoice({ zz_new: { a: [1, null] }, ItcAvailabilityCheck: 'Q', hash: 'ab' });
    expect(JSON.stringify(downloadOf({ b2b: [record] }).records[0]?.raw)).toBe(JSON.stringify(record));
  });

  test('document numbers survive as they are', () => {
    const numbers = ['0045', '1E5', '03-04', '1234567890123456', 'AB/26-27/001', '=1+1', 'a1', 'A1', '-7', ' 12 '];
    const download = downloadOf({ b2b: numbers.map((inum) => invoice({ inum })) });
    expect(download.records.map(({ row }) => row.number)).toEqual(numbers);
  });

  test('a document number of more digits than a double holds is taken from the file’s own characters', () => {
    const download = downloadOf(
      '{"b2b":[{"stin":"27AAPFU0939F1ZV","inum":12345678901234567890,"irn":99999999999999999999}]}',
    );
    expect(download.records[0]?.raw).toMatchObject({ inum: '12345678901234567890', irn: '99999999999999999999' });
    expect(download.warnings).toEqual([
      'b2b, record 1: the number under inum has too many digits for a spreadsheet and is kept as text.',
      'b2b, record 1: the number under irn has too many digits for a spreadsheet and is kept as text.',
      'b2b, record 1: it has no document value; the upload will not have it either.',
      'b2b, record 1: it has no taxable value; the upload will not have it either.',
    ]);
  });

  test('thousands of such numbers are read in one walk', () => {
    const record = (index: number) =>
      JSON.stringify(invoice({ inum: 1 })).replace('"inum":1', `"inum":99999999999${String(100_000 + index)}`);
    const download = downloadOf(`{"b2b":[${Array.from({ length: 5_000 }, (_, index) => record(index)).join(',')}]}`);
    expect(download.records[4_999]?.row.number).toBe('99999999999104999');
  });

  test.each<[string, Json, string]>([
    ['an unknown action', { action: 'X' }, 'b2b, record 1: the action X is not known and was taken as No Action.'],
    [
      'an unknown type',
      { inv_typ: 'ZZ' },
      'b2b, record 1: Document type ZZ is not on the list; it is shown and sent back as it came.',
    ],
    [
      'an unknown source',
      { srcform: 'R9' },
      'b2b, record 1: Source R9 is not on the list; it is shown and sent back as it came.',
    ],
    [
      'too many decimals',
      { val: 1.239 },
      'b2b, record 1: val has more than two decimals (1.239) and was rounded to 1.24.',
    ],
    [
      'too many decimals in a text',
      { val: '1,001.239' },
      'b2b, record 1: val has more than two decimals (1,001.239) and was rounded to 1,001.24.',
    ],
    [
      'a period as a number',
      { rtnprd: 42026 },
      'b2b, record 1: rtnprd came as a number (42026) and was taken as text.',
    ],
  ])('%s is told', (_, changes, warning) => {
    expect(downloadOf({ b2b: [invoice(changes)] }).warnings).toEqual([warning]);
  });
});

describe('records that cannot be used', () => {
  const cases: [string, unknown, string, string?][] = [
    ['null', null, 'it is empty (null), so it was left out.'],
    ['an empty object', {}, 'it has no supplier GSTIN, so it was left out.'],
    ['no GSTIN', invoice({ stin: ' ' }), 'it has no supplier GSTIN, so it was left out.', 'INV-1'],
    ['no number', invoice({ inum: undefined }), 'it has no document number, so it was left out.', '27AAPFU0939F1ZV'],
    ['a null number', invoice({ inum: null }), 'it has no document number, so it was left out.', '27AAPFU0939F1ZV'],
    [
      'an amount that is a word',
      invoice({ txval: 'many' }),
      'the amount under txval cannot be used (many), so it was left out.',
      '27AAPFU0939F1ZV INV-1',
    ],
    [
      'an amount that is "1e400"',
      invoice({ val: '1e400' }),
      'the amount under val cannot be used (1e400), so it was left out.',
      '27AAPFU0939F1ZV INV-1',
    ],
    [
      'an amount that is NaN',
      invoice({ Val: 'NaN', val: undefined }),
      'the amount under Val cannot be used (NaN), so it was left out.',
      '27AAPFU0939F1ZV INV-1',
    ],
    [
      'an amount of twenty digits',
      invoice({ val: 1e19 }),
      'the amount under val cannot be used (10000000000000000000), so it was left out.',
      '27AAPFU0939F1ZV INV-1',
    ],
    [
      'line breaks in what is shown',
      invoice({ inum: 'A\n1', val: 'x\r\ny' }),
      'the amount under val cannot be used (x y), so it was left out.',
      '27AAPFU0939F1ZV A 1',
    ],
  ];
  test('an amount is quoted with the digits of the file, not with those that a number keeps', () => {
    const text = JSON.stringify(
      offline({
        b2b: [invoice({ inum: 'A-1', val: 1, txval: 2 }), invoice({ inum: 'A-2' }), invoice({ inum: 'A-3' })],
      }),
    );
    const { warnings } = downloadOf(
      text
        .replace('"val":1,', '"val":10000000000000000.10,')
        .replace('"val":11800', '"val":100.1010')
        .replace('"val":11800', '"val":1e14'),
    );
    expect(warnings).toEqual([
      'download.json, record 1 of section b2b (27AAPFU0939F1ZV A-1): the amount under val cannot be used (10000000000000000.10), so it was left out.',
      'b2b, record 2: val has more than two decimals (100.1010) and was rounded to 100.10.',
      'download.json, record 3 of section b2b (27AAPFU0939F1ZV A-3): the amount under val cannot be used (1e14), so it was left out.',
      'download.json: 3 records in the file, 1 taken, 2 left out.',
    ]);
  });

  test.each(cases)('%s: the record is left out, named and kept', (_, record, why, document = '') => {
    const download = downloadOf(offline({ b2b: [invoice({ inum: 'GOOD' }), record] }));
    expect(taken(download)).toEqual(['B2B GOOD']);
    expect(download.warnings).toEqual([
      `download.json, record 2 of section b2b${document === '' ? '' : ` (${document})`}: ${why}`,
      'download.json: 2 records in the file, 1 taken, 1 left out.',
    ]);
    expect(download.kept['b2b (left out)']).toEqual([record]);
  });

  test('the place of a note in a mixed section is its place in the file', () => {
    const cdnr = [creditNote({ ntty: 'D' }), creditNote({ ntty: 'C' }), creditNote({ ntty: 'C', nt_num: '' })];
    expect(downloadOf({ cdnr }).warnings[0]).toBe(
      'download.json, record 3 of section cdnr (27AAPFU0939F1ZV): it has no document number, so it was left out.',
    );
  });
});

describe('several files as one set', () => {
  const read = (...contents: unknown[]) =>
    readDownloads(contents.map((content, index) => fileOf(content, `part-${index + 1}.json`)));
  const numbers = (download: Download) => download.records.map(({ row }) => row.number);

  test('files of single sections become one download, in the order of the sheets', () => {
    const download = must(
      read(
        { data: { ecom: [invoice({ inum: 'E-1' })] } },
        { data: { b2b: [invoice({ inum: 'A-1' })] } },
        { gstin: RECIPIENT, b2bcn: [creditNote()] },
      ),
    );
    expect(taken(download)).toEqual(['B2B A-1', 'B2B-CN CN-1', 'ECO E-1']);
    expect(download).toMatchObject({ gstin: RECIPIENT, files: ['part-1.json', 'part-2.json', 'part-3.json'] });
    expect([...download.covers].sort()).toEqual(['B2B', 'B2B-CN', 'ECO']);
  });

  test('one section spread over several files is put together', () => {
    const half = (from: number) => ({ b2b: [0, 1].map((index) => invoice({ inum: `A-${from + index}` })) });
    expect(numbers(must(read(half(1), half(3))))).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
  });

  test('the same record in two files is taken once', () => {
    const download = must(read({ b2b: [invoice(), invoice({ inum: 'B' })] }, { b2b: [invoice()] }));
    expect(numbers(download)).toEqual(['INV-1', 'B']);
    expect(download.warnings).toEqual(['1 record is in more than one of the files and was taken once.']);
  });

  test('of a record with other values in a later file the later one counts', () => {
    const download = must(read({ b2b: [invoice({ val: 1 })] }, { b2b: [invoice({ val: 2 })] }));
    expect(download.records.map(({ row }) => row.value)).toEqual([200]);
    expect(download.warnings).toEqual([
      '1 record is in more than one file with different values; those of the file named last were taken.',
    ]);
  });

  test('two documents with one number inside one file both stay', () => {
    const twins = { b2b: [invoice({ val: 1 }), invoice({ val: 2 })] };
    expect(must(read(twins, twins)).records.map(({ row }) => row.value)).toEqual([100, 200]);
  });

  test('one number in two sections, of two suppliers or of two periods is no repetition', () => {
    const file = {
      b2b: [invoice(), invoice({ stin: '29ZZZFB2002C1ZK' }), invoice({ rtnprd: '032026' })],
      ecom: [invoice()],
    };
    expect(must(read(file, { b2bcn: [] })).records).toHaveLength(4);
  });

  test('files of two GSTINs are refused, naming the file that does not belong', () => {
    expect(spokenRefusal(read({ gstin: RECIPIENT, b2b: [] }, { b2b: [] }, { gstin: '29ZZZFB2002C1ZK', b2b: [] }))).toBe(
      'part-3.json: this belongs to GSTIN 29ZZZFB2002C1ZK, not to 27ZZZCR1001K1Z0',
    );
  });

  test('one broken file refuses the set and is named', () => {
    expect(spokenRefusal(read({ b2b: [] }, '{"b2b":[}'))).toBe(
      'part-2.json: the JSON is broken at section b2b, record 1 (line 1): a value is missing',
    );
  });

  test('sections that are not handled are counted over all files', () => {
    expect(must(read({ b2b: [], impg: [1, 2] }, { impg: [3] })).notHandled).toEqual({ impg: 3 });
  });

  test('a section may have the name of something that every object has', () => {
    const file = (text: string) => `{"b2b":[],"${text}":[1]}`;
    expect(must(read(file('toString'), file('toString'), file('valueOf'))).notHandled).toEqual({
      toString: 2,
      valueOf: 1,
    });
  });

  test('no file at all is refused', () => {
    expect(spokenRefusal(readDownloads([]))).toBe(
      'the list of files: the file has no IMS record section (b2b, b2bcn, …)',
    );
  });
});

describe('records in are records out', () => {
  test.each<[Dialect, number]>([
    ['offline', 0],
    ['offline', 1],
    ['offline', 7],
    ['offline', 500],
    ['api', 500],
    ['web', 500],
  ])('a generated %s download of %i records is read whole and without a warning', (dialect, records) => {
    const text = generateDownload({ records, dialect, seed: records + 3 });
    const file = JSON.parse(text) as Record<string, Record<string, Json[]>>;
    const download = downloadOf(text);
    expect(download.warnings).toEqual([]);
    expect(download.records.map(({ raw }) => raw)).toEqual(
      Object.values(file['imsDetails'] ?? file['data'] ?? file).flat(),
    );
    expect(download.records).toHaveLength(records);
  });

  test('generating again with the same seed gives the same file, with another seed another one', () => {
    const [once, again, other] = [5, 5, 6].map((seed) => generateDownload({ records: 50, seed }));
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });
});
