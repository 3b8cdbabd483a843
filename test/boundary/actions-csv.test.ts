import { readActions } from '../../src/boundary/actions-csv';
import type { Result } from '../../src/core/kernel/result';
import { fileOf, fixtureBytes, must, refusalOf, spokenRefusal } from '../support/desk';

const read = (content: unknown) => readActions(fileOf(content).bytes, 'list.csv');
const lines = (content: unknown) => must(read(content));
const answers = (content: string) => lines(content).map(({ answers }) => answers);

describe('an action list', () => {
  test('the sample list is read whole', () => {
    const list = lines(fixtureBytes('actions/download.csv'));
    expect(list).toHaveLength(21);
    expect(list[12]).toEqual({
      line: 14,
      sheet: 'B2B-CN',
      gstin: '29ZZZFB2002C1ZK',
      number: 'CN-88',
      date: '20-04-2026',
      answers: {
        status: 'Accepted',
        itcAnswer: 'Yes',
        itcIgst: 1000_00,
        itcCgst: 0,
        itcSgst: 0,
        itcCess: 0,
        remarks: 'ITC availed earlier only in part',
      },
    });
  });

  test('columns may be missing and stand in any order', () => {
    expect(lines('Status,Document number\nRejected,A-1')).toEqual([
      { line: 2, sheet: '', gstin: '', number: 'A-1', date: '', answers: { status: 'Rejected' } },
    ]);
  });

  test('a blank cell says nothing', () => {
    expect(answers('Document number,Status,Remarks,IGST to be reduced\nA-1, ,,')).toEqual([{}]);
  });

  test('answers may be spelled as people do', () => {
    expect(
      answers(
        'Document number,Status,Whether ITC to be reduced\n1,ACCEPT,y\n2,a,No\n3,no action,YES\n4,p,\n5, rejected ,n',
      ),
    ).toEqual([
      { status: 'Accepted', itcAnswer: 'Yes' },
      { status: 'Accepted', itcAnswer: 'No' },
      { status: 'No Action', itcAnswer: 'Yes' },
      { status: 'Pending' },
      { status: 'Rejected', itcAnswer: 'No' },
    ]);
  });

  test('document numbers stay text', () => {
    expect(lines('Document number\n0045\n1E5\n03-04\n1234567890123456').map(({ number }) => number)).toEqual([
      '0045',
      '1E5',
      '03-04',
      '1234567890123456',
    ]);
  });

  test.each([
    ['03-04-2026', '03-04-2026'],
    ['03/04/2026', '03-04-2026'],
    ['3/4/2026', '03-04-2026'],
    ['3.4.2026', '03-04-2026'],
    ['2026-04-03', '03-04-2026'],
    ['2026-4-3', '03-04-2026'],
  ])('the date %s means %s', (written, date) => {
    expect(lines(`Document number,Document date\nA-1,${written}`)[0]?.date).toBe(date);
  });

  test.each([
    ['1000', 1000_00],
    ['1000.5', 1000_50],
    ['"1,00,000.00"', 100_000_00],
    ['₹ 20', 20_00],
    ['0', 0],
  ])('the amount %s is %i paise', (written, paise) => {
    expect(answers(`Document number,Cess to be reduced\nA-1,${written}`)).toEqual([{ itcCess: paise }]);
  });

  test('a byte-order mark, semicolons, tabs and any line ends are taken', () => {
    const expected = [
      { line: 2, number: 'A-1' },
      { line: 3, number: 'A-2' },
    ];
    for (const text of [
      '\uFEFFDocument number,Status\nA-1,Accepted\nA-2,Pending',
      'Document number;Status\r\nA-1;Accepted\r\nA-2;Pending\r\n',
      'Document number\tStatus\rA-1\tAccepted\rA-2\tPending\r',
      '"Document number";"Status"\nA-1;Accepted\n"A-2";"Pending"',
    ]) {
      const list = lines(text);
      expect(list.map(({ line, number }) => ({ line, number }))).toEqual(expected);
      expect(list.map(({ answers: { status } }) => status)).toEqual(['Accepted', 'Pending']);
    }
  });

  test('the headings tell the separator, however many others the remarks have', () => {
    expect(answers('Document number,Remarks\nA-1,x; y; z\nA-2,a; b; c')).toEqual([
      { remarks: 'x; y; z' },
      { remarks: 'a; b; c' },
    ]);
    expect(answers('Document number;Remarks\nA-1;x, y\nA-2;x, z')).toEqual([{ remarks: 'x, y' }, { remarks: 'x, z' }]);
  });

  test('lines are counted as an editor shows them, also behind blank ones and broken texts', () => {
    const list = lines('\n\nDocument number,Remarks\r\nA-1,"one\r\ntwo\r\n\r\nfour"\r\n\r\n , \r\nA-2,x');
    expect(list.map(({ line, number, answers: { remarks } }) => `${line} ${number} ${String(remarks)}`)).toEqual([
      '4 A-1 one two four',
      '10 A-2 x',
    ]);
  });

  test('commas and quotation marks in a quoted text belong to it', () => {
    expect(answers('Document number,Remarks\nA-1,"not ours, ""sorry"""')).toEqual([{ remarks: 'not ours, "sorry"' }]);
  });

  test('blank columns behind the last heading are no matter', () => {
    expect(answers('Document number,Status,,\nA-1,Accepted,,\n')).toEqual([{ status: 'Accepted' }]);
  });

  test('a list without lines is a list', () => {
    expect(lines('Document number,Status\n')).toEqual([]);
  });
});

