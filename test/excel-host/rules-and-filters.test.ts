import { openExcel, type OpenExcel } from '../support/excel-host/open-excel';

async function recordSheet(): Promise<OpenExcel> {
  const excel = await openExcel({ sheets: ['B2B'] });
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('B2B');
    sheet.getRange('A6:C9').values = [
      ['Number', 'Status', 'Marks'],
      ['n1', 'Accepted', ''],
      ['n2', 'Pending', '|!Number|'],
      ['n3', 'Accepted', ''],
    ];
    const marked = sheet.getRange('A7:B1048576').conditionalFormats.add('Custom');
    marked.custom.rule.formula = '=ISNUMBER(FIND("|!"&A$6&"|",$C7))';
    marked.custom.format.fill.color = '#FFC9C9';
    marked.custom.format.font.bold = true;
    const accepted = sheet.getRange('B7:B1048576').conditionalFormats.add('Custom');
    accepted.custom.rule.formula = '=$B7="Accepted"';
    accepted.custom.format.font.color = '#1B6B3A';
    sheet.autoFilter.apply(sheet.getRange('A6:C9'));
    sheet.getRange('B7:B1048576').dataValidation.rule = { list: { inCellDropDown: true, source: 'Accepted,Pending' } };
    await context.sync();
  });
  return excel;
}

it('shows a cell as its conditional formats make it', async () => {
  const { host } = await recordSheet();
  expect(host.book.shown('B2B', 'A8')).toMatchObject({ text: 'n2', fill: '#FFC9C9', bold: true });
  expect(host.book.shown('B2B', 'B8')).toMatchObject({ fill: undefined, bold: false });
  expect(host.book.shown('B2B', 'B7')).toMatchObject({ fontColour: '#1B6B3A', fill: undefined });
  expect(host.book.shown('B2B', 'A7')).toMatchObject({ fontColour: '#000000', fill: undefined });
});

it('puts the newest rule first and lets a rule stop those behind it', async () => {
  const { host, run } = await openExcel();
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A9');
    for (const [colour, stops] of [
      ['#AA0000', false],
      ['#00AA00', true],
    ] as const) {
      const rule = range.conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=A1>0';
      rule.custom.format.font.color = colour;
      rule.stopIfTrue = stops;
    }
    await context.sync();
  });
  host.user.type('Sheet1', 'A3', 1);
  expect(host.book.shown('Sheet1', 'A3').fontColour).toBe('#00AA00');
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').conditionalFormats.getItemAt(1).priority = 0;
    await context.sync();
  });
  expect(host.book.shown('Sheet1', 'A3').fontColour).toBe('#AA0000');
});

it('clears rules from some cells and keeps them on the others', async () => {
  const { host, run } = await recordSheet();
  const counts = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('B2B');
    sheet.getRange('A1:C7').conditionalFormats.clearAll();
    const all = [sheet.getRange('A7'), sheet.getRange('B8'), sheet.getRange()].map((range) =>
      range.conditionalFormats.getCount(),
    );
    await context.sync();
    return all.map(({ value }) => value);
  });
  expect(counts).toEqual([0, 2, 2]);
  expect(host.book.shown('B2B', 'A8').fill).toBe('#FFC9C9');
  expect(host.book.shown('B2B', 'B9').fontColour).toBe('#1B6B3A');
});

it.each([
  ['the user', (excel: OpenExcel) => Promise.resolve(void excel.host.user.insertRows('B2B', 7, 2))],
  [
    'the add-in',
    (excel: OpenExcel) =>
      excel.codeOf((context) => void context.workbook.worksheets.getItem('B2B').getRange('8:9').insert('Down')),
  ],
])('moves rules, lists and the filter when %s inserts rows among the records', async (_who, insert) => {
  const excel = await recordSheet();
  await insert(excel);
  const { host } = excel;
  host.user.type('B2B', 'C11', '|!Status|');
  expect(host.book.shown('B2B', 'A10')).toMatchObject({ text: 'n2', fill: '#FFC9C9' });
  expect(host.book.shown('B2B', 'B11').fill).toBe('#FFC9C9');
  expect(host.user.type('B2B', 'B8', 'wrong').accepted).toBe(false);
  expect(host.book.sheet('B2B').filter?.area).toEqual({ row: 5, column: 0, rows: 6, columns: 3 });
});

