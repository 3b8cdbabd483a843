import { openExcel } from '../support/excel-host/open-excel';

// prettier-ignore
const typed: [string, unknown, string, string][] = [
  ['007',              7,                    '7',           'General'],
  ['1E5',              100000,               '1.00E+05',    '0.00E+00'],
  ['03-04',            46115,                '3-Apr',       'd-mmm'],
  ['19-04-2026',       46131,                '19-04-2026',  'dd-mm-yyyy'],
  ['04/19/2026',       '04/19/2026',         '04/19/2026',  'General'],
  ['2026-04-19',       46131,                '19-04-2026',  'dd-mm-yyyy'],
  ['Apr-26',           46138,                '26-Apr',      'd-mmm'],
  ['1234567890123456', 1234567890123450,     '1.23457E+15', 'General'],
  ['1,00,000',         100000,               '100,000',     '#,##0'],
  ['12%',              0.12,                 '12%',         '0%'],
  ['(5)',              -5,                   '-5',          'General'],
  ['true',             true,                 'TRUE',        'General'],
  ["'007",             '007',                '007',         'General'],
  ['CN/26/7',          'CN/26/7',            'CN/26/7',     'General'],
  ['27AAPFU0939F1ZV',  '27AAPFU0939F1ZV',    '27AAPFU0939F1ZV', 'General'],
  ['=1+1',             2,                    '2',           'General'],
  ['+1+1',             2,                    '2',           'General'],
];

it.each(typed)('%s becomes %p, shown as %s in the format %s', async (given, value, text, format) => {
  const { host, run } = await openExcel({ thisYear: 2026 });
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[given]];
    await context.sync();
  });
  expect([
    host.book.value('Sheet1', 'A1'),
    host.book.shown('Sheet1', 'A1').text,
    host.book.format('Sheet1', 'A1').numberFormat,
  ]).toEqual([value, text, format]);
});

it.each(['007', '1E5', '03-04', '1234567890123456', '=1+1', 'TRUE', '-x', '12%'])(
  'a text cell keeps %s, whether it is set or typed',
  async (given) => {
    const { host, run } = await openExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A:B').numberFormat = [['@']];
      sheet.getRange('A1').values = [[given]];
      await context.sync();
    });
    host.user.type('Sheet1', 'B1', given);
    expect(host.book.values('Sheet1', 'A1:B1')).toEqual([[given, given]]);
  },
);

it('turns numbers into text in a text cell', async () => {
  const { host } = await openExcel();
  host.book.state.active.grid.columnFormats.set(0, host.book.state.formats.patched(0, { numberFormat: '@' }));
  host.user.type('Sheet1', 'A1', 7);
  expect(host.book.value('Sheet1', 'A1')).toBe('7');
});

it('refuses what begins like a formula and is none', async () => {
  const { codeOf, host } = await openExcel();
  const write = (value: string) =>
    codeOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[value]];
    });
  expect(await write('=1+')).toBe('InvalidArgument');
  expect(await write('=(1')).toBe('InvalidArgument');
  expect(await write('x'.repeat(32_768))).toBe('InvalidArgument');
  expect(host.user.type('Sheet1', 'A1', '=1+').accepted).toBe(false);
});

it('reads dates in the American order where the workbook has it', async () => {
  const { host } = await openExcel({ dateOrder: 'MDY' });
  host.user.type('Sheet1', 'A1', [['04/19/2026'], ['19-04-2026']]);
  expect(host.book.values('Sheet1', 'A1:A2')).toEqual([[46131], ['19-04-2026']]);
});

it('keeps the format that a cell has when a date is typed into it', async () => {
  const { host, run } = await openExcel();
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').numberFormat = [['yyyy']];
    await context.sync();
  });
  host.user.type('Sheet1', 'A1', '19-04-2026');
  expect(host.book.shown('Sheet1', 'A1').text).toBe('2026');
});

// prettier-ignore
it.each([
  [12345678.9, '[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00', '1,23,45,678.90'],
  [123456,     '[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00', '1,23,456.00'],
  [999.5,      '[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00', '999.50'],
  [-123456,    '##\\,##\\,##0.00;-##\\,##\\,##0.00',                                     '-1,23,456.00'],
  [-5,         '[<0]-##,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00',                    '-5.00'],
  [1234.5,     '#,##0.00',                                                               '1,234.50'],
  [0.5,        '0%',                                                                     '50%'],
  [5,          '000',                                                                    '005'],
  [46131,      'dd-mm-yyyy',                                                             '19-04-2026'],
  [46131.75,   'd mmm yyyy hh:mm',                                                       '19 Apr 2026 18:00'],
])('shows %p in the format %s as %s', async (value, format, text) => {
  const { host, run } = await openExcel();
  const shown = await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    range.numberFormat = [[format]];
    range.values = [[value]];
    range.load('text');
    await context.sync();
    return range.text[0]?.[0];
  });
  expect([shown, host.book.shown('Sheet1', 'A1').text]).toEqual([text, text]);
});