describe('an action list that cannot be meant', () => {
  test.each<[string, unknown, string]>([
    ['no byte', '', 'the list has no line with headings'],
    ['only blank lines', '\n \r\n', 'the list has no line with headings'],
    ['not UTF-8', Uint8Array.of(0x44, 0xff), 'the list is not UTF-8 text'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe), 'the list is not UTF-8 text'],
    ['an unknown heading', 'Document number,Statsu\nA,B', 'the heading Statsu is unknown'],
    ['a heading twice', 'Document number,Status,Status\nA,B,C', 'the heading Status is there twice'],
    ['no column to find rows by', 'Sheet,Status\nB2B,Accepted', 'the heading Document number is missing'],
    ['an unknown status', 'Document number,Status\nA,Accepted\nB,Acepted', 'line 3, Status: Acepted is not known'],
    [
      'an unknown answer',
      'Document number,Whether ITC to be reduced\nA,maybe',
      'line 2, Whether ITC to be reduced: maybe is not known',
    ],
    [
      'an amount that is a word',
      'Document number,SGST to be reduced\nA,ten',
      'line 2, SGST to be reduced: ten is not an amount',
    ],
    [
      'an amount of three decimals',
      'Document number,SGST to be reduced\nA,1.005',
      'line 2, SGST to be reduced: 1.005 is not an amount',
    ],
    [
      'an amount without end',
      'Document number,SGST to be reduced\nA,1e400',
      'line 2, SGST to be reduced: 1e400 is not an amount',
    ],
    [
      'a quotation mark that is not closed',
      'Document number,Remarks\nA,x\nB,"y\nC,z',
      'line 3 cannot be read: Quoted field unterminated',
    ],
    [
      'a wrong line behind a broken text',
      'Document number,Remarks,Status\nA,"x\ny",Accepted\nB,z,?',
      'line 4, Status: ? is not known',
    ],
    [
      'a comma that splits the remarks',
      'Document number,Remarks\nA,not ours, sorry',
      'line 2 cannot be read: it has 3 cells for 2 headings (a comma in a text needs "quotation marks" around it)',
    ],
  ])('%s is refused by name and line', (_, content, sentence) => {
    const result: Result<unknown> = read(content);
    expect(spokenRefusal(result)).toBe(`list.csv: ${sentence}`);
    expect(refusalOf(result).advice).toMatch(/^\S.+\S$/);
  });

  test('the known values are told', () => {
    expect(refusalOf(read('Document number,Status\nA,?')).advice).toBe(
      'Use one of: Accepted, Rejected, Pending, No Action.',
    );
  });
});
