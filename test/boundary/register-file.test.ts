import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { must, spokenRefusal } from '../support/desk';
import { readBytes, REGISTERS, registerSheet } from '../support/register-fixture';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rowsOf = async (bytes: Uint8Array, file = 'register.csv') => must(await readBytes(bytes, file))[0]?.rows;
const refusal = async (content: Uint8Array | string, file = 'register.csv') =>
  spokenRefusal(await readBytes(typeof content === 'string' ? bytesOf(content) : content, file));
const fixture = (name: string) => new Uint8Array(readFileSync(join(REGISTERS, name)));

describe('text', () => {
  const rows = [
    ['Party', 'Amount'],
    ['Café ₹', '1'],
  ];
  const text = 'Party,Amount\r\nCafé ₹,1\r\n';
  const utf16 = (little: boolean, mark: boolean) => {
    const characters = Array.from(mark ? `\ufeff${text}` : text, (one) => one.charCodeAt(0));
    return new Uint8Array(characters.flatMap((code) => (little ? [code & 255, code >> 8] : [code >> 8, code & 255])));
  };

  test.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`)],
    ['UTF-16', utf16(true, true)],
    ['UTF-16, the other way round', utf16(false, true)],
    ['UTF-16 without a mark', utf16(true, false)],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(rows);
  });

  test('Windows-1252', async () => {
    expect(await rowsOf(new Uint8Array([...bytesOf('A,B\nCaf'), 0xe9, 0x20, 0x93, 0x94, ...bytesOf(',1')]))).toEqual([
      ['A', 'B'],
      ['Café “”', '1'],
    ]);
  });

  test.each([
    [',', 'a,"1,00,000.00",b'],
    [';', 'a;1,00,000.00;b'],
    ['\t', 'a\t1,00,000.00\tb'],
    ['|', 'a|1,00,000.00|b'],
  ])('cells parted by %j', async (_, line) => {
    expect(await rowsOf(bytesOf(`Title, of the month\n\n${`${line}\n`.repeat(3)}`))).toEqual([
      expect.anything(),
      [''],
      ['a', '1,00,000.00', 'b'],
      ['a', '1,00,000.00', 'b'],
      ['a', '1,00,000.00', 'b'],
    ]);
  });

  test('the separator that the file names counts', async () => {
    expect(await rowsOf(bytesOf('sep=;\r\na,b;c\r\n'))).toEqual([['a,b', 'c']]);
  });

  test('a line break in a cell begins no row', async () => {
    expect(await rowsOf(bytesOf('a,b\n"1\n2",3\n'))).toEqual([
      ['a', 'b'],
      ['1\n2', '3'],
    ]);
  });

  test('the ending of the name does not count', async () => {
    expect(await rowsOf(bytesOf('a,b\n1,2\n'), 'register.xlsx')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(must(await readBytes(fixture('tally-columnar.xlsx'), 'register.csv'))[0]?.name).toBe('Purchase Register');
  });

  test('a text is named after its file', async () => {
    expect(must(await readBytes(bytesOf('a,b'), 'folder/July 2026.csv'))[0]?.name).toBe('July 2026');
  });
});

describe('workbooks', () => {
  test.each(['tally-columnar.xlsx', 'tally-columnar.xls'])('%s keeps dates, numbers and text apart', async (file) => {
    const { rows } = await registerSheet(file);
    expect(rows[6]?.slice(0, 9)).toEqual([
      { date: '06-07-2026' },
      'Invented Components',
      'Purchase',
      2,
      45,
      { date: '06-07-2026' },
      '29ZZZFB2002C1ZK',
      1180.4,
      1000.34,
    ]);
  });

  test('merged cells are told', async () => {
    const { merges } = await registerSheet('two-row-headings.xlsx');
    expect(merges).toContainEqual({ top: 4, left: 1, bottom: 5, right: 1 });
  });

  test('hidden and empty sheets are left out', async () => {
    const sheet = (name: string, rows: string[][]) => ({ name, rows });
    const bytes = await writeXlsx({
      sheets: [sheet('Empty', []), { ...sheet('Hidden', [['a']]), hidden: true }, sheet('Purchases', [['GSTIN']])],
    });
    expect(must(await readBytes(bytes, 'x.xlsx')).map(({ name }) => name)).toEqual(['Purchases']);
  });

  test('a web page keeps what it shows: 05/07/2026 stays text, as does 0012', async () => {
    const { rows } = await registerSheet('web-page.xls');
    expect(rows[2]).toEqual(['Made-up <Traders>', '29ZZZFB2002C1ZK', '0012', '05/07/2026', '1,000.00', '180.00']);
  });

  test('a web page that claims a billion columns is cut', async () => {
    const page = '<table><tr><td colspan="1000000000">a</td><td>b</td></tr><tr><td>GSTIN</td></tr></table>';
    expect((await rowsOf(bytesOf(page), 'x.xls'))?.every((row) => row.length <= 16_384)).toBe(true);
  });
});

test('whatever bytes come, the file is read or refused', async () => {
  const starts = [
    [],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [9, 8, 0, 0],
    [0xff, 0xfe],
    [0x3c],
  ];
  const bytes = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 3000 }))
    .map(([start, rest]) => new Uint8Array([...start, ...rest]));
  const broken = fc
    .tuple(
      fc.constantFrom('tally-columnar.xls', 'xml-spreadsheet.xls', 'web-page.xls', 'two-row-headings.xlsx'),
      fc.nat(),
      fc.nat(255),
    )
    .map(([file, at, byte]) => {
      const whole = fixture(file);
      whole[at % whole.length] = byte;
      return whole;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, broken), async (content) => {
      const read = await readBytes(content, 'x');
      expect(read.ok ? read.value.length : read.refusal.reason.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('an old workbook whose properties are damaged is read, and fills no memory', async () => {
  const whole = fixture('tally-columnar.xls');
  const sheets = must(await readBytes(whole, 'x'));
  // The count of the properties says 721 million now.
  whole.set([6, 0, 0, 0x2b], 5556);
  expect(must(await readBytes(whole, 'x'))).toEqual(sheets);
});

describe('refused with one sentence', () => {
  test.each([
    ['nothing', new Uint8Array(), 'it is empty'],
    ['blanks', ' \r\n , , \r\n', 'it is empty'],
    ['the portal’s JSON', '{"imsDetails":{}}', 'this is a JSON file, not a purchase register'],
    ['a page to log in', '<!DOCTYPE html><html><form></form></html>', 'this is a web page or XML without a table'],
    ['other XML', '<?xml version="1.0"?><ENVELOPE/>', 'this is a web page or XML without a table'],
    ['a PDF', '%PDF-1.7\n%', 'this is a file of another kind (PDF)'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3]),
      'this is neither a workbook nor a text file',
    ],
  ])('%s', async (_, content, sentence) => {
    expect(await refusal(content)).toBe(`register.csv: ${sentence}`);
  });

  test('a quotation mark without end', async () => {
    expect(await refusal('a,b\n1,2\n"3,4\n5,6\n')).toMatch(
      /^register\.csv: row 3 has a quotation mark that does not end/,
    );
  });

  test('a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'S', rows: [['a']] }],
      encryption: { password: 'x', spinCount: 1 },
    });
    expect(await refusal(bytes, 'x.xlsx')).toBe('x.xlsx: it is protected by a password');
  });

  test.each(['tally-columnar.xlsx', 'tally-columnar.xls'])('%s, cut off anywhere', async (file) => {
    const whole = fixture(file);
    for (const share of [0.02, 0.3, 0.5, 0.7, 0.9]) {
      const read = await readBytes(whole.slice(0, Math.floor(whole.length * share)), file);
      // What the library still makes of it has rows; it never throws past us.
      if (read.ok) expect(read.value[0]?.rows.length).toBeGreaterThan(0);
      else expect(['register-damaged', 'register-empty', 'register-unknown']).toContain(read.refusal.id);
    }
  });

  test('an OpenDocument file', async () => {
    const bytes = bytesOf(
      'PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxmimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
    expect(await refusal(bytes, 'x.ods')).toBe('x.ods: this is a file of another kind (OpenDocument)');
  });

  test('more bytes than can be read', async () => {
    expect(await refusal(new Uint8Array(200_000_001))).toBe(
      'register.csv: the file has 200 MB; at most 200 MB can be read at once',
    );
  });
});
