import { readErrors } from '../../src/boundary/error-json';
import { readDownloads } from '../../src/boundary/portal-json';
import type { Result } from '../../src/core/kernel/result';
import { creditNote, fileOf, fixtureBytes, invoice, offline, refusalOf, spokenRefusal } from '../support/desk';

const read = (content: unknown) => readDownloads([fileOf(content, 'd.json')]);
const record = (changes: string) => `{"imsDetails":{"b2b":[{"stin":"27AAPFU0939F1ZV","inum":"1",${changes}}]}}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, swap: boolean) =>
  swap ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');

const wrongFiles: [string, unknown, string][] = [
  ['a file of 0 bytes', new Uint8Array(), 'the file is empty'],
  ['a file of blanks', ' \r\n\t', 'the file is empty'],
  ['only a byte-order mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'the file is empty'],
  [
    'UTF-16, little end first',
    utf16(`\uFEFF${JSON.stringify(offline({ b2b: [] }))}`, false),
    'the file is not UTF-8 text (first wrong byte at 0)',
  ],
  [
    'UTF-16, big end first',
    utf16(`\uFEFF${JSON.stringify(offline({ b2b: [] }))}`, true),
    'the file is not UTF-8 text (first wrong byte at 0)',
  ],
  [
    'a byte that is not UTF-8',
    Uint8Array.of(...utf8('{"a":"'), 0xff, ...utf8('"}')),
    'the file is not UTF-8 text (first wrong byte at 6)',
  ],
  ['a note', '\r\nCall the supplier on Monday', 'this is no JSON file'],
  ['a web page', '<!doctype html><title>GST</title>', 'this is no JSON file'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'this is no JSON file'],
  ['a number', '42', 'the file holds a number where a portal file has an object with record sections'],
  ['a text', '"x"', 'the file holds a text where a portal file has an object with record sections'],
  ['null', 'null', 'the file holds nothing (null) where a portal file has an object with record sections'],
  ['a list of records', [invoice()], 'the file holds a list where a portal file has an object with record sections'],
  ['true', 'true', 'the file holds true or false where a portal file has an object with record sections'],
  ['an empty object', '{}', 'the file has no IMS record section (b2b, b2bcn, …)'],
  ['an empty imsDetails', '{"imsDetails":{}}', 'the file has no IMS record section (b2b, b2bcn, …)'],
  [
    'an answer without records',
    '{"status_cd":"0","error":{"message":"no"}}',
    'the file has no IMS record section (b2b, b2bcn, …)',
  ],
  [
    'imsDetails that is a list',
    { imsDetails: [invoice()] },
    'the file holds a list under imsDetails where a portal file has an object with record sections',
  ],
  [
    'imsDetails that is null',
    { imsDetails: null },
    'the file holds nothing (null) under imsDetails where a portal file has an object with record sections',
  ],
  ['a section that is an object', offline({ b2b: {} }), 'section b2b holds an object where a list of records belongs'],
  [
    'a section that is a text',
    offline({ 'B2B-CN': 'x' }),
    'section B2B-CN holds a text where a list of records belongs',
  ],
  ['a section that is a number', { cdnr: 5 }, 'section cdnr holds a number where a list of records belongs'],
  ['a record that is a text', offline({ b2b: ['x'] }), 'record 1 of section b2b is a text and not a record'],
  [
    'a record that is a number',
    offline({ b2b: [invoice(), 5] }),
    'record 2 of section b2b is a number and not a record',
  ],
  [
    'a record that is a list',
    offline({ cn: [creditNote(), creditNote({ nt_num: '2' }), []] }),
    'record 3 of section cn is a list and not a record',
  ],
  ['a record that is true', { b2b: [true] }, 'record 1 of section b2b is true or false and not a record'],
  [
    'a number that is an object',
    offline({ b2b: [invoice({ inum: {} })] }),
    'record 1 of section b2b has an object under the key inum',
  ],
  [
    'a number that is true',
    offline({ b2b: [invoice({ inum: true })] }),
    'record 1 of section b2b has true or false under the key inum',
  ],
  [
    'an amount that is a list',
    offline({ b2b: [invoice(), invoice({ val: [1] })] }),
    'record 2 of section b2b has a list under the key val',
  ],
  [
    'an amount that is false',
    offline({ b2b: [invoice({ cess: false })] }),
    'record 1 of section b2b has true or false under the key cess',
  ],
  [
    'an action that is an object',
    offline({ b2b: [invoice({ action: {} })] }),
    'record 1 of section b2b has an object under the key action',
  ],
  [
    'a flag that is a list',
    offline({ b2b: [invoice({ ispendactblocked: [] })] }),
    'record 1 of section b2b has a list under the key ispendactblocked',
  ],
  [
    'a period that is a list, in another spelling',
    offline({ b2b: [invoice({ rtnprd: undefined, Rtnprd: [] })] }),
    'record 1 of section b2b has a list under the key Rtnprd',
  ],
  [
    'the second debit note of a mixed section',
    { cdnr: [creditNote({ ntty: 'D' }), creditNote(), creditNote({ ntty: 'D', nt_num: {} })] },
    'record 3 of section cdnr has an object under the key nt_num',
  ],
  ['an upload file', fixtureBytes('uploads/upload.json'), 'this is an upload file (reqtyp SAVE), not a download'],
  [
    'a reset file',
    { rtin: 'x', reqtyp: 'RESET', invdata: {} },
    'this is an upload file (reqtyp RESET), not a download',
  ],
  ['an error file', fixtureBytes('errors/errors.json'), "this is the portal's error file, not a download"],
  [
    'an error report of the interface',
    fixtureBytes('errors/errors-api-dialect.json'),
    "this is the portal's error file, not a download",
  ],
  [
    'a GSTR-2B file',
    { chksum: 'x', data: { gstin: '27ZZZCR1001K1Z0', rtnprd: '042026', docdata: { b2b: [] } } },
    'this is a GSTR-2B file, not an IMS download',
  ],
  [
    'the web page’s count',
    { data: { gstin: 'x', all_oth: { b2b: { accept: 1 } } }, status: 1 },
    "this is the portal's count of records, without the records",
  ],
  [
    'the list of a large result',
    { fc: 2, urls: [{ ul: 'https://x' }], ek: 'y' },
    'this file only lists where the parts of a large result are, it has no records',
  ],
];

const brokenJson: [string, string, string][] = [
  ['text after the end', '{"b2b":[]} x', 'the JSON is broken at line 1: a word stands where a value belongs'],
  ['a second object', '{"b2b":[]}\n{"b2b":[]}', 'the JSON is broken at line 2: text follows after the end'],
  ['a comment', '{"b2b":[] /* all */}', 'the JSON is broken at key b2b (line 1): a comment stands in it'],
  ['a comma too many', '{"b2b":[],}', 'the JSON is broken at key b2b (line 1): a key is missing'],
  [
    'a comma too few',
    record('"val":1 "pos":"27"'),
    'the JSON is broken at section b2b, record 1, key val (line 1): a comma is missing',
  ],
  [
    'a colon too few',
    record('"val" 1'),
    'the JSON is broken at section b2b, record 1, key val (line 1): a colon is missing',
  ],
  ['single quotes', "{'b2b':[]}", 'the JSON is broken at line 1: a word stands where a value belongs'],
  [
    'NaN',
    record('"val":NaN'),
    'the JSON is broken at section b2b, record 1, key val (line 1): a word stands where a value belongs',
  ],
  [
    'a number such as 01',
    record('"val":01'),
    'the JSON is broken at section b2b, record 1, key val (line 1): a comma is missing',
  ],
  [
    'a line break in a text',
    record('"tradenm":"a\nb"'),
    'the JSON is broken at section b2b, record 1, key tradenm (line 1): a text is not closed',
  ],
  [
    'a control character in a text',
    record('"tradenm":"a\u0001"'),
    'the JSON is broken at section b2b, record 1, key tradenm (line 1): a control character stands in a text',
  ],
  [
    'a wrong escape',
    record('"tradenm":"\\x"'),
    'the JSON is broken at section b2b, record 1, key tradenm (line 1): a character code is written wrongly',
  ],
  [
    'the end cut off',
    '{"imsDetails":{"b2b":[{"stin":"27',
    'the JSON is broken at section b2b, record 1, key stin (line 1): a text is not closed',
  ],
];

const dangerousJson: [string, string, string][] = [
  [
    'a key twice',
    record('"inum":"2"'),
    'the key inum occurs twice at section b2b, record 1, so it is unclear which value counts',
  ],
  [
    'a key twice, once with an escape',
    record('"st\\u0069n":"x"'),
    'the key stin occurs twice at section b2b, record 1, so it is unclear which value counts',
  ],
  [
    'a section twice',
    '{"b2b":[],"b2b":[]}',
    'the key b2b occurs twice at the beginning, so it is unclear which value counts',
  ],
  [
    'imsDetails twice, far apart',
    `{"imsDetails":${JSON.stringify({ b2b: [invoice(), creditNote()] })},"imsDetails":{}}`,
    'the key imsDetails occurs twice at the beginning, so it is unclear which value counts',
  ],
  [
    'a key twice beside text that looks like keys',
    record('"remarks":"\\"x\\": 1","remarks":"y"'),
    'the key remarks occurs twice at section b2b, record 1, so it is unclear which value counts',
  ],
  [
    '__proto__ in a record',
    record('"__proto__":{"action":"A"}'),
    'the key __proto__ at section b2b, record 1 has no place in a portal file',
  ],
  [
    '__proto__ with an escape',
    record('"__pr\\u006fto__":{"action":"A"}'),
    'the key __proto__ at section b2b, record 1 has no place in a portal file',
  ],
  [
    '__proto__ at the root',
    '{"__proto__":{"b2b":[]}}',
    'the key __proto__ at the beginning has no place in a portal file',
  ],
  [
    'constructor',
    record('"constructor":1'),
    'the key constructor at section b2b, record 1 has no place in a portal file',
  ],
  ['1e400', record('"val":1e400'), 'the number at section b2b, record 1, key val is too large to be an amount'],
  ['-1e400', record('"txval":-1e400'), 'the number at section b2b, record 1, key txval is too large to be an amount'],
  [
    '1e400 under an unknown key',
    record('"x":{"y":[1,1e400]}'),
    'the number at section b2b, record 1, key x.y.1 is too large to be an amount',
  ],
];

const deep = 100_000;
const deepFiles: [string, string][] = [
  ['lists', '['.repeat(deep) + ']'.repeat(deep)],
  ['objects', '{"a":'.repeat(deep) + '1' + '}'.repeat(deep)],
  ['lists in a record', record(`"x":${'['.repeat(deep)}${']'.repeat(deep)}`)],
  ['lists that never close', '['.repeat(deep)],
  ['objects that never close', '{"a":'.repeat(deep)],
];

/** One readable sentence each: what, where and what to do. */
function expectSentences(result: Result<unknown>, file: string): void {
  const { where, reason, advice } = refusalOf(result);
  expect(where).toBe(file);
  for (const sentence of [reason, advice]) expect(sentence).toMatch(/^[^\r\n\u2028\u2029]{10,600}$/u);
  expect(`${reason} ${advice}`).not.toMatch(/undefined|\[object|NaN under|\{\w+\}/);
}

describe('a file that is no download is refused in one sentence', () => {
  test.each([...wrongFiles, ...brokenJson, ...dangerousJson])('%s', (_, content, sentence) => {
    expect(spokenRefusal(read(content))).toBe(`d.json: ${sentence}`);
    expectSentences(read(content), 'd.json');
  });

  test.each(deepFiles)('a hundred thousand levels of %s', (_, text) => {
    expect(spokenRefusal(read(text))).toMatch(/nested deeper than 32 levels/);
    expectSentences(read(text), 'd.json');
    expectSentences(readErrors(fileOf(text, 'd.json')), 'd.json');
  });

  test('as deep as a portal file could ever be is no reason to refuse', () => {
    const levels = 25;
    expect(read(record(`"x":${'['.repeat(levels)}${']'.repeat(levels)}`)).ok).toBe(true);
  });
});

describe('text that only looks wrong is read', () => {
  test.each<[string, string]>([
    ['colons and quotes in texts', record('"remarks":"he said \\"inum\\": no","tradenm":"a\\":b"')],
    ['keys that differ in case', record('"Zz":1,"zZ":2')],
    ['the same key in different records', JSON.stringify({ b2b: [invoice(), invoice({ inum: '2' })] })],
    ['escapes and letters of all scripts', record('"tradenm":"\\u0936\\u0915\\u094d\\u0924\\u093f 🏭 é"')],
    ['blanks before colons', '{ "b2b" : [ { "stin" : "27AAPFU0939F1ZV" , "inum"\n:\t"1" } ] }'],
  ])('%s', (_, text) => {
    expect(read(text).ok).toBe(true);
  });
});

describe('a download cut off anywhere', () => {
  const whole = utf8(
    JSON.stringify(offline({ b2b: [invoice({ tradenm: 'Śakti Étoile' })], b2bcn: [creditNote()] }), undefined, 1),
  );
  const cuts = Array.from({ length: Math.ceil(whole.length / 7) }, (_, index) => index * 7);

  test('is refused with the place where it ends, at every seventh byte', () => {
    for (const cut of cuts) {
      const result = read(whole.slice(0, cut));
      expectSentences(result, 'd.json');
      expect(refusalOf(result).id).toMatch(/^(file-empty|json-broken|not-utf-8)$/);
      if (cut > 120) expect(refusalOf(result).reason).toMatch(/ at (section b2b(cn)?|key imsDetails|line \d+|\d+)/);
    }
    expect(cuts.length).toBeGreaterThan(100);
    expect(read(whole).ok).toBe(true);
  });

  test('names the record in which it ends', () => {
    const records = Array.from({ length: 30 }, (_, index) => invoice({ inum: `A-${index}` }));
    const text = JSON.stringify(offline({ b2b: records }), undefined, 3);
    const cut = text.indexOf('"A-17"') + 3;
    expect(spokenRefusal(read(text.slice(0, cut)))).toBe(
      'd.json: the JSON is broken at section b2b, record 18, key inum (line 364): a text is not closed',
    );
  });
});

describe('the reader of error files is as careful', () => {
  const errors = (content: unknown) => readErrors(fileOf(content, 'e.json'));
  test.each<[string, unknown, string]>([
    ['a file of 0 bytes', '', 'the file is empty'],
    ['a list', [], 'the file holds a list where a portal file has an object with record sections'],
    ['an empty object', {}, 'the file has neither imsDetailsErr nor error_report'],
    ['a download', fixtureBytes('downloads/download.json'), "this is a download, not the portal's error file"],
    [
      'a download of the interface',
      fixtureBytes('downloads/download-api-dialect.json'),
      "this is a download, not the portal's error file",
    ],
    [
      'a download of the web page',
      fixtureBytes('downloads/download-web-dialect.json'),
      "this is a download, not the portal's error file",
    ],
    [
      'an error list that is a list',
      { imsDetailsErr: [] },
      'the file holds a list where a portal file has an object with record sections',
    ],
    [
      'an error that is a text',
      { imsDetailsErr: { b2b: ['x'] } },
      'record 1 of section b2b is a text and not a record',
    ],
    [
      'an error in an unknown section that is a number',
      { imsDetailsErr: { impg: [1] } },
      'record 1 of section impg is a number and not a record',
    ],
    [
      'a number that is an object',
      { imsDetailsErr: { b2b: [invoice(), invoice({ inum: {} })] } },
      'record 2 of section b2b has an object under the key inum',
    ],
    [
      '1e400',
      '{"imsDetailsErr":{"b2b":[{"val":1e400}]}}',
      'the number at section b2b, record 1, key val is too large to be an amount',
    ],
  ])('%s', (_, content, sentence) => {
    expect(spokenRefusal(errors(content))).toBe(`e.json: ${sentence}`);
    expectSentences(errors(content), 'e.json');
  });
});
