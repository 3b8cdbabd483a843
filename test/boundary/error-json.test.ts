import { readErrors } from '../../src/boundary/error-json';
import { creditNote, fileOf, fixtureBytes, invoice, must } from '../support/desk';

const read = (content: unknown) => must(readErrors(fileOf(content, 'errors.json')));
const spoken = (content: unknown) =>
  read(content).errors.map(({ sheet, number, period, message }) => `${sheet} ${number} ${period}: ${message}`);

describe('the portal’s error file', () => {
  test('the sample of the offline screen has a message on every sheet', () => {
    const { errors, gstin } = read(fixtureBytes('errors/errors.json'));
    expect(errors.map(({ sheet }) => sheet)).toEqual([
      'B2B',
      'B2BA',
      'B2B-DN',
      'B2B-DNA',
      'B2B-CN',
      'B2B-CN',
      'B2B-CNA',
      'ECO',
      'ECOA',
    ]);
    expect(errors[0]).toEqual({
      section: 'b2b',
      sheet: 'B2B',
      gstin: '27ZZZCA2001B1ZY',
      number: 'AST/26-27/0012',
      period: '042026',
      value: 118000_00,
      message: 'Record is not available in IMS for the given source return period',
    });
    expect(gstin).toBe('');
  });

  test('an error without a text says that there is none', () => {
    const bare = (message: string) => ({
      imsDetailsErr: { b2b: [{ ...invoice({ inum: 'A-1' }), error_msg: message }] },
    });
    for (const text of ['', '  ']) {
      expect(read(bare(text)).errors.map(({ message }) => message)).toEqual([
        'The portal gave no text for this error.',
      ]);
    }
  });

  test('the sample of the interface names notes by inum and messages by their code', () => {
    expect(spoken(fixtureBytes('errors/errors-api-dialect.json'))).toEqual([
      'B2B AST/26-27/0012 042026: SAMPLE0001: Record is not available in IMS for the given source return period',
      'B2B-CN CN/26/7 042026: IMSSAV0054: A value is required for the column itcRedReq',
    ]);
  });

  test('a code that the message repeats is not said twice', () => {
    const inv = [{ inum: 'A', rtnprd: '042026' }];
    const error_report = {
      b2b: [
        { stin: 'X', error_cd: 'E1', error_msg: 'E1 is wrong', inv },
        { stin: 'X', error_cd: 'E2', inv },
        { stin: 'X', error_msg: 'plain', inv },
      ],
    };
    expect(spoken({ error_report })).toEqual(['B2B A 042026: E1 is wrong', 'B2B A 042026: E2', 'B2B A 042026: plain']);
  });

  test('one message about several documents stands on each of them', () => {
    const inv = [{ inum: 'A' }, { inum: 'B', error_msg: 'its own' }];
    expect(spoken({ error_report: { b2b: [{ stin: 'X', error_msg: 'all', inv }] } })).toEqual([
      'B2B A : all',
      'B2B B : its own',
    ]);
  });

  test('a section, and its list of documents, may be a single object', () => {
    expect(spoken({ error_report: { cn: { stin: 'X', error_msg: 'm', inv: { inum: 'A' } } } })).toEqual([
      'B2B-CN A : m',
    ]);
    expect(spoken({ imsDetailsErr: { b2b: invoice({ error_msg: 'm' }) } })).toEqual(['B2B INV-1 042026: m']);
  });

  test.each([
    ['rtin at the root', { rtin: '27ZZZCR1001K1Z0', imsDetailsErr: { b2b: [] } }],
    ['gstin inside', { imsDetailsErr: { gstin: '27zzzcr1001k1z0' } }],
    ['the web page’s data', { data: { gstin: '27ZZZCR1001K1Z0', error_report: {} } }],
  ])('says whose it is by %s', (_, content) => {
    expect(read(content).gstin).toBe('27ZZZCR1001K1Z0');
  });

  test('messages of sections that we do not know are kept with what they say', () => {
    expect(
      read({ imsDetailsErr: { impg: [{ stin: 'X', inum: 'B-1', error_msg: 'm' }, { nt_num: 7 }] } }).errors,
    ).toEqual([
      { section: 'impg', sheet: '', gstin: 'X', number: 'B-1', period: '', value: '', message: 'm' },
      {
        section: 'impg',
        sheet: '',
        gstin: '',
        number: '7',
        period: '',
        value: '',
        message: 'The portal gave no text for this error.',
      },
    ]);
  });

  test('null sections say nothing, and short section names are known', () => {
    expect(spoken({ imsDetailsErr: { b2b: null, 'B2B-CN': [creditNote({ error_msg: 'm' })] } })).toEqual([
      'B2B-CN CN-1 042026: m',
    ]);
  });

  test('an upload record with snake keys and a message is understood', () => {
    const record = { ctin: '27AAPFU0939F1ZV', ntnum: 'C-1', sRtnPrd: '042026', val: '100.00', error_msg: 'm' };
    expect(read({ imsDetailsErr: { cn: [record] } }).errors[0]).toMatchObject({
      gstin: '27AAPFU0939F1ZV',
      number: 'C-1',
      period: '042026',
      value: 100_00,
    });
  });
});