it('moves rules with rows and columns that come before them', async () => {
  const { host } = await recordSheet();
  host.user.insertRows('B2B', 0, 3);
  host.user.insertColumns('B2B', 0);
  expect(host.book.shown('B2B', 'B11')).toMatchObject({ text: 'n2', fill: '#FFC9C9' });
  expect(host.book.shown('B2B', 'C10').fontColour).toBe('#1B6B3A');
  expect(host.book.sheet('B2B').rules.map(({ formula }) => formula)).toEqual([
    '=$C10="Accepted"',
    '=ISNUMBER(FIND("|!"&B$9&"|",$D10))',
  ]);
  expect(host.user.type('B2B', 'C12', 'wrong').accepted).toBe(false);
});

it('keeps rules working when the first record goes', async () => {
  const { host } = await recordSheet();
  host.user.deleteRows('B2B', 6);
  expect(host.book.shown('B2B', 'A7')).toMatchObject({ text: 'n2', fill: '#FFC9C9' });
  expect(host.book.sheet('B2B').rules[0]?.formula).toBe('=$B7="Accepted"');
});

it('gives new rows and columns the look of those before', async () => {
  const { host, run } = await openExcel();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('B:B').numberFormat = [['@']];
    sheet.getRange('A2:B2').format.fill.color = '#FFF9E3';
    await context.sync();
  });
  host.user.insertRows('Sheet1', 2);
  host.user.insertColumns('Sheet1', 2);
  host.user.type('Sheet1', 'C3', '007');
  expect([host.book.format('Sheet1', 'A3').fill, host.book.value('Sheet1', 'C3')]).toEqual(['#FFF9E3', '007']);
});

it('keeps what is filtered away when values are written, and writes hidden rows too', async () => {
  const { host, run } = await recordSheet();
  host.user.filterRows('B2B', (row) => row === 7);
  const seen = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('B2B');
    sheet.getRange('A7:A9').values = [['m1'], ['m2'], ['m3']];
    const view = sheet.getRange('A7:B9').getVisibleView().load('cellAddresses,values,rowCount');
    const visible = sheet.getRange('A7:A9').getSpecialCellsOrNullObject('Visible').load('address');
    sheet.autoFilter.load('isDataFiltered');
    const rows = sheet.getRange('A7:A9').getRowProperties({ rowHidden: true });
    await context.sync();
    return [
      view.cellAddresses,
      view.values,
      visible.address,
      sheet.autoFilter.isDataFiltered,
      rows.value.map(({ rowHidden }) => rowHidden),
    ];
  });
  expect(seen).toEqual([[['B2B!A8', 'B2B!B8']], [['m2', 'Pending']], 'B2B!A8', true, [true, false, true]]);
  expect(host.book.values('B2B', 'A7:A9')).toEqual([['m1'], ['m2'], ['m3']]);
});

it('filters by values and shows all again', async () => {
  const { host, run } = await recordSheet();
  const filter = (work: (filter: Excel.AutoFilter, sheet: Excel.Worksheet) => void) =>
    run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('B2B');
      work(sheet.autoFilter, sheet);
      await context.sync();
      return [6, 7, 8].map((row) => host.book.sheet('B2B').rows[row]?.filtered === true);
    });
  expect(
    await filter((one, sheet) => one.apply(sheet.getRange('A6:C9'), 1, { filterOn: 'Values', values: ['Accepted'] })),
  ).toEqual([false, true, false]);
  expect(await filter((one) => one.clearCriteria())).toEqual([false, false, false]);
  expect(
    await filter((one, sheet) => one.apply(sheet.getRange('A6:C9'), 0, { filterOn: 'Custom', criterion1: '=n3' })),
  ).toEqual([true, true, false]);
  expect(await filter((one) => one.remove())).toEqual([false, false, false]);
});

it('makes a row that is typed under the filter part of it', async () => {
  const { host } = await recordSheet();
  host.user.type('B2B', 'A10', 'n4');
  expect(host.book.sheet('B2B').filter?.area.rows).toBe(5);
});
